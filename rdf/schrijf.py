"""Linked data as text: Turtle and JSON-LD of the same statements. Pure.

Ours has no blank nodes and no lists, so each form is a grouping by subject; the tests read both back with rdflib.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from rdf.drietal import SOORT, Drietal, Iri, Ruimte, Waarde

LOKAAL = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")  # what may follow a prefix as it is
TEKENS = re.compile(r'[\x00-\x1f\x7f"\\]')
KORT = {"\n": r"\n", "\r": r"\r", "\t": r"\t", '"': r"\"", "\\": r"\\"}
PerOnderwerp = dict[Iri, dict[Iri, list[Iri | Waarde]]]


def gegroepeerd(drietallen: Iterable[Drietal]) -> PerOnderwerp:
    """Return what is said, each thing once, by what it is said of and how, in the order in which it came."""
    groepen: defaultdict[Iri, defaultdict[Iri, dict[Iri | Waarde, None]]] = defaultdict(lambda: defaultdict(dict))
    for onderwerp, gezegde, wat in drietallen:
        groepen[onderwerp][gezegde][wat] = None
    return {naam: {hoe: list(wat) for hoe, wat in gezegd.items()} for naam, gezegd in groepen.items()}


def turtle(drietallen: Iterable[Drietal], voorvoegsels: Mapping[str, Ruimte]) -> str:
    """Return the statements as Turtle, with each thing in a paragraph of its own."""

    @cache
    def naam_van(iri: str) -> str:
        return _ingekort(iri, voorvoegsels) or f"<{iri}>"

    def term(wat: Iri | Waarde) -> str:
        if isinstance(wat, Iri):
            return naam_van(wat)
        tekst = TEKENS.sub(lambda teken: KORT.get(teken[0], f"\\u{ord(teken[0]):04X}"), wat.tekst)
        achter = f"@{wat.taal}" if wat.taal else f"^^{naam_van(wat.soort)}" if wat.soort else ""
        return f'"{tekst}"{achter}'

    def regel(hoe: Iri, wat: list[Iri | Waarde]) -> str:
        return f"{'a' if hoe == SOORT else term(hoe)} {', '.join(map(term, wat))}"

    kop = "".join(f"@prefix {naam}: <{ruimte}> .\n" for naam, ruimte in voorvoegsels.items())
    alineas = (
        f"\n{term(naam)}\n    " + " ;\n    ".join(regel(*deel) for deel in gezegd.items()) + " .\n"
        for naam, gezegd in gegroepeerd(drietallen).items()
    )
    return kop + "".join(alineas)


def jsonld(drietallen: Iterable[Drietal], voorvoegsels: Mapping[str, Ruimte]) -> dict[str, Any]:
    """Return the statements as JSON-LD, in values that JSON has."""

    @cache
    def naam_van(iri: str) -> str:
        return _ingekort(iri, voorvoegsels) or str(iri)

    def waarde(wat: Iri | Waarde) -> Any:
        if isinstance(wat, Iri):
            return {"@id": str(wat)}
        if wat.taal:
            return {"@value": wat.tekst, "@language": wat.taal}
        return {"@value": wat.tekst, "@type": naam_van(wat.soort)} if wat.soort else wat.tekst

    def een(waarden: list[Any]) -> Any:
        return waarden[0] if len(waarden) == 1 else waarden

    dingen = []
    for naam, gezegd in gegroepeerd(drietallen).items():
        ding: dict[str, Any] = {"@id": str(naam)}
        for hoe, wat in gezegd.items():
            if hoe == SOORT:
                ding["@type"] = een([naam_van(str(soort)) for soort in wat])
            else:
                ding[naam_van(hoe)] = een([waarde(deel) for deel in wat])
        dingen.append(ding)
    return {"@context": {naam: str(ruimte) for naam, ruimte in voorvoegsels.items()}, "@graph": dingen}


def _ingekort(iri: str, voorvoegsels: Mapping[str, Ruimte]) -> str:
    """Return a name with the prefix of its vocabulary; empty when it has none, or cannot be written so."""
    for naam, ruimte in voorvoegsels.items():
        if iri.startswith(ruimte) and LOKAAL.fullmatch(iri, len(ruimte)):
            return f"{naam}:{iri[len(ruimte) :]}"
    return ""
