"""Two or three functies side by side: the rows of a table, and what sets each functie apart from the first."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from itertools import permutations
from urllib.parse import urlencode

from django.urls import reverse

from feiten.document import Onderwerp
from functies.achtergrond import Achtergrond
from functies.document import Beroepsvereiste, Competentie, Competentiegebied, Functie
from functies.gebieden import per_gebied
from functies.netwerk import netwerk
from functies.paneel import Paneel, Vakopleiding, paneel_van
from functies.verschilzinnen import Kant, verschilzinnen
from opleidingen.document import Opleiding
from uitgave.pad import Pad
from uitgave.tekst import opsomming

MEEST = 3  # functies side by side
VERSCHILLEN = "verschillen"  # the value of `alleen` in an address
NIET_GENOEMD = "niet genoemd"


class Stand(StrEnum):
    """What a cell is beside that of the first functie."""

    ZOALS = "zoals"
    NIEUW = "nieuw"
    NIET = "niet"
    GEEN = "geen"


@dataclass(frozen=True)
class Celpunt:
    """One thing in a cell; `nieuw` when the first functie does not have it."""

    tekst: str
    adres: str = ""
    nieuw: bool = False


@dataclass(frozen=True)
class Cel:
    punten: tuple[Celpunt, ...]
    stand: Stand


@dataclass(frozen=True)
class Tabelrij:
    """A row: its heading, a cell for each functie, what an empty cell says, and who knows more.

    `alleen_breed` when it says nothing of the first functie and the one beside it. A row that `vertelt` is no matter
    of equal or different.
    """

    kop: str
    cellen: tuple[Cel, ...]
    leeg: str
    vraag: str = ""
    vertelt: bool = False
    alleen_breed: bool = False

    @property
    def niets(self) -> bool:
        """True when nothing is known of any of them."""
        return not any(cel.punten for cel in self.cellen)

    @property
    def verschilt(self) -> bool:
        return self.verschilt_bij(range(len(self.cellen)))

    def verschilt_bij(self, plekken: Iterable[int]) -> bool:
        """True when one of the functies in these places differs from the first."""
        return any(self.cellen[plek].stand in (Stand.NIEUW, Stand.NIET) for plek in plekken)


@dataclass(frozen=True)
class Groep:
    """Rows under one heading, with how many there are of each functie; `stippen` are rows of yes or not."""

    kop: str
    rijen: tuple[Tabelrij, ...]
    tellingen: tuple[str, ...] = ()
    stippen: bool = False
    deel: bool = False

    @property
    def alleen_breed(self) -> bool:
        return self.deel and all(rij.alleen_breed for rij in self.rijen)


@dataclass(frozen=True)
class Schakel:
    """A link to the same comparison, shown otherwise; `aan` when it is shown so now."""

    woorden: str
    adres: str
    aan: bool


@dataclass(frozen=True)
class Vergelijking:
    """The functies side by side; `keuzes` is the slug in each place where one can be chosen.

    `naast` is the place, from 2, of the functie that stands beside the first where there is no room for all.
    """

    panelen: list[Paneel]
    keuzes: list[str]
    zinnen: list[str]
    groepen: list[Groep]
    naast: int
    alleen_verschillen: bool
    paren: list[tuple[Paneel, Paneel]]
    onbekend: list[str]
    te_veel: bool

    @property
    def soorten(self) -> list[Schakel]:
        """All rows, or only the differences."""
        standen = (("Alles", False), ("Alleen de verschillen", True))
        return [Schakel(naam, self._adres(self.naast, aan), aan == self.alleen_verschillen) for naam, aan in standen]

    @property
    def anderen(self) -> list[Schakel]:
        """Which functie stands beside the first."""
        return [
            Schakel(paneel.functie.naam, self._adres(plek, self.alleen_verschillen), plek == self.naast)
            for plek, paneel in enumerate(self.panelen[1:], 2)
        ]

    def _adres(self, naast: int, alleen: bool) -> str:
        vraag = [("functie", paneel.functie.slug) for paneel in self.panelen]
        vraag += [("alleen", VERSCHILLEN)] if alleen else []
        vraag += [("naast", str(naast))] if naast > 2 else []
        return f"{reverse('functies:vergelijken')}?{urlencode(vraag)}#naast-elkaar"


def vergelijking(
    pad: Pad, slugs: Iterable[str], achtergrond: Achtergrond | None = None, alleen: str = "", naast: str = ""
) -> Vergelijking:
    """Return the first functies of `slugs` side by side; a slug may be empty, unknown, or there twice.

    With a background the table says what each functie is to somebody who has it. `alleen` and `naast` are what the
    address says: only the differences, and which functie stands beside the first.
    """
    gevraagd = list(dict.fromkeys(filter(None, slugs)))
    bekend = [slug for slug in gevraagd if slug in pad.alle(Functie)]
    panelen = [paneel_van(pad, slug) for slug in bekend[:MEEST]]
    plek = int(naast) if naast in [str(plek) for plek in range(2, len(panelen) + 1)] else 2
    verschillen = alleen == VERSCHILLEN
    groepen = vergelijk(pad, panelen, achtergrond) if len(panelen) > 1 else []
    return Vergelijking(
        panelen=panelen,
        keuzes=[paneel.functie.slug for paneel in panelen] + [""] * (MEEST - len(panelen)),
        zinnen=verschilzinnen(*_kanten(panelen)) if len(panelen) > 1 else [],
        groepen=list(_getoond(groepen, plek, verschillen)),
        naast=plek,
        alleen_verschillen=verschillen,
        paren=begaanbare_paren(pad, panelen),
        onbekend=[slug for slug in gevraagd if slug not in pad.alle(Functie)],
        te_veel=len(bekend) > MEEST,
    )


def vergelijk(pad: Pad, panelen: Sequence[Paneel], achtergrond: Achtergrond | None = None) -> list[Groep]:
    """Return the table for these functies, in the order of the panel: facts, competenties by area, what comes after."""
    voor_jou = [_rij(f"Voor jou: {achtergrond.naam}", panelen, partial(_stand, achtergrond))] if achtergrond else []
    feiten = [
        *voor_jou,
        _rij("Niveau", panelen, lambda p: [Celpunt(str(p.niveau))] if p.niveau else [], "niet bekend"),
        _rij("Werkveld", panelen, lambda p: [Celpunt(p.werkveld.naam)]),
        _rij("Wat doe je?", panelen, lambda p: [Celpunt(p.functie.samenvatting)], vertelt=True),
        *_feiten(panelen),
        *_vereisten(panelen),
        _rij("Diploma erbij", panelen, _diplomas, NIET_GENOEMD),
        _rij("Met deze opleiding kun je beginnen", panelen, _opleidingen, "nog geen opleiding bekend"),
    ]
    verder = [
        _rij("Mogelijke stappen", panelen, _stappen, "geen volgende stap"),
        _rij("Verhaal", panelen, _verhalen, "nog geen verhaal", vertelt=True),
    ]
    return [Groep("", tuple(feiten)), *_competenties(pad, panelen), Groep("Verder", tuple(verder))]


def begaanbare_paren(pad: Pad, panelen: Sequence[Paneel]) -> list[tuple[Paneel, Paneel]]:
    """Return the pairs of these functies between which there is a route."""
    bereik = {paneel.functie.slug: netwerk(pad).afstanden([paneel.functie.slug]) for paneel in panelen}
    return [(een, ander) for een, ander in permutations(panelen, 2) if ander.functie.slug in bereik[een.functie.slug]]


def _getoond(groepen: Iterable[Groep], naast: int, verschillen: bool) -> Iterator[Groep]:
    """Yield the groups with the rows that are asked for, and in each row whether it says something on a narrow screen.

    A heading without rows of its own stays while one of its parts does.
    """
    houder: Groep | None = None
    for groep in groepen:
        rijen = tuple(
            replace(rij, alleen_breed=_alleen_breed(rij, naast - 1, verschillen))
            for rij in groep.rijen
            if rij.verschilt or not verschillen
        )
        if not groep.rijen and not groep.deel:
            houder = groep
        elif rijen:
            if houder and groep.deel:
                yield houder
            houder = None
            yield replace(groep, rijen=rijen)


def _alleen_breed(rij: Tabelrij, naast: int, verschillen: bool) -> bool:
    niets = not rij.niets and not rij.cellen[0].punten and not rij.cellen[naast].punten
    return niets or (verschillen and not rij.verschilt_bij([naast]))


def _kanten(panelen: Sequence[Paneel]) -> tuple[Kant, list[Kant]]:
    eerste, *anderen = (
        Kant(
            paneel.functie.naam,
            str(paneel.niveau),
            tuple(punt.tekst for punt in (*_eisen(paneel), *_diplomas(paneel))),
            frozenset(paneel.functie.competenties),
        )
        for paneel in panelen
    )
    return eerste, anderen


def _competenties(pad: Pad, panelen: Sequence[Paneel]) -> list[Groep]:
    """Return a row for each competentie that one of these functies asks, by area where areas are known.

    Those of the first functie come first, so that what is new stands together.
    """
    gevraagd = dict.fromkeys(competentie for paneel in panelen for competentie in paneel.competenties)
    if not gevraagd:
        return []
    gebieden = per_gebied(gevraagd, pad.alle(Competentiegebied).values())
    alles = _competentiegroep(panelen, "Competenties", gevraagd)
    if not gebieden:
        return [alles]
    delen = (_competentiegroep(panelen, _gebiedsnaam(gebied), rijen, deel=True) for gebied, rijen in gebieden)
    return [replace(alles, rijen=()), *delen]


def _gebiedsnaam(gebied: Competentiegebied | None) -> str:
    return gebied.naam if gebied else "Overig"


def _competentiegroep(
    panelen: Sequence[Paneel], kop: str, competenties: Iterable[Competentie], deel: bool = False
) -> Groep:
    gevraagd = list(competenties)
    tellingen = tuple(str(sum(rij in paneel.competenties for rij in gevraagd)) for paneel in panelen)
    rijen = tuple(_rij(rij.naam, panelen, partial(_heeft, rij), NIET_GENOEMD) for rij in gevraagd)
    return Groep(kop, rijen, tellingen, stippen=True, deel=deel)


def _heeft(competentie: Competentie, paneel: Paneel) -> list[Celpunt]:
    return [Celpunt("gevraagd")] if competentie in paneel.competenties else []


def _feiten(panelen: Sequence[Paneel]) -> Iterator[Tabelrij]:
    """Yield a row for each onderwerp of which something is known."""
    onderwerpen = {punt.onderwerp.slug: punt.onderwerp for paneel in panelen for punt in paneel.kort.punten}
    for onderwerp in onderwerpen.values():
        yield _rij(onderwerp.naam, panelen, partial(_feit, onderwerp), "Niet bekend.", onderwerp.wie_weet_het)


def _feit(onderwerp: Onderwerp, paneel: Paneel) -> list[Celpunt]:
    return [Celpunt(punt.tekst) for punt in paneel.kort.bekend if punt.onderwerp == onderwerp]


def _vereisten(panelen: Sequence[Paneel]) -> Iterator[Tabelrij]:
    """Yield a row for each beroepsvereiste of these functies."""
    for vereiste in dict.fromkeys(vereiste for paneel in panelen for vereiste in paneel.beroepsvereisten):
        yield _rij(vereiste.naam, panelen, partial(_nodig, vereiste), NIET_GENOEMD)


def _nodig(vereiste: Beroepsvereiste, paneel: Paneel) -> list[Celpunt]:
    return [Celpunt("nodig")] if vereiste in paneel.beroepsvereisten else []


def _eisen(paneel: Paneel) -> list[Celpunt]:
    return [Celpunt(vereiste.naam) for vereiste in paneel.beroepsvereisten]


def _diplomas(paneel: Paneel) -> list[Celpunt]:
    return [Celpunt(vak.opleiding.naam, _adres(vak.opleiding)) for vak in paneel.vereist]


def _stand(achtergrond: Achtergrond, paneel: Paneel) -> list[Celpunt]:
    stand = achtergrond.stand(paneel.functie)
    nodig = f": {opsomming(stand.ook_nodig)}" if stand.ook_nodig else ""
    return [Celpunt(f"{stand.woorden}{nodig}")]


def _opleidingen(paneel: Paneel) -> list[Celpunt]:
    return [Celpunt(_met_niveau(vak), _adres(vak.opleiding)) for vak in paneel.passend]


def _met_niveau(vak: Vakopleiding) -> str:
    return f"{vak.opleiding.naam} ({vak.niveau.naam})" if vak.niveau else vak.opleiding.naam


def _adres(opleiding: Opleiding) -> str:
    return reverse("opleidingen:opleiding", args=[opleiding.slug])


def _stappen(paneel: Paneel) -> list[Celpunt]:
    return [
        Celpunt(stap.functie.volledige_naam, reverse("functies:functie", args=[stap.functie.slug]))
        for stap in paneel.vervolg
    ]


def _verhalen(paneel: Paneel) -> list[Celpunt]:
    return [
        Celpunt(f"{verhaal.voornaam} ({verhaal.leeftijd})", reverse("verhalen:verhaal", args=[verhaal.slug]))
        for verhaal in paneel.verhalen
    ]


def _rij(
    kop: str,
    panelen: Sequence[Paneel],
    punten: Callable[[Paneel], Iterable[Celpunt]],
    leeg: str = "",
    vraag: str = "",
    vertelt: bool = False,
) -> Tabelrij:
    """Build a row and mark what the first functie does not have."""
    cellen = [list(punten(paneel)) for paneel in panelen]
    eerste = [punt.tekst for punt in cellen[0]]
    return Tabelrij(kop, tuple(_cel(cel, eerste) for cel in cellen), leeg, vraag, vertelt)


def _cel(punten: Iterable[Celpunt], eerste: Sequence[str]) -> Cel:
    gemerkt = tuple(replace(punt, nieuw=punt.tekst not in eerste) for punt in punten)
    if {punt.tekst for punt in gemerkt} == set(eerste):
        return Cel(gemerkt, Stand.ZOALS if gemerkt else Stand.GEEN)
    return Cel(gemerkt, Stand.NIEUW if gemerkt else Stand.NIET)
