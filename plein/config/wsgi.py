"""Where a web server comes in: `granian --interface wsgi plein.config.wsgi:application`."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "plein.config.settings")

application = get_wsgi_application()

# Load every page now, and let Python never again look whether any of that is rubbish: each time
# it did, somebody waited 70 ms longer.
get_resolver().url_patterns  # noqa: B018
gc.collect()
gc.freeze()
