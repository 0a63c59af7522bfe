"""What somebody has to begin with, and in words what each functie is to them.

That is an opleiding of this sector, or a general `Vooropleiding` such as no diploma at all. What it means is computed
in `weg.py`; nothing is said here that no row of the edition says.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from functies.document import Beroepsvereiste, Functie
from functies.keuzes import Rol
from functies.netwerk import groeiorde, niveau_van, richtingen, wegwijzer
from functies.weg import Soort, Stand, Vertrek, Waar
from opleidingen.document import Opleiding, Vooropleiding
from opleidingen.geldig import keuzenaam, te_beginnen
from opleidingen.vooropleidingen import vooropleidingen
from uitgave.pad import Pad
from uitgave.tekst import kleine_letter, opsomming

TELWOORD = {1: "één stap", 2: "twee stappen", 3: "drie stappen"}
WOORDEN = {
    Soort.HIER: "Hier werk je nu",
    Soort.PAST: "Je opleiding past",
    Soort.PAST_MET: "Past, met diploma of registratie erbij",
    Soort.BEGIN: "Hier kun je beginnen",
    Soort.NIET_GENOEMD: "Niet genoemd: vraag wat meetelt",
}


@dataclass(frozen=True)
class Standregel:
    """What one functie is to this background, in words: `ook_nodig` are names of what it asks besides."""

    soort: Soort
    woorden: str
    ook_nodig: tuple[str, ...] = ()
    route: tuple[Functie, ...] = ()


@dataclass(frozen=True)
class Achtergrond:
    """The opleiding or vooropleiding that somebody has, by its word in an address. Raises KeyError when unknown."""

    pad: Pad
    slug: str

    @cached_property
    def opleiding(self) -> Opleiding | None:
        return self.pad.alle(Opleiding).get(self.slug)

    @cached_property
    def vooropleiding(self) -> Vooropleiding | None:
        return None if self.opleiding else vooropleidingen(self.pad)[self.slug]

    @property
    def naam(self) -> str:
        if self.opleiding:
            return keuzenaam(self.pad, self.opleiding)
        return self.vooropleiding.naam if self.vooropleiding else ""

    @cached_property
    def waar(self) -> Waar:
        """Where somebody with only this background stands."""
        if self.vooropleiding:
            return Waar(begin=tuple(functie.slug for functie in begin_met(self.pad, self.vooropleiding)))
        return Waar(opleidingen=(self.slug,))

    @property
    def begin(self) -> tuple[Functie, ...]:
        """The functies where somebody with this background can begin, in the order of growth: that it fits, or whose
        opleiding is open.
        """
        slugs = sorted((*self.waar.begin, *self._vertrek.past), key=lambda slug: groeiorde(self.pad, slug))
        return tuple(self.pad.alle(Functie)[slug] for slug in slugs)

    def stand(self, functie: Functie) -> Standregel:
        """Say what `functie` is to somebody with this background."""
        stand = self._standen[functie.slug]
        woorden = WOORDEN.get(stand.soort) or f"{stand.stappen} {'stap' if stand.stappen == 1 else 'stappen'} verder"
        route = tuple(self.pad.alle(Functie)[slug] for slug in stand.route) if stand.soort == Soort.VERDER else ()
        return Standregel(stand.soort, woorden, ook_nodig(self.pad, stand), route)

    def samenvatting(self) -> list[str]:
        """Say in plain sentences what fits and what lies further, without promising."""
        if self.vooropleiding:
            zinnen = [self.vooropleiding.opent] if self.vooropleiding.opent else []
            if self.begin:
                namen = opsomming(kleine_letter(functie.naam) for functie in self.begin)
                zinnen.append(f"Hier kun je beginnen: {namen}. De school beslist over toelating.")
            return [*zinnen, *self._verder()]
        past = self.begin
        if not past:
            return ["Deze opleiding staat nu bij geen functie op de kaart. Vraag wat voor jou meetelt."]
        return [f"Je opleiding past bij {_functies(len(past))}.", *self._eisen(past), *self._verder()]

    @cached_property
    def _vertrek(self) -> Vertrek:
        return wegwijzer(self.pad).vanuit(self.waar)

    @cached_property
    def _standen(self) -> dict[str, Stand]:
        return {slug: self._vertrek.stand(slug) for slug in self.pad.alle(Functie)}

    def _eisen(self, past: Sequence[Functie]) -> Iterator[str]:
        """Say what the functies that fit ask besides, each thing once: what several ask stands behind all of them."""
        per_nodig: dict[tuple[str, ...], list[str]] = {}
        for functie in past:
            nodig = ook_nodig(self.pad, self._standen[functie.slug], lidwoord=True)
            per_nodig.setdefault(nodig, []).append(kleine_letter(functie.naam))
        for nodig, namen in per_nodig.items():
            if nodig:
                voor = {1: "Daarvoor", 2: "Voor allebei"}.get(len(past), "Voor allemaal")
                wie = voor if len(namen) == len(past) else f"Voor {opsomming(namen)}"
                yield f"{wie} heb je ook {opsomming(nodig)} nodig."

    def _verder(self) -> list[str]:
        """Say how far the other functies lie, in one sentence."""
        aantallen = Counter(stand.stappen for stand in self._standen.values() if stand.soort == Soort.VERDER)
        delen: list[str] = []
        for stappen, aantal in sorted(aantallen.items()):
            wat = str(aantal) if delen else _functies(aantal)
            ligt = "ligt" if aantal == 1 else "liggen"
            delen.append(f"{wat} {ligt} {TELWOORD.get(stappen, f'{stappen} stappen')} verder")
        return [f"Verder groeien kan ook: {opsomming(delen)}."] if delen else []


def ook_nodig(pad: Pad, stand: Stand, lidwoord: bool = False) -> tuple[str, ...]:
    """Return the names of the diploma's and beroepsvereisten that are asked besides."""
    diplomas = (pad.alle(Opleiding)[slug].naam for slug in stand.diplomas)
    eisen = (pad.alle(Beroepsvereiste)[slug].naam for slug in stand.eisen)
    if lidwoord:
        return (*map(_met_lidwoord, diplomas), *(f"een {naam}" for naam in eisen))
    return (*diplomas, *eisen)


def bekende_achtergrond(pad: Pad, slug: str) -> Achtergrond | None:
    """Return the background that an address names; None when it names none, or one that this edition does not know."""
    bekend = slug in kiesbare_opleidingen(pad) or slug in vooropleidingen(pad)
    return Achtergrond(pad, slug) if bekend else None


def kiesbare_opleidingen(pad: Pad) -> dict[str, Opleiding]:
    """The opleidingen that somebody can have to begin with, by slug; diploma's without a level come on top of one."""
    links = (link for functie in pad.alle(Functie).values() for link in functie.opleidingen)
    passend = {link.opleiding for link in links if link.rol == Rol.PASSEND}
    return {slug: rij for slug, rij in pad.alle(Opleiding).items() if rij.op_niveau or slug in passend}


def begin_met(pad: Pad, vooropleiding: Vooropleiding) -> list[Functie]:
    """Return where one begins who has this: functies of which an opleiding is open."""
    opleidingen = pad.alle(Opleiding)
    open_ = {
        slug
        for slug, functie in pad.alle(Functie).items()
        for passend in te_beginnen(pad, (link.opleiding for link in functie.opleidingen if link.rol == Rol.PASSEND))
        if opleidingen[passend].op_niveau in vooropleiding.niveaus
    }
    return eerste_van(pad, open_)


def eerste_van(pad: Pad, slugs: Set[str]) -> list[Functie]:
    """Return those of some functies where one begins: to which no other of them, of the same level, leads."""
    functies = pad.alle(Functie)
    paren = {(van, naar) for van, naar, _ in richtingen(pad) if {van, naar} <= slugs}
    trede = {slug: niveau_van(pad, functies[slug]).trede for slug in slugs}
    later = {naar for van, naar in paren if trede[van] == trede[naar] and (naar, van) not in paren}
    return [functie for slug, functie in functies.items() if slug in slugs - later]


def waar_met(
    achtergronden: Iterable[Achtergrond],
    functies: Iterable[Functie],
    competenties: Sequence[str] = (),
    leren: Sequence[str] = (),
) -> Waar:
    """Return where somebody stands who has these backgrounds, works in these functies, says that they have these
    competenties, and wants to learn those in `leren`.
    """
    waren = [achtergrond.waar for achtergrond in achtergronden]
    return Waar(
        functies=tuple(functie.slug for functie in functies),
        opleidingen=tuple(slug for waar in waren for slug in waar.opleidingen),
        competenties=tuple(competenties),
        leren=tuple(leren),
        begin=tuple(dict.fromkeys(slug for waar in waren for slug in waar.begin)),
    )


def _functies(aantal: int) -> str:
    return f"{aantal} functie{'' if aantal == 1 else 's'}"


def _met_lidwoord(naam: str) -> str:
    """Return the name of a diploma as it stands in a sentence."""
    het = naam.lower().startswith(("diploma", "certificaat"))
    return f"het {naam}" if het else f"de opleiding {naam}"
