"""The menu of the site: which page each item leads to, which word it has, and when it is there."""

from typing import NamedTuple

from django.urls import reverse

from ontwikkelpad.document import Ontwikkelpad
from uitgave.pad import Pad


class Punt(NamedTuple):
    """An item: the field with its word, its page, the pages or (ending in `:`) apps where one is in it."""

    woord: str
    view: str
    hier: tuple[str, ...]
    deel: str = ""  # the part of the document without which there is nothing to see


MENU = (
    Punt("menu_beginnen", "beginnen:beginnen", ("beginnen:",), "deuren"),
    Punt("menu_functies", "functies:functies", ("functies:functies", "functies:functie", "profielen:")),
    Punt("menu_opleidingen", "opleidingen:opleidingen", ("opleidingen:",), "opleidingen"),
    Punt("menu_verhalen", "verhalen:verhalen", ("verhalen:",), "verhalen"),
    Punt("menu_werkgevers", "werkgevers:werkgevers", ("werkgevers:",), "werkgevers"),
)


def punten(pad: Pad, view: str) -> list[tuple[str, str, bool]]:
    """Return the items of this edition: word, address, and whether the page of `view` is in it."""
    woorden = pad.vaste(Ontwikkelpad)
    return [
        (
            getattr(woorden, punt.woord),
            reverse(punt.view),
            view in punt.hier or f"{view.partition(':')[0]}:" in punt.hier,
        )
        for punt in MENU
        if not punt.deel or pad.delen[punt.deel]
    ]
