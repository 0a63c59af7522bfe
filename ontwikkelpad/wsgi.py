"""The WSGI application, with the watcher that keeps its edition up to date, and its minute line in the log."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ontwikkelpad.settings")
django_application = get_wsgi_application()

# These need the apps to be loaded.
from ontwikkelpad.puls import puls  # noqa: E402
from ontwikkelpad.voordeur import Voordeur  # noqa: E402
from papier.wachter import wachter  # noqa: E402
from redactie.planning import keur  # noqa: E402
from uitgave.huidig import huidig  # noqa: E402
from uitgave.pad import Pad  # noqa: E402

application = Voordeur(django_application)


def na_laden(pad: Pad) -> None:
    """Make what follows from an edition that is served from now on."""
    wachter.begin(pad)
    application.vul(pad)


huidig.start(na_laden, keur)
puls.start()
