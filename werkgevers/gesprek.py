"""The career conversation: the ways to the goal, what lies near, what somebody can do, and what to talk about.

Values in, values out: the choices (`gesprekskeuze.py`), and what the edition says of them.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import groupby

from functies import reis
from functies.achtergrond import ook_nodig
from functies.document import Competentie, Functie, Werkveld
from functies.keuzes import Stapsoort
from functies.netwerk import wegwijzer
from functies.reis import Weg, Wegstap
from functies.weg import Soort, Stand, Totaal
from opleidingen.document import Aanbieder
from profielen.keuzes import Antwoord
from uitgave.pad import Pad
from werkgevers.antwoorden import code_van
from werkgevers.document import Doelgroep, Gespreksvraag, Leerweg
from werkgevers.gesprekskeuze import HEEFT, Gesprekskeuze
from werkgevers.keuzes import Doel, Moment, Voor

Aanleiding = tuple[Stapsoort | None, str | None]  # a kind of step, and the functie that it leads to


@dataclass(frozen=True)
class Wegen:
    """The ways to the goal, the best first, with the one that is shown."""

    alle: tuple[Weg, ...]
    gekozen: Weg
    vervallen: bool  # the route that was asked for is not there

    @property
    def via(self) -> tuple[str, ...]:
        """What the address must say to show this way: nothing for the first."""
        return self.gekozen.via if self.gekozen is not self.alle[0] else ()

    @property
    def zonder_route(self) -> bool:
        """True when no steps lead there from where somebody is: the way shown is that of an opleiding."""
        return not self.gekozen.bekend


@dataclass(frozen=True)
class Suggestie:
    """A functie that may suit somebody, and why: `begin` says that its opleiding can begin with what they have.

    `stappen` is how many steps away it lies as people mostly go, None where no steps lead there; `route` is the way,
    begin and end included. `direct` says that it can be one step as well. Where their opleiding fits, `ook_nodig` names
    what is asked besides. Of its `aantal` competenties, `mee` belong to what they do or can.
    """

    functie: Functie
    werkveld: Werkveld
    stappen: int | None
    begin: bool
    route: tuple[Functie, ...]
    direct: bool
    ook_nodig: tuple[str, ...]
    mee: int
    aantal: int

    @property
    def deel(self) -> float:
        """The part of its competenties that is there already."""
        return self.mee / self.aantal if self.aantal else 0

    @property
    def tussen(self) -> tuple[Functie, ...]:
        """The functies on the way, without begin and end."""
        return self.route[1:-1]


@dataclass(frozen=True)
class Punt:
    """A competentie to talk about, with the answer of somebody and the code by which an address says it.

    `eigen` are the functies of theirs that it belongs to, `bij` those that the conversation is about.
    """

    competentie: Competentie
    code: str
    antwoord: Antwoord
    eigen: tuple[Functie, ...]
    bij: tuple[Functie, ...]


@dataclass(frozen=True)
class Lijsten:
    """The competenties of a conversation: each stands in one of the three lists, by what somebody answered."""

    punten: tuple[Punt, ...]

    @property
    def mee(self) -> list[Punt]:
        return [punt for punt in self.punten if punt.antwoord in HEEFT]

    @property
    def leren(self) -> list[Punt]:
        return [punt for punt in self.punten if punt.antwoord == Antwoord.LEER]

    @property
    def bespreken(self) -> list[Punt]:
        return [punt for punt in self.punten if punt.antwoord == Antwoord.LATER]

    @property
    def eigen(self) -> bool:
        """True when what is still to be talked about belongs in part to where somebody works."""
        return any(punt.eigen for punt in self.bespreken)


def wegen(pad: Pad, keuze: Gesprekskeuze, naar: Functie) -> Wegen:
    """Return the ways to a functie where somebody does not work. Raises IndexError for one where they do.

    To work that is done besides theirs, it is the step itself.
    """
    alle = tuple(reis.wegen(pad, keuze.waar, naar.slug))
    if keuze.doel == Doel.ERBIJ:
        alle = tuple(weg for weg in alle if weg.begin and not weg.via) or alle
    gekozen = next((weg for weg in alle if keuze.via and weg.via == keuze.via), None)
    return Wegen(alle, gekozen or alle[0], vervallen=bool(keuze.via) and gekozen is None)


def lijsten(pad: Pad, keuze: Gesprekskeuze) -> Lijsten:
    """Return the competenties of the functies that the conversation is about, then others that were answered."""
    slugs = dict.fromkeys([*(slug for functie in keuze.doelen for slug in functie.competenties), *keuze.antwoorden])
    return Lijsten(
        tuple(
            Punt(
                pad.alle(Competentie)[slug],
                code_van(pad)[slug],
                keuze.antwoorden.get(slug, Antwoord.LATER),
                tuple(functie for functie in keuze.van if slug in functie.competenties),
                tuple(functie for functie in keuze.doelen if slug in functie.competenties),
            )
            for slug in slugs
        )
    )


def suggesties(pad: Pad, keuze: Gesprekskeuze, hoogstens: int = 6) -> tuple[list[Suggestie], list[Suggestie]]:
    """Return the functies to think of: those that steps lead to, nearest first, and others that are much alike.

    Alike is: at least a third of their competenties are there already, and at least two. At equal distance
    the one with the largest part of them comes first. Both lists hold at most `hoogstens`.
    """
    vertrek = wegwijzer(pad).vanuit(keuze.waar)
    anders = [slug for slug, rij in pad.alle(Functie).items() if rij not in (*keuze.van, *keuze.naar)]
    naast = {naar for van, naar in wegwijzer(pad).stappen if van in keuze.waar.functies}
    alle = [
        _suggestie(pad, slug, vertrek.stand(slug), vertrek.wegen(slug, 1)[0].totaal, slug in naast) for slug in anders
    ]
    dichtbij = sorted((s for s in alle if s.stappen is not None), key=lambda s: (s.stappen, -s.deel))
    lijkt = sorted((s for s in alle if s.stappen is None and s.mee >= max(2, s.aantal / 3)), key=lambda s: -s.deel)
    return dichtbij[:hoogstens], lijkt[:hoogstens]


def _suggestie(pad: Pad, slug: str, stand: Stand, totaal: Totaal, direct: bool) -> Suggestie:
    functie = pad.alle(Functie)[slug]
    return Suggestie(
        functie=functie,
        werkveld=pad.alle(Werkveld)[functie.werkveld],
        stappen=stand.stappen if stand.route else None,
        begin=stand.soort == Soort.BEGIN,
        route=tuple(pad.alle(Functie)[halte] for halte in stand.route),
        direct=direct and stand.stappen > 1,
        ook_nodig=ook_nodig(pad, stand) if stand.soort == Soort.PAST_MET else (),
        mee=len(totaal.mee),
        aantal=len(functie.competenties),
    )


def aanbieders(pad: Pad, stappen: Iterable[Wegstap]) -> list[Aanbieder]:
    """Return who offers the opleidingen and diploma's that these steps need, each once."""
    slugs = (slug for stap in stappen for vak in stap.waar for slug in vak.opleiding.aanbieders)
    return [pad.alle(Aanbieder)[slug] for slug in dict.fromkeys(slugs)]


def leesbaar_adres(url: str) -> str:
    """Return `url` as it is printed: what somebody types over."""
    kaal = url.removeprefix("https://").removeprefix("http://").removeprefix("mailto:").removeprefix("tel:")
    return kaal.rstrip("/")


def kiesbare_competenties(pad: Pad, keuze: Gesprekskeuze) -> list[tuple[Functie | None, list[Competentie]]]:
    """Return all competenties to choose from, each once: those of the functies of now, of the goal, and the rest."""
    groepen: list[tuple[Functie | None, list[Competentie]]] = []
    over = dict(pad.alle(Competentie))
    for functie in (*keuze.van, *keuze.naar):
        rijen = [over.pop(slug) for slug in functie.competenties if slug in over]
        groepen += [(functie, rijen)] if rijen else []
    return [*groepen, (None, list(over.values()))] if over else groepen


def passende_leerwegen(pad: Pad, wie: Doelgroep | None, stappen: Iterable[Wegstap] | None) -> list[Leerweg]:
    """Return the leerwegen that suit `wie`, for opleidingen of which `stappen` ask one; None asks all of both."""
    gevraagd = {vak.opleiding.op_niveau for stap in stappen or () for vak in stap.nodig}
    return [
        rij
        for rij in pad.alle(Leerweg).values()
        if (wie is None or wie.slug in rij.doelgroepen)
        and (stappen is None or not rij.niveaus or not gevraagd.isdisjoint(rij.niveaus))
    ]


def aanleidingen(keuze: Gesprekskeuze, stappen: Iterable[Wegstap]) -> list[Aanleiding]:
    """Return what there is to ask about: the steps; who grows in a functie, or does work besides it, takes none."""
    if keuze.doel == Doel.GROEIEN:
        return [(Stapsoort.VERDIEPING, None), *((Stapsoort.VERDIEPING, functie.slug) for functie in keuze.van)]
    erbij: list[Aanleiding] = [(Stapsoort.VERBREDING, None)] if keuze.doel == Doel.ERBIJ else []
    return [*erbij, *((stap.stap.soort if stap.stap else None, stap.paneel.functie.slug) for stap in stappen)]


def vragen(pad: Pad, moment: Moment, aanleidingen: Collection[Aanleiding]) -> list[tuple[Voor, list[Gespreksvraag]]]:
    """Return the questions for one moment of the conversation, by whom they are for.

    A question for one kind of step, or for one functie, is asked only when one of `aanleidingen` is of it.
    """
    gekozen = [
        vraag
        for vraag in pad.alle(Gespreksvraag).values()
        if vraag.moment == moment
        and (not (vraag.soort or vraag.functie) or any(_gaat_over(vraag, *deze) for deze in aanleidingen))
    ]
    volgorde = list(Voor)
    gekozen.sort(key=lambda vraag: volgorde.index(vraag.voor))
    return [(voor, list(groep)) for voor, groep in groupby(gekozen, key=lambda vraag: vraag.voor)]


def _gaat_over(vraag: Gespreksvraag, soort: Stapsoort | None, functie: str | None) -> bool:
    return vraag.soort in (None, soort) and vraag.functie in (None, functie)
