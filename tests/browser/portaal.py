"""The settings of a site that asks a portal on this machine, named by PORTAAL, for who offers what.

What the site does is not changed by that: it asks, reads and serves as ever. Only the address is another one, and that
it lies inside our own network is allowed.
"""

import os

from aanbod import ckan
from redactie.links import ophalen

ckan.PORTAAL = os.environ["PORTAAL"]
ophalen.is_openbaar = lambda adres: adres == "127.0.0.1"

from ontwikkelpad.settings import *  # noqa: E402, F403
