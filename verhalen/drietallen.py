"""What linked data says of a story: a row of the document in."""

from collections.abc import Iterator

from rdf.drietal import SCHEMA, SOORT, Drietal, Iri, Namen, nl
from verhalen.document import Verhaal


def verhaal(rij: Verhaal, zelf: Iri, namen: Namen) -> Iterator[Drietal]:
    """A story is an article about a functie; who tells it stays in the text."""
    yield zelf, SOORT, SCHEMA("Article")
    yield zelf, SCHEMA("headline"), nl(rij.kop)
    yield zelf, SCHEMA("about"), namen.van("functies", rij.functie)
