"""What of the register can be found: an opleiding by its places, forms and schools; what a question asks of those."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from urllib.parse import urlencode

from aanbod.document import Aanbieding
from aanbod.plaatsen import ELDERS, Buurt, gewone_naam, namen_van, provincies_van, sleutel, zoek_buurt
from aanbod.waar import BAAN, NAAST_EEN_BAAN, aanbiedingen, aanbod, alle_plaatsen
from opleidingen.document import Opleiding
from opleidingen.geldig import is_over
from opleidingen.vindbaar import SOORT as NAAM_VAN_SOORT
from uitgave.pad import Pad, eens, vult_aan
from uitgave.soort import soort_van_rij
from uitgave.tekst import opsomming
from uitgave.vinden import schikt
from zoeken.ding import NAAM, TEKST, VERWIJZING, Ding, Naam, Veld
from zoeken.index import STOPWOORDEN, Treffer

WERK = frozenset({"baan", "job", "werk"})
VOOR_PLAATS = frozenset(
    {"bij", "buurt", "in", "omgeving", "omstreken", "postcode", "regio", "rond", "rondom", "te", "van"}
)
MEEST_WOORDEN = 4  # of the name of a place
# Towns that are common words too: a place only at the end of a question, or behind a word that says where.
GEWONE_WOORDEN = frozenset({"assen", "bergen", "best", "dieren", "echt", "goes", "horst", "huizen", "leiden"})
WAARIN = VOOR_PLAATS - {"bij", "van"}
# Villages that are words of work: nobody means those, nor one that is called as a word without a meaning of its own.
GEEN_PLAATS = STOPWOORDEN | {"anderen", "handel", "loon", "nederland", "noorden", "winkel"}
JAREN = range(1980, 2050)
GEWOON = frozenset(
    {"academie", "applied", "christelijke", "college", "hogeschool", "sciences", "school", "stichting", "university"}
)  # words that many schools have in their name
SOORT = frozenset({"opleiding", "opleidingen", "scholen", "school", "studie", "studies"})  # what every opleiding is
WAT_JE_ZOEKT = frozenset({NAAM_VAN_SOORT, "Functie"})  # what one asks for in a place
MEESTE = 20  # results
GELIJK = 5  # so many results say the question about as well: of those a place may choose


@dataclass(frozen=True)
class Keuzes:
    """What can be chosen of an opleiding: keys of places, forms, and the places of a school by the words for it."""

    plaatsen: frozenset[str]
    vormen: frozenset[str]
    scholen: Mapping[str, frozenset[str]]


@vult_aan
def met_scholen(pad: Pad, deel: str, ding: Ding) -> Ding:
    """Let an opleiding be found by what the register says of it."""
    if deel != soort_van_rij(Opleiding).deel:
        return ding
    ding = replace(ding, velden=tuple(map(_zonder_soort, ding.velden)))
    opleiding = pad.alle(Opleiding)[ding.slug]
    if (overzicht := aanbod(pad).van(opleiding.code)) is None:
        return ding
    rijen = aanbiedingen(pad, opleiding, overzicht.peildatum)
    vormen = {rij.vorm for rij in rijen} - {""}
    plaatsen = {rij.plaats for rij in rijen} - {""}
    provincies = {provincie for plaats in plaatsen for provincie in provincies_van(plaats)}
    velden = (
        *(Veld("Te leren in", naam, VERWIJZING) for plaats in sorted(plaatsen) for naam in namen_van(plaats)),
        *(Veld("School", school, VERWIJZING) for school in sorted({rij.school for rij in rijen})),
        *(Veld("Te leren in", provincie, TEKST) for provincie in sorted(provincies)),
        *(Veld("Vorm", vorm, VERWIJZING) for vorm in sorted(vormen)),
    )
    naast = [Naam(f"naast {woorden}") for woorden in ("een baan", "je werk")] if vormen & {*NAAST_EEN_BAAN} else []
    keuzes = Keuzes(frozenset(map(sleutel, plaatsen)), frozenset(vormen), _per_woord(rijen))
    verfijn = partial(gevraagd, keuzes) if rijen else None
    return replace(ding, velden=(*ding.velden, *velden), namen=(*ding.namen, *naast), verfijn=verfijn)


def _zonder_soort(veld: Veld) -> Veld:
    """Return a name without the word for what every opleiding is: who asks for "opleiding" means no name with it."""
    woorden = [woord for woord in veld.tekst.split() if veld.gewicht != NAAM or woord.lower() not in SOORT]
    return replace(veld, tekst=" ".join(woorden)) if woorden else veld


def gevraagd(keuzes: Keuzes, vraag: str) -> str:
    """Return what a question adds to the address of an opleiding: a place and a form to choose, at its schools."""
    woorden = sleutel(vraag).split()
    plaats, vorm = _plaats(keuzes, woorden), _vorm(keuzes, woorden)
    gekozen = urlencode({naam: waarde for naam, waarde in (("plaats", plaats), ("vorm", vorm)) if waarde})
    if gekozen:
        return f"?{gekozen}#scholen"
    return "#scholen" if any(woord in keuzes.scholen for woord in woorden) else ""


def _plaats(keuzes: Keuzes, woorden: list[str]) -> str:
    """Return the place that words name; otherwise where the school is that they name, when that is one place."""
    if genoemd := _genoemd(keuzes.plaatsen, woorden):
        return genoemd[0].keuze
    van_school = set[str]().union(*(keuzes.scholen.get(woord, ()) for woord in woorden))
    return van_school.pop() if len(van_school) == 1 else ""


def _genoemd(met_school: frozenset[str], woorden: list[str]) -> tuple[Buurt, list[str]] | None:
    """Return the longest run of words that is a place, and the words around it.

    It is one of `met_school`, or any behind a word such as in.
    """
    for lengte in range(MEEST_WOORDEN, 0, -1):
        for begin in range(len(woorden) - lengte + 1):
            voor, deze, na = woorden[:begin], woorden[begin : begin + lengte], woorden[begin + lengte :]
            buurt = zoek_buurt(" ".join(deze))
            if buurt and _bedoeld(met_school, buurt, voor, deze, na):
                return buurt, [*(voor[:-1] if VOOR_PLAATS.intersection(voor[-1:]) else voor), *na]
    return None


def _bedoeld(met_school: frozenset[str], buurt: Buurt, voor: list[str], deze: list[str], na: list[str]) -> bool:
    """True when a place is meant by `deze`, words of a question between others. A number may count hours, or a year.

    A place with a school is, wherever it stands; but one that is a common word too only at the end of a question.
    """
    woord = " ".join(deze)
    if woord in GEEN_PLAATS:
        return False
    if woord.isdigit() and "postcode" not in voor[-1:]:
        return bool(WAARIN.intersection(voor[-1:])) and len(woord) == 4 and int(woord) not in JAREN
    if VOOR_PLAATS.intersection(voor[-1:]) and (woord not in GEWONE_WOORDEN or WAARIN.intersection(voor[-1:])):
        return True
    if woord[0].isdigit():  # a postcode with its letters
        return True
    return bool(buurt.plaatsen) and buurt.plaatsen <= met_school and not (na and woord in GEWONE_WOORDEN)


@schikt
def in_de_buurt(pad: Pad, vraag: str, treffers: list[Treffer]) -> list[Treffer]:
    """Let a place say where, and the other words what: a place is rare, so it would drown the name of an opleiding.

    Who asks for no more than an opleiding in a place gets all of them: those that are given nearest come first. Of what
    is given there, or else in its province, it says where.
    """
    met_school = _met_school(pad)
    genoemd = _genoemd(met_school, sleutel(vraag).split()) if met_school else None
    wat = [woord for woord in genoemd[1] if woord not in STOPWOORDEN] if genoemd else []
    if genoemd is None or not wat:
        return treffers
    buurt, anders = genoemd
    gekozen = _alle(pad, buurt, treffers) if SOORT.issuperset(wat) else _gevraagde(pad, anders, treffers)
    return [_zeg_waar(pad, treffer, buurt) for treffer in gekozen]


def _alle(pad: Pad, buurt: Buurt, treffers: list[Treffer]) -> list[Treffer]:
    """Return all opleidingen, those that are given near `buurt` first, between what else was found."""
    dingen = [ding for ding in pad.zoekindex.dingen if _is_opleiding(ding)]
    nabij = sorted(dingen, key=lambda ding: _dichtbij(pad, ding, buurt)[0])
    antwoorden = [treffer for treffer in treffers if treffer.ding.kaart and treffer.anders]
    rest = [treffer for treffer in treffers if not _is_opleiding(treffer.ding) and treffer not in antwoorden]
    return [*antwoorden[:1], *map(Treffer, nabij), *rest][:MEESTE]


def _gevraagde(pad: Pad, anders: list[str], treffers: list[Treffer]) -> list[Treffer]:
    """Return what the words around a place found, when the place made something else come first."""
    zonder = pad.zoekindex.zoek(" ".join(anders))
    eerste = treffers[0].ding if treffers else None
    gezien = eerste is None or not _is_opleiding(eerste) or eerste in [deze.ding for deze in zonder[:GELIJK]]
    genoemd_wordt = any(not deze.zwak and deze.ding.soort in WAT_JE_ZOEKT for deze in zonder[:GELIJK])
    return zonder if genoemd_wordt and not gezien else treffers


def _zeg_waar(pad: Pad, treffer: Treffer, buurt: Buurt) -> Treffer:
    """Let an opleiding that says nothing to the other words say where near `buurt` it is given."""
    if treffer.zegt or not _is_opleiding(treffer.ding) or is_over(pad, treffer.ding.slug):
        return treffer
    _, plaatsen = _dichtbij(pad, treffer.ding, buurt)
    return replace(treffer, zegt=f"Te leren in: {opsomming(plaatsen)}") if plaatsen else treffer


@eens
def _met_school(pad: Pad) -> frozenset[str]:
    return frozenset(map(sleutel, alle_plaatsen(pad)))


def _is_opleiding(ding: Ding) -> bool:
    return ding.soort == NAAM_VAN_SOORT


def _dichtbij(pad: Pad, ding: Ding, buurt: Buurt) -> tuple[int, list[str]]:
    """Return how near an opleiding is given, as `Buurt.rang` says of places, and which of its places are so near.

    Where no school is known that is 3. Of what is elsewhere no place is told.
    """
    opleiding = pad.alle(Opleiding)[ding.slug]
    overzicht = aanbod(pad).van(opleiding.code)
    rijen = aanbiedingen(pad, opleiding, overzicht.peildatum) if overzicht else ()
    rangen = {rij.plaats: buurt.rang(rij.plaats) for rij in rijen}
    dichtst = min(rangen.values(), default=3)
    return dichtst, [gewone_naam(plaats) for plaats, rang in rangen.items() if rang == dichtst < ELDERS]


def _vorm(keuzes: Keuzes, woorden: list[str]) -> str:
    if "naast" in woorden and WERK.intersection(woorden) and keuzes.vormen & {*NAAST_EEN_BAAN}:
        return BAAN
    return next((woord for woord in woorden if woord in keuzes.vormen), "")


def _per_woord(rijen: Iterable[Aanbieding]) -> dict[str, frozenset[str]]:
    """Return the places of a school by each word that only its name has: a long one, or an abbreviation."""
    scholen, plaatsen = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for rij in rijen:
        plaatsen[rij.school].add(rij.plaats)
        for woord in sleutel(rij.school).split():
            if (len(woord) > 3 or woord.upper() in rij.school) and woord not in GEWOON:
                scholen[woord].add(rij.school)
    return {woord: frozenset(plaatsen[school]) for woord, (school, *meer) in scholen.items() if not meer}
