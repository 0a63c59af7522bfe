"""What is known of who offers which opleiding: the dataset that stands beside the editions."""

from collections.abc import Iterable, Mapping
from datetime import date

import msgspec

from aanbod.koppelen import Koppeling, Weg
from uitgave.tekst import volgorde

BIJLAGE = "aanbod"  # the name under which it is kept
KRIMP = 4 / 5  # a dataset that keeps less than this of its offers is not taken over by itself


class Aanbieding(msgspec.Struct, frozen=True, omit_defaults=True):
    """A school that offers an opleiding, in one form, at one place. What the register does not say is empty or None."""

    school: str
    plaats: str = ""
    vorm: str = ""
    naam: str = ""
    website: str = ""
    van: date | None = None
    tot: date | None = None


class Aanbod(msgspec.Struct, frozen=True):
    """The offers by code, as they were on `peildatum`; `vermoed` are those that only editors see: joined by name."""

    peildatum: date
    codes: dict[str, tuple[Aanbieding, ...]]
    vermoed: dict[str, tuple[Aanbieding, ...]]


def maak(koppelingen: Iterable[Koppeling], codes: Iterable[str], peildatum: date) -> Aanbod:
    """Return the offers of `codes`, each once, by place, school and form. A code that nobody offers has none."""
    zeker: dict[str, set[Aanbieding]] = {code: set() for code in sorted(set(codes))}
    vermoed: dict[str, set[Aanbieding]] = {}
    for koppeling in koppelingen:
        if koppeling.code in zeker:
            lijst = vermoed.setdefault(koppeling.code, set()) if koppeling.weg == Weg.NAAM else zeker[koppeling.code]
            lijst.add(_aanbieding(koppeling))
    return Aanbod(peildatum, _op_orde(zeker), _op_orde(vermoed))


def bezwaren(oud: Aanbod | None, nieuw: Aanbod) -> list[str]:
    """Return, in Dutch, why `nieuw` is not taken over by itself: it has much less than `oud`, or is older."""
    if oud is None:
        return []
    gevonden = []
    if nieuw.peildatum < oud.peildatum:
        gevonden.append(f"Het bestand is ouder dan dat van {oud.peildatum:%d-%m-%Y}, dat we al hebben.")
    was, wordt = (sum(map(len, aanbod.codes.values())) for aanbod in (oud, nieuw))
    if wordt < was * KRIMP:
        gevonden.append(f"Er staan nog {wordt} plekken in. Dat waren er {was}.")
    leeg = [code for code, rijen in oud.codes.items() if rijen and code in nieuw.codes and not nieuw.codes[code]]
    gevonden += [f"Code {code} heeft geen enkele school meer." for code in leeg]
    return gevonden


def lees(inhoud: str) -> Aanbod:
    """Return what `schrijf` wrote."""
    return msgspec.json.decode(inhoud, type=Aanbod)


def schrijf(aanbod: Aanbod) -> str:
    return msgspec.json.encode(aanbod).decode()


def _aanbieding(koppeling: Koppeling) -> Aanbieding:
    rij = koppeling.rij
    return Aanbieding(
        rij.school, rij.plaats, rij.vorm, rij.eigen_naam, rij.website, rij.eerste_instroom, rij.laatste_instroom
    )


def _op_orde(per_code: Mapping[str, set[Aanbieding]]) -> dict[str, tuple[Aanbieding, ...]]:
    def orde(rij: Aanbieding) -> tuple[object, ...]:
        namen = (volgorde(rij.plaats.lstrip("'’")), volgorde(rij.school))  # 's-Hertogenbosch stands under the s
        return (rij.plaats == "", *namen, rij.vorm, rij.naam, rij.website, str(rij.van), str(rij.tot))

    return {code: tuple(sorted(rijen, key=orde)) for code, rijen in per_code.items()}
