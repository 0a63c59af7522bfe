"""What employers read, as things for the search: also pages that are about no single row."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TypeVar

from django.urls import reverse

from beginnen.document import Deur
from ontwikkelpad.paginas import paginas_van
from uitgave.adressen import bladzijde, op_bladzijde
from uitgave.document import Document
from uitgave.opmaak import plat
from uitgave.rij import Rij
from werkgevers.document import Artikel, Contactpunt, Gespreksvraag, Gids, Gidsstap, Leerweg, Regeling, Werkgevers
from werkgevers.gidsen import Gidsen, gids_adres, maak_gidsen, te_lezen
from werkgevers.keuzes import Lezer
from zoeken.ding import LAAG, TEKST, Ding, Veld, gaat_over, maak_ding

R = TypeVar("R", bound=Rij)

# Pages that are about no single row: what they are called, words for what is there, and what that is in a sentence.
PAGINAS = {
    "gesprek": (
        "Loopbaangesprek",
        ("gesprek", "functioneringsgesprek", "ontwikkelgesprek", "werkgever"),
        "Bereid een gesprek voor over waar iemand heen wil.",
    ),
    "voorbereiden": (
        "Vragen voor de werkgever",
        ("voorbereiden", "voorbereiding", "gespreksvragen"),
        "Denk als werkgever vast na voor het gesprek.",
    ),
    "voorbereiden-kandidaat": (
        "Vragen voor de kandidaat",
        ("voorbereiden", "voorbereiding", "gespreksvragen"),
        "Denk als kandidaat vast na voor het gesprek.",
    ),
    "leerwegen": ("Manieren om te leren", ("leerwegen",), "Zie de verschillen tussen de leerwegen naast elkaar."),
    "praktijk": (
        "Leren in de praktijk",
        ("begeleiden", "begeleiding", "stage"),
        "Lees hoe je iemand op het werk begeleidt.",
    ),
    "regelingen": (
        "Subsidies en regelingen",
        ("subsidie", "regeling", "vergoeding", "geld", "kosten"),
        "Hier staat waar een werkgever geld voor scholing kan vragen.",
    ),
    "team": (
        "Je team in beeld",
        ("team", "collega's", "ontwikkelplannen"),
        "Leg de ontwikkelplannen van je team naast elkaar.",
    ),
    "werkgevers": (
        "",  # the site has its own word for it
        ("werkgever",),
        "Hulp bij het gesprek, bij het regelen en bij het leren op het werk.",
    ),
}
ELDERS = {
    "regelingen": ("werkgevers:werkgevers", "#regelingen"),
    "voorbereiden-kandidaat": ("beginnen:voorbereiden", ""),
}
GIDS = bladzijde("werkgevers:gids")
LEERWEG = op_bladzijde("werkgevers:leerwegen", "leerweg")
ARTIKEL = op_bladzijde("werkgevers:praktijk", "artikel")


def paginas(document: Document) -> Iterator[Ding]:
    """Of regelingen only the page can be found: the index does not know which of them are in force today."""
    if document.enige(Werkgevers) is None:
        return
    er_zijn: dict[str, Sequence[Rij]] = {
        "leerwegen": document.alle(Leerweg),
        "praktijk": document.alle(Artikel),
        "regelingen": document.alle(Regeling),
        "voorbereiden": document.alle(Gespreksvraag),
        "voorbereiden-kandidaat": document.alle(Gespreksvraag),
    }
    for slug, (naam, woorden, over) in PAGINAS.items():
        if er_zijn.get(slug, True):
            titel = naam or paginas_van(document)["werkgevers"].naam
            yield maak_ding("Pagina", slug, titel, partial(_pagina, slug), *gaat_over(woorden), rang=5, over=over)


def gidsen(document: Document) -> Iterator[Ding]:
    for rij in _gidsen(document):
        over = gaat_over(rij.woorden)
        adres = partial(gids_adres, rij)
        yield maak_ding("Gids", rij.slug, rij.naam, adres, *over, woorden=("gids",), rang=6, over=plat(rij.inleiding))


def leerwegen(document: Document) -> Iterator[Ding]:
    for rij in _getoond(document, Leerweg):
        velden = Veld("Geschikt voor", rij.geschikt, LAAG), Veld("", plat(rij.uitleg), LAAG)
        adres = partial(LEERWEG, rij.slug)
        yield maak_ding(
            "Leerweg", rij.slug, rij.naam, adres, *velden, woorden=("leerweg",), rang=7, over=plat(rij.uitleg)
        )


def gidsstappen(document: Document) -> Iterator[Ding]:
    gevonden = te_lezen(_gidsen(document))
    for rij in _getoond(document, Gidsstap):
        if rij.slug not in gevonden:
            continue  # in no guide, so nowhere to be read
        gids, deel = gevonden[rij.slug]
        naam, adres = f"Stap {deel.nummer}: {deel.naam}", partial(stap_adres, gids, rij.slug)
        velden = *gaat_over(gids.woorden[:1]), *(Veld("Taak", taak.tekst, LAAG) for taak in deel.taken)
        yield maak_ding(
            "Stap van de gids", rij.slug, naam, adres, *velden, woorden=("gids",), rang=7, over=plat(deel.waarom)
        )


def artikelen(document: Document) -> Iterator[Ding]:
    for rij in _getoond(document, Artikel):
        punten = (Veld("Punt", punt.kop, LAAG) for punt in rij.punten)
        adres, woorden = partial(ARTIKEL, rij.slug), ("artikel", "checklist")
        yield maak_ding("Artikel", rij.slug, rij.kop, adres, *punten, woorden=woorden, rang=7, over=plat(rij.inleiding))


def contactpunten(document: Document) -> Iterator[Ding]:
    """Who helps stands with the pages of employers; who helps a kandidaat alone, on those about beginning."""
    for rij in document.alle(Contactpunt):
        elders = rij.voor == Lezer.KANDIDAAT
        if not (document.alle(Deur) if elders else document.enige(Werkgevers)):
            continue  # the page where it stands is not there
        adres, velden = partial(_hulp, elders), (Veld("", rij.uitleg, TEKST), *gaat_over(("hulp", "contact")))
        yield maak_ding("Hulp", rij.slug, rij.naam, adres, *velden, rang=4, over=rij.uitleg)


def _hulp(beginnen: bool) -> str:
    return reverse("beginnen:beginnen") if beginnen else f"{reverse('werkgevers:werkgevers')}#contactpunten"


def _getoond(document: Document, soort: type[R]) -> tuple[R, ...]:
    """Return the rows of one kind; none where there are no pages for employers."""
    return document.alle(soort) if document.enige(Werkgevers) else ()


def _pagina(slug: str) -> str:
    naam, deel = ELDERS.get(slug, (f"werkgevers:{slug}", ""))
    return f"{reverse(naam)}{deel}"


def _gidsen(document: Document) -> Gidsen:
    return maak_gidsen(_getoond(document, Gids), document.alle(Gidsstap))


def stap_adres(gids: Gids, stap: str) -> str:
    """Return where to read the step with the slug `stap` in a guide."""
    return f"{gids_adres(gids)}#stap-{stap}"
