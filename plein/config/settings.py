"""All settings, read from the environment. Each variable is explained in docs/settings.md."""

from pathlib import Path
from typing import Any

import django_stubs_ext
import structlog
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _
from environs import Env

from plein.lib.databases import tuned

# Lets `ModelAdmin[Account]` and other typed Django classes be written as they are checked.
django_stubs_ext.monkeypatch()

env = Env()

BASE_DIR = Path(__file__).resolve().parents[2]
DATA_DIR = env.path("PLEIN_DATA_DIR", BASE_DIR / "var")
DATA_DIR.mkdir(parents=True, exist_ok=True)

# The demo may run without any setting; a real place must bring its own secret.
DEBUG = env.bool("PLEIN_DEBUG", False)
DEMO = env.bool("PLEIN_DEMO", False)
DEVELOPMENT_KEY = "only-for-development-and-the-demo-never-for-a-real-place"
SECRET_KEY = env.str("PLEIN_SECRET_KEY", DEVELOPMENT_KEY)
SECURE = env.bool("PLEIN_SECURE", False)
"""True when people reach the site over https: secure cookies, HSTS, links with https."""

# Which hosts exist is known by the database; `communities.middleware` refuses all others.
ALLOWED_HOSTS = ["*"]
OPERATOR_HOST = env.str("PLEIN_OPERATOR_HOST", "localhost")
"""The host on which the operator's pages (/beheer/) answer."""

INSTALLED_APPS = [
    "plein.foundation.accounts.apps.AccountsConfig",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.forms",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "template_partials.apps.SimpleAppConfig",
    "plein.ui.apps.UiConfig",
    "plein.foundation.audit.apps.AuditConfig",
    "plein.foundation.jobs.apps.JobsConfig",
    "plein.foundation.outbox.apps.OutboxConfig",
    "plein.foundation.media.apps.MediaConfig",
    "plein.foundation.places.apps.PlacesConfig",
    "plein.foundation.communities.apps.CommunitiesConfig",
    "plein.foundation.taxonomy.apps.TaxonomyConfig",
    "plein.foundation.organisations.apps.OrganisationsConfig",
    "plein.foundation.proofs.apps.ProofsConfig",
    "plein.foundation.care.apps.CareConfig",
    "plein.shared.notifications.apps.NotificationsConfig",
    "plein.shared.moderation.apps.ModerationConfig",
    "plein.shared.conversations.apps.ConversationsConfig",
    "plein.features.noticeboard.apps.NoticeboardConfig",
    "plein.features.activities.apps.ActivitiesConfig",
    "plein.features.directory.apps.DirectoryConfig",
    "plein.features.pages.apps.PagesConfig",
    "plein.bridges.matching.apps.MatchingConfig",
    "plein.bridges.overviews.apps.OverviewsConfig",
    "plein.bridges.publications.apps.PublicationsConfig",
    "plein.bridges.matchpoint.apps.MatchpointConfig",
    "plein.bridges.referrals.apps.ReferralsConfig",
    "plein.bridges.dayboard.apps.DayboardConfig",
    "plein.bridges.telephone.apps.TelephoneConfig",
    "plein.bridges.home.apps.HomeConfig",
    "plein.operations.apps.OperationsConfig",
    "plein.demo.apps.DemoConfig",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "plein.foundation.communities.middleware.CommunityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "plein.foundation.communities.middleware.PersonMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "plein.config.urls"
WSGI_APPLICATION = "plein.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "plein.foundation.communities.context.site",
            ],
            "builtins": ["template_partials.templatetags.partials"],
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    [
                        (
                            "django.template.loaders.cached.Loader",
                            ["django.template.loaders.app_directories.Loader"],
                        )
                    ],
                )
            ],
        },
    }
]
FORM_RENDERER = "plein.ui.form_renderer.PleinRenderer"

DATABASES = {
    "default": tuned(env.dj_db_url("DATABASE_URL", f"sqlite:///{DATA_DIR / 'plein.sqlite3'}"))
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {"default": env.dj_cache_url("CACHE_URL", "db://plein_cache?max_entries=200000")}

AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = ["plein.foundation.accounts.backends.CodeOrPassword"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "accounts:sign-in"
LEAST_SECONDS_TO_JOIN = env.float("PLEIN_LEAST_SECONDS_TO_JOIN", 1.5)
"""Who fills in the joining form faster is asked to press the button again: a trap for machines."""
TEXTS_ABROAD_A_DAY = env.int("PLEIN_TEXTS_ABROAD_A_DAY", 30)
"""So many codes go by text message to numbers of other countries, in all towns together."""
SESSION_COOKIE_AGE = 60 * 60 * 24 * 60
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SECURE_SSL_REDIRECT = SECURE and env.bool("PLEIN_SSL_REDIRECT", True)
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
PROXIES = env.int("PLEIN_PROXIES", 1 if SECURE else 0)
"""Servers of our own in front; limits count the address that the first of them saw."""
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "worker-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    }
}

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Dutch")), ("en", _("English"))]
LANGUAGE_COOKIE_AGE = 60 * 60 * 24 * 365
if env.bool("PLEIN_PSEUDO_RTL", False):
    LANGUAGES.append(("ar", _("Right to left (trial)")))
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
USE_I18N = True
FORMAT_MODULE_PATH = "plein.lib.formats"
LOCALE_PATHS = [BASE_DIR / "plein" / name / "locale" for name in ("config", "lib")]

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if env.bool("PLEIN_HASHED_STATIC", SECURE)
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not env.bool("PLEIN_HASHED_STATIC", SECURE)
MEDIA_ROOT = DATA_DIR / "media"
MEDIA_URL = "/beeld/"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

MAIL: dict[str, Any] = env.dj_email_url("PLEIN_MAIL_URL", "console:")
EMAIL_BACKEND = MAIL["EMAIL_BACKEND"]
EMAIL_HOST = MAIL["EMAIL_HOST"]
EMAIL_PORT = MAIL["EMAIL_PORT"]
EMAIL_HOST_USER = MAIL["EMAIL_HOST_USER"]
EMAIL_HOST_PASSWORD = MAIL["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS = MAIL["EMAIL_USE_TLS"]
EMAIL_USE_SSL = MAIL["EMAIL_USE_SSL"]
EMAIL_TIMEOUT = 10
EMAIL_FILE_PATH = str(DATA_DIR / "mail")
DEFAULT_FROM_EMAIL = env.str("PLEIN_MAIL_FROM", "Plein <plein@localhost>")
MAIL_REPLY_DOMAIN = env.str("PLEIN_MAIL_REPLY_DOMAIN", "antwoord.localhost")
"""Mail domain whose messages are piped into `manage.py take_in_mail`: replies to conversations."""
TEXT_MESSAGES = env.str("PLEIN_TEXT_MESSAGES", "plein.foundation.outbox.text_messages.Console")
TEXT_MESSAGES_URL = env.str("PLEIN_TEXT_MESSAGES_URL", "")
TEXT_MESSAGES_KEY = env.str("PLEIN_TEXT_MESSAGES_KEY", "")

MATCHING_MODEL = env.str("PLEIN_MATCHING_MODEL", "")
"""Sentence model of the worker: empty is the best one installed, `none` matches by words alone."""

MAP_TILES = env.str(
    "PLEIN_MAP_TILES",
    "https://service.pdok.nl/brt/achtergrondkaart/wmts/v2_0/pastel/EPSG:3857/{z}/{x}/{y}.png",
)
"""Pictures under the map (BRT, CC BY 4.0, Kadaster); empty: outlines and pins only."""

SITE_PORT = env.str("PLEIN_SITE_PORT", "")
"""Port in links when it is not the usual one, for instance 8000 in the demo."""

LOGGING_CONFIG = None
structlog.configure(
    processors=[
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.JSONRenderer(),
    ]
)
