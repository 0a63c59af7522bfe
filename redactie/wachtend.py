"""What waits for somebody: each part of the desk says so here, once; the front page and the daily mail tell it.

A part says it with a function that is marked with `@wacht`, in a module that is loaded when Django starts.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser, User

from redactie.kwaliteit.bevindingen import Werkkopie


@dataclass(frozen=True)
class Wacht:
    """One sentence on what waits, and the path of the page of the desk where it is done."""

    tekst: str
    adres: str


Zegger = Callable[[User, Werkkopie], Iterable[Wacht]]
_zeggers: list[Zegger] = []


def wacht(zegger: Zegger) -> Zegger:
    """Let the function tell what waits for a user, in a working copy that was read already."""
    _zeggers.append(zegger)
    return zegger


def wachtend(gebruiker: User | AnonymousUser, kopie: Werkkopie) -> list[Wacht]:
    """Return all that waits for `gebruiker`; nothing for who may not see the content."""
    if not isinstance(gebruiker, User) or not gebruiker.has_perm("uitgave.view_uitgave"):
        return []
    return [deel for zegger in _zeggers for deel in zegger(gebruiker, kopie)]
