"""What is known in short: in the panel, beside another functie, on the opleiding, in the conversation and on paper."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils import timezone

from feiten.keuzes import Pictogram
from feiten.kort import in_het_kort
from feiten.models import Feit, Onderwerp
from functies.document import Functie as Functierij
from functies.models import Functie
from ontwikkelpad.svg import keur
from opleidingen.models import Opleiding
from redactie.kwaliteit.bevindingen import Regel, bevindingen
from tests.conftest import BEWIJS
from tests.pagina import formuliervelden, tekst
from uitgave.vinden import zoek

pytestmark = pytest.mark.een_database


def kort_van(pad, slug):
    kort = in_het_kort(pad, pad.alle(Functierij)[slug])
    return {punt.onderwerp.slug: punt.tekst for punt in kort.punten}


def test_the_panel_says_what_is_known_and_whom_to_ask_the_rest(client, inhoud):
    bakker = tekst(client.get("/functies/broodbakker/").text)
    winkel = tekst(client.get("/functies/winkelmedewerker/").text)

    assert "In het kort Werktijden Vanaf 3 uur in de nacht Loongroep Groep 3 Gildeboek, stand 2026" in bakker
    assert "Niet bekend: loongroep in het Gildeboek . Vraag het een werkgever." in winkel


def test_a_page_without_anything_known_shows_no_heading(client, inhoud, publiceer_nu):
    Feit.objects.all().delete()
    publiceer_nu("2")

    for adres in ("/functies/broodbakker/", "/opleidingen/broodbakken/", "/werkgevers/gesprek/blad/?naar=broodbakker"):
        assert "in het kort" not in tekst(client.get(adres).text).lower()


def test_what_is_known_nowhere_is_not_asked(inhoud, publiceer_nu):
    Feit.objects.filter(onderwerp__slug="loongroep").delete()

    assert kort_van(publiceer_nu("2"), "bezorger") == {"werktijden": "Niet bekend. Vraag het de bakker."}


def test_what_is_not_asked_everywhere_is_left_out_where_it_is_not_known(inhoud, publiceer_nu):
    Onderwerp.objects.filter(slug="werktijden").update(alleen_bekend=True)
    pad = publiceer_nu("2")

    assert "werktijden" in kort_van(pad, "broodbakker")
    assert "werktijden" not in kort_van(pad, "bezorger")


@pytest.mark.parametrize(("over", "geldt"), [(0, True), (-1, False)])
def test_after_its_last_day_a_feit_is_no_longer_said(client, inhoud, publiceer_nu, over, geldt):
    Feit.objects.filter(waarde="Groep 3").update(geldig_tot=timezone.localdate() + timedelta(days=over))
    pad = publiceer_nu("2")

    assert kort_van(pad, "broodbakker")["loongroep"].startswith("Groep 3" if geldt else "Niet bekend.")
    for adres in ("/functies/broodbakker/", "/in-het-kort/loongroep/"):
        assert ("Groep 3" in tekst(client.get(adres).text)) == geldt


def test_two_functies_side_by_side_have_a_row_for_each_onderwerp(client, inhoud):
    html = tekst(client.get("/vergelijken/?functie=broodbakker&functie=winkelmedewerker").text)

    assert "Werktijden Vanaf 3 uur in de nacht Overdag en op zaterdag" in html
    assert "Groep 3 (Gildeboek, stand 2026) Niet bekend. Vraag het een werkgever." in html


def test_the_opleiding_says_it_with_its_toelichting(client, inhoud):
    html = tekst(client.get("/opleidingen/broodbakken/").text)

    assert "Duur 2 jaar Heb je al in een bakkerij gewerkt? Dan kan het korter." in html
    assert "Niet bekend: duur . Vraag het de school." in tekst(client.get("/opleidingen/fijn-gebak/").text)


def test_the_conversation_and_the_sheet_say_it_of_the_goal(client, inhoud):
    doel = tekst(client.get("/werkgevers/gesprek/doel/?van=bakkershulp&naar=broodbakker").text)
    blad = tekst(client.get("/werkgevers/gesprek/blad/?van=bakkershulp&naar=broodbakker").text)

    assert "Broodbakker in het kort Werktijden Vanaf 3 uur in de nacht" in doel
    assert "Loongroep: Groep 3 (Gildeboek, stand 2026)" in blad


def test_an_onderwerp_has_a_page_with_every_functie_and_the_sources(client, inhoud):
    html = tekst(client.get("/in-het-kort/loongroep/").text)

    assert "Broodbakker (BB) Groep 3" in html
    assert html.index("Niet bekend") < html.index("Bezorger") < html.index("Kijk ook hier")
    assert "Gildeboek van de bakkerij, druk 3 (2026). Gecontroleerd op 15 januari 2026." in html


def test_an_onderwerp_of_which_nothing_is_known_says_so_and_where_to_look(client, inhoud):
    html = client.get("/in-het-kort/kosten/").text

    assert "Niet bekend. Vraag het de vereniging." in tekst(html)
    assert 'href="https://gilde.example/kosten"' in html
    assert "<table" not in html


def test_an_onderwerp_is_found_and_so_is_what_a_functie_says_of_it(inhoud):
    assert zoek(inhoud, "loongroep").vondsten[0].naam == "Loongroep in het Gildeboek"
    assert ("Winkelmedewerker", "Werktijden: Overdag en op zaterdag") in [
        (vondst.naam, vondst.zegt) for vondst in zoek(inhoud, "zaterdag").vondsten
    ]


def test_what_will_end_is_not_found_by_what_it_says(inhoud, publiceer_nu):
    Feit.objects.filter(antwoord="nee").update(geldig_tot=timezone.localdate() + timedelta(days=9))

    assert "Winkelmedewerker" not in [vondst.naam for vondst in zoek(publiceer_nu("2"), "zaterdag").vondsten]


def test_a_feit_that_went_astray_is_said_of_nothing_else_with_the_same_address(inhoud, publiceer_nu):
    Opleiding.objects.filter(slug="broodbakken").update(slug="broodbakker")
    Onderwerp.objects.filter(slug="duur").update(bij="functies")

    pad = publiceer_nu("2")

    assert "duur" not in kort_van(pad, "broodbakker")
    assert "Broodbakker" not in [vondst.naam for vondst in zoek(pad, "2 jaar").vondsten]


@pytest.mark.parametrize("pictogram", Pictogram)
def test_every_pictogram_is_a_drawing(pictogram):
    keur(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">{pictogram.tekening}</svg>')


# --- The desk ---


def nieuw(**velden):
    return Feit(**{"onderwerp": Onderwerp.objects.get(slug="loongroep"), "waarde": "Groep 1", **BEWIJS, **velden})


def test_a_feit_is_about_a_functie_or_an_opleiding_and_no_more(inhoud):
    functie, opleiding = Functie.objects.get(slug="bezorger"), Opleiding.objects.get(slug="broodbakken")

    for velden in ({}, {"functie": functie, "opleiding": opleiding}):
        with pytest.raises(ValidationError, match="Kies een functie of een opleiding: één van de twee"):
            nieuw(**velden).full_clean()
    with pytest.raises(ValidationError, match="Dit onderwerp is voor functies"):
        nieuw(opleiding=opleiding).full_clean()
    nieuw(functie=functie).full_clean()


def test_of_each_onderwerp_there_is_one_feit(inhoud):
    tweede = nieuw(functie=Functie.objects.get(slug="broodbakker"))

    with pytest.raises(ValidationError, match="Over dit onderwerp is er al een feit bij deze functie"):
        tweede.full_clean()
    with pytest.raises(IntegrityError):
        tweede.save()


def test_a_feit_is_added_on_the_page_of_its_functie_also_of_a_new_one(inhoud, beheerder):
    oud = Functie.objects.get(slug="bezorger")
    feit = {
        "feiten-TOTAL_FORMS": "1",
        "feiten-0-onderwerp": str(Onderwerp.objects.get(slug="loongroep").pk),
        "feiten-0-waarde": "Groep 2",
        "feiten-0-bron": "Een bron.",
        "feiten-0-gecontroleerd_op": "15-01-2026",
        "feiten-0-zichtbaar": "on",
    }
    adres = f"/beheer/functies/functie/{oud.pk}/change/"
    pagina = beheerder.get(adres).text

    bestaand = beheerder.post(adres, formuliervelden(pagina) | feit)
    leeg = formuliervelden(beheerder.get("/beheer/functies/functie/add/").text)
    zelfde = {"naam": "Oventester", "slug": "oventester", "werkveld": str(oud.werkveld_id), "samenvatting": "Je test."}
    zelfde |= {"omschrijving": "Je test ovens.", "bron": "Een bron.", "gecontroleerd_op": "15-01-2026"}
    erbij = beheerder.post("/beheer/functies/functie/add/", leeg | zelfde | feit)

    assert "Studielast" not in pagina
    assert "Duur" not in pagina
    assert (bestaand.status_code, erbij.status_code) == (302, 302)
    assert set(Feit.objects.filter(waarde="Groep 2").values_list("functie__slug", flat=True)) == {
        "bezorger",
        "oventester",
    }


def test_the_gate_names_what_is_over_what_soon_will_be_and_what_went_astray(inhoud):
    vandaag = timezone.localdate()
    for waarde, dagen in (("Groep 3", -1), ("Groep 5", 59), ("2 jaar", 61)):
        Feit.objects.filter(waarde=waarde).update(geldig_tot=vandaag + timedelta(days=dagen))
    Onderwerp.objects.filter(slug="werktijden").update(bij="opleidingen")

    gevonden = {(b.regel, b.tekst) for b in bevindingen() if b.rijen and isinstance(b.rijen[0], Feit)}

    voorbij = "Feit dat voorbij is: Loongroep in het Gildeboek: Broodbakker (BB). De site zegt nu ‘niet bekend’."
    straks = "Feit dat binnen 60 dagen voorbij is: Loongroep in het Gildeboek: Meesterbakker aan de grote oven (MB)."
    assert (Regel.VERLOPEN, f"{voorbij} Wat geldt er nu?") in gevonden
    assert (Regel.VERLOPEN, f"{straks} Zoek uit wat er daarna geldt.") in gevonden
    assert [tekst for regel, tekst in gevonden if regel == Regel.ZICHTBAAR] == [
        "Feit dat niet past bij zijn onderwerp: Werktijden: Broodbakker (BB) en Werktijden: Winkelmedewerker. "
        "Bezoekers zien het niet. Kies een ander onderwerp."
    ]
