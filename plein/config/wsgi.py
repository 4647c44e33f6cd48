"""Where a web server comes in: `granian --interface wsgi plein.config.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "plein.config.settings")

application = get_wsgi_application()
