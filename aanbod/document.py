"""What is known of who offers which opleiding: the datasets that stand beside the editions, one for each stelsel."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import chain

import msgspec
from msgspec.structs import replace

from aanbod.koppelen import Hand, Koppeling, Weg
from uitgave.tekst import hoofdletter, volgorde

KRIMP = 4 / 5  # a dataset that keeps less than this of its offers is not taken over by itself


class Stelsel(StrEnum):
    """A part of education, of which one dataset tells who offers what."""

    HO = "ho"
    MBO = "mbo"


BIJLAGEN = {Stelsel.HO: "aanbod", Stelsel.MBO: "aanbod-mbo"}  # the name under which each is kept
# Why it could not be fetched: never served.
MISLUKT = {stelsel: f"{naam}-mislukt" for stelsel, naam in BIJLAGEN.items()}


class Aanbieding(msgspec.Struct, frozen=True, omit_defaults=True):
    """A school that offers an opleiding, in one form, at one place. What the register does not say is empty or None.

    `vorm` is voltijd, deeltijd, duaal, bol or bbl. `van` is the day on which one can begin: the first of all in the ho,
    the next in the mbo; `tot` is the last.
    """

    school: str
    plaats: str = ""
    vorm: str = ""
    naam: str = ""
    website: str = ""
    van: date | None = None
    tot: date | None = None
    eenheid: str = ""  # only where an editor says that it belongs to the code, or still has to


class Aanbod(msgspec.Struct, frozen=True):
    """The offers by code, as they were on `peildatum`; `vermoed` are those that only editors see: joined by name.

    Those look like a code of ours, or of another; without a code stand those that nothing joins.

    `mist` names what the dataset could have told and did not: a column, or a whole file.
    """

    peildatum: date
    codes: dict[str, tuple[Aanbieding, ...]]
    vermoed: dict[str, tuple[Aanbieding, ...]]
    mist: tuple[str, ...] = ()

    @property
    def eenheden(self) -> set[str]:
        """The units that an editor can join to a code, or joined."""
        alle = chain(self.codes.values(), self.vermoed.values())
        return {rij.eenheid for rijen in alle for rij in rijen} - {""}


@dataclass(frozen=True)
class Overzichten:
    """All that is served of who offers what: the dataset of each stelsel that was taken over; false when none was."""

    per_stelsel: Mapping[Stelsel, Aanbod]

    def heeft(self, stelsel: Stelsel) -> bool:
        """True when there is a dataset of this stelsel: only then that a code has no school in it says something."""
        return stelsel in self.per_stelsel

    def __bool__(self) -> bool:
        return bool(self.per_stelsel)

    @cached_property
    def codes(self) -> dict[str, tuple[Aanbieding, ...]]:
        """The offers of every code that a school offers, whatever the dataset."""
        return {code: rijen for deze in self.per_stelsel.values() for code, rijen in deze.codes.items() if rijen}

    def van(self, code: str) -> Aanbod | None:
        """Return the dataset that names schools for a code; None when no school is known."""
        return next((aanbod for aanbod in self.per_stelsel.values() if aanbod.codes.get(code)), None)


def stelsel_van(nlqf: int | None) -> Stelsel | None:
    """Return the stelsel to which a level belongs, as the NLQF numbers it; None when that is not known."""
    return None if nlqf is None else Stelsel.MBO if nlqf <= 4 else Stelsel.HO


def maak(koppelingen: Iterable[Koppeling], codes: Iterable[str], peildatum: date, mist: Iterable[str] = ()) -> Aanbod:
    """Return the offers of `codes`, each once, by place, school and form. A code that nobody offers has none."""
    zeker: dict[str, set[Aanbieding]] = {code: set() for code in sorted(set(codes))}
    vermoed: dict[str, set[Aanbieding]] = {}
    for koppeling in koppelingen:
        rij, code = _aanbieding(koppeling, koppeling.code in zeker), koppeling.code
        if koppeling.weg in (Weg.NAAM, Weg.GEEN):
            vermoed.setdefault(code, set()).add(rij)
        elif code in zeker:
            zeker[code].add(rij)
    return Aanbod(peildatum, _op_orde(zeker), _op_orde(vermoed), tuple(mist))


def met_eenheden(aanbod: Aanbod, hand: Hand) -> Aanbod:
    """Return `aanbod` with each unit at the codes that `hand` gives, for certain, as far as it is known here.

    One that was at a code by hand, and is not any more, only looks as if it belongs there.
    """
    zeker = {code: {rij for rij in rijen if not rij.eenheid} for code, rijen in aanbod.codes.items()}
    vermoed: dict[str, set[Aanbieding]] = {}
    for code, rijen in chain(aanbod.codes.items(), aanbod.vermoed.items()):
        for rij in rijen:
            for van_hand in hand.get(rij.eenheid, ()):
                zeker.setdefault(van_hand, set()).add(rij)
            if rij.eenheid and rij.eenheid not in hand:
                vermoed.setdefault(code, set()).add(rij)
    return replace(aanbod, codes=_op_orde(zeker), vermoed=_op_orde(vermoed))


def per_plek(rijen: Iterable[Aanbieding]) -> tuple[Aanbieding, ...]:
    """Return offers as visitors get them, each once: a school may give one opleiding in several units at one place."""
    return tuple(dict.fromkeys(replace(rij, eenheid="") if rij.eenheid else rij for rij in rijen))


def bezwaren(oud: Aanbod | None, nieuw: Aanbod) -> list[str]:
    """Return, in Dutch, why `nieuw` is not taken over by itself: it is older than `oud`, or misses much of it."""
    if oud is None:
        return []
    gevonden = []
    if nieuw.peildatum < oud.peildatum:
        gevonden.append(f"Het bestand is ouder dan dat van {oud.peildatum:%d-%m-%Y}, dat we al hebben.")
    gevonden += [f"{hoofdletter(naam)} ontbreekt. Eerst was dat er wel." for naam in nieuw.mist if naam not in oud.mist]
    was, wordt = (_plekken(aanbod, nieuw.codes) for aanbod in (oud, nieuw))
    if len(wordt) < len(was) * KRIMP:
        gevonden.append(f"Er staan nog {len(wordt)} plekken in. Dat waren er {len(was)}.")
    elif len(was & wordt) < len(was) * KRIMP:
        gevonden.append(f"Van de {len(was)} plekken zijn er nog {len(was & wordt)}. De andere scholen heten nu anders.")
    had, heeft = (_met_begin(aanbod, nieuw.codes) for aanbod in (oud, nieuw))
    if heeft < had * KRIMP:
        gevonden.append(f"Bij {heeft:.0%} van de plekken staat wanneer je kunt beginnen. Dat was {had:.0%}.")
    leeg = [code for code, rijen in oud.codes.items() if rijen and code in nieuw.codes and not nieuw.codes[code]]
    gevonden += [f"Code {code} heeft geen enkele school meer." for code in leeg]
    return gevonden


def _plekken(aanbod: Aanbod, codes: Iterable[str]) -> set[tuple[str, str, str]]:
    """Return which school gives which of these codes where."""
    return {(code, rij.school, rij.plaats) for code in codes for rij in aanbod.codes.get(code, ())}


def _met_begin(aanbod: Aanbod, codes: Iterable[str]) -> float:
    """Return of how many of the offers of these codes it is known when one can begin, as a part of them all."""
    rijen = [rij for code in codes for rij in aanbod.codes.get(code, ())]
    return sum(rij.van is not None for rij in rijen) / max(len(rijen), 1)


def lees_alle(bijlagen: Mapping[str, str]) -> Overzichten:
    """Return what the datasets beside an edition tell, by the name under which each is kept."""
    return Overzichten({stelsel: lees(bijlagen[naam]) for stelsel, naam in BIJLAGEN.items() if naam in bijlagen})


def lees(inhoud: str) -> Aanbod:
    """Return what `schrijf` wrote."""
    return msgspec.json.decode(inhoud, type=Aanbod)


def schrijf(aanbod: Aanbod) -> str:
    return msgspec.json.encode(aanbod).decode()


def _aanbieding(koppeling: Koppeling, van_ons: bool) -> Aanbieding:
    """Return an offer as it is kept; of a code that is not ours with the name that tells an editor what it is."""
    rij = koppeling.rij
    naam = rij.eigen_naam or ("" if van_ons else rij.naam)
    eenheid = rij.eenheid if koppeling.weg in (Weg.HAND, Weg.NAAM, Weg.GEEN) else ""
    return Aanbieding(rij.school, rij.plaats, rij.vorm, naam, rij.website, rij.van, rij.tot, eenheid)


def _op_orde(per_code: Mapping[str, set[Aanbieding]]) -> dict[str, tuple[Aanbieding, ...]]:
    def orde(rij: Aanbieding) -> tuple[object, ...]:
        namen = (volgorde(rij.plaats.lstrip("'’")), volgorde(rij.school))  # 's-Hertogenbosch stands under the s
        return (rij.plaats == "", *namen, rij.vorm, rij.naam, rij.website, str(rij.van), str(rij.tot), rij.eenheid)

    def eenmaal(rijen: set[Aanbieding]) -> set[Aanbieding]:
        return {rij for rij in rijen if not rij.eenheid or replace(rij, eenheid="") not in rijen}

    return {code: tuple(sorted(eenmaal(rijen), key=orde)) for code, rijen in per_code.items()}
