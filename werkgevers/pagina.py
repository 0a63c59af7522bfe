"""What the pages for employers show: the way in, the guides with their planner, and the leerwegen."""

from dataclasses import dataclass
from datetime import date

from artikelen.document import Leesartikel
from artikelen.keuzes import Lezer as Lezers
from artikelen.pagina import Groepen, per_lezer, voor_werkgevers
from opleidingen.document import Niveau
from opleidingen.niveaus import genoemd
from uitgave.pad import Pad
from werkgevers.document import Contactpunt, Doelgroep, Gids, Gidsstap, Leerweg, Regeling
from werkgevers.gesprek import NAMEN
from werkgevers.gidsen import Gidsdeel, Gidsen, gids_adres, gidsen, hoofdgids, voor_lezer
from werkgevers.hulp import hulp_voor
from werkgevers.keuzes import Lezer
from werkgevers.planning import Balk, Planning, eerste_maandagen, lees_start, plan
from werkgevers.regelingen import geldig

VOORSTELLEN = 3  # start dates that the planner offers
KOLOMMEN = {"Op school": "school", "Op het werk": "werk", "Contract en loon": "contract"}  # of a leerweg
ASHOOGTE, RIJHOOGTE = 3, 3  # of the bar chart: the words along its axis, and a bar with its name, in em


@dataclass(frozen=True)
class Ingang:
    """What there is for an employer."""

    regelingen: list[Regeling]
    gidsen: Gidsen
    contactpunten: list[Contactpunt]
    artikelen: Groepen
    keuzenamen: tuple[str, ...] = NAMEN

    @property
    def hoofdgids(self) -> Gids | None:
        return hoofdgids(self.gidsen)


@dataclass(frozen=True)
class Team:
    """What to read for who works together with a team; its table is made in the browser alone."""

    artikelen: list[Leesartikel]


@dataclass(frozen=True)
class Gidspagina:
    """One guide, and the guides that its reader can choose from."""

    pad: Pad
    gids: Gids

    @property
    def adres(self) -> str:
        return gids_adres(self.gids)

    @property
    def stappen(self) -> tuple[Gidsdeel, ...]:
        return gidsen(self.pad).get(self.gids, ())

    @property
    def gidsen(self) -> Gidsen:
        return voor_lezer(gidsen(self.pad), self.gids.voor_kandidaat)

    @property
    def hoofdgids(self) -> Gids | None:
        return hoofdgids(gidsen(self.pad))

    @property
    def contactpunten(self) -> list[Contactpunt]:
        return hulp_voor(self.pad, Lezer.KANDIDAAT if self.gids.voor_kandidaat else Lezer.WERKGEVER)


@dataclass(frozen=True)
class Planner(Gidspagina):
    """A guide with all steps, and these in time; `fout` says why a start date cannot be used."""

    planning: Planning[Gidsstap]
    fout: str
    voorbij: bool
    voorstellen: list[date]

    @property
    def balken(self) -> list[tuple[Balk[Gidsstap], int]]:
        """The bars, each with its distance from the top."""
        return [(balk, ASHOOGTE + nummer * RIJHOOGTE) for nummer, balk in enumerate(self.planning.balken)]

    @property
    def hoogte(self) -> int:
        return ASHOOGTE + len(self.planning.balken) * RIJHOOGTE


@dataclass(frozen=True)
class Leerweggroep:
    """The leerwegen of the same levels, each with whom it suits; the columns are those of which anything is known."""

    niveaus: str
    rijen: list[tuple[Leerweg, list[Doelgroep]]]

    @property
    def kolommen(self) -> list[str]:
        return [kop for kop, veld in KOLOMMEN.items() if any(getattr(rij, veld) for rij, _ in self.rijen)]

    @property
    def tabel(self) -> list[tuple[Leerweg, list[Doelgroep], list[tuple[str, str]]]]:
        """The rows, each with its cells: the head of the column, and what is known."""
        return [(rij, wie, [(kop, getattr(rij, KOLOMMEN[kop])) for kop in self.kolommen]) for rij, wie in self.rijen]


@dataclass(frozen=True)
class Leerwegen:
    """The leerwegen by the levels they lead to; those of every level come last."""

    groepen: list[Leerweggroep]


def ingang(pad: Pad, vandaag: date) -> Ingang:
    """Return the way in, with the regelingen that hold today."""
    return Ingang(
        regelingen=geldig(pad.alle(Regeling).values(), vandaag),
        gidsen=voor_lezer(gidsen(pad), kandidaat=False),
        contactpunten=hulp_voor(pad, Lezer.WERKGEVER),
        artikelen=voor_werkgevers(pad),
    )


def team(pad: Pad) -> Team:
    """Return what goes with a team in view."""
    return Team([rij for _, groep in per_lezer(pad, [Lezers.WERKGEVER]) for rij in groep])


def gidspagina(pad: Pad, gids: Gids, gevraagd: str | None, vandaag: date) -> Gidspagina:
    """Return a guide; one with all steps has them laid over the months from the date that was asked for, if any."""
    if not gids.volledig:
        return Gidspagina(pad, gids)
    stappen = list(pad.alle(Gidsstap).values())
    start, fout = None, ""
    if gevraagd is not None and stappen:
        try:
            start = lees_start(gevraagd, vandaag)
        except ValueError as reden:
            fout = str(reden)
    return Planner(
        pad=pad,
        gids=gids,
        planning=plan(stappen, start),
        fout=fout,
        voorbij=start is not None and start < vandaag,
        voorstellen=eerste_maandagen(vandaag, VOORSTELLEN),
    )


def leerwegen_naast_elkaar(pad: Pad) -> Leerwegen:
    """Return all leerwegen."""
    doelgroepen, niveaus = pad.alle(Doelgroep), list(pad.alle(Niveau))
    groepen: dict[tuple[int, ...], list[tuple[Leerweg, list[Doelgroep]]]] = {}
    for rij in pad.alle(Leerweg).values():
        treden = tuple(sorted(niveaus.index(slug) for slug in rij.niveaus))
        groepen.setdefault(treden, []).append((rij, [doelgroepen[slug] for slug in rij.doelgroepen]))
    op_volgorde = sorted(groepen, key=lambda treden: (not treden, treden))
    return Leerwegen(
        [Leerweggroep(genoemd(pad, (niveaus[trede] for trede in treden)), groepen[treden]) for treden in op_volgorde]
    )
