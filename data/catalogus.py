"""The record of the data for catalogues elsewhere, after DCAT-AP-NL."""

from collections.abc import Iterable, Iterator

from django.conf import settings

from data.geheel import LICENTIE
from data.graaf import voorvoegsels
from data.vorm import Vorm
from rdf.drietal import DCAT, DCT, FOAF, SOORT, VCARD, Drietal, Iri, Ruimte, Waarde, dag, nl
from rdf.schrijf import turtle
from uitgave.pad import Pad

EU = Ruimte("http://publications.europa.eu/resource/authority/")
MEDIA = Ruimte("https://www.iana.org/assignments/media-types/")


def als_dcat(pad: Pad, vormen: Iterable[Vorm]) -> bytes:
    """Return the record as Turtle, with each of these forms of the data."""
    return turtle(beschrijving(pad, vormen), voorvoegsels()).encode()


def beschrijving(pad: Pad, vormen: Iterable[Vorm]) -> Iterator[Drietal]:
    """Yield the record of the data after DCAT-AP-NL: a catalogue with one dataset, in each of its forms."""
    site, uitgave = settings.ADRES, pad.uitgave
    namen = ("catalogus", "gegevens", "uitgever", "contact")
    catalogus, geheel, wie, contact = (Iri(f"{site}/data/#{naam}") for naam in namen)
    naam = pad.document.sitenaam
    over = f"Alles wat op {naam} staat, als open data: wat er is, hoe het samenhangt en waar het vandaan komt."
    for wat, soort in ((catalogus, "Catalog"), (geheel, "Dataset")):
        yield wat, SOORT, DCAT(soort)
        yield wat, DCT("title"), nl(naam)
        yield wat, DCT("description"), nl(over)
        yield wat, DCT("publisher"), wie
        yield wat, DCT("language"), EU("language/NLD")
        yield wat, DCT("license"), Iri(LICENTIE)
        yield wat, DCT("modified"), dag(uitgave.datum)
        yield wat, DCAT("contactPoint"), contact
    yield catalogus, DCAT("dataset"), geheel
    yield catalogus, FOAF("homepage"), Iri(f"{site}/data/")
    yield geheel, DCT("identifier"), Waarde(str(geheel))
    yield geheel, DCT("accessRights"), EU("access-right/PUBLIC")
    yield geheel, DCT("hasVersion"), Iri(f"{site}/id/uitgaven/{uitgave.nummer}")
    yield geheel, DCAT("version"), Waarde(uitgave.nummer)
    yield geheel, DCAT("theme"), EU("data-theme/EDUC")
    yield geheel, DCAT("landingPage"), Iri(f"{site}/data/")
    yield wie, SOORT, FOAF("Agent")
    yield wie, FOAF("name"), nl(naam)
    yield contact, SOORT, VCARD("Kind")
    yield contact, VCARD("fn"), nl(naam)
    yield contact, VCARD("hasURL"), Iri(f"{site}/over/")
    for vorm in vormen:
        waar, deze = Iri(f"{site}/data/{vorm.naam}"), Iri(f"{site}/data/#{vorm.naam}")
        yield geheel, DCAT("distribution"), deze
        yield deze, SOORT, DCAT("Distribution")
        yield deze, DCT("title"), nl(vorm.titel)
        yield deze, DCAT("accessURL"), waar
        yield deze, DCAT("downloadURL"), waar
        yield deze, DCAT("mediaType"), MEDIA(vorm.media)
        yield deze, DCT("license"), Iri(LICENTIE)
        yield deze, DCT("modified"), dag(uitgave.datum)
