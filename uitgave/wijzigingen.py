"""What each edition changed, in words that a visitor reads. From published documents alone."""

from collections.abc import Collection, Iterator

from django.utils.text import get_text_list
from msgspec.structs import replace

from uitgave import document as d
from uitgave.soort import Soort, delen
from uitgave.twijfel import zonder_twijfel
from uitgave.verschil import GEWIJZIGD, HERNOEMD, TOEGEVOEGD, VERWIJDERD, VOLGORDE, Lezer, Verschil, veldnaam

NIETS = "De inhoud bleef hetzelfde."
ONLEESBAAR = "Van deze versie weten we niet meer wat er veranderde."


def vul_aan(
    geschiedenis: tuple[d.Wijziging, ...], kop: d.Wijziging, vorige: d.Document | None, document: d.Document | None
) -> tuple[d.Wijziging, ...]:
    """Return `geschiedenis` with a newer edition on top: `kop`, filled in with what it changed.

    `vorige` is the last document before it that could be read. Without `document` the edition itself
    cannot be read.
    """
    onderdelen = tuple(_onderdelen(zonder_twijfel(vorige), zonder_twijfel(document))) if vorige and document else ()
    zin = ""
    if document and not geschiedenis:
        zin = _eerste(document)
    elif not (vorige and document):
        zin = ONLEESBAAR
    elif not onderdelen:
        zin = NIETS
    return replace(kop, zin=zin, onderdelen=onderdelen), *geschiedenis


def _eerste(document: d.Document) -> str:
    aantallen = [
        f"{aantal} {opties.verbose_name if aantal == 1 else opties.verbose_name_plural}"
        for soort in _op_rang()
        if soort.geteld
        for aantal, opties in [(len(getattr(document, soort.deel)), soort.model._meta)]
    ]
    return f"De eerste versie, met {get_text_list(aantallen, 'en')}."


def _onderdelen(oud: d.Document, nieuw: d.Document) -> Iterator[d.Onderdeel]:
    lezer = Lezer(oud, nieuw)
    for soort in _op_rang():
        if gevonden := list(lezer.verschillen(soort)):
            yield _onderdeel(soort, gevonden)


def _op_rang() -> list[Soort]:
    """Return the kinds that are a part of the document and matter to a visitor, in the order in which they do."""
    return sorted((soort for soort in delen().values() if not soort.stil), key=lambda soort: soort.rang)


def _onderdeel(soort: Soort, verschillen: list[Verschil]) -> d.Onderdeel:
    """Return what changed in one part; of texts, a single row, only the fields have a name."""
    per_soort: dict[str, list[str]] = {TOEGEVOEGD: [], HERNOEMD: [], GEWIJZIGD: [], VERWIJDERD: []}
    for verschil in verschillen:
        per_soort[verschil.wat].append(_velden(verschil) if soort.enig else _met_velden(soort, verschil))
    return d.Onderdeel(
        naam=soort.openbare_naam or soort.meervoud,
        nieuw=tuple(per_soort[TOEGEVOEGD]),
        hernoemd=tuple(per_soort[HERNOEMD]),
        veranderd=tuple(per_soort[GEWIJZIGD]),
        weg=tuple(per_soort[VERWIJDERD]),
    )


def _velden(verschil: Verschil, zonder: Collection[str] = ()) -> str:
    return ", ".join(veld.naam for veld in verschil.velden if veld.naam not in zonder)


def _met_velden(soort: Soort, verschil: Verschil) -> str:
    """Return the name of a row with the fields that changed; the two names of a new name say enough of that."""
    if verschil.wat not in (GEWIJZIGD, HERNOEMD) or verschil.naam == VOLGORDE:
        return verschil.naam
    namen = ("slug", *soort.naamvelden) if " → " in verschil.naam and verschil.wat == HERNOEMD else ()
    velden = _velden(verschil, {veldnaam(soort, veld) for veld in namen})
    return f"{verschil.naam} ({velden})" if velden else verschil.naam
