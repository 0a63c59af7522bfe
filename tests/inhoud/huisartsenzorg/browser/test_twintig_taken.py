"""What a kandidaat comes for, on a narrow phone, with the keyboard alone and without JavaScript: no dead end.

Each task is told as somebody would tell it. Links and buttons are pressed, never clicked; what must be read at the end
is text that is in sight.
"""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.xdist_group("huisartsenzorg")  # one process starts a site with all of our content

SMAL = {"viewport": {"width": 360, "height": 740}, "java_script_enabled": False}


class Kandidaat:
    """Somebody with a phone: follows links, chooses, and reads."""

    def __init__(self, pagina: Page) -> None:
        self.pagina = pagina

    def begint(self, adres: str = "/") -> "Kandidaat":
        self.pagina.goto(adres)
        return self

    def volgt(self, *links: str) -> "Kandidaat":
        for naam in links:
            self.pagina.get_by_role("link", name=re.compile(naam)).locator("visible=true").first.press("Enter")
        return self

    def kiest(self, wat: str, waarde: str) -> "Kandidaat":
        self.pagina.get_by_label(wat).first.select_option(waarde)
        return self

    def vouwt(self, naam: str) -> "Kandidaat":
        """Open what is folded."""
        self.pagina.locator("summary", has_text=re.compile(naam)).locator("visible=true").first.press("Enter")
        return self

    def antwoordt(self, vraag: str, antwoord: str) -> "Kandidaat":
        groep = self.pagina.get_by_role("group", name=vraag)
        groep.get_by_label(antwoord).press("Space")
        return self

    def drukt(self, knop: str) -> "Kandidaat":
        self.pagina.get_by_role("button", name=re.compile(knop)).locator("visible=true").first.press("Enter")
        return self

    def zoekt(self, woorden: str) -> "Kandidaat":
        self.volgt("^Zoek$")
        self.pagina.get_by_role("searchbox").fill(woorden)
        self.pagina.get_by_role("searchbox").press("Enter")
        return self

    def leest(self, *teksten: str) -> "Kandidaat":
        for tekst in teksten:
            expect(self.pagina.get_by_text(re.compile(tekst)).locator("visible=true").first).to_be_visible()
        assert self.pagina.evaluate("document.documentElement.scrollWidth") <= 360
        return self


def kapster_met_vmbo(k):
    k.begint().volgt("^Zo begin je", "^Ik heb nog geen zorgdiploma").leest("Hier kun je beginnen")
    k.volgt("^Vmbo kader").leest("Hier kun je beginnen: doktersassistent")
    k.volgt("^Doktersassistent").leest("De school beslist over toelating")


def verpleegkundige_uit_het_ziekenhuis(k):
    k.begint("/beginnen/").volgt("^Ik heb een zorgdiploma")
    k.kiest("Mijn opleiding", "mbo-verpleegkunde").drukt("^Toon").leest("Je opleiding past bij 2 functies")
    k.volgt("^Triagist").leest("Je hebt ook nodig: Diploma Triage")


def social_work(k):
    k.begint().vouwt("^Wat heb je al").kiest("Wat heb je al?", "social-work").drukt("^Toon")
    k.volgt("Praktijkondersteuner GGZ").leest("Je opleiding past bij deze functie")


def van_doktersassistent_naar_praktijkmanager(k):
    k.begint("/routes/").kiest("Van", "doktersassistent").kiest("Naar", "praktijkmanager").drukt("^Toon")
    k.leest("Route 1: 2 stappen", "Zo gaat het meestal", "Alles bij elkaar")


def geen_nachten(k):
    k.begint().volgt("^Wat past bij mij")
    k.antwoordt("Wil je ook in de avond, de nacht of het weekend werken?", "Liever niet").drukt("^Laat zien")
    k.leest("Iets spreekt ertegen", "Past niet:", "Niet bekend")


def wat_verdient_het(k):
    k.begint().zoekt("wat verdient een triagist")
    k.begint().zoekt("salaris").volgt("Schaal in de cao").leest("Schaal 4, 5 of 6", "stand 20")


def hoe_lang_naast_een_baan(k):
    k.begint("/opleidingen/doktersassistent/").leest("In het kort", "Dit kun je morgen doen")
    k.begint().zoekt("hoe lang duurt het").volgt("[Dd]uur").leest("Doktersassistent")


def diploma_uit_het_buitenland(k):
    k.begint().vouwt("^Wat heb je al").kiest("Wat heb je al?", "buitenlands-diploma").drukt("^Toon").leest(
        "diplomawaardering"
    )
    k.volgt("^Doktersassistent").leest("Internationale Diplomawaardering", "idw.nl")


def naar_mijn_moeder_en_morgen_terug(k):
    k.begint("/functies/triagist/").drukt("^Bewaar").leest("Bewaard")
    k.volgt("^Mijn lijst").leest("Triagist")
    adres = k.pagina.url
    k.begint(adres).leest("Triagist", "Je lijst staat in het adres")
    k.volgt("^Begin een gesprek").leest("Waar sta je nu")


def waar_kan_ik_dit_leren(k):
    k.begint().vouwt("Menu")
    k.volgt("^Opleidingen$", "^Doktersassistent")
    k.leest("Zoek op Leeroverzicht", "Zoek daar op: Doktersassistent of 25695")


def twee_naast_elkaar(k):
    k.begint("/vergelijken/?functie=doktersassistent").leest("Kies nog een functie")
    k.pagina.get_by_label("2e functie").select_option("triagist")
    k.drukt("^Vergelijk$").leest("Werktijden", "Contact met patiënten")


def niet_bellen(k):
    k.begint("/wat-past/").antwoordt("Wil je patiënten aan de telefoon spreken?", "Liever niet").drukt("^Laat zien")
    k.leest("Jij koos:", "Past niet:")


def hbo_verpleegkundige(k):
    k.begint().vouwt("^Wat heb je al").kiest("Wat heb je al?", "bachelor-of-nursing").drukt("^Toon")
    k.volgt("^Praktijkverpleegkundige").leest("een BIG-registratie|BIG-registratie")
    k.begint("/functies/triagist/?opleiding=bachelor-of-nursing").leest("vraag wat voor jou meetelt")


def leiding_geven(k):
    k.begint("/wat-past/").antwoordt("Wil je leiding geven?", "Ja, graag").drukt("^Laat zien")
    k.volgt("^Praktijkmanager").leest("Leiding")


def een_verhaal(k):
    k.begint("/verhalen/").volgt("^Lees het verhaal van Zara|Zara").leest("Zara")
    k.volgt("Triagist").leest("In het kort")


def zonder_diploma_triagist_worden(k):
    k.begint("/functies/triagist/?opleiding=geen").leest("Deze functie ligt 1 stap verder")
    k.volgt("^Jouw route hierheen").leest("Route 1", "Diploma Triage")


def een_gesprek_voorbereiden(k):
    k.begint("/functies/praktijkondersteuner-huisartsenzorg/?opleiding=doktersassistent")
    k.vouwt("Meer").volgt("^Start een gesprek")
    k.drukt("^Volgende").leest("Jouw route naar", "Alles bij elkaar")


def wie_helpt_mij(k):
    k.begint("/beginnen/").leest("Regionaal Werkcentrum")


def ik_werk_al_in_de_praktijk(k):
    k.begint("/beginnen/").volgt("^Ik werk al in de huisartsenzorg", "^Doktersassistent").leest("Zo groei je door")


def een_vog(k):
    k.begint().zoekt("strafblad")
    k.begint("/functies/doktersassistent/")
    k.vouwt("VOG")
    k.leest("[Vv]erklaring")


TAKEN = [
    *(kapster_met_vmbo, verpleegkundige_uit_het_ziekenhuis, social_work, van_doktersassistent_naar_praktijkmanager),
    *(geen_nachten, wat_verdient_het, hoe_lang_naast_een_baan, diploma_uit_het_buitenland),
    *(naar_mijn_moeder_en_morgen_terug, waar_kan_ik_dit_leren, twee_naast_elkaar, niet_bellen, hbo_verpleegkundige),
    *(leiding_geven, een_verhaal, zonder_diploma_triagist_worden, een_gesprek_voorbereiden, wie_helpt_mij),
    *(ik_werk_al_in_de_praktijk, een_vog),
]


@pytest.mark.parametrize("taak", TAKEN, ids=lambda taak: taak.__name__)
def test_a_kandidaat_comes_to_an_answer(nieuwe_pagina, taak):
    pagina = nieuwe_pagina(**SMAL)

    taak(Kandidaat(pagina))

    expect(pagina.get_by_role("heading", level=1)).to_have_count(1)


def test_the_tasks_are_twenty():
    assert len(TAKEN) == 20
