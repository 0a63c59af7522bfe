"""An edition as linked data: what each kind says of its rows, and where that comes from.

Written by ourselves, from one list of statements: rdflib would be a second copy of the edition in memory for a form
that is a grouping and an escape. The tests read both forms with it.
"""

from collections.abc import Iterator
from typing import Any

import msgspec
from django.conf import settings
from django.urls import reverse

from data.inhoud import openbaar_document
from rdf.drietal import (
    DCT,
    RDF,
    RDFS,
    SCHEMA,
    SOORT,
    VOORVOEGSELS,
    Drietal,
    Iri,
    Namen,
    Ruimte,
    Term,
    dag,
    nl,
)
from rdf.schrijf import jsonld, turtle
from uitgave.document import Document, sleutels
from uitgave.gegevens import alle_gegevens
from uitgave.pad import Pad, eens
from uitgave.pagina import voor_bezoekers
from uitgave.soort import Soort, delen, soorten

TTL = "ontwikkelpad.ttl"
GECONTROLEERD = Term("gecontroleerdOp", "De dag waarop de redactie voor het laatst nakeek of dit klopt.")


def namen_in(pad: Pad) -> Namen:
    """Return how the things of an edition are called."""
    uitgave = pad.geschiedenis[0].vaste_naam if pad.geschiedenis else pad.uitgave.nummer
    return Namen(settings.ADRES, _sleutels(pad), uitgave)


@eens
def _sleutels(pad: Pad) -> dict[str, dict[str, str]]:
    return sleutels(pad.document)


def sleutel_van(soort: Soort, rij: Any, namen: Namen) -> str:
    """Return what lasts of a row: its key, or those of the rows that it joins; empty when it has neither."""
    if soort.met_sleutel:
        return str(rij.sleutel)
    if not soort.uniek or not all(veld in soort.naar_een and getattr(rij, veld) for veld in soort.uniek):
        return ""
    return ".".join(namen.sleutels[soort.verwijst[veld]][getattr(rij, veld)] for veld in soort.uniek)


def pagina_van(soort: Soort, rij: Any) -> str:
    """Return the path where visitors see a row; of one without a page, that of the row where it begins; else empty."""
    if soort.adres and "slug" in soort.velden:
        return voor_bezoekers(soort.adres(rij.slug))
    for veld in soort.hoort_bij:
        if adres := delen()[soort.verwijst[veld]].adres:
            return voor_bezoekers(adres(getattr(rij, veld)))
    return ""


def elders(pad: Pad) -> dict[tuple[str, str], str]:
    """Return by part and slug where a row without a page stands: where the search finds it, or with who refers to it.

    Of those that refer to it, one that is about it comes first: no other row of its kind has the same.
    """
    gevonden: dict[tuple[str, str], str] = {}
    for soort in delen().values():
        for ding in soort.dingen(pad.document) if soort.dingen and not soort.adres else ():
            gevonden.setdefault((soort.deel, ding.slug), voor_bezoekers(ding.adres()))
    verwijzingen = [
        (veld not in soort.uniek, soort.verwijst[veld], getattr(rij, veld), pagina)
        for soort, rij in rijen(pad.document)
        if (pagina := pagina_van(soort, rij))
        for veld in soort.verwijst
    ]
    for _, deel, naar, pagina in sorted(verwijzingen, key=lambda verwijzing: verwijzing[0]):
        for slug in naar if isinstance(naar, tuple) else [naar]:
            gevonden.setdefault((deel, slug), pagina)
    return gevonden


def rijen(document: Document) -> Iterator[tuple[Soort, Any]]:
    """Yield the rows of every kind that is a list, with their kind."""
    for deel, soort in delen().items():
        if not soort.enig:
            yield from ((soort, rij) for rij in getattr(document, deel))


def termen() -> list[Term]:
    """Return the words of our own vocabulary."""
    return [*(term for soort in soorten() for term in soort.termen), GECONTROLEERD]


def inhoud(pad: Pad) -> Iterator[Drietal]:
    """Yield what each kind says of its rows, with their page, source and edition, and what datasets beside it do."""
    namen = namen_in(pad)
    for soort, rij in rijen(openbaar_document(pad)):
        yield from over(soort, rij, namen)
    for gegevens in alle_gegevens():
        yield from gegevens.drietallen(pad, namen)
    yield namen.deze_uitgave, SOORT, SCHEMA("PublicationIssue")
    yield namen.deze_uitgave, DCT("title"), nl(f"{pad.document.sitenaam}, versie {pad.uitgave.nummer}")
    yield namen.deze_uitgave, DCT("issued"), dag(pad.uitgave.datum)
    for term in termen():
        klasse = RDFS("Class") if term.naam[0].isupper() else RDF("Property")
        yield namen.eigen(term.naam), SOORT, klasse
        yield namen.eigen(term.naam), RDFS("comment"), nl(term.uitleg)


def over(soort: Soort, rij: Any, namen: Namen) -> list[Drietal]:
    """Return what linked data says of one row; nothing of a kind that says nothing, or of a row without a name."""
    if not soort.drietallen or not (sleutel := sleutel_van(soort, rij, namen)):
        return []
    zelf = namen.met(soort.deel, sleutel)
    gezegd = list(soort.drietallen(rij, zelf, namen))
    if any(onderwerp == zelf for onderwerp, _, _ in gezegd):
        gezegd += _herkomst(soort, rij, zelf, namen)
    return gezegd


def _herkomst(soort: Soort, rij: Any, zelf: Iri, namen: Namen) -> Iterator[Drietal]:
    """Yield of a row its edition, page, source and the day on which it was checked."""
    yield zelf, DCT("isPartOf"), namen.deze_uitgave
    if soort.adres and (pagina := pagina_van(soort, rij)):
        yield zelf, SCHEMA("url"), Iri(f"{namen.site}{pagina}")
    if bron := getattr(rij, "bron", ""):
        yield zelf, DCT("source"), nl(bron)
    if datum := getattr(rij, "gecontroleerd_op", None):
        yield zelf, namen.eigen(GECONTROLEERD.naam), dag(datum)


def gevonden_paginas(pad: Pad) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield the part and key of each row with a lasting name, with the path where visitors see it; editions last.

    What linked data speaks of but no page shows, leads to that. A name lasts longer than the day that data is of.
    """
    namen, anders = namen_in(pad), elders(pad)
    for soort, rij in rijen(pad.document):
        pagina = pagina_van(soort, rij)
        if soort.drietallen and soort.met_sleutel:
            pagina = pagina or anders.get((soort.deel, rij.slug)) or voor_bezoekers(reverse("data:bestand", args=[TTL]))
        if pagina and (sleutel := sleutel_van(soort, rij, namen)):
            yield (soort.deel, sleutel), pagina
    for wijziging in pad.geschiedenis:
        yield ("uitgaven", wijziging.vaste_naam), "/over/wijzigingen/"


def paginas(pad: Pad) -> dict[tuple[str, str], str]:
    """Return where visitors see what has a lasting name, by part and key."""
    return dict(gevonden_paginas(pad))


def voorvoegsels() -> dict[str, Ruimte]:
    """Return the vocabularies that are used, by their prefix; `pad` is our own."""
    return VOORVOEGSELS | {"pad": Ruimte(f"{settings.ADRES}/data/#")}


def als_turtle(pad: Pad) -> bytes:
    """Return an edition as Turtle."""
    return turtle(inhoud(pad), voorvoegsels()).encode()


def als_jsonld(pad: Pad) -> bytes:
    """Return an edition as JSON-LD, with the same statements."""
    waarden = jsonld(inhoud(pad), voorvoegsels())
    return msgspec.json.format(msgspec.json.encode(waarden), indent=1)
