"""What the pages for employers show: the way in, the guides with their planner, and the leerwegen."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from artikelen.document import Leesartikel
from artikelen.keuzes import Lezer as Lezers
from artikelen.pagina import Groepen, per_lezer, voor_werkgevers
from opleidingen.document import Niveau
from opleidingen.niveaus import genoemd
from uitgave.pad import Pad
from werkgevers.document import Contactpunt, Doelgroep, Gids, Gidsstap, Leerweg, Regeling, Schoolvakantie, Taak
from werkgevers.gesprekskeuze import NAMEN, antwoordnamen
from werkgevers.gidsen import Gidsdeel, Gidsen, gids_adres, gidsen, hoofdgids, taken_van, voor_lezer
from werkgevers.hulp import hulp_voor
from werkgevers.keuzes import Lezer, Partij, Regio
from werkgevers.planning import Balk, Planning, Vrij, Wens, eerste_maandagen, jaren_zonder
from werkgevers.planvraag import BEGIN, DAG, PARTIJ, VOORUIT, WEKEN, Planvraag, lees_planvraag, velden_van
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
    keuzenamen: list[str]  # by which an address says the choices of a conversation

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
class Wekenveld:
    """What can be changed of one step: its name in the address, what stands there now, and what is wrong with it."""

    balk: Balk[Gidsstap]
    begin: int | None
    weken: str
    fout_begin: str
    fout_weken: str


@dataclass(frozen=True)
class Planner(Gidspagina):
    """A guide with all steps, and these in time, as `vraag` asks."""

    vraag: Planvraag
    planning: Planning[Gidsstap]
    vrij: list[Vrij[Gidsstap]]
    zonder_vakanties: list[int]  # years of the plan for which nobody filled in the holidays of this region
    voorbij: bool
    voorstellen: list[tuple[date, str]]  # days on offer, each with the question that has it

    @property
    def fout(self) -> str:
        """What is wrong with the day."""
        return self.vraag.fouten.get(DAG, "")

    @property
    def regios(self) -> type[Regio]:
        return Regio

    @property
    def regio(self) -> Regio | None:
        return Regio(self.vraag.regio) if self.vraag.regio else None

    @property
    def adresvraag(self) -> str:
        """The query string of this plan."""
        return self.vraag.vraag()

    @property
    def beginvraag(self) -> str:
        """The query string of the same plan with the weeks that the steps have themselves."""
        return replace(self.vraag, wens=Wens()).vraag()

    @property
    def velden(self) -> list[Wekenveld]:
        wens, fouten = self.vraag.wens, self.vraag.fouten
        return [
            Wekenveld(
                balk=balk,
                begin=wens.begin.get(balk.stap.sleutel),
                weken="" if balk.stap.loopt_mee else str(balk.weken),
                fout_begin=fouten.get(f"{BEGIN}{balk.stap.sleutel}", ""),
                fout_weken=fouten.get(f"{WEKEN}{balk.stap.sleutel}", ""),
            )
            for balk in self.planning.balken
        ]

    @property
    def veranderd(self) -> bool:
        """True when somebody changed weeks, or tried to."""
        return bool(self.vraag.wens.begin or self.vraag.wens.weken or {*self.vraag.fouten} - {DAG})

    @property
    def balken(self) -> list[tuple[Balk[Gidsstap], int]]:
        """The bars, each with its distance from the top."""
        return [(balk, ASHOOGTE + nummer * RIJHOOGTE) for nummer, balk in enumerate(self.planning.balken)]

    @property
    def hoogte(self) -> int:
        return ASHOOGTE + len(self.planning.balken) * RIJHOOGTE

    @property
    def partijen(self) -> list[Partij]:
        """The parties that have something to do."""
        return [partij for partij in Partij if taken_van(self.pad, partij)]


@dataclass(frozen=True)
class Partijblad(Planner):
    """What one party does, step by step, on a page of its own."""

    partij: Partij

    @property
    def werk(self) -> list[tuple[Balk[Gidsstap], list[tuple[Gids, tuple[Taak, ...]]]]]:
        """The steps with something to do for this party, each with the tasks by the guide where they stand."""
        taken = taken_van(self.pad, self.partij)
        return [(balk, taken[balk.stap.slug]) for balk in self.planning.balken if balk.stap.slug in taken]


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
        keuzenamen=[*NAMEN, *antwoordnamen(pad)],
    )


def team(pad: Pad) -> Team:
    """Return what goes with a team in view."""
    return Team([rij for _, groep in per_lezer(pad, [Lezers.WERKGEVER]) for rij in groep])


def planvelden(pad: Pad) -> list[str]:
    """Return the names in a query string that the planner reads for the steps of this edition."""
    return velden_van(pad.alle(Gidsstap).values())


def gevraagd_plan(pad: Pad, gevraagd: Mapping[str, str], vandaag: date) -> Planvraag:
    """Read what a query string asks of the planner."""
    return lees_planvraag(gevraagd, list(pad.alle(Gidsstap).values()), Regio.values, vandaag)


def gidspagina(pad: Pad, gids: Gids, gevraagd: Mapping[str, str], vandaag: date) -> Gidspagina:
    """Return a guide; one with all steps has them in time, as a query string asks, or is the page of one party."""
    vraag, partij = gevraagd_plan(pad, gevraagd, vandaag), gevraagd.get(PARTIJ)
    if not gids.volledig:
        return Gidspagina(pad, gids)
    planning = vraag.plan(list(pad.alle(Gidsstap).values()))
    vakanties = [rij for rij in pad.alle(Schoolvakantie).values() if rij.regio == vraag.regio]
    van, tot = planning.van, planning.laatste_dag
    gegevens: dict[str, Any] = {
        "pad": pad,
        "gids": gids,
        "vraag": vraag,
        "planning": planning,
        "vrij": planning.vrij(vakanties),
        "zonder_vakanties": jaren_zonder(vakanties, van, tot) if vraag.regio and van and tot else [],
        "voorbij": van is not None and van < vandaag,
        "voorstellen": [
            (dag, vraag.vraag(dag=dag.isoformat(), reken=VOORUIT)) for dag in eerste_maandagen(vandaag, VOORSTELLEN)
        ],
    }
    if partij in Partij.values and taken_van(pad, Partij(partij)):
        return Partijblad(**gegevens, partij=Partij(partij))
    return Planner(**gegevens)


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
