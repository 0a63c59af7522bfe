"""The rows of the document with weetjes."""

from datetime import date
from typing import Annotated

from uitgave.rij import Bewijs, Naar, Rij


class Tip(Rij):
    zin: str


class Weetje(Bewijs):
    sleutel: str
    slug: str
    naam: str
    tekst: str
    van: date | None
    url: str
    hoofdfunctie: Annotated[str, Naar("functies")] | None
    kundes: tuple[Annotated[str, Naar("competenties")], ...]
    tips: tuple[Tip, ...]
