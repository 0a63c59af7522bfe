"""What two registers say of the days of a code, read strictly: bytes in, recognitions out. Pure: no Django.

The last day on which somebody can begin, or that an opleiding exists, becomes the first day that it is over.
"""

from collections.abc import Collection
from datetime import date, timedelta

import msgspec

from aanbod.tabel import dag, een_van, lees, vorm
from opleidingen.codestand import Erkend

HO = "overzicht-erkenningen-ho"  # the dataset of all recognitions of higher education, old ones too
BEKOSTIGD = {"BEKOSTIGD": "ja", "OPEN_BESTEL": "ja", "NIET_BEKOSTIGD": "nee", "NIET_VAN_TOEPASSING": "nee"}


def _dag(ruw: str) -> date | None:
    """Return a day, also where midnight is written behind it."""
    return dag(ruw.removesuffix("T00:00:00").removesuffix(" 00:00:00"))


KOLOMMEN = {
    "ERKENDEOPLEIDINGSCODE": vorm("[0-9]{5}", "code van vijf cijfers"),
    "INSTROOM_EINDDATUM": _dag,
    "BEKOSTIGINGSCODE": een_van(BEKOSTIGD),
    "ACCREDITATIE_BEGINDATUM": _dag,
    "ACCREDITATIE_VERVALDATUM": _dag,
    "ACCREDITATIE_AFBOUWDATUM": _dag,
    "ACCREDITATIE_INTREKKINGSDATUM": _dag,
}


class Rio(msgspec.Struct, rename="camel"):
    """One recognition as RIO tells it; a date that is not there is told as null."""

    erkendeopleidingscode: str
    begindatum: date
    einddatum: date | None
    instroom_einddatum: date | None


class RioBinnen(msgspec.Struct):
    opleidingserkenningen: tuple[Rio, ...]


class RioAntwoord(msgspec.Struct):
    embedded: RioBinnen = msgspec.field(name="_embedded")
    links: dict[str, msgspec.Raw] = msgspec.field(name="_links", default_factory=dict)


def lees_rio(inhoud: bytes, code: str) -> list[Erkend]:
    """Return the recognitions of `code` in an answer of RIO. Raises ValueError, in Dutch, for any other shape."""
    try:
        antwoord = msgspec.json.decode(inhoud, type=RioAntwoord)
    except msgspec.DecodeError as fout:
        raise ValueError(f"RIO geeft een ander antwoord dan we kennen ({fout}).") from None
    rijen = antwoord.embedded.opleidingserkenningen
    if "next" in antwoord.links:
        raise ValueError("RIO geeft meer erkenningen dan we lezen.")
    if anders := {rij.erkendeopleidingscode for rij in rijen} - {code}:
        raise ValueError(f"RIO geeft een andere code dan is gevraagd: {', '.join(sorted(anders))[:40]}.")
    return [Erkend(rij.begindatum, _erna(rij.instroom_einddatum), _erna(rij.einddatum)) for rij in rijen]


def lees_ho(inhoud: bytes, codes: Collection[str]) -> dict[str, list[Erkend]]:
    """Return the recognitions of each of `codes` in the dataset. Raises Tabelfout, with its place."""
    gevonden: dict[str, list[Erkend]] = {code: [] for code in codes}
    for code, instroom, bekostigd, begin, verval, afbouw, intrekking in map(dict.values, lees(inhoud, KOLOMMEN)):
        if code in gevonden:
            instroom_tot = min(filter(None, (_erna(instroom), afbouw)), default=None)
            einde = min(filter(None, (_erna(verval), intrekking)), default=None)
            gevonden[code].append(Erkend(begin, instroom_tot, einde, bekostigd == "ja" if bekostigd else None))
    return gevonden


def _erna(laatste: date | None) -> date | None:
    return laatste + timedelta(days=1) if laatste and laatste < date.max else None
