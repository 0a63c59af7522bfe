"""The career conversation: what was chosen, the ways to the goal, what lies near, and what to talk about.

Values in, values out. What somebody types in the conversation never comes here: only choices do.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlencode

from functies import reis
from functies.achtergrond import Achtergrond, bekende_achtergrond, waar_met
from functies.document import Competentie, Functie, Werkveld
from functies.netwerk import wegwijzer
from functies.reis import Weg, Wegstap
from functies.verkenner import achtergronden
from functies.weg import Soort, Stand, Totaal, Waar
from opleidingen.document import Aanbieder
from uitgave.pad import Pad
from werkgevers.document import Doelgroep, Gespreksvraag, Leerweg
from werkgevers.keuzes import Moment, Voor

NAMEN = ("van", "opleiding", "wie", "kan", "naar", "via")  # in a query string
Vraag = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Gesprekskeuze:
    """What the address of a conversation says; `onbekend` are the values that mean nothing to this edition.

    `via` are the functies between begin and goal, for who chose another route than the shortest.
    """

    van: Functie | None = None
    opleiding: Achtergrond | None = None
    wie: Doelgroep | None = None
    kan: tuple[Competentie, ...] = ()
    naar: Functie | None = None
    via: tuple[str, ...] = ()
    zelfde: bool = False
    onbekend: tuple[str, ...] = ()

    @classmethod
    def uit(cls, pad: Pad, vraag: Vraag) -> "Gesprekskeuze":
        """Read the choices from a query string; each stands by itself, and of a double one the last counts."""
        functies, opleidingen = pad.alle(Functie), {slug for _, opties in achtergronden(pad) for slug, _ in opties}
        kiesbaar = (functies, opleidingen, pad.alle(Doelgroep), pad.alle(Competentie), functies, functies)
        bekend: dict[str, Collection[str]] = dict(zip(NAMEN, kiesbaar, strict=True))
        gevraagd = {naam: [slug for slug in vraag.get(naam, ()) if slug] for naam in bekend}
        goed = {naam: [slug for slug in slugs if slug in bekend[naam]] for naam, slugs in gevraagd.items()}
        fout = (slug for naam, slugs in gevraagd.items() for slug in slugs if slug not in bekend[naam])
        een = {naam: slugs[-1] for naam, slugs in goed.items() if slugs}
        van, naar = pad.alle(Functie).get(een.get("van", "")), pad.alle(Functie).get(een.get("naar", ""))
        return cls(
            van=van,
            opleiding=bekende_achtergrond(pad, een.get("opleiding", "")),
            wie=pad.alle(Doelgroep).get(een.get("wie", "")),
            kan=tuple(rij for slug, rij in pad.alle(Competentie).items() if slug in set(goed["kan"])),
            naar=naar if naar != van else None,
            via=tuple(dict.fromkeys(goed["via"])),
            zelfde=naar is not None and naar == van,
            onbekend=tuple(dict.fromkeys(_leesbaar(slug) for slug in fout)),
        )

    def paren(self, *, zonder: Iterable[str] = ()) -> list[tuple[str, str]]:
        """Return the choices as pairs (name, slug), always in the same order, without those of the names `zonder`."""
        los = {"van": self.van, "opleiding": self.opleiding, "wie": self.wie, "naar": self.naar}
        paren = [(naam, rij.slug) for naam, rij in los.items() if rij]
        paren += [("kan", competentie.slug) for competentie in self.kan]
        paren += [("via", slug) for slug in self.via]
        return [(naam, slug) for naam, slug in paren if naam not in set(zonder)]

    def adres(self, *, zonder: Iterable[str] = (), **anders: str | Sequence[str]) -> str:
        """Return the query string of these choices, with `?`; `anders` are other values for names."""
        paren = self.paren(zonder={*zonder, *anders})
        paren += [(naam, slug) for naam, w in anders.items() for slug in ([w] if isinstance(w, str) else w)]
        return f"?{urlencode(paren)}" if paren else ""

    @property
    def waar(self) -> Waar:
        """Where somebody stands who chose this."""
        return waar_met(self.opleiding, self.van, [competentie.slug for competentie in self.kan])

    @property
    def begonnen(self) -> bool:
        """True when there is something to suggest from."""
        return bool(self.van or self.opleiding or self.kan)


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

    `stappen` is how many steps away it lies, None where no steps lead there; `route` is the way, begin and end
    included. Of its `totaal` competenties, `mee` are there already.
    """

    functie: Functie
    werkveld: Werkveld
    stappen: int | None
    begin: bool
    route: tuple[Functie, ...]
    mee: int
    totaal: int

    @property
    def deel(self) -> float:
        """The part of its competenties that is there already."""
        return self.mee / self.totaal if self.totaal else 0

    @property
    def tussen(self) -> tuple[Functie, ...]:
        """The functies on the way, without begin and end."""
        return self.route[1:-1]


def wegen(pad: Pad, keuze: Gesprekskeuze) -> Wegen | None:
    """Return the ways to the goal; None without a goal."""
    if keuze.naar is None:
        return None
    alle = tuple(reis.wegen(pad, keuze.waar, keuze.naar.slug))
    gekozen = next((weg for weg in alle if keuze.via and weg.via == keuze.via), None)
    return Wegen(alle, gekozen or alle[0], vervallen=bool(keuze.via) and gekozen is None)


def suggesties(pad: Pad, keuze: Gesprekskeuze, hoogstens: int = 6) -> tuple[list[Suggestie], list[Suggestie]]:
    """Return the functies to think of: those that steps lead to, nearest first, and others that are much alike.

    Alike is: at least a third of their competenties are there already, and at least two. At equal distance
    the one with the largest part of them comes first. Both lists hold at most `hoogstens`.
    """
    vertrek = wegwijzer(pad).vanuit(keuze.waar)
    standen = {slug: vertrek.stand(slug) for slug in pad.alle(Functie) if pad.alle(Functie)[slug] != keuze.van}
    alle = [_suggestie(pad, slug, stand, vertrek.wegen(slug, 1)[0].totaal) for slug, stand in standen.items()]
    dichtbij = sorted((s for s in alle if s.stappen is not None), key=lambda s: (s.stappen, -s.deel))
    lijkt = sorted((s for s in alle if s.stappen is None and s.mee >= max(2, s.totaal / 3)), key=lambda s: -s.deel)
    return dichtbij[:hoogstens], lijkt[:hoogstens]


def _suggestie(pad: Pad, slug: str, stand: Stand, totaal: Totaal) -> Suggestie:
    functie = pad.alle(Functie)[slug]
    return Suggestie(
        functie=functie,
        werkveld=pad.alle(Werkveld)[functie.werkveld],
        stappen=stand.stappen if stand.route else None,
        begin=stand.soort == Soort.BEGIN,
        route=tuple(pad.alle(Functie)[halte] for halte in stand.route),
        mee=len(totaal.mee),
        totaal=len(functie.competenties),
    )


def aanbieders(pad: Pad, weg: Weg | None) -> list[Aanbieder]:
    """Return who offers the opleidingen and diploma's that are needed on the way, each once."""
    slugs = (slug for stap in (weg.stappen if weg else ()) for vak in stap.waar for slug in vak.opleiding.aanbieders)
    return [pad.alle(Aanbieder)[slug] for slug in dict.fromkeys(slugs)]


def leesbaar_adres(url: str) -> str:
    """Return `url` as it is printed: what somebody types over."""
    kaal = url.removeprefix("https://").removeprefix("http://").removeprefix("mailto:").removeprefix("tel:")
    return kaal.rstrip("/")


def kiesbare_competenties(pad: Pad, keuze: Gesprekskeuze) -> list[tuple[Functie | None, list[Competentie]]]:
    """Return all competenties to choose from, each once: those of the functie of now, of the goal, and the rest."""
    groepen: list[tuple[Functie | None, list[Competentie]]] = []
    over = dict(pad.alle(Competentie))
    for functie in (keuze.van, keuze.naar):
        rijen = [over.pop(slug) for slug in functie.competenties if slug in over] if functie else []
        groepen += [(functie, rijen)] if rijen else []
    return [*groepen, (None, list(over.values()))] if over else groepen


def passende_leerwegen(pad: Pad, wie: Doelgroep | None, weg: Weg | None) -> list[Leerweg]:
    """Return the leerwegen that suit `wie`, for opleidingen of which `weg` asks one; None asks all of both."""
    stappen = weg.stappen if weg else ()
    gevraagd = {vak.opleiding.op_niveau for stap in stappen for vak in stap.nodig}
    return [
        rij
        for rij in pad.alle(Leerweg).values()
        if (wie is None or wie.slug in rij.doelgroepen)
        and (weg is None or not rij.niveaus or not gevraagd.isdisjoint(rij.niveaus))
    ]


def vragen(pad: Pad, moment: Moment, weg: Weg | None) -> list[tuple[Voor, list[Gespreksvraag]]]:
    """Return the questions for one moment of the conversation, by whom they are for.

    A question for one kind of step, or for steps to one functie, is asked only when `weg` has such a step.
    """
    stappen = weg.stappen if weg else ()
    gekozen = [
        vraag
        for vraag in pad.alle(Gespreksvraag).values()
        if vraag.moment == moment
        and (not (vraag.soort or vraag.functie) or any(_gaat_over(vraag, stap) for stap in stappen))
    ]
    volgorde = list(Voor)
    gekozen.sort(key=lambda vraag: volgorde.index(vraag.voor))
    return [(voor, list(groep)) for voor, groep in groupby(gekozen, key=lambda vraag: vraag.voor)]


def _gaat_over(vraag: Gespreksvraag, stap: Wegstap) -> bool:
    soort = stap.stap.soort if stap.stap else None
    return vraag.soort in (None, soort) and vraag.functie in (None, stap.paneel.functie.slug)


def _leesbaar(slug: str) -> str:
    """Return what fits on a page of a value that we do not know."""
    return "".join(teken if teken.isprintable() else "?" for teken in slug[:50])
