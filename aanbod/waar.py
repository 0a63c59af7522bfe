"""Where an opleiding is given: what its page and its rows show of the register."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter

from django.http import QueryDict

from aanbod.document import Aanbieding, Overzichten, Stelsel, lees_alle, per_plek
from aanbod.plaatsen import ELDERS, LANGST, Buurt, gewone_naam, lijkt_op, namen_van, twee_cijfers, zoek_buurt
from opleidingen.document import Opleiding
from uitgave.meenemen import Keuze
from uitgave.pad import Pad, eens
from uitgave.pagina import reist_mee
from uitgave.tekst import opsomming

ONBEKEND = "Plaats niet bekend"
BAAN = "naast-een-baan"  # as an address says it
NAAST_EEN_BAAN = ("bbl", "deeltijd", "duaal")
PLAATS = ("plaats", "postcode")  # where an address says where somebody looks
VEEL = 20  # places: who sees more of them at once, does not see what else is on the page
VOORBEELDEN = 3  # schools that are named where there is no room for all


@dataclass(frozen=True)
class Schoolplek:
    """A school at one place, with the forms in which it gives the opleiding there, each with its own page."""

    school: str
    plaats: str
    vormen: tuple[Aanbieding, ...]


@dataclass(frozen=True)
class Groep:
    """Places that are equally near; `dicht` when a visitor opens them, for there are many or nearer ones."""

    kop: str
    dicht: bool
    plaatsen: list[tuple[str, list[Schoolplek]]]


@dataclass(frozen=True)
class Scholen:
    """Where an opleiding is given: of those that fit `vorm`, what is near `buurt` first.

    `vormen` are the choices, as an address and as a visitor says them. `gevraagd` is a place that is not known, with
    those that may be `bedoeld`; `passend` are the schools that `vorm` leaves. `nergens` says in words where
    no school is known, of what somebody asked, and `zonder_plaats` are those that may be there after all.
    """

    peildatum: date
    alleen_bekostigd: bool  # the overview has what the government pays for, and nothing else
    dag: date
    scholen: tuple[str, ...]
    plaatsen: tuple[str, ...]
    vormen: tuple[tuple[str, str], ...]
    vorm: str
    buurt: Buurt | None
    gevraagd: str
    bedoeld: tuple[str, ...]
    passend: tuple[str, ...]
    nergens: str
    zonder_plaats: tuple[str, ...]
    groepen: list[Groep]

    @property
    def aantal(self) -> int:
        return len(self.scholen)

    @property
    def vorm_in_woorden(self) -> str:
        return {BAAN: "naast een baan"}.get(self.vorm, self.vorm)

    @property
    def voorbeelden(self) -> tuple[Schoolplek, ...]:
        """The first few schools, each once."""
        gezien: dict[str, Schoolplek] = {}
        for _, plekken in (plaats for groep in self.groepen for plaats in groep.plaatsen):
            for plek in plekken:
                gezien.setdefault(plek.school, plek)
        return tuple(gezien.values())[:VOORBEELDEN]


@eens
def aanbod(pad: Pad) -> Overzichten:
    """Return the datasets beside this edition."""
    return lees_alle(pad.uitgave.bijlagen)


def aanbiedingen(pad: Pad, opleiding: Opleiding, dag: date) -> tuple[Aanbieding, ...]:
    """Return the offers of `opleiding` to who begins on `dag` or later; none where the register tells nothing of it."""
    rijen = per_plek(aanbod(pad).codes.get(opleiding.code, ()))
    return tuple(rij for rij in rijen if rij.tot is None or rij.tot >= dag)


def waar(pad: Pad, opleiding: Opleiding, dag: date, plaats: str = "", vorm: str = "") -> Scholen | None:
    """Return where `opleiding` is given to who begins after `dag`; None where the register tells nothing of its code.

    With `plaats`, a place or the first two digits of a postcode, schools there come first, then those in the same
    province. `vorm` leaves out what is surely given in another form.
    """
    rijen, overzicht = aanbiedingen(pad, opleiding, dag), aanbod(pad).van(opleiding.code)
    if overzicht is None or not rijen:
        return None
    plaatsen = tuple(dict.fromkeys(rij.plaats for rij in rijen if rij.plaats))
    buurt = zoek_buurt(plaats, plaatsen)
    vormen = _vormen(rijen)
    vorm = vorm if vorm in dict(vormen) else ""
    past = [rij for rij in rijen if not vorm or not rij.vorm or rij.vorm in _vormen_van(vorm)]
    return Scholen(
        peildatum=overzicht.peildatum,
        alleen_bekostigd=overzicht is aanbod(pad).per_stelsel.get(Stelsel.HO),
        dag=dag,
        scholen=_scholen(rijen),
        plaatsen=tuple(map(gewone_naam, plaatsen)),
        vormen=vormen,
        vorm=vorm,
        buurt=buurt,
        gevraagd="" if buurt else plaats.strip()[:LANGST],
        bedoeld=() if buurt else lijkt_op(plaats),
        passend=_scholen(past),
        nergens=_nergens(past, buurt),
        zonder_plaats=_scholen(rij for rij in past if not rij.plaats),
        groepen=_groepen(past, buurt, dag),
    )


@reist_mee(*PLAATS)
def buurt_van_bezoeker(pad: Pad, vraag: QueryDict) -> list[Keuze]:
    """Where somebody looks for a school goes along to every page, with no more of a postcode than its two digits."""
    buurt = zoek_buurt(gevraagde_plaats(vraag), alle_plaatsen(pad)) if aanbod(pad) else None
    return [("plaats", buurt.keuze)] if buurt else []


def gevraagde_plaats(vraag: QueryDict) -> str:
    """Return what an address says about where somebody looks, as it was typed."""
    return vraag.get("plaats", "") or vraag.get("postcode", "")


def zonder_huis(vraag: QueryDict) -> str:
    """Return a query string with two digits of a postcode where it says more: a whole one tells in which street.

    Nothing when it says no more than it should.
    """
    kort = vraag.copy()
    for naam in vraag.keys() & {*PLAATS}:
        kort.setlist(naam, [twee_cijfers(waarde) or waarde for waarde in vraag.getlist(naam)])
    return kort.urlencode() if kort != vraag else ""


@eens
def alle_plaatsen(pad: Pad) -> frozenset[str]:
    """Return every place with a school, of whatever opleiding."""
    return frozenset(rij.plaats for rijen in aanbod(pad).codes.values() for rij in rijen)


def _scholen(rijen: Iterable[Aanbieding]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(rij.school for rij in rijen))


def _vormen_van(vorm: str) -> tuple[str, ...]:
    return NAAST_EEN_BAAN if vorm == BAAN else (vorm,)


def _vormen(rijen: Iterable[Aanbieding]) -> tuple[tuple[str, str], ...]:
    """Return the forms that can be chosen: none when there is no choice."""
    vormen = sorted({rij.vorm for rij in rijen if rij.vorm})
    naast = [vorm for vorm in vormen if vorm in NAAST_EEN_BAAN]
    samen = [(BAAN, f"naast een baan ({opsomming(naast)})")] if naast else []
    return (*samen, *((vorm, vorm) for vorm in vormen)) if len(vormen) > 1 else ()


def _nergens(rijen: Iterable[Aanbieding], buurt: Buurt | None) -> str:
    """Return "in Emmen en in Drenthe" when none of `rijen` is there; nothing when one is in the place that is asked."""
    rangen = {buurt.rang(rij.plaats) for rij in rijen} if buurt else {0}
    if buurt is None or 0 in rangen:
        return ""
    namen = ([buurt.naam] if buurt.plaatsen else []) + ([] if 1 in rangen else [*buurt.provincienamen])
    return opsomming([f"in {naam}" for naam in namen])


def _groepen(rijen: Iterable[Aanbieding], buurt: Buurt | None, dag: date) -> list[Groep]:
    """Return the places of `rijen`, those in `buurt` first."""
    if buurt is None:
        plaatsen = _per_plaats(rijen, dag)
        return [Groep("Alle plaatsen", len(plaatsen) > VEEL, plaatsen)] if plaatsen else []

    def rang(rij: Aanbieding) -> int:
        return buurt.rang(rij.plaats)

    groepen = {rang_: _per_plaats(hier, dag) for rang_, hier in groupby(sorted(rijen, key=rang), rang)}
    provincie = f"{'Verder in' if 0 in groepen else 'In'} {opsomming(buurt.provincienamen)}"
    koppen = (f"In {buurt.naam}", provincie, "Andere scholen")
    dicht = len(groepen) > 1 and sum(map(len, groepen.values())) > VEEL
    return [Groep(koppen[rang_], dicht and rang_ == ELDERS, plaatsen) for rang_, plaatsen in groepen.items()]


def _per_plaats(rijen: Iterable[Aanbieding], dag: date) -> list[tuple[str, list[Schoolplek]]]:
    return [
        (
            _kop(plaats),
            [
                Schoolplek(school, gewone_naam(plaats), _eenmaal(rij, dag))
                for school, rij in groupby(hier, attrgetter("school"))
            ],
        )
        for plaats, hier in groupby(rijen, attrgetter("plaats"))
    ]


def _kop(plaats: str) -> str:
    """Return a place as the register writes it, under whose letter it stands, and as people call it."""
    naam, *ook = namen_van(plaats) or (ONBEKEND,)
    return f"{naam} ({ook[0]})" if ook else naam


def _eenmaal(rijen: Iterable[Aanbieding], dag: date) -> tuple[Aanbieding, ...]:
    """Return one offer of each form: if possible one that has begun, that goes on, and that has a page."""

    def orde(rij: Aanbieding) -> tuple[bool, bool, bool]:
        return (bool(rij.van and rij.van > dag), bool(rij.tot), not rij.website)

    beste = {rij.vorm: rij for rij in sorted(rijen, key=orde, reverse=True)}
    return tuple(beste[vorm] for vorm in sorted(beste))
