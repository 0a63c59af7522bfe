"""Two or three functies side by side: the rows of a table, with what they share and where they differ."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import permutations

from django.urls import reverse

from feiten.document import Onderwerp
from functies.achtergrond import Achtergrond
from functies.document import Functie
from functies.netwerk import netwerk
from functies.paneel import Paneel, Vakopleiding, paneel_van
from opleidingen.document import Opleiding
from uitgave.pad import Pad
from uitgave.tekst import opsomming

MEEST = 3  # functies side by side


@dataclass(frozen=True)
class Celpunt:
    """One thing in a cell; `gedeeld` when every functie has it."""

    tekst: str
    adres: str = ""
    gedeeld: bool = False


@dataclass(frozen=True)
class Tabelrij:
    """A row: its heading, a cell for each functie, and what an empty cell says."""

    kop: str
    cellen: tuple[tuple[Celpunt, ...], ...]
    leeg: str

    @property
    def verschilt(self) -> bool:
        return any(not punt.gedeeld for cel in self.cellen for punt in cel)


@dataclass(frozen=True)
class Vergelijking:
    """The functies side by side; `keuzes` is the slug in each place where one can be chosen."""

    panelen: list[Paneel]
    keuzes: list[str]
    rijen: list[Tabelrij]
    paren: list[tuple[Paneel, Paneel]]
    onbekend: list[str]
    te_veel: bool


def vergelijking(pad: Pad, slugs: Iterable[str], achtergrond: Achtergrond | None = None) -> Vergelijking:
    """Return the first functies of `slugs` side by side; a slug may be empty, unknown, or there twice.

    With a background the table says what each functie is to somebody who has it.
    """
    gevraagd = list(dict.fromkeys(filter(None, slugs)))
    bekend = [slug for slug in gevraagd if slug in pad.alle(Functie)]
    panelen = [paneel_van(pad, slug) for slug in bekend[:MEEST]]
    return Vergelijking(
        panelen=panelen,
        keuzes=[paneel.functie.slug for paneel in panelen] + [""] * (MEEST - len(panelen)),
        rijen=vergelijk(panelen, achtergrond) if len(panelen) > 1 else [],
        paren=begaanbare_paren(pad, panelen),
        onbekend=[slug for slug in gevraagd if slug not in pad.alle(Functie)],
        te_veel=len(bekend) > MEEST,
    )


def vergelijk(panelen: Sequence[Paneel], achtergrond: Achtergrond | None = None) -> list[Tabelrij]:
    """Return the rows of the table for these functies, in the order of the panel."""
    voor_jou = [_rij(f"Voor jou: {achtergrond.naam}", panelen, partial(_stand, achtergrond))] if achtergrond else []
    return [
        *voor_jou,
        _rij("Niveau", panelen, lambda p: [Celpunt(str(p.niveau))] if p.niveau else [], "Niet bekend"),
        _rij("Werkveld", panelen, lambda p: [Celpunt(p.werkveld.naam)]),
        _rij("Wat doe je?", panelen, lambda p: [Celpunt(p.functie.samenvatting)]),
        *_feiten(panelen),
        _rij("Dit heb je nodig", panelen, _eisen, "Geen vaste eisen bekend"),
        _rij("Met deze opleiding kun je beginnen", panelen, _opleidingen, "Nog geen opleiding bekend"),
        _rij("Competenties", panelen, lambda p: [Celpunt(c.naam) for c in p.competenties], "Nog niet bekend"),
        *_gebieden(panelen),
        _rij("Mogelijke stappen", panelen, _stappen, "Geen volgende stap"),
        _rij("Verhaal", panelen, _verhalen, "Nog geen verhaal"),
    ]


def begaanbare_paren(pad: Pad, panelen: Sequence[Paneel]) -> list[tuple[Paneel, Paneel]]:
    """Return the pairs of these functies between which there is a route."""
    bereik = {paneel.functie.slug: netwerk(pad).afstanden([paneel.functie.slug]) for paneel in panelen}
    return [(een, ander) for een, ander in permutations(panelen, 2) if ander.functie.slug in bereik[een.functie.slug]]


def _feiten(panelen: Sequence[Paneel]) -> Iterator[Tabelrij]:
    """Yield a row for each onderwerp of which something is known."""
    onderwerpen = {punt.onderwerp.slug: punt.onderwerp for paneel in panelen for punt in paneel.kort.punten}
    for onderwerp in onderwerpen.values():
        yield _rij(onderwerp.naam, panelen, partial(_feit, onderwerp), onderwerp.niet_bekend)


def _feit(onderwerp: Onderwerp, paneel: Paneel) -> list[Celpunt]:
    return [Celpunt(punt.tekst) for punt in paneel.kort.bekend if punt.onderwerp == onderwerp]


def _gebieden(panelen: Sequence[Paneel]) -> list[Tabelrij]:
    """Return the row with how many competenties each functie has in each area; none when no area is known."""
    bekend = any(paneel.gebieden for paneel in panelen)
    return [_rij("Competenties per gebied", panelen, _per_gebied, "Nog niet bekend")] if bekend else []


def _per_gebied(paneel: Paneel) -> list[Celpunt]:
    return [Celpunt(f"{gebied.naam if gebied else 'Overig'}: {len(rijen)}") for gebied, rijen in paneel.gebieden]


def _eisen(paneel: Paneel) -> list[Celpunt]:
    vereisten = [Celpunt(vereiste.naam) for vereiste in paneel.beroepsvereisten]
    return vereisten + [Celpunt(vak.opleiding.naam, _adres(vak.opleiding)) for vak in paneel.vereist]


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
    kop: str, panelen: Sequence[Paneel], punten: Callable[[Paneel], Iterable[Celpunt]], leeg: str = ""
) -> Tabelrij:
    """Build a row and mark what every functie has."""
    cellen = [list(punten(paneel)) for paneel in panelen]
    aantal = Counter(punt.tekst for cel in cellen for punt in cel)
    return Tabelrij(
        kop,
        tuple(tuple(Celpunt(p.tekst, p.adres, aantal[p.tekst] == len(panelen)) for p in cel) for cel in cellen),
        leeg,
    )
