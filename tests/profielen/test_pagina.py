"""The page of a profiel, as somebody reads it who wonders what the work asks."""

import re

import pytest

from functies.models import Competentiegebied, Functie
from profielen.models import Profiel, Profielcompetentie, Profielrol
from redactie.kwaliteit.bevindingen import Ernst, bevindingen
from tests.pagina import heel, tekst, zonder_kop
from uitgave.huidig import huidig

pytestmark = pytest.mark.een_database

ADRES = "/functies/broodbakker/profiel/"
ROLLEN = ["vakwerk", "omgaan-met-klanten", "leiding"]


def rollen(html):
    """The sections of the rollen by their class."""
    return re.findall(r'<section class="(rol[^"]*)".*?</section>', html, re.S)


def test_a_rol_opens_by_its_address_and_the_first_without(client, inhoud):
    for vraag, open_ in (("", "vakwerk"), *((f"?rol={slug}", slug) for slug in ROLLEN)):
        html = client.get(ADRES + vraag).text

        assert re.findall(r'\?rol=([-a-z]+)#rol" aria-current="true"', html) == [open_]
        assert rollen(html) == ["rol open" if slug == open_ else "rol" for slug in ROLLEN]


def test_each_rol_has_its_competenties_words_and_note(client, inhoud):
    html = heel(client.get(ADRES).text)
    (vakwerk, klanten, leiding) = re.findall(r'<section class="rol.*?</section>', html, re.S)

    assert re.findall(r"<h3>(.*?)</h3>", vakwerk) == ["Deeg kneden", "De oven kennen", "Woorden bij deze rol"]
    assert [tekst(deel).startswith("Rol") for deel in (vakwerk, klanten, leiding)] == [True] * 3
    assert ["Desem" in deel for deel in (vakwerk, klanten, leiding)] == [True, True, False]
    assert ["aparte cursus" in deel for deel in (vakwerk, klanten, leiding)] == [True, False, False]


def test_every_competentie_has_four_answers_and_none_is_chosen_or_sent(client, inhoud):
    html = client.get(ADRES).text
    keuzes = re.findall(r'<input type="radio" name="vraag-([-\w]+)" value="(\w+)">', html)

    assert [antwoord for _, antwoord in keuzes] == ["kan", "half", "leer", "later"] * 4
    assert len({naam for naam, _ in keuzes}) == 4
    assert "<form" not in zonder_kop(html).partition('class="profiel')[2]


def test_only_what_the_functie_asks_can_go_along_to_the_conversation(client, inhoud, publiceer_nu):
    assert re.findall(r'data-kan="([-a-z]+)"', client.get(ADRES).text) == [
        "deeg-maken-en-bewaren",
        "een-oven-instellen",
    ]

    functie = Functie.objects.get(slug="broodbakker")
    functie.competenties.remove(functie.competenties.get(slug="een-oven-instellen"))
    publiceer_nu("2")

    assert re.findall(r'data-kan="([-a-z]+)"', client.get(ADRES).text) == ["deeg-maken-en-bewaren"]
    assert 'href="/werkgevers/gesprek/?naar=broodbakker" data-neem-mee' in client.get(ADRES).text
    lopend = client.get(ADRES, {"gesprek": "van=bakkershulp&naar=bezorger&via=weg"}).text
    assert 'href="/werkgevers/gesprek/?van=bakkershulp&amp;naar=broodbakker" data-neem-mee' in lopend


def test_the_treden_rise_with_what_stands_on_each(client, inhoud):
    trap = client.get(ADRES).text.partition('<ol class="trap"')[2].partition("</ol>")[0]
    gezien = tekst(trap)

    assert "Trede 1, 4 eisen Kijken (Zien)" in gezien
    assert "Nog 1 eis Je weet wanneer brood gaar is." in gezien
    assert "Trede 2, 1 eis Bakken (Doen)" in gezien
    assert "3 punten Je weegt af. Je kneedt. Je bakt." in gezien


def test_the_functie_leads_to_its_profiel_and_back(client, inhoud):
    assert f'href="{ADRES}"' in client.get("/functies/broodbakker/").text
    assert "/profiel/" not in client.get("/functies/banketbakker/").text
    assert 'class="terug"><a href="/functies/broodbakker/">' in client.get(ADRES).text
    assert client.get("/functies/banketbakker/profiel/").status_code == 404


def test_htmx_gets_the_rollen_alone_as_they_stand_on_the_page(client, inhoud):
    fragment = client.get(f"{ADRES}?rol=leiding", headers={"HX-Request": "true"})

    assert fragment.text.lstrip().startswith('<div id="rollen"')
    assert fragment.text.strip() in client.get(f"{ADRES}?rol=leiding").text


def test_a_rol_that_is_not_known_is_named_and_the_first_is_open(client, inhoud):
    html = client.get(f"{ADRES}?rol=toren").text

    assert "We kennen ‘toren’ niet." in tekst(html)
    assert rollen(html)[0] == "rol open"


def test_a_rol_keeps_its_old_address(client, inhoud, publiceer_nu):
    Competentiegebied.objects.filter(slug="leiding").update(slug="leidinggeven")
    publiceer_nu("2")

    response = client.get(f"{ADRES}?rol=leiding", follow=True)

    assert rollen(response.text) == ["rol", "rol", "rol open"]


def test_a_profiel_of_two_rollen_is_a_list_without_a_picture(client, inhoud, publiceer_nu):
    assert client.get(ADRES).text.count("data-boog") == 4
    Profielrol.objects.filter(competentiegebied__slug="leiding").delete()
    publiceer_nu("2")

    html = client.get(ADRES).text

    assert "data-boog" not in html
    assert len(rollen(html)) == 2


def test_a_profiel_hides_with_its_functie(client, inhoud, publiceer_nu):
    Functie.objects.filter(slug="broodbakker").update(zichtbaar=False)
    publiceer_nu("2")

    assert client.get(ADRES).status_code == 404
    assert not huidig.pad.delen["profielrollen"]


@pytest.mark.parametrize(("vraag", "adres"), [("broodprofiel vakprofiel", ADRES), ("desem", f"{ADRES}?rol=vakwerk#")])
def test_a_profiel_and_its_words_are_found(client, inhoud, vraag, adres):
    assert f'href="{adres}' in client.get("/zoeken/", {"q": vraag}).text


def test_functies_compare_by_area(client, inhoud):
    html = client.get("/vergelijken/?functie=winkelleider&functie=bakkershulp").text
    rijen = re.findall(r'<tr class="gebied.*?</tr>', html, re.S)

    assert [tekst(rij) for rij in rijen] == ["Vakwerk 0 2", "Omgaan met klanten 2 0", "Leiding 2 0", "Overig 0 1"]


def test_the_gate_names_what_visitors_would_miss(inhoud):
    def zegt(woorden):
        return [bevinding.ernst for bevinding in bevindingen() if woorden in bevinding.tekst]

    assert zegt("Profiel") == zegt("ompetentie van een profiel") == zegt("Kernbegrip zonder") == []

    kneden = Profielcompetentie.objects.get(naam="Deeg kneden")
    kneden.competentie.zichtbaar = False
    kneden.competentie.save()
    Profielcompetentie.objects.filter(naam="Een hulp inwerken").update(competentie=_van_een_ander())
    Profielrol.objects.filter(competentiegebied__slug__in=ROLLEN[:2]).update(zichtbaar=False)

    assert zegt("Kernbegrip zonder rol") == [Ernst.WAARSCHUWING]
    assert zegt("competentie van een andere functie") == [Ernst.WAARSCHUWING]

    Profielrol.objects.update(zichtbaar=True)
    assert zegt("die niet zichtbaar is") == [Ernst.FOUT]

    Profielrol.objects.update(zichtbaar=False)
    assert zegt("Profiel zonder rollen") == [Ernst.WAARSCHUWING]


def _van_een_ander():
    (anders,) = Functie.objects.get(slug="bezorger").competenties.filter(slug="de-weg-vinden")
    return anders


def test_a_functie_has_one_profiel(inhoud):
    tweede = Profiel.objects.get()
    tweede.pk, tweede.slug, tweede.naam, tweede.sleutel = None, "tweede", "Een tweede profiel", ""

    with pytest.raises(Exception, match="Deze functie heeft al een profiel"):
        tweede.full_clean()
