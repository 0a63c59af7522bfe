"""What linked data is made of: statements of three parts, and the vocabularies that they use. Pure."""

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple
from urllib.parse import quote

ONTOELAATBAAR = re.compile(r'[\x00-\x20<>"{}|^`\\]')  # in an IRI (RFC 3987)


class Iri(str):
    """The name of a thing."""

    __slots__ = ()


class Waarde(NamedTuple):
    """A text, in a language or of a type; without either a plain one."""

    tekst: str
    soort: str = ""
    taal: str = ""


Drietal = tuple[Iri, Iri, Iri | Waarde]


class Ruimte(str):
    """A vocabulary: names that begin the same."""

    __slots__ = ()

    def __call__(self, naam: str) -> Iri:
        return Iri(self + naam)


RDF = Ruimte("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS = Ruimte("http://www.w3.org/2000/01/rdf-schema#")
XSD = Ruimte("http://www.w3.org/2001/XMLSchema#")
SKOS = Ruimte("http://www.w3.org/2004/02/skos/core#")
SCHEMA = Ruimte("https://schema.org/")
DCT = Ruimte("http://purl.org/dc/terms/")
DCAT = Ruimte("http://www.w3.org/ns/dcat#")
FOAF = Ruimte("http://xmlns.com/foaf/0.1/")
VCARD = Ruimte("http://www.w3.org/2006/vcard/ns#")
VOORVOEGSELS = {
    "rdf": RDF,
    "rdfs": RDFS,
    "xsd": XSD,
    "skos": SKOS,
    "schema": SCHEMA,
    "dct": DCT,
    "dcat": DCAT,
    "foaf": FOAF,
    "vcard": VCARD,
}
SOORT = RDF("type")


def nl(tekst: str) -> Waarde:
    """Return a text in Dutch."""
    return Waarde(tekst, taal="nl")


def dag(datum: date) -> Waarde:
    """Return a day."""
    return Waarde(datum.isoformat(), XSD("date"))


def waar() -> Waarde:
    """Return that something is so."""
    return Waarde("true", XSD("boolean"))


def adres(url: str) -> Iri:
    """Return an address as a name: what may not stand in one is written as %xx."""
    return Iri(ONTOELAATBAAR.sub(lambda teken: f"%{ord(teken[0]):02X}", url))


class Term(NamedTuple):
    """A word of our own vocabulary: its name, and what it means."""

    naam: str
    uitleg: str


class Namen(NamedTuple):
    """How the things of an edition are called: below `site`, an address without a slash at its end.

    `sleutels` are by part of the document the lasting keys of the rows with a slug.
    """

    site: str
    sleutels: Mapping[str, Mapping[str, str]]
    uitgave: str

    def van(self, deel: str, slug: str) -> Iri:
        """Return the name of the row with a slug."""
        return self.met(deel, self.sleutels[deel][slug])

    def met(self, deel: str, sleutel: str) -> Iri:
        """Return the name of the row with a lasting key, which is a slug."""
        return Iri(f"{self.site}/id/{deel}/{sleutel}")

    @property
    def eigen(self) -> Ruimte:
        """The vocabulary of our own: each name is explained on the page about the data."""
        return Ruimte(f"{self.site}/data/#")

    @property
    def deze_uitgave(self) -> Iri:
        """The edition itself."""
        return self.van_uitgave(self.uitgave)

    def van_uitgave(self, naam: str) -> Iri:
        """Return the name of an edition, by what lasts of it: any text that an editor typed."""
        return Iri(f"{self.site}/id/uitgaven/{quote(naam)}")
