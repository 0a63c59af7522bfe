"""The pages that every site has: what each is called, and whether it stands in the menu, below, or in neither.

Editors choose word, heading, place and order (`Sitepagina`); for what they have no row, the words here do.
"""

from typing import NamedTuple

from django.urls import reverse

from ontwikkelpad.document import MENU, NERGENS, VOET, Ontwikkelpad, Sitepagina
from uitgave.document import Document
from uitgave.pad import Pad, eens
from uitgave.tekst import hoofdletter

MEESTE_IN_MENU = 5


class Pagina(NamedTuple):
    """A page: its word, place and heading where no row says them, its view, and when it is there and one is in it."""

    naam: str
    view: str
    plek: str = VOET
    delen: tuple[str, ...] = ()  # the parts of the document of which it shows one or more; none: it is always there
    hier: tuple[str, ...] = ()  # the pages or (ending in `:`) apps where one is in it
    anker: str = ""
    kop: str = "{naam}"  # made of its word and of the texts of the site


PAGINAS = {
    "beginnen": Pagina("Zo begin je", "beginnen:beginnen", MENU, ("deuren",), ("beginnen:",), kop="{naam} in {sector}"),
    "functies": Pagina(
        "Functies",
        "functies:functies",
        MENU,
        (),
        ("functies:functies", "functies:functie", "profielen:"),
        kop="Alle functies",
    ),
    "opleidingen": Pagina(
        "Opleidingen", "opleidingen:opleidingen", MENU, ("opleidingen",), ("opleidingen:",), kop="Alle opleidingen"
    ),
    "verhalen": Pagina("Verhalen", "verhalen:verhalen", MENU, ("verhalen",), ("verhalen:",), kop="{verhalen_kop}"),
    "werkgevers": Pagina("Voor werkgevers", "werkgevers:werkgevers", MENU, ("werkgevers",), ("werkgevers:",)),
    "kaart": Pagina("Kaart", "functies:kaart", hier=("functies:kaart",)),
    "routes": Pagina("Routes", "functies:routes", hier=("functies:routes",), kop="Zoek een route"),
    "vergelijken": Pagina(
        "Vergelijken", "functies:vergelijken", hier=("functies:vergelijken",), kop="Vergelijk functies"
    ),
    "passen": Pagina("Wat past bij mij?", "passen:passen", VOET, ("keuzevragen",), ("passen:",)),
    "begrippen": Pagina("Begrippen", "begrippen:begrippen", VOET, ("begrippen",), ("begrippen:",)),
    "artikelen": Pagina("Artikelen", "artikelen:artikelen", VOET, ("leesartikelen",), ("artikelen:",)),
    "antwoorden": Pagina(
        "Vragen", "antwoorden:antwoorden", NERGENS, ("antwoorden",), ("antwoorden:",), kop="Veelgestelde vragen"
    ),
    "niveaus": Pagina(
        "Niveaus",
        "niveaus:niveaus",
        VOET,
        ("niveauuitleg", "groeiwijzen", "trajecten"),
        ("niveaus:",),
        kop="Niveaus in {sector}",
    ),
    "sector": Pagina(
        "De sector in cijfers", "sector:sector", VOET, ("sectordelen",), ("sector:",), kop="{Sector} in cijfers"
    ),
    "over": Pagina("Over deze site", "over", hier=("over",)),
    "data": Pagina("Open data", "data:data", hier=("data:",)),
    "privacy": Pagina("Privacy", "over", anker="#privacy"),
    "toegankelijkheid": Pagina("Toegankelijkheid", "over", anker="#toegankelijkheid"),
}


def paginas_van(document: Document) -> dict[str, Sitepagina]:
    """Return all pages in order: those of the editors, and after them, as here, those of which there is no row."""
    gekozen = {rij.pagina: rij for rij in document.alle(Sitepagina) if rij.pagina in PAGINAS}
    rest = {
        code: Sitepagina(pagina=code, naam=pagina.naam, plek=pagina.plek)
        for code, pagina in PAGINAS.items()
        if code not in gekozen
    }
    return gekozen | rest


@eens
def paginas(pad: Pad) -> dict[str, Sitepagina]:
    """Return the pages of this edition in order, by their code."""
    return paginas_van(pad.document)


def menu(pad: Pad, view: str) -> list[tuple[str, str, bool]]:
    """Return the items of the menu: word, address, and whether the page of `view` is in it."""
    return _op_plek(pad, MENU, view)


def voet(pad: Pad) -> list[tuple[str, str, bool]]:
    """Return what stands at the foot of every page, like the menu."""
    return _op_plek(pad, VOET, "")


def kop(pad: Pad, code: str) -> str:
    """Return the heading of a page: that of the editors, or its own."""
    rij, site = paginas(pad)[code], pad.vaste(Ontwikkelpad)
    eigen = PAGINAS[code].kop.format(
        naam=rij.naam, sector=site.sector, Sector=hoofdletter(site.sector), verhalen_kop=site.verhalen_kop
    )
    return rij.kop or eigen


def _op_plek(pad: Pad, plek: str, view: str) -> list[tuple[str, str, bool]]:
    rijen = [(rij.naam, PAGINAS[rij.pagina]) for rij in paginas(pad).values() if rij.plek == plek]
    return [
        (naam, reverse(pagina.view) + pagina.anker, _is_hier(pagina, view))
        for naam, pagina in rijen
        if not pagina.delen or any(pad.delen[deel] for deel in pagina.delen)
    ]


def _is_hier(pagina: Pagina, view: str) -> bool:
    return view in pagina.hier or f"{view.partition(':')[0]}:" in pagina.hier
