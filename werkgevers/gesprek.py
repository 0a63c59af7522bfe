"""The career conversation: what was chosen, the way to the goal with what is missing, and what to talk about.

Values in, values out. What somebody types in the conversation never comes here: only choices do.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from urllib.parse import urlencode

from functies.achtergrond import Achtergrond, kiesbare_opleidingen
from functies.document import Beroepsvereiste, Competentie, Doorgroei, Functie, Werkveld
from functies.netwerk import netwerk
from functies.paneel import Paneel, Vakopleiding, paneel_van
from functies.reis import Etappe, Reis, reizen
from opleidingen.document import Aanbieder, Opleiding
from uitgave.pad import Pad
from werkgevers.document import Doelgroep, Gespreksvraag, Leerweg
from werkgevers.keuzes import Moment, Voor

Vraag = Mapping[str, Sequence[str]]
ROUTES = 5  # routes to choose from


@dataclass(frozen=True)
class Gesprekskeuze:
    """What the address of a conversation says; `onbekend` are the values that mean nothing to this edition.

    `via` are the functies between begin and goal, for who chose another route than the shortest.
    """

    van: Functie | None = None
    opleiding: Opleiding | None = None
    wie: Doelgroep | None = None
    kan: tuple[Competentie, ...] = ()
    naar: Functie | None = None
    via: tuple[str, ...] = ()
    zelfde: bool = False
    onbekend: tuple[str, ...] = ()

    @classmethod
    def uit(cls, pad: Pad, vraag: Vraag) -> "Gesprekskeuze":
        """Read the choices from a query string; each stands by itself, and of a double one the last counts."""
        bekend: dict[str, Mapping[str, object]] = {
            "van": pad.alle(Functie),
            "opleiding": kiesbare_opleidingen(pad),
            "wie": pad.alle(Doelgroep),
            "kan": pad.alle(Competentie),
            "naar": pad.alle(Functie),
            "via": pad.alle(Functie),
        }
        gevraagd = {naam: [slug for slug in vraag.get(naam, ()) if slug] for naam in bekend}
        goed = {naam: [slug for slug in slugs if slug in bekend[naam]] for naam, slugs in gevraagd.items()}
        fout = (slug for naam, slugs in gevraagd.items() for slug in slugs if slug not in bekend[naam])
        een = {naam: slugs[-1] for naam, slugs in goed.items() if slugs}
        van, naar = pad.alle(Functie).get(een.get("van", "")), pad.alle(Functie).get(een.get("naar", ""))
        return cls(
            van=van,
            opleiding=pad.alle(Opleiding).get(een.get("opleiding", "")),
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
    def begonnen(self) -> bool:
        """True when there is something to suggest from."""
        return bool(self.van or self.opleiding or self.kan)


@dataclass(frozen=True)
class Wegstap:
    """One step of the way: the functie it leads to, and what this person still lacks for it.

    `stap` and `vanaf` are None for a first step from outside, with an opleiding.
    """

    paneel: Paneel
    stap: Doorgroei | None
    vanaf: Paneel | None
    past: bool
    gedeeld: tuple[Vakopleiding, ...]
    diplomas: tuple[Vakopleiding, ...]
    eisen: tuple[Beroepsvereiste, ...]
    kan: tuple[Competentie, ...]
    mee: tuple[Competentie, ...]
    leren: tuple[Competentie, ...]

    @property
    def opleidingen(self) -> tuple[Vakopleiding, ...]:
        """The opleidingen of which one is needed; none where what somebody has may well do."""
        return () if self.past or self.gedeeld else self.paneel.passend

    @property
    def hoger(self) -> bool:
        """True when all opleidingen that fit are of a higher level than those of the functie you leave."""
        return self.vanaf is not None and self.paneel.niveau.hoger_dan(self.vanaf.niveau)

    @property
    def meegenomen(self) -> int:
        """How many of its competenties are there already, or should be."""
        return len(self.kan) + len(self.mee)

    @property
    def waar(self) -> tuple[Vakopleiding, ...]:
        """What there is to find a school for."""
        return (*self.opleidingen, *self.diplomas)


@dataclass(frozen=True)
class Weg:
    """A way from where somebody is to the goal; `begin` is the functie of now, None for who comes from outside."""

    begin: Paneel | None
    stappen: tuple[Wegstap, ...]

    @property
    def via(self) -> tuple[str, ...]:
        """The slugs of the functies between begin and goal: they tell this way from the others."""
        return tuple(stap.paneel.functie.slug for stap in self.stappen[:-1])


@dataclass(frozen=True)
class Wegen:
    """The ways to the goal, shortest first, with the one that is shown."""

    alle: tuple[Weg, ...]
    gekozen: Weg
    zonder_route: bool  # no steps lead there from where somebody is: the way shown is that of an opleiding
    vervallen: bool  # the route that was asked for is not there

    @property
    def via(self) -> tuple[str, ...]:
        """What the address must say to show this way: nothing for the first."""
        return self.gekozen.via if self.gekozen is not self.alle[0] else ()


@dataclass(frozen=True)
class Suggestie:
    """A functie that may suit somebody, and why.

    `stappen` is how many steps away it lies, None where no steps lead there; `route` is the way, begin and end
    included. Of its `totaal` competenties, `mee` are there already.
    """

    functie: Functie
    werkveld: Werkveld
    stappen: int | None
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
    reizen_ = _reizen(pad, keuze, keuze.naar)
    zonder_route = not reizen_
    if zonder_route:
        reizen_ = [Reis(paneel_van(pad, keuze.naar.slug), ())]
    alle = tuple(_weg(reis, keuze) for reis in reizen_)
    gekozen = next((weg for weg in alle if keuze.via and weg.via == keuze.via), None)
    return Wegen(alle, gekozen or alle[0], zonder_route, vervallen=bool(keuze.via) and gekozen is None)


def _reizen(pad: Pad, keuze: Gesprekskeuze, naar: Functie) -> list[Reis]:
    """The routes from the functie of now; without one, or without a route, from those that the opleiding fits."""
    if keuze.van and (gevonden := reizen(pad, keuze.van.slug, naar.slug)):
        return gevonden
    begin = Achtergrond(pad, keuze.opleiding).past
    gevonden = [reis for functie in begin for reis in reizen(pad, functie.slug, naar.slug)]
    if naar in begin:
        gevonden.append(Reis(paneel_van(pad, naar.slug), ()))
    return sorted(gevonden, key=lambda reis: (len(reis.etappes), _haltes(reis)))[:ROUTES]


def _haltes(reis: Reis) -> list[str]:
    return [reis.begin.functie.slug, *(etappe.naar.functie.slug for etappe in reis.etappes)]


def _weg(reis: Reis, keuze: Gesprekskeuze) -> Weg:
    van_nu = keuze.van is not None and reis.begin.functie.slug == keuze.van.slug
    return Weg(reis.begin if van_nu else None, tuple(_wegstappen(reis, keuze, van_nu)))


def _wegstappen(reis: Reis, keuze: Gesprekskeuze, van_nu: bool) -> Iterator[Wegstap]:
    """Yield the steps; what an earlier functie on the way asked is not missing in a later one."""
    rest: list[tuple[Paneel, Etappe | None]] = [(etappe.naar, etappe) for etappe in reis.etappes]
    eerder = [reis.begin] if van_nu else []
    for paneel, etappe in rest if van_nu else [(reis.begin, None), *rest]:
        yield _wegstap(paneel, etappe, eerder, keuze)
        eerder.append(paneel)


def _wegstap(paneel: Paneel, etappe: Etappe | None, eerder: Sequence[Paneel], keuze: Gesprekskeuze) -> Wegstap:
    eisen = {eis.slug for vorig in eerder for eis in vorig.beroepsvereisten}
    diplomas = {vak.opleiding.slug for vorig in eerder for vak in vorig.vereist}
    bekend = {competentie.slug for vorig in eerder for competentie in vorig.competenties}
    vorige = {vak.opleiding.slug for vak in eerder[-1].passend} if eerder else set()
    kan = {competentie.slug for competentie in keuze.kan}
    eigen = keuze.opleiding.slug if keuze.opleiding else ""
    return Wegstap(
        paneel=paneel,
        stap=etappe.stap if etappe else None,
        vanaf=etappe.van if etappe else None,
        past=any(vak.opleiding.slug == eigen for vak in paneel.passend),
        gedeeld=tuple(vak for vak in paneel.passend if vak.opleiding.slug in vorige),
        diplomas=tuple(vak for vak in paneel.vereist if vak.opleiding.slug not in diplomas),
        eisen=tuple(eis for eis in paneel.beroepsvereisten if eis.slug not in eisen),
        kan=tuple(c for c in paneel.competenties if c.slug in kan),
        mee=tuple(c for c in paneel.competenties if c.slug in bekend - kan),
        leren=tuple(c for c in paneel.competenties if c.slug not in bekend | kan),
    )


def suggesties(pad: Pad, keuze: Gesprekskeuze, hoogstens: int = 6) -> tuple[list[Suggestie], list[Suggestie]]:
    """Return the functies to think of: those that steps lead to, nearest first, and others that are much alike.

    Alike is: at least a third of their competenties are there already, and at least two. At equal distance
    the one with the largest part of them comes first. Both lists hold at most `hoogstens`.
    """
    begin = [keuze.van] if keuze.van else list(Achtergrond(pad, keuze.opleiding).past)
    slugs = [functie.slug for functie in begin]
    bekend = {competentie.slug for competentie in keuze.kan}
    bekend |= set(keuze.van.competenties) if keuze.van else set()
    afstanden = netwerk(pad).afstanden(slugs)
    alle = [
        Suggestie(
            functie=functie,
            werkveld=pad.alle(Werkveld)[functie.werkveld],
            stappen=afstanden.get(slug),
            route=(),
            mee=len(bekend.intersection(functie.competenties)),
            totaal=len(functie.competenties),
        )
        for slug, functie in pad.alle(Functie).items()
        if functie != keuze.van
    ]
    dichtbij = sorted((s for s in alle if s.stappen is not None), key=lambda s: (s.stappen, -s.deel))[:hoogstens]
    lijkt = sorted((s for s in alle if s.stappen is None and s.mee >= max(2, s.totaal / 3)), key=lambda s: -s.deel)
    routes = ((s, netwerk(pad).kortste(slugs, s.functie.slug)) for s in dichtbij)
    met_route = [replace(s, route=tuple(pad.alle(Functie)[halte] for halte in route)) for s, route in routes]
    return met_route, lijkt[:hoogstens]


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
    gevraagd = {vak.opleiding.op_niveau for stap in stappen for vak in stap.opleidingen}
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
