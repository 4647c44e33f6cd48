"""Plein's settings with only the apps that a drill needs, so that a worker starts quickly."""

from plein.config.settings import *  # noqa: F403
from plein.config.settings import DATABASES

INSTALLED_APPS = [
    "plein.foundation.audit.apps.AuditConfig",
    "plein.foundation.jobs.apps.JobsConfig",
    "plein.foundation.outbox.apps.OutboxConfig",
    "plein.foundation.media.apps.MediaConfig",
    "benchmarks.drills.apps.DrillsConfig",
]
MIDDLEWARE = []
ROOT_URLCONF = "plein.foundation.media.urls"
TEMPLATES = []
AUTH_USER_MODEL = "auth.User"
if not DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A pool does not survive the forks of a drill.
    DATABASES["default"]["OPTIONS"] = {}
    DATABASES["default"]["CONN_MAX_AGE"] = None
