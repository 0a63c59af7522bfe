"""What of an edition can be found, and how much each text counts."""

from collections.abc import Iterable, Iterator

from functies.zoeken import Ding, Index, Veld
from ontwikkelpad.document import Document, Functie, Opleiding
from werkgevers.models import Versie

# The words by which visitors ask for a kind of thing.
SOORTWOORDEN = {
    "functie": ("functie", "functies", "beroep", "beroepen", "baan", "banen"),
    "opleiding": ("opleiding", "studie"),
    "beroepsvereiste": ("beroepsvereiste",),
    "competentie": ("competentie", "vaardigheid"),
    "verhaal": ("verhaal", "ervaring"),
    "leerweg": ("leerweg",),
    "gidsstap": ("gids",),
    "artikel": ("artikel", "checklist"),
    "gids": ("gids",),
    "pagina": (),
}
# What the guide is about, in the words of visitors.
ZIJ_INSTROOM = ("zij-instroom", "zij-instromer", "omscholen", "omscholing", "overstappen", "ander beroep")
# Pages for employers that are about no single row: what they are called, and words for what is there.
PAGINAS = {
    "gesprek": ("Loopbaangesprek", ("gesprek", "functioneringsgesprek", "ontwikkelgesprek", "werkgever")),
    "leerwegen": ("Manieren om te leren", ("leerwegen",)),
    "praktijk": ("Leren in de praktijk", ("begeleiden", "begeleiding", "stage")),
    "regelingen": ("Subsidies en regelingen", ("subsidie", "regeling", "vergoeding", "geld", "kosten")),
    "werkgevers": ("Voor werkgevers", ("werkgever",)),
}
NAAM, SOORT, KENMERK, VERWIJZING, TEKST, LAAG = 10.0, 4.0, 5.0, 3.0, 2.0, 1.5


def zoekindex(document: Document, synoniemen: Iterable[tuple[str, str]] = ()) -> Index:
    """Return the search over all of `document`; `synoniemen` are (word of visitors, our word).

    The afkorting of a functie counts as another word for its name, so that it also finds its diploma.
    """
    afkortingen = [(rij.afkorting, rij.naam) for rij in document.functies if rij.afkorting]
    return Index(_dingen(document), [*afkortingen, *synoniemen])


def _dingen(document: Document) -> Iterator[Ding]:
    yield from _functies(document)
    for opleiding in document.opleidingen:
        yield _ding("opleiding", opleiding.slug, opleiding.naam, *_van_opleiding(opleiding))
    for vereiste in document.beroepsvereisten:
        yield _ding("beroepsvereiste", vereiste.slug, vereiste.naam, Veld("Uitleg", vereiste.uitleg, TEKST))
    for competentie in document.competenties:
        yield _ding("competentie", competentie.slug, competentie.naam)
    yield from _verhalen(document)
    if document.werkgevers:
        yield from _voor_werkgevers(document)


def _ding(soort: str, slug: str, naam: str, *velden: Veld) -> Ding:
    """A thing with its name and kind as fields, and of `velden` those that say something."""
    soorten = tuple(Veld("Soort", woord, SOORT) for woord in SOORTWOORDEN[soort])
    gevuld = tuple(veld for veld in velden if veld.tekst.strip())
    return Ding(soort, slug, naam, (Veld("Naam", naam, NAAM), *gevuld, *soorten))


def _functies(document: Document) -> Iterator[Ding]:
    werkvelden = {rij.slug: rij.naam for rij in document.werkvelden}
    opleidingen = {rij.slug: f"{rij.naam} {rij.code}".strip() for rij in document.opleidingen}
    competenties = {rij.slug: rij.naam for rij in document.competenties}
    vereisten = {rij.slug: rij.naam for rij in document.beroepsvereisten}
    for functie in document.functies:
        yield _ding(
            "functie",
            functie.slug,
            functie.naam,
            *_van_functie(functie),
            Veld("Werkveld", werkvelden[functie.werkveld], KENMERK),
            *(Veld("Opleiding", opleidingen[link.opleiding], VERWIJZING) for link in functie.opleidingen),
            *(Veld("Competentie", competenties[slug], VERWIJZING) for slug in functie.competenties),
            *(Veld("Nodig", vereisten[slug], VERWIJZING) for slug in functie.beroepsvereisten),
        )


def _van_functie(functie: Functie) -> Iterator[Veld]:
    yield Veld("Afkorting", functie.afkorting, NAAM)
    yield Veld("Naam op de kaart", functie.kaartnaam.replace("|", ""), KENMERK)
    yield Veld("Samenvatting", functie.samenvatting, TEKST)
    yield Veld("Omschrijving", functie.omschrijving, LAAG)


def _van_opleiding(opleiding: Opleiding) -> Iterator[Veld]:
    yield Veld("Code", opleiding.code, NAAM)
    yield Veld("Register", opleiding.register.label if opleiding.register else "", KENMERK)
    yield Veld("Niveau", opleiding.niveau.label if opleiding.niveau else "", KENMERK)
    yield Veld("Erkenning", opleiding.erkenning.label, TEKST)
    yield Veld("Omschrijving", opleiding.omschrijving, TEKST)
    for aanbieder in opleiding.aanbieders:
        yield Veld("Aanbieder", aanbieder.naam, VERWIJZING)


def _voor_werkgevers(document: Document) -> Iterator[Ding]:
    """Of regelingen only the page can be found: the index does not know which of them are in force today."""
    er_zijn = {"leerwegen": document.leerwegen, "praktijk": document.artikelen, "regelingen": document.regelingen}
    for slug, (naam, woorden) in PAGINAS.items():
        if er_zijn.get(slug, True):
            yield _ding("pagina", slug, naam, *_gaat_over(woorden))
    for versie in Versie:
        if any(taak.versie == versie for stap in document.gidsstappen for taak in stap.taken):
            yield _ding("gids", versie.value, versie.titel, *_gaat_over(ZIJ_INSTROOM))
    for leerweg in document.leerwegen:
        velden = Veld("Geschikt voor", leerweg.geschikt, LAAG), Veld("Uitleg", leerweg.uitleg, LAAG)
        yield _ding("leerweg", leerweg.slug, leerweg.naam, *velden)
    for stap in document.gidsstappen:
        yield _ding("gidsstap", stap.slug, f"Stap {stap.nummer}: {stap.naam}", *_gaat_over(ZIJ_INSTROOM[:1]))
    for artikel in document.artikelen:
        punten = (Veld("Punt", punt.kop, LAAG) for punt in artikel.punten)
        yield _ding("artikel", artikel.slug, artikel.kop, *punten)


def _gaat_over(woorden: Iterable[str]) -> Iterator[Veld]:
    return (Veld("Gaat over", woord, KENMERK) for woord in woorden)


def _verhalen(document: Document) -> Iterator[Ding]:
    functies = {rij.slug: rij.volledige_naam for rij in document.functies}
    for verhaal in document.verhalen:
        yield _ding(
            "verhaal",
            verhaal.slug,
            verhaal.voornaam,
            Veld("Kop", verhaal.kop, KENMERK),
            *(Veld("Kernwoord", woord, VERWIJZING) for woord in verhaal.kernwoorden),
            Veld("Functie", functies[verhaal.functie], KENMERK),
            Veld("Verhaal", verhaal.tekst, LAAG),
        )
