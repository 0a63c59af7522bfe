"""What the pages say of a person, with our content: nothing that no source says, and everywhere the same."""

import pytest

from functies.achtergrond import Achtergrond
from functies.document import Functie
from functies.reis import wegen
from functies.weg import Oordeel, Soort, Waar
from tests.functies.test_zelfde_antwoord import (
    zelfde_bij_elk_antwoord,
    zelfde_voor_elk_paar,
    zelfde_voor_elke_achtergrond,
)
from tests.pagina import tekst

pytestmark = pytest.mark.een_database

# These ask a thousand pages. Every run takes a third of them; the neutral sector is asked whole.
DELEN = pytest.mark.parametrize(
    "deel", [slice(0, None, 3), *(pytest.param(slice(n, None, 3), marks=pytest.mark.drill) for n in (1, 2))]
)


def standen(pad, achtergrond):
    wie = Achtergrond(pad, achtergrond)
    return {slug: wie.stand(functie).soort for slug, functie in pad.alle(Functie).items()}


@DELEN
def test_all_pages_agree_for_every_background(client, inhoud, deel):
    zelfde_voor_elke_achtergrond(client, deel)


@DELEN
def test_all_pages_agree_for_every_pair_of_functies(client, inhoud, deel):
    zelfde_voor_elk_paar(client, deel)


@DELEN
def test_screen_and_paper_agree_for_every_answer(client, inhoud, deel):
    zelfde_bij_elk_antwoord(client, deel)


def test_work_to_do_besides_yours_that_no_map_has_is_said_with_the_example_of_the_source(client, inhoud):
    html = tekst(client.get("/werkgevers/gesprek/doel/?van=doktersassistent&doel=erbij").text)

    assert "Op de kaart staat geen werk dat je erbij kunt doen naast je functie nu." in html
    assert "Voorbeeld: Van doktersassistent naar spreekuurassistent." in html


@pytest.mark.parametrize("zonder", ["geen", "vmbo-basis", "vmbo", "mbo-2", "mbo-3"])
def test_who_has_no_diploma_of_this_sector_sees_where_to_begin(client, inhoud, zonder):
    stand = standen(inhoud, zonder)

    assert [slug for slug, soort in stand.items() if soort == Soort.BEGIN] == ["doktersassistent"]
    assert stand["triagist"] == Soort.VERDER
    assert "Hier kun je beginnen: doktersassistent." in tekst(client.get("/", {"opleiding": zonder}).text)


@pytest.mark.parametrize("verpleegkundig", ["bachelor-of-nursing", "verpleegkunde", "opleiding-tot-verpleegkundige"])
def test_a_nurse_is_never_told_to_need_another_opleiding(client, inhoud, verpleegkundig):
    stand = standen(inhoud, verpleegkundig)

    assert stand["praktijkverpleegkundige-huisartsenzorg"] == Soort.PAST_MET
    assert stand["verpleegkundig-specialist"] == Soort.VERDER
    assert {stand[slug] for slug in ("triagist", "doktersassistent", "praktijkondersteuner-huisartsenzorg")} == {
        Soort.NIET_GENOEMD
    }
    assert "vraag wat voor jou meetelt" in tekst(client.get(f"/functies/triagist/?opleiding={verpleegkundig}").text)


def test_who_has_the_master_is_past_the_bachelor_that_it_asks(inhoud):
    stand = standen(inhoud, "advanced-nursing-practice")

    assert stand["verpleegkundig-specialist"] in (Soort.PAST, Soort.PAST_MET)
    assert stand["praktijkverpleegkundige-huisartsenzorg"] == Soort.PAST_MET
    [weg, *_] = wegen(
        inhoud, Waar(opleidingen=("advanced-nursing-practice",)), "praktijkverpleegkundige-huisartsenzorg"
    )
    assert weg.stappen[0].oordeel == Oordeel.INBEGREPEN


def test_the_direct_way_of_a_nurse_who_works_as_assistent_comes_first(inhoud):
    waar = Waar(functies=("doktersassistent",), opleidingen=("bachelor-of-nursing",))
    gevonden = wegen(inhoud, waar, "praktijkverpleegkundige-huisartsenzorg")

    assert [[stap.paneel.functie.slug for stap in weg.stappen] for weg in gevonden] == [
        ["praktijkverpleegkundige-huisartsenzorg"],
        ["praktijkondersteuner-huisartsenzorg", "praktijkverpleegkundige-huisartsenzorg"],
    ]


def test_the_way_that_is_usual_comes_first_and_says_who_says_so(client, inhoud):
    html = tekst(client.get("/routes/?van=doktersassistent&naar=praktijkmanager").text)

    assert html.index("Route 1: 2 stappen Zo gaat het meestal") < html.index("Route 2: 1 stap")
    assert "Zo gaat het meestal, volgens de redactie van deze site." in html


def test_the_choice_of_a_doktersassistent_is_told_in_natural_sentences(client, inhoud):
    html = tekst(client.get("/?opleiding=doktersassistent").text)

    assert "Voor triagist en leidinggevend triagist heb je ook het Diploma Triage nodig." in html
    assert "Verder groeien kan ook: 3 functies liggen één stap verder, 1 ligt twee stappen verder en" in html
