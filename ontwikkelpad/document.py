"""The rows of the document with the texts of the site, its look and its pages, and where its long words may break."""

from uitgave.rij import Rij

# Where a page of the site stands.
MENU, VOET, NERGENS = "menu", "voet", "nergens"
# What the site says where its editors choose no other words.
VERHALEN_KOP = "Verhalen over het werk"
KNOP, ZOEKKNOP = "Vind opleiders in de buurt", "Zoek op Leeroverzicht"

PRIVACY = (
    "Deze site bewaart niets over jou.\n"
    "- Je hebt geen account nodig.\n"
    "- De site plaatst geen cookies.\n"
    "- De site volgt je niet.\n"
    "\n"
    "Sommige links gaan naar andere websites. Daar gelden de regels van die website."
)
TOEGANKELIJKHEID = (
    "Iedereen moet deze site kunnen gebruiken.\n"
    "\n"
    "## Hoe ver we zijn\n"
    "\n"
    "We willen voldoen aan de norm WCAG 2.1, niveau A en AA. Een onafhankelijke partij heeft de site nog "
    "niet beoordeeld. In het Nederlandse model heet dat status C: eerste maatregelen genomen. Dit doen we"
    " al:\n"
    "- Je kunt alles doen met alleen een toetsenbord.\n"
    "- De site werkt ook zonder JavaScript.\n"
    "- De kaart is ook een gewone lijst. Een voorleesprogramma kan die voorlezen.\n"
    "\n"
    "## Wat nog niet klopt\n"
    "\n"
    "Een automatische controle vindt nu geen fouten. Zo’n controle ziet niet alles. Er kunnen dus nog "
    "fouten in zitten. Andere websites, waar links heen gaan, hebben we niet bekeken.\n"
    "\n"
    "## Als er iets niet lukt\n"
    "\n"
    "Laat het ons weten. Vertel op welke pagina je was en wat er niet lukte. Kom je er met ons niet uit? "
    "Dan kun je terecht bij het [College voor de Rechten van de Mens](https://www.mensenrechten.nl/)."
)


class Ontwikkelpad(Rij):
    naam: str
    sector: str
    kop: str
    uitleg: str
    inleiding_kop: str
    inleiding: str
    maatwerk: str
    leeroverzicht_url: str
    over: str
    contact_url: str
    bronnen: str
    privacy: str
    toegankelijkheid: str
    leeroverzicht_knop: str = KNOP
    hulp_naam: str = ""
    hulp: str = ""
    hulp_url: str = ""
    verhalen_kop: str = VERHALEN_KOP
    logo: str = ""
    kleur: str = ""
    leeroverzicht_zoek: str = ZOEKKNOP


class Sitepagina(Rij):
    """A page that every site has, with its word in the menu; they stand in the order of the menu."""

    pagina: str
    naam: str
    plek: str
    kop: str = ""


class Breekwoord(Rij):
    woord: str
    delen: str
