"""The Pad: one edition, ready to be shown. Read-only, in memory, without the database."""

from collections import OrderedDict, defaultdict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import replace
from functools import cached_property, wraps
from threading import Lock, RLock
from typing import Any, Generic, TypeVar

from django.utils.safestring import SafeString

from uitgave.document import Uitgave
from uitgave.linkwoorden import Linkwoorden
from uitgave.rij import Rij
from uitgave.soort import delen, soort_van_rij, soorten
from uitgave.toestemming import met_toestemming
from uitgave.twijfel import zonder_twijfel
from uitgave.verhuizing import Verhuisd, verhuisd
from zoeken.ding import Ding, Naam
from zoeken.index import Index

K = TypeVar("K")
T = TypeVar("T")
R = TypeVar("R", bound=Rij)

# Bytes of finished pages that are kept at most: those without a question, of which an edition has only so many, and
# those that answer one. And of parts that are the same on more pages, as characters.
BLADZIJDEN, VRAGEN, STUKKEN = 32 * 1024**2, 16 * 1024**2, 4 * 1024**2
_vooraf: list[Callable[["Pad"], Any]] = []
Aanvuller = Callable[["Pad", str, Ding], Ding]
_aanvullers: list[Aanvuller] = []


class Pad:
    """An edition with its indexes, as visitors get it: without the doubts of editors about their sources, and without
    the pictures that may not be shown any more.

    Its documents never change, so neither does anything here.
    """

    def __init__(self, uitgave: Uitgave) -> None:
        self.uitgave = uitgave
        self.document = met_toestemming(zonder_twijfel(uitgave.document), uitgave.bijlagen)
        self.geschiedenis = uitgave.geschiedenis
        # By part: its rows by what tells them apart, or the one row that it is. Templates read from this.
        self.delen: dict[str, Any] = {}
        for deel, soort in delen().items():
            rijen = getattr(self.document, deel)
            self.delen[deel] = rijen if soort.enig else {getattr(rij, "slug", rij.identiteit): rij for rij in rijen}
        self.bladzijden = Bladzijden(BLADZIJDEN, VRAGEN)
        self._gemaakt: dict[Callable[[Pad], Any], Any] = {}
        self._slot = RLock()

    def alle(self, rij: type[R]) -> Mapping[str, R]:
        """Return the rows of one kind, in the order of the site, by slug (or what else tells them apart)."""
        rijen: Mapping[str, R] = self.delen[soort_van_rij(rij).deel]
        return rijen

    def enige(self, rij: type[R]) -> R | None:
        """Return the one row of a kind that has no more; None when this edition has none."""
        enige: R | None = self.delen[soort_van_rij(rij).deel]
        return enige

    def vaste(self, rij: type[R]) -> R:
        """Return the one row of a kind without which there is no site."""
        vaste: R = self.delen[soort_van_rij(rij).deel]
        return vaste

    @cached_property
    def verhuisd(self) -> Verhuisd:
        """By part: earlier slugs, with the slug that the same row has now."""
        return verhuisd(self.document, self.uitgave.eigenaars)

    @cached_property
    def zoekindex(self) -> Index:
        """The search. It takes longer to make than all the rest, and most previews do without."""
        namen: defaultdict[tuple[str, str], list[Naam]] = defaultdict(list)
        for soort in soorten():
            for deel, slug, naam in soort.namen(self.document) if soort.namen else ():
                namen[deel, slug].append(naam)
        dingen: list[Ding] = []
        woorden: list[tuple[str, str]] = []
        for soort in soorten():
            for ding in soort.dingen(self.document) if soort.dingen else ():
                ding = replace(ding, namen=(*ding.namen, *namen[soort.deel, ding.slug]))
                for vul_aan in _aanvullers:
                    ding = vul_aan(self, soort.deel, ding)
                dingen.append(ding)
            if soort.andere_woorden:
                woorden += (paar for rij in getattr(self.document, soort.deel) for paar in soort.andere_woorden(rij))
        return Index(dingen, woorden)

    @cached_property
    def linkwoorden(self) -> Linkwoorden:
        """The words that lead to a row: each to its part of the document and its slug."""
        return Linkwoorden(
            (woord, (soort.deel, rij.slug))
            for soort in soorten()
            if soort.linkwoorden
            for rij in getattr(self.document, soort.deel)
            for woord in soort.linkwoorden(rij)
        )

    def eens(self, maak: Callable[["Pad"], T]) -> T:
        """Return what `maak` makes of this edition; it is made once. Who finds it made waits for nobody."""
        if maak not in self._gemaakt:
            with self._slot:
                if maak not in self._gemaakt:
                    self._gemaakt[maak] = maak(self)
        gemaakt: T = self._gemaakt[maak]
        return gemaakt

    def warm_op(self) -> None:
        """Make now what the first visitor would wait for."""
        self.zoekindex.zoek("")
        _ = self.linkwoorden
        for maak in _vooraf:
            self.eens(maak)


def eens(maak: Callable[[Pad], T]) -> Callable[[Pad], T]:
    """Let a function of a Pad do its work once for each Pad, before the first visitor asks."""

    @wraps(maak)
    def bewaard(pad: Pad) -> T:
        return pad.eens(maak)

    _vooraf.append(maak)
    return bewaard


def vult_aan(vul_aan: Aanvuller) -> Aanvuller:
    """Let what stands beside an edition say more of a thing that can be found: Pad, its part and the thing go in."""
    _aanvullers.append(vul_aan)
    return vul_aan


Sleutel = tuple[str, str, bool]  # the path, what counts of the question, and whether it is a fragment


class Bladzijden:
    """Finished pages of one edition, the last used of them: `grens` bytes, and `vragen` bytes that answer a question.

    So no flood of questions drives out the pages that everybody asks for. `stukken` are parts that pages have in
    common, ready to stand in one that is made (see the tag `eens`). They vanish with their Pad.
    """

    def __init__(self, grens: int, vragen: int, stukken: int = STUKKEN) -> None:
        self._delen = (Voorraad[Sleutel, Any](grens), Voorraad[Sleutel, Any](vragen))
        self.stukken = Voorraad[tuple[Hashable, ...], SafeString](stukken)

    def __len__(self) -> int:
        return sum(len(deel) for deel in self._delen)

    @property
    def omvang(self) -> int:
        """Their size in bytes, as it was given."""
        return sum(deel.omvang for deel in self._delen)

    def haal(self, sleutel: Sleutel) -> Any:
        """Return what was kept under `sleutel`, or None."""
        return self._delen[bool(sleutel[1])].haal(sleutel)

    def bewaar(self, sleutel: Sleutel, bladzijde: Any, omvang: int) -> None:
        """Keep a page of `omvang` bytes, in place of what was kept under `sleutel`."""
        self._delen[bool(sleutel[1])].bewaar(sleutel, bladzijde, omvang + len(sleutel[0]) + len(sleutel[1]))

    def vergeet(self) -> None:
        """Let every page be made anew."""
        for voorraad in (*self._delen, self.stukken):
            voorraad.vergeet()


class Voorraad(Generic[K, T]):
    """What was used last, by key: at most `grens` of size together."""

    def __init__(self, grens: int) -> None:
        self.grens, self.omvang = grens, 0
        self._inhoud: OrderedDict[K, tuple[T, int]] = OrderedDict()
        self._slot = Lock()

    def __len__(self) -> int:
        return len(self._inhoud)

    def haal(self, sleutel: K) -> T | None:
        with self._slot:
            if bewaard := self._inhoud.get(sleutel):
                self._inhoud.move_to_end(sleutel)
                return bewaard[0]
        return None

    def bewaar(self, sleutel: K, wat: T, omvang: int) -> None:
        with self._slot:
            _, eerder = self._inhoud.pop(sleutel, (None, 0))
            self._inhoud[sleutel] = wat, omvang
            self.omvang += omvang - eerder
            while self.omvang > self.grens:
                _, (_, weg) = self._inhoud.popitem(last=False)
                self.omvang -= weg

    def vergeet(self) -> None:
        with self._slot:
            self._inhoud.clear()
            self.omvang = 0
