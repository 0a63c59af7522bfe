"""What linked data says of functies, what they ask, and how they lead to one another: rows of the document in."""

from collections.abc import Iterator

from functies import document as d
from functies.keuzes import Rol, Stapsoort
from rdf.drietal import SCHEMA, SKOS, SOORT, Drietal, Iri, Namen, Ruimte, Term, adres, nl, waar

ISCO = Ruimte("http://data.europa.eu/esco/isco/C")
NIVEAUS = (
    Term("vanafNiveau", "Het niveau van de opleidingen die bij een functie passen, of het laagste daarvan."),
    Term("totNiveau", "Het hoogste niveau, als er meer passen."),
    Term("passendeOpleiding", "Een opleiding waarmee je in een functie kunt beginnen."),
)
STAPPEN = (
    Term("Stap", "Een stap van de ene functie naar de andere, met de bron."),
    Term("van", "De functie waar een stap begint."),
    Term("naar", "De functie waar een stap heen gaat."),
    Term("soort", "Hoe je groeit: verdieping, verbreding of doorstroom."),
    Term("voorwaarde", "Wat voor een stap nog nodig is."),
    Term("beideKanten", "Deze stap kan ook terug."),
    *(Term(soort.value, f"Een soort stap{f': {soort.uitleg}' if soort.uitleg else ''}.") for soort in Stapsoort),
)


def begrip(rij: d.Werkveld | d.Beroepsvereiste | d.Competentie | d.Competentiegebied, zelf: Iri) -> Iterator[Drietal]:
    """Whatever has a name and perhaps an explanation is a concept."""
    yield zelf, SOORT, SKOS("Concept")
    yield zelf, SKOS("prefLabel"), nl(rij.naam)
    if uitleg := getattr(rij, "uitleg", ""):
        yield zelf, SKOS("definition"), nl(uitleg)


def los(rij: d.Werkveld | d.Beroepsvereiste | d.Competentiegebied, zelf: Iri, namen: Namen) -> Iterator[Drietal]:
    """A concept that stands below no other."""
    return begrip(rij, zelf)


def competentie(rij: d.Competentie, zelf: Iri, namen: Namen) -> Iterator[Drietal]:
    """A competentie stands below its area, when a source names that."""
    yield from begrip(rij, zelf)
    if rij.competentiegebied:
        yield zelf, SKOS("broader"), namen.van("competentiegebieden", rij.competentiegebied)


def functie(rij: d.Functie, zelf: Iri, namen: Namen) -> Iterator[Drietal]:
    """A functie is an occupation of schema.org, and a concept that can be matched with lists elsewhere."""
    yield zelf, SOORT, SCHEMA("Occupation")
    yield zelf, SOORT, SKOS("Concept")
    yield zelf, SCHEMA("name"), nl(rij.naam)
    yield zelf, SCHEMA("description"), nl(rij.samenvatting)
    yield zelf, SKOS("prefLabel"), nl(rij.naam)
    if rij.afkorting:
        yield zelf, SKOS("altLabel"), nl(rij.afkorting)
    yield zelf, SKOS("broader"), namen.van("werkvelden", rij.werkveld)
    for veld, slug in (("vanafNiveau", rij.vanaf_niveau), ("totNiveau", rij.tot_niveau)):
        if slug:
            yield zelf, namen.eigen(veld), namen.van("niveaus", slug)
    for slug in rij.beroepsvereisten:
        yield zelf, SCHEMA("qualifications"), namen.van("beroepsvereisten", slug)
    for slug in rij.competenties:
        yield zelf, SCHEMA("skills"), namen.van("competenties", slug)
    for link in rij.opleidingen:
        opleiding = namen.van("opleidingen", link.opleiding)
        if link.rol == Rol.VEREIST:
            yield zelf, SCHEMA("educationRequirements"), Iri(f"{opleiding}#diploma")
        else:
            yield zelf, namen.eigen("passendeOpleiding"), opleiding
    if rij.esco and rij.esco_soort:
        yield zelf, SKOS(f"{rij.esco_soort}Match"), adres(rij.esco)
    if rij.isco and rij.isco_soort:
        yield zelf, SKOS(f"{rij.isco_soort}Match"), ISCO(rij.isco)


def stap(rij: d.Doorgroei, zelf: Iri, namen: Namen) -> Iterator[Drietal]:
    """A step is a record of its own, so that it can say where it comes from."""
    eigen = namen.eigen
    yield zelf, SOORT, eigen("Stap")
    yield zelf, eigen("van"), namen.van("functies", rij.van)
    yield zelf, eigen("naar"), namen.van("functies", rij.naar)
    yield zelf, eigen("soort"), eigen(rij.soort)
    if rij.beide_kanten:
        yield zelf, eigen("beideKanten"), waar()
    if rij.voorwaarde:
        yield zelf, eigen("voorwaarde"), nl(rij.voorwaarde)
