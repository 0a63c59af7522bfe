"""The record of the data for catalogues elsewhere, after DCAT-AP-NL."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from django.conf import settings

from data.geheel import LICENTIE
from data.graaf import namen_in, voorvoegsels
from data.vorm import Vorm
from rdf.drietal import DCAT, DCT, FOAF, SOORT, VCARD, Drietal, Iri, Ruimte, Waarde, dag, nl
from rdf.schrijf import turtle
from uitgave.gegevens import Gegevens, alle_gegevens, laatste_dag
from uitgave.pad import Pad

EU = Ruimte("http://publications.europa.eu/resource/authority/")
MEDIA = Ruimte("https://www.iana.org/assignments/media-types/")


def als_dcat(pad: Pad, vormen: Sequence[Vorm], per_deel: Mapping[str, Vorm]) -> bytes:
    """Return the record as Turtle, with each of these forms of the whole, and `per_deel` a form of one dataset."""
    return turtle(beschrijving(pad, vormen, per_deel), voorvoegsels()).encode()


def beschrijving(pad: Pad, vormen: Sequence[Vorm], per_deel: Mapping[str, Vorm]) -> Iterator[Drietal]:
    """Yield the record after DCAT-AP-NL: a catalogue, the edition, and each dataset beside it, in each of its forms."""
    site, naam = settings.ADRES, pad.document.sitenaam
    catalogus, geheel, wie, contact = (_iri(deel) for deel in ("catalogus", "gegevens", "uitgever", "contact"))
    over = f"Alles wat op {naam} staat, als open data: wat er is, hoe het samenhangt en waar het vandaan komt."
    yield catalogus, SOORT, DCAT("Catalog")
    yield from _algemeen(catalogus, naam, over, laatste_dag(pad))
    yield catalogus, FOAF("homepage"), Iri(f"{site}/data/")
    yield from _dataset(geheel, naam, over, laatste_dag(pad), vormen)
    yield geheel, DCT("hasVersion"), namen_in(pad).deze_uitgave
    yield geheel, DCAT("version"), Waarde(pad.uitgave.nummer)
    for gegevens in alle_gegevens():
        yield from _bijlage(gegevens, pad, [*vormen, per_deel[gegevens.deel]])
    yield wie, SOORT, FOAF("Agent")
    yield wie, FOAF("name"), nl(naam)
    yield contact, SOORT, VCARD("Kind")
    yield contact, VCARD("fn"), nl(naam)
    yield contact, VCARD("hasURL"), Iri(f"{site}/over/")
    for vorm in (*vormen, *per_deel.values()):
        waar, deze = Iri(f"{site}/data/{vorm.naam}"), _iri(vorm.naam)
        yield deze, SOORT, DCAT("Distribution")
        yield deze, DCT("title"), nl(vorm.titel)
        yield deze, DCAT("accessURL"), waar
        yield deze, DCAT("downloadURL"), waar
        yield deze, DCAT("mediaType"), MEDIA(vorm.media)
        yield deze, DCT("license"), Iri(LICENTIE)
        yield deze, DCT("modified"), dag(laatste_dag(pad))


def _iri(deel: str) -> Iri:
    return Iri(f"{settings.ADRES}/data/#{deel}")


def _algemeen(wat: Iri, titel: str, over: str, veranderd: date) -> Iterator[Drietal]:
    yield wat, DCT("title"), nl(titel)
    yield wat, DCT("description"), nl(over)
    yield wat, DCT("publisher"), _iri("uitgever")
    yield wat, DCT("language"), EU("language/NLD")
    yield wat, DCT("license"), Iri(LICENTIE)
    yield wat, DCT("modified"), dag(veranderd)
    yield wat, DCAT("contactPoint"), _iri("contact")


def _dataset(wat: Iri, titel: str, over: str, veranderd: date, vormen: Sequence[Vorm]) -> Iterator[Drietal]:
    yield _iri("catalogus"), DCAT("dataset"), wat
    yield wat, SOORT, DCAT("Dataset")
    yield from _algemeen(wat, titel, over, veranderd)
    yield wat, DCT("identifier"), Waarde(str(wat))
    yield wat, DCT("accessRights"), EU("access-right/PUBLIC")
    yield wat, DCAT("theme"), EU("data-theme/EDUC")
    yield wat, DCAT("landingPage"), Iri(f"{settings.ADRES}/data/")
    for vorm in vormen:
        yield wat, DCAT("distribution"), _iri(vorm.naam)


def _bijlage(gegevens: Gegevens, pad: Pad, vormen: Sequence[Vorm]) -> Iterator[Drietal]:
    """Yield a dataset beside the edition, with where it comes from; nothing when it is not there."""
    if bronnen := gegevens.bronnen(pad):
        wat = _iri(gegevens.deel)
        herkomst = "; ".join(
            f"{bron.van}, {bron.naam}, {bron.peildatum:%d-%m-%Y} ({bron.licentie})" for bron in bronnen
        )
        over = f"{gegevens.uitleg} Bron: {herkomst}."
        yield from _dataset(wat, gegevens.titel, over, max(bron.peildatum for bron in bronnen), vormen)
        for bron in bronnen:
            yield wat, DCT("source"), Iri(bron.adres)
