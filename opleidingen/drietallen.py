"""What linked data says of opleidingen, their levels and who offers them: rows of the document in."""

from collections.abc import Iterator

from opleidingen import document as d
from rdf.drietal import DCT, SCHEMA, SKOS, SOORT, XSD, Drietal, Iri, Namen, Term, Waarde, adres, nl
from uitgave.opmaak import plat

NLQF = (Term("nlqf", "Het niveau in het NLQF, een schaal van 1 tot en met 8."),)

GELDIGHEID = (
    Term(
        "instroomTot", "De eerste dag waarop je niet meer met een opleiding kunt beginnen, of niet meer bij een school."
    ),
)


def niveau(rij: d.Niveau, zelf: Iri, namen: Namen) -> Iterator[Drietal]:
    yield zelf, SOORT, SKOS("Concept")
    yield zelf, SKOS("prefLabel"), nl(rij.naam)
    if rij.nlqf:
        yield zelf, namen.eigen("nlqf"), Waarde(str(rij.nlqf), XSD("integer"))


def aanbieder(rij: d.Aanbieder, zelf: Iri, namen: Namen) -> Iterator[Drietal]:
    yield zelf, SOORT, SCHEMA("Organization")
    yield zelf, SCHEMA("name"), nl(rij.naam)
    if rij.url:
        yield zelf, SCHEMA("sameAs"), adres(rij.url)


def opleiding(rij: d.Opleiding, zelf: Iri, namen: Namen) -> Iterator[Drietal]:
    """An opleiding is a program of schema.org, with the diploma that it ends with."""
    yield zelf, SOORT, SCHEMA("EducationalOccupationalProgram")
    yield zelf, SCHEMA("name"), nl(rij.naam)
    if rij.omschrijving:
        yield zelf, SCHEMA("description"), nl(plat(rij.omschrijving))
    if rij.code:
        yield zelf, SCHEMA("identifier"), Waarde(f"{rij.coderegister or ''} {rij.code}".strip())
    if rij.op_niveau:
        yield zelf, SCHEMA("educationalLevel"), namen.van("niveaus", rij.op_niveau)
    for slug in rij.aanbieders:
        yield zelf, SCHEMA("provider"), namen.van("aanbieders", slug)
    diploma = Iri(f"{zelf}#diploma")
    yield zelf, SCHEMA("educationalCredentialAwarded"), diploma
    yield diploma, SOORT, SCHEMA("EducationalOccupationalCredential")
    yield diploma, SCHEMA("name"), nl(rij.naam)


def voortbouw(rij: d.Voortbouw, zelf: Iri, namen: Namen) -> Iterator[Drietal]:
    """That an opleiding builds upon another is said of the opleiding itself."""
    yield namen.van("opleidingen", rij.opleiding), SCHEMA("programPrerequisites"), namen.van("opleidingen", rij.op)


def geldigheid(rij: d.Geldigheid, zelf: Iri, namen: Namen) -> Iterator[Drietal]:
    """From when and until when there is an opleiding is said of the opleiding itself, and what takes its place."""
    opleiding = namen.van("opleidingen", rij.opleiding)
    dagen = (
        (SCHEMA("startDate"), rij.vanaf),
        (namen.eigen("instroomTot"), rij.sluit),
        (SCHEMA("endDate"), rij.einde),
    )
    yield from ((opleiding, wat, Waarde(dag.isoformat(), XSD("date"))) for wat, dag in dagen if dag)
    if rij.opvolger:
        yield opleiding, DCT("isReplacedBy"), namen.van("opleidingen", rij.opvolger)
