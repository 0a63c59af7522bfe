"""Start from who you are: what fits the opleiding you have, and what lies further."""

import re

import pytest

from functies.achtergrond import Achtergrond, kiesbare_opleidingen
from functies.document import Functie
from functies.models import Beroepsvereiste
from functies.models import Functie as Rij
from functies.weg import Soort
from opleidingen.models import Opleiding as Opleidingrij
from tests.functies.test_verkenner import kaartje
from tests.pagina import heel, tekst

pytestmark = pytest.mark.een_database


def samenvatting(client, **vraag):
    html = client.get("/", vraag).text
    return tekst(re.search(r'<p class="samenvatting".*?</p>', html, re.S)[0])


def test_the_summary_says_plainly_what_fits_and_what_lies_further(client, inhoud, publiceer_nu):
    for slug in ("broodbakker", "banketbakker"):
        diploma = Opleidingrij.objects.get(slug="diploma-ovenmeester")
        Rij.objects.get(slug=slug).opleidingslinks.create(opleiding=diploma, rol="vereist", volgorde=9)
    Rij.objects.get(slug="winkelmedewerker").beroepsvereisten.add(Beroepsvereiste.objects.get(slug="rijbewijs-b"))
    publiceer_nu("2")

    verder = "Verder groeien kan ook: 1 functie ligt één stap verder en 1 ligt twee stappen verder."
    assert samenvatting(client, opleiding="fijn-gebak") == (
        f"Je opleiding past bij 2 functies. Voor allebei heb je ook het Diploma Ovenmeester nodig. {verder}"
    )
    assert samenvatting(client, opleiding="winkel-en-verkoop") == (
        f"Je opleiding past bij 1 functie. Daarvoor heb je ook een Rijbewijs B nodig. {verder}"
    )
    assert samenvatting(client, opleiding="leiding-in-de-winkel") == (
        "Je opleiding past bij 2 functies. Voor winkelleider heb je ook het Diploma Winkelier nodig."
    )


def test_without_a_diploma_the_page_says_where_to_begin(client, inhoud):
    html = client.get("/", {"opleiding": "geen"}).text

    assert "Zonder diploma in deze sector begin je met een opleiding. Hier kun je beginnen:" in heel(html)
    begin = {functie.slug for functie in Achtergrond(inhoud, "geen").begin}
    assert begin == {slug for slug in inhoud.alle(Functie) if "Hier kun je beginnen" in kaartje(html, slug)}
    assert begin == {"bakkershulp", "winkelmedewerker"} & begin != set()
    paneel = tekst(client.get(f"/functies/{min(begin)}/?opleiding=geen").text)
    assert "Hier kun je beginnen. Hieronder staat de opleiding. De school beslist over toelating." in paneel


def test_every_functie_says_in_words_what_it_is_to_this_opleiding(client, inhoud):
    html = client.get("/", {"opleiding": "broodbakken"}).text

    assert "Past, met diploma of registratie erbij" in tekst(kaartje(html, "meesterbakker-aan-de-grote-oven"))
    assert "1 stap verder" in kaartje(html, "bedrijfsleider")
    assert "Niet genoemd: vraag wat meetelt" in kaartje(html, "winkelmedewerker")
    assert 'value="broodbakken" selected' in html


def test_the_states_cover_the_map_and_agree_with_the_steps(inhoud):
    for opleiding in kiesbare_opleidingen(inhoud):
        achtergrond = Achtergrond(inhoud, opleiding)
        for functie in inhoud.alle(Functie).values():
            stand = achtergrond.stand(functie)
            past = any(link.opleiding == opleiding and link.rol == "passend" for link in functie.opleidingen)
            assert (stand.soort in (Soort.PAST, Soort.PAST_MET)) == past
            assert (stand.soort == Soort.PAST_MET) == (past and bool(stand.ook_nodig))
            if stand.soort == Soort.VERDER:
                haltes = [halte.slug for halte in stand.route]
                assert haltes[-1] == functie.slug
                assert achtergrond.stand(stand.route[0]).soort in (Soort.PAST, Soort.PAST_MET)
                assert stand.woorden.startswith(str(len(haltes) - 1))
            assert (stand.soort == Soort.NIET_GENOEMD) == (not past and not stand.route)


def test_the_panel_names_the_route_and_what_else_is_needed(client, inhoud):
    verder = tekst(client.get("/functies/bedrijfsleider/?opleiding=broodbakken").text)
    past = tekst(client.get("/functies/meesterbakker-aan-de-grote-oven/?opleiding=broodbakken").text)
    anders = tekst(client.get("/functies/winkelmedewerker/?opleiding=broodbakken").text)

    assert "Deze functie ligt 1 stap verder: Meesterbakker aan de grote oven → Bedrijfsleider." in verder
    assert "Je opleiding past bij deze functie. Je hebt ook nodig: Diploma Ovenmeester, Ovenregistratie." in past
    assert "Broodbakken staat niet bij deze functie." in anders
    assert "vraag wat voor jou meetelt. Ook je ervaring telt." in anders


def test_choices_survive_opening_a_functie_and_combine(client, inhoud):
    vraag = "?opleiding=broodbakken&amp;werkveld=werkplaats"
    html = client.get("/?opleiding=broodbakken&werkveld=werkplaats").text

    assert set(re.findall(r'<a href="(/functies/[\w-]+/[^"]*)"', html)) == {
        f"/functies/{slug}/{vraag}"
        for slug in (
            *("bakkershulp", "broodbakker", "banketbakker", "meesterbakker-aan-de-grote-oven"),
            *("winkelmedewerker", "bedrijfsleider"),  # of another werkveld, where steps lead
        )
    }
    paneel = client.get("/functies/broodbakker/?opleiding=broodbakken&werkveld=werkplaats").text
    assert f'href="/functies/meesterbakker-aan-de-grote-oven/{vraag}"' in paneel


def test_a_chosen_functie_of_another_werkveld_stays_on_the_map(client, inhoud):
    html = client.get("/functies/bakkershulp/?werkveld=winkel").text

    assert set(re.findall(r'<li id="kaart-([a-z-]+)"', html)) == {
        *("bakkershulp", "winkelmedewerker", "winkelleider"),
        *("bedrijfsleider", "bezorger"),  # of another werkveld too, where steps lead to or from
    }


def test_a_diploma_on_top_of_an_opleiding_is_no_background_of_its_own(client, inhoud):
    html = client.get("/", {"opleiding": "diploma-ovenmeester"}).text

    assert "We kennen ‘diploma-ovenmeester’ niet." in html
    assert "samenvatting" not in html


@pytest.mark.parametrize("adres", ["/", "/functies/broodbakker/"])
def test_unknown_choices_are_named_and_do_no_harm(client, inhoud, adres):
    html = client.get(adres, {"opleiding": "maan", "werkveld": "zon"}).text

    assert "We kennen ‘zon’ en ‘maan’ niet. Die keuze doet dus niet mee." in html
    assert html.count('class="kaartje ') == 8
    assert "samenvatting" not in html
