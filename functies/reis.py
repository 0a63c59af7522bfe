"""The ways of `weg.py` with the rows of an edition, as pages show them."""

from collections.abc import Sequence
from dataclasses import dataclass

from functies import weg as w
from functies.achtergrond import Achtergrond, bekende_achtergrond, waar_met
from functies.document import Beroepsvereiste, Competentie, Doorgroei, Functie
from functies.keuzes import Gebruikelijk
from functies.netwerk import netwerk, richtingen, wegwijzer
from functies.paneel import Paneel, Vakopleiding, paneel_van, vakopleiding, vakopleidingen
from functies.routekaart import Station, teken_route
from opleidingen.document import Opleiding
from opleidingen.geldig import opvolgers, te_beginnen
from uitgave.pad import Pad


@dataclass(frozen=True)
class Wegstap:
    """One step of a way: the functie it leads to, and what it asks that was not there before.

    `stap` and `vanaf` are None for a first step from outside. `opleidingen` are those that `oordeel` is about,
    `dankzij` those of somebody that do it.
    """

    paneel: Paneel
    stap: Doorgroei | None
    vanaf: Paneel | None
    oordeel: w.Oordeel
    opleidingen: tuple[Vakopleiding, ...]
    dankzij: tuple[Opleiding, ...]
    opgevolgd: bool  # what somebody has was replaced by one that fits
    diplomas: tuple[Vakopleiding, ...]
    eisen: tuple[Beroepsvereiste, ...]
    kan: tuple[Competentie, ...]
    mee: tuple[Competentie, ...]
    leren: tuple[Competentie, ...]

    @property
    def past(self) -> bool:
        """True when an opleiding that somebody has fits."""
        return self.oordeel in (w.Oordeel.HEBT, w.Oordeel.INBEGREPEN)

    @property
    def gedeeld(self) -> tuple[Vakopleiding, ...]:
        """The opleidingen that fit an earlier functie as well."""
        return self.opleidingen if self.oordeel == w.Oordeel.PAST else ()

    @property
    def nodig(self) -> tuple[Vakopleiding, ...]:
        """The opleidingen of which one is needed."""
        return self.opleidingen if self.oordeel == w.Oordeel.NODIG else ()

    @property
    def hoger(self) -> bool:
        """True when a functie is of a higher level than the one you leave."""
        return self.vanaf is not None and self.paneel.niveau.hoger_dan(self.vanaf.niveau)

    @property
    def meegenomen(self) -> int:
        """How many of its competenties are there already, or should be."""
        return len(self.kan) + len(self.mee)

    @property
    def waar(self) -> tuple[Vakopleiding, ...]:
        """What there is to find a school for."""
        return (*self.nodig, *self.diplomas)


@dataclass(frozen=True)
class Totaal:
    """What a whole way asks. Of each group of opleidingen one is needed; `mee` is there at the start."""

    opleidingen: tuple[tuple[Vakopleiding, ...], ...]
    diplomas: tuple[Vakopleiding, ...]
    eisen: tuple[Beroepsvereiste, ...]
    mee: tuple[Competentie, ...]
    leren: tuple[Competentie, ...]

    @property
    def leeg(self) -> bool:
        return not (self.opleidingen or self.diplomas or self.eisen)

    @property
    def aantal(self) -> int:
        """How many competenties the goal asks."""
        return len(self.mee) + len(self.leren)


@dataclass(frozen=True)
class Weg:
    """A way to a functie; `begin` is where somebody works, None for who comes in from outside.

    `gebruikelijk` says whether people mostly go this way, and who says so.
    """

    begin: Paneel | None
    stappen: tuple[Wegstap, ...]
    totaal: Totaal
    gebruikelijk: Gebruikelijk | None
    via: tuple[str, ...]
    bekend: bool

    @property
    def doel(self) -> Paneel:
        return self.stappen[-1].paneel

    @property
    def functies(self) -> tuple[Functie, ...]:
        """All functies along it, with where somebody works."""
        return tuple(paneel.functie for paneel, _ in self.stations)

    @property
    def stations(self) -> list[tuple[Paneel, Station]]:
        """All functies along it, each with its place on the small map of this way."""
        panelen = (*([self.begin] if self.begin else []), *(stap.paneel for stap in self.stappen))
        return list(zip(panelen, teken_route([paneel.niveau.trede for paneel in panelen]), strict=True))

    @property
    def hoogte(self) -> int:
        """How many rows that map has."""
        return 1 + max(station.rij for _, station in self.stations)

    @property
    def aantal(self) -> int:
        """How many steps it has."""
        return len(self.stappen)


@dataclass(frozen=True)
class Routes:
    """The ways from where somebody is to a functie; without any, the functies from where there is one."""

    van: Functie | None
    naar: Functie | None
    achtergrond: Achtergrond | None
    onbekend: list[str]
    wegen: list[Weg]
    dichtbij: list[Paneel]


def zoek_routes(pad: Pad, van: str, naar: str, opleiding: str = "") -> Routes:
    """Return the ways from a functie or an opleiding to a functie; a slug may be empty or unknown."""
    begin, doel = (pad.alle(Functie).get(slug) for slug in (van, naar))
    achtergrond = bekende_achtergrond(pad, opleiding)
    bekend = {van: begin, naar: doel, opleiding: achtergrond}
    gevonden = []
    if doel and doel != begin and (begin or achtergrond):
        gevonden = [
            weg
            for weg in wegen(pad, waar_met([achtergrond] if achtergrond else [], [begin] if begin else []), doel.slug)
            if weg.bekend
        ]
    return Routes(
        van=begin,
        naar=doel,
        achtergrond=achtergrond,
        onbekend=[slug for slug, rij in bekend.items() if slug and not rij],
        wegen=gevonden,
        dichtbij=dichtbij(pad, doel.slug) if doel and not gevonden else [],
    )


def wegen(pad: Pad, waar: w.Waar, naar: str) -> list[Weg]:
    """Return the ways from where somebody stands to the functie `naar`, the best first; see `Vertrek.wegen`."""
    stappen = {(stap_van, stap_naar): stap for stap_van, stap_naar, stap in richtingen(pad)}
    return [_weg(pad, weg, stappen) for weg in wegwijzer(pad).vanuit(waar).wegen(naar)]


def dichtbij(pad: Pad, naar: str, hoogstens: int = 5) -> list[Paneel]:
    """Return the functies that do lead to `naar`, nearest first."""
    afstanden = netwerk(pad).afstanden_naar(naar)
    return [paneel_van(pad, slug) for slug in sorted(afstanden, key=lambda s: (afstanden[s], s)) if slug != naar][
        :hoogstens
    ]


def _weg(pad: Pad, weg: w.Weg, doorgroei: dict[tuple[str, str], Doorgroei]) -> Weg:
    stappen = tuple(_wegstap(pad, stap, doorgroei) for stap in weg.stappen)
    zeggers = {stap.stap.gebruikelijk for stap in stappen if stap.stap}
    gebruikelijk = Gebruikelijk.REDACTIE if Gebruikelijk.REDACTIE in zeggers else Gebruikelijk.BRON
    vakken = {vak.opleiding.slug: vak for stap in stappen for vak in stap.waar}
    return Weg(
        begin=paneel_van(pad, weg.begin) if weg.begin else None,
        stappen=stappen,
        totaal=Totaal(
            opleidingen=tuple(stap.nodig for stap in stappen if stap.oordeel == w.Oordeel.NODIG),
            diplomas=tuple(vakken[slug] for slug in weg.totaal.diplomas),
            eisen=_eisen(pad, weg.totaal.eisen),
            mee=_competenties(pad, weg.totaal.mee),
            leren=_competenties(pad, weg.totaal.leren),
        ),
        gebruikelijk=gebruikelijk if weg.gebruikelijk else None,
        via=weg.via,
        bekend=weg.bekend,
    )


def _wegstap(pad: Pad, stap: w.Stap, doorgroei: dict[tuple[str, str], Doorgroei]) -> Wegstap:
    paneel = paneel_van(pad, stap.functie)
    vakken = vakopleidingen(pad, paneel.functie)
    opleidingen = te_beginnen(pad, stap.opleidingen) if stap.oordeel == w.Oordeel.NODIG else stap.opleidingen
    return Wegstap(
        paneel=paneel,
        stap=doorgroei[stap.vanaf, stap.functie] if stap.vanaf else None,
        vanaf=paneel_van(pad, stap.vanaf) if stap.vanaf else None,
        oordeel=stap.oordeel,
        opleidingen=tuple(vakken.get(slug) or vakopleiding(pad, slug) for slug in opleidingen),
        dankzij=tuple(pad.alle(Opleiding)[slug] for slug in stap.dankzij),
        opgevolgd=any(slug in opvolgers(pad, eigen) for eigen in stap.dankzij for slug in stap.opleidingen),
        diplomas=tuple(vakken[slug] for slug in stap.diplomas),
        eisen=_eisen(pad, stap.eisen),
        kan=_competenties(pad, stap.kan),
        mee=_competenties(pad, stap.mee),
        leren=_competenties(pad, stap.leren),
    )


def _eisen(pad: Pad, slugs: Sequence[str]) -> tuple[Beroepsvereiste, ...]:
    return tuple(pad.alle(Beroepsvereiste)[slug] for slug in slugs)


def _competenties(pad: Pad, slugs: Sequence[str]) -> tuple[Competentie, ...]:
    return tuple(pad.alle(Competentie)[slug] for slug in slugs)
