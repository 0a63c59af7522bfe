"""The rows of the document with the texts of the site and how it looks, and with where its long words may break."""

from uitgave.rij import Rij

# What the site says where its editors choose no other words.
BEGINNEN, KAART, FUNCTIES, OPLEIDINGEN = "Zo begin je", "Kaart", "Functies", "Opleidingen"
VERHALEN, WERKGEVERS = "Verhalen", "Voor werkgevers"
VERHALEN_KOP = "Verhalen over het werk"
KNOP, ZOEKKNOP = "Vind opleiders in de buurt", "Zoek op Leeroverzicht"


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
    menu_kaart: str = KAART
    menu_functies: str = FUNCTIES
    menu_opleidingen: str = OPLEIDINGEN
    menu_verhalen: str = VERHALEN
    menu_werkgevers: str = WERKGEVERS
    verhalen_kop: str = VERHALEN_KOP
    logo: str = ""
    kleur: str = ""
    leeroverzicht_zoek: str = ZOEKKNOP
    menu_beginnen: str = BEGINNEN


class Breekwoord(Rij):
    woord: str
    delen: str
