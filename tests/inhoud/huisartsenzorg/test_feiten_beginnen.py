"""The facts about beginning, written down here by hand and compared with what the fixtures load.

The source of the parts is the draaiboek zij-instromers doktersassistent in de huisartsenpraktijk (LHV, 2022): 6 weeks
with 4 days of school, then 1 day of school and 3 or 4 days at work, for 2 years at most.
"""

import pytest

from beginnen.models import Beginfase, Deur
from feiten.models import Feit
from functies.achtergrond import Achtergrond
from opleidingen.vooropleidingen import vooropleidingen
from redactie.kwaliteit.leesbaarheid import LANGSTE, meet
from redactie.kwaliteit.tekstvelden import tekstvelden
from tests.inhoud.huisartsenzorg.test_geen_twijfel import BRON
from tests.pagina import tekst

pytestmark = pytest.mark.een_database

DRAAIBOEK = "Draaiboek zij-instromers doktersassistent in de huisartsenpraktijk (LHV, 2022), stap 3"
ONTWIKKELPAD = "Sectoraal Ontwikkelpad Huisartsenzorg, versie 1 (6 februari 2026)"
# Weeks, days of school, days at work at least and at most, contract; where it stands.
FASEN = [
    (6, 4, 0, None, "Een leerwerkovereenkomst.", DRAAIBOEK),
    (46, 1, 3, 4, "Een leerarbeidsovereenkomst.", DRAAIBOEK),
    (52, 1, 3, 4, "Een leerarbeidsovereenkomst.", DRAAIBOEK),
]
DEUREN = {
    "geen-zorgdiploma": ("niets", DRAAIBOEK.removesuffix(", stap 3")),
    "zorgdiploma": ("opleiding", ONTWIKKELPAD),
    "huisartsenzorg": ("functie", ONTWIKKELPAD),
}
BELOFTEN = ("altijd", "zeker", "gegarandeerd", "recht op", "€", "euro")


def test_the_parts_of_the_opleiding_are_those_of_the_source(inhoud):
    velden = ("weken", "schooldagen", "werkdagen", "werkdagen_tot", "contract")
    rijen = Beginfase.objects.filter(opleiding__slug="doktersassistent")

    assert [(*(getattr(rij, veld) for veld in velden), rij.bron[: len(DRAAIBOEK)]) for rij in rijen] == FASEN
    assert sum(rij.weken for rij in rijen) == 2 * 52
    assert all("Nog controleren: " in rij.bron for rij in rijen)
    assert Beginfase.objects.count() == len(FASEN)


def test_there_are_three_doors_each_with_its_source(inhoud):
    assert {deur.slug: (deur.soort, deur.bron.partition(":")[0]) for deur in Deur.objects.all()} == DEUREN


def test_how_long_it_takes_is_said_for_who_comes_from_school_and_for_who_changes_work(client, inhoud):
    gelezen = tekst(BRON.sub("", client.get("/beginnen/").text))  # in open text

    assert Feit.objects.get(opleiding__slug="doktersassistent", onderwerp__slug="duur").waarde == "Meestal 3 jaar"
    assert "Kom je van school? Dan duurt de opleiding tot doktersassistent meestal 3 jaar." in gelezen
    assert "Kom je uit een ander beroep? Dan duurt het hooguit 2 jaar." in gelezen
    assert "hoe het ging in één proef, voor mensen uit een ander beroep." in gelezen
    assert "meestal 3 jaar duurt: Jeroen Bosch Huisartsen" in Deur.objects.get(slug="geen-zorgdiploma").bron


def test_nothing_is_promised_and_no_sentence_is_too_long(inhoud):
    teksten = [
        (str(rij), getattr(rij, veld.name))
        for model in (Deur, Beginfase)
        for rij in model.objects.all()
        for veld in tekstvelden(model)
    ]

    assert [waar for waar, tekst in teksten for woord in BELOFTEN if woord in tekst.casefold()] == []
    assert [(waar, zin) for waar, tekst in teksten for zin, aantal in meet(tekst).zinnen if aantal > LANGSTE] == []


def test_who_has_no_zorgdiploma_begins_as_doktersassistent_on_every_page(client, inhoud):
    minste = next(iter(vooropleidingen(inhoud)))

    assert [functie.slug for functie in Achtergrond(inhoud, minste).begin] == ["doktersassistent"]
    assert "is-begin" in client.get(f"/?opleiding={minste}").text
    eerste_deel = client.get("/beginnen/").text.partition('id="deel-2"')[0]
    assert '<h3><a href="/functies/doktersassistent/">' in eerste_deel
