"""Who may say something of a row: who may change it."""

from typing import Any

from django.contrib.auth import get_permission_codename

from uitgave.soort import delen
from uitgave.verschil import Rijsleutel


def mag_veranderen(gebruiker: Any, sleutel: Rijsleutel) -> bool:
    """True for somebody who may change rows of the kind of this one."""
    opties = delen()[sleutel.deel].model._meta
    return bool(gebruiker.has_perm(f"{opties.app_label}.{get_permission_codename('change', opties)}"))
