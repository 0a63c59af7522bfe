"""The WSGI application, with the watcher that keeps its edition up to date."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ontwikkelpad.settings")
application = get_wsgi_application()

from ontwikkelpad.huidig import huidig  # noqa: E402  (needs the apps to be loaded)

huidig.start()
