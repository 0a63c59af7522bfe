"""The things that can be found, and how much each text of them counts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

UITLEG = 0.45  # what a thing is worth that explains others
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
class Naam:
    """Another name of a thing. It is found by all its words in a row, never by one of them alone.

    `label` tells the visitor what it is, such as "In het Engels"; a name without one is no news. `opmerking` is a
    sentence that whoever asks by this name must read. `taal` is the code of its language when that is not Dutch,
    and `richting` the way in which that is written.
    """

    tekst: str
    label: str = ""
    opmerking: str = ""
    taal: str = ""
    richting: str = ""
    gewicht: float = NAAM


@dataclass(frozen=True)
class Kaart:
    """A short answer, shown whole when its thing comes high, with links: words, where they lead, and elsewhere?"""

    tekst: str
    links: tuple[tuple[str, Callable[[], str], bool], ...] = ()


@dataclass(frozen=True)
class Ding:
    """Something that can be found: what visitors call its kind, its name and texts, and where it is shown.

    `over` says in sentences what it is. Of things that match equally well, the one with the lowest `rang` comes
    first, and of those the one with the lowest `orde`. `verfijn` gives what a question adds to the address.
    """

    soort: str
    slug: str
    naam: str
    velden: tuple[Veld, ...]
    adres: Callable[[], str] = str
    rang: int = 0
    over: str = ""
    orde: tuple[int, ...] = ()
    namen: tuple[Naam, ...] = ()
    kaart: Kaart | None = None
    verfijn: Callable[[str], str] | None = None

    def adres_bij(self, vraag: str) -> str:
        """Return where it is shown to who asked `vraag`."""
        return self.adres() + (self.verfijn(vraag) if self.verfijn else "")


def maak_ding(
    soort: str,
    slug: str,
    naam: str,
    adres: Callable[[], str],
    *velden: Veld,
    woorden: Iterable[str] = (),
    namen: Iterable[Naam] = (),
    rang: int = 99,
    over: str = "",
    orde: tuple[int, ...] = (),
    kaart: Kaart | None = None,
    gewicht: float = 1,
) -> Ding:
    """Return a thing of the kind `soort`, as visitors call it, with of `velden` those that say something.

    `woorden` are those by which visitors ask for its kind. `adres` gives where it is shown, when that is asked.
    `over` says in sentences what it is: visitors read the first. It is searched only where `velden` say it too.
    Of things that match equally well, the one with the lowest `rang` comes first, then the one with the lowest `orde`.
    `gewicht` is what all of its texts are worth beside those of others: less than 1 for what explains other things.
    """
    soorten = (Veld("", woord, SOORT) for woord in woorden)
    gevuld = (veld for veld in velden if veld.tekst.strip())
    alle = (Veld("", naam, NAAM), *gevuld, *soorten)
    telt = tuple(replace(veld, gewicht=gewicht * veld.gewicht) for veld in alle)
    return Ding(soort, slug, naam, telt, adres, rang, over, orde, tuple(namen), kaart)


def gaat_over(woorden: Iterable[str]) -> Iterable[Veld]:
    """Return words that say what a thing is about, although it does not use them itself."""
    return tuple(Veld("", woord, KENMERK) for woord in woorden)
