"""The things that can be found, and how much each text of them counts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

NAAM, SOORT, KENMERK, VERWIJZING, TEKST, LAAG = 10.0, 4.0, 5.0, 3.0, 2.0, 1.5


@dataclass(frozen=True)
class Veld:
    """A text of a thing; a higher `gewicht` counts more.

    `label` tells the visitor what it is; one without is no news beside the name and the first sentence of the thing.
    """

    label: str
    tekst: str
    gewicht: float


@dataclass(frozen=True)
class Ding:
    """Something that can be found: what visitors call its kind, its name and texts, and where it is shown.

    `over` says in sentences what it is. Of things that match equally well, the one with the lowest `rang` comes first.
    """

    soort: str
    slug: str
    naam: str
    velden: tuple[Veld, ...]
    adres: Callable[[], str] = str
    rang: int = 0
    over: str = ""


def maak_ding(
    soort: str,
    slug: str,
    naam: str,
    adres: Callable[[], str],
    *velden: Veld,
    woorden: Iterable[str] = (),
    rang: int = 99,
    over: str = "",
) -> Ding:
    """Return a thing of the kind `soort`, as visitors call it, with of `velden` those that say something.

    `woorden` are those by which visitors ask for its kind. `adres` gives where it is shown, when that is asked.
    `over` says in sentences what it is: visitors read the first. It is searched only where `velden` say it too.
    Of things that match equally well, the one with the lowest `rang` comes first.
    """
    soorten = tuple(Veld("", woord, SOORT) for woord in woorden)
    gevuld = tuple(veld for veld in velden if veld.tekst.strip())
    return Ding(soort, slug, naam, (Veld("", naam, NAAM), *gevuld, *soorten), adres, rang, over)


def gaat_over(woorden: Iterable[str]) -> Iterable[Veld]:
    """Return words that say what a thing is about, although it does not use them itself."""
    return tuple(Veld("", woord, KENMERK) for woord in woorden)
