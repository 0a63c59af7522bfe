"""The admin as editors meet it: every page opens, in Dutch, and refuses what cannot be."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from functies.models import Doorgroei, Functie, Werkveld
from opleidingen.models import CodeControle, Opleiding
from tests.conftest import APPS
from tests.pagina import formuliervelden, tekst
from tests.soorten import maak
from uitgave.inhoud import controleer_link
from uitgave.models import Beeldbestand, Bijlage, Eenmalig, GegevenSleutel, GeladenFixture, Sector
from uitgave.soort import is_inhoud, soort_van

pytestmark = pytest.mark.een_database

EIGEN = [model for app in APPS for model in apps.get_app_config(app).get_models()]
INWENDIG = {Beeldbestand, GegevenSleutel}  # what the site keeps for itself, and nobody looks at
EIGEN_VELDEN = {  # of what is no content
    CodeControle: {"register": "crebo", "code": "25000", "stand": "geldig", "gecontroleerd_op": timezone.now()},
    **{model: {"naam": "Klus"} for model in (Bijlage, Eenmalig, GeladenFixture, Sector)},
}
MODELLEN = [model for model in EIGEN if not model._meta.auto_created and model not in INWENDIG]


def maak_rij(model):
    return maak(soort_van(model)) if is_inhoud(model) else model.objects.create(**EIGEN_VELDEN[model])


def test_every_model_is_in_the_admin():
    assert {model for model in MODELLEN if not admin.site.is_registered(model)} == set()


@pytest.mark.parametrize("model", MODELLEN, ids=lambda model: model.__name__)
def test_every_list_search_filter_and_row_opens(beheerder, inhoud, model):
    lijst = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    rij = model.objects.first() or maak_rij(model)

    assert beheerder.get(lijst).status_code == 200
    assert beheerder.get(lijst, {"q": "a"}).status_code == 200
    assert beheerder.get(f"{lijst}{rij.pk}/change/").status_code == 200
    assert beheerder.get(f"{lijst}{rij.pk}/history/").status_code == 200
    for filter_ in beheerder.get(lijst).context["cl"].filter_specs:
        for keuze in filter_.choices(beheerder.get(lijst).context["cl"]):
            assert beheerder.get(lijst + keuze["query_string"]).status_code == 200


def test_the_filter_finds_functies_without_opleiding(beheerder, inhoud, maak_opleiding):
    kaal = Functie.objects.get(slug="broodbakker")
    kaal.opleidingslinks.all().delete()

    gevonden = beheerder.get("/beheer/functies/functie/", {"opleiding": "zonder"}).context["cl"].queryset

    assert set(gevonden) == {kaal, Functie.objects.get(slug="bezorger")}


def test_the_texts_of_the_site_cannot_be_added_twice_or_deleted(beheerder, inhoud):
    assert beheerder.get("/beheer/ontwikkelpad/ontwikkelpad/add/").status_code == 403
    assert beheerder.get("/beheer/ontwikkelpad/ontwikkelpad/1/delete/").status_code == 403


def test_an_edition_cannot_be_typed_or_deleted(beheerder, inhoud):
    pk = inhoud.uitgave.id

    assert beheerder.get("/beheer/uitgave/uitgave/add/").status_code == 403
    assert beheerder.get(f"/beheer/uitgave/uitgave/{pk}/delete/").status_code == 403


@pytest.mark.parametrize(
    ("velden", "melding"),
    [
        (
            {"code": "2590"},
            "‘2590’ is geen goede code. Een code van Landelijke lijst heeft de vorm 99999, bijvoorbeeld 12345.",
        ),
        ({"code": "25901", "coderegister": ""}, "Kies het register van deze code."),
        ({"code": ""}, "Vul de code in, of maak het register leeg."),
        ({"code": "26044"}, "Er is al een opleiding met deze code in dit register."),
        ({"leeroverzicht_url": "javascript:alert(1)"}, "‘javascript:alert(1)’ is geen bruikbare link."),
        ({"leeroverzicht_url": "https:///pad"}, "‘https:///pad’ is geen bruikbare link."),
        ({"naam": ""}, "Vul dit in."),
        ({"slug": "brood-en-beslag"}, "staat iets wat er al is"),
    ],
)
def test_an_opleiding_that_cannot_be_is_refused_with_a_reason(beheerder, inhoud, velden, melding):
    opleiding = Opleiding.objects.get(code="25901")
    adres = reverse("admin:opleidingen_opleiding_change", args=[opleiding.pk])
    ingevuld = formuliervelden(beheerder.get(adres).text) | {"omschrijving": "Mijn nieuwe tekst."} | velden

    response = beheerder.post(adres, ingevuld)

    assert response.status_code == 200
    assert melding in response.text
    assert "Mijn nieuwe tekst." in response.text
    assert Opleiding.objects.get(pk=opleiding.pk).code == "25901"


@pytest.mark.parametrize(
    "link",
    [
        "//a.nl", "a.nl", "ftp://a.nl", "data:text/html,x", "https://:80/", "https://@/", "https://a.nl:abc/",
        "https://bank.nl@evil.nl", "https://a.nl\\@evil.nl", "https://a.nl/ b", "mailto:", "tel:",
    ],
)  # fmt: skip
def test_other_links_are_refused(link):
    with pytest.raises(ValidationError, match=r"geen bruikbare link"):
        controleer_link(link)


@pytest.mark.parametrize("link", ["http://a.nl", "https://a.nl/b?c=d", "mailto:a@b.nl", "tel:+31201234567"])
def test_links_that_a_visitor_may_follow_are_accepted(link):
    Opleiding(leeroverzicht_url=link).clean_fields(
        exclude=[veld.name for veld in Opleiding._meta.fields if veld.name != "leeroverzicht_url"]
    )


def test_an_unusual_code_is_a_warning_and_is_saved(beheerder, inhoud):
    opleiding = Opleiding.objects.get(code="25901")
    adres = reverse("admin:opleidingen_opleiding_change", args=[opleiding.pk])
    velden = formuliervelden(beheerder.get(adres).text)

    response = beheerder.post(adres, velden | {"code": "12345"}, follow=True)

    assert "Let op: 12345 is geen gewone code voor Landelijke lijst." in response.text
    assert Opleiding.objects.get(pk=opleiding.pk).code == "12345"


def stap(van, naar):
    return {
        "van": van,
        "naar": naar,
        "soort": "doorstroom",
        "voorwaarde": "",
        "bron": "Mijn bron.",
        "gecontroleerd_op": "22-11-2026",
        "zichtbaar": "on",
    }


def test_a_step_to_itself_or_a_double_one_is_refused_with_a_reason(beheerder, inhoud):
    broodbakker = Functie.objects.get(slug="broodbakker").pk
    meester = Functie.objects.get(slug="meesterbakker-aan-de-grote-oven").pk

    zichzelf = beheerder.post("/beheer/functies/doorgroei/add/", stap(broodbakker, broodbakker))
    dubbel = beheerder.post("/beheer/functies/doorgroei/add/", stap(broodbakker, meester))

    assert "Een functie kan niet naar zichzelf doorgroeien. Kies twee functies." in zichzelf.text
    assert "Deze stap staat er al: van deze functie naar die functie." in dubbel.text
    assert "Mijn bron." in zichzelf.text
    assert Doorgroei.objects.count() == 9


@pytest.mark.parametrize(
    ("naar", "melding"),
    [
        ("broodbakker", "Een functie kan niet naar zichzelf doorgroeien."),
        ("meesterbakker-aan-de-grote-oven", "Deze stap staat er al: van deze functie naar die functie."),
    ],
)
def test_the_same_holds_for_steps_typed_on_the_page_of_a_functie(beheerder, inhoud, naar, melding):
    broodbakker = Functie.objects.get(slug="broodbakker")
    adres = reverse("admin:functies_functie_change", args=[broodbakker.pk])
    velden = formuliervelden(beheerder.get(adres).text)
    nieuw = {f"vervolg-2-{naam}": waarde for naam, waarde in stap("", Functie.objects.get(slug=naar).pk).items()}

    response = beheerder.post(adres, velden | nieuw | {"vervolg-TOTAL_FORMS": "3"})

    assert response.status_code == 200
    assert melding in response.text
    assert Doorgroei.objects.count() == 9


def test_a_step_towards_a_functie_is_typed_on_its_page_too(beheerder, inhoud):
    broodbakker, leider = (Functie.objects.get(slug=slug) for slug in ("broodbakker", "bedrijfsleider"))
    adres = reverse("admin:functies_functie_change", args=[broodbakker.pk])
    velden = formuliervelden(beheerder.get(adres).text)
    nummer = int(velden["vooraf-TOTAL_FORMS"])
    nieuw = {f"vooraf-{nummer}-{naam}": waarde for naam, waarde in stap(leider.pk, "").items()}
    zichzelf = nieuw | {f"vooraf-{nummer}-van": broodbakker.pk}
    aantal = {"vooraf-TOTAL_FORMS": str(nummer + 1)}

    geweigerd = beheerder.post(adres, velden | zichzelf | aantal)
    gelukt = beheerder.post(adres, velden | nieuw | aantal)

    assert "Een functie kan niet naar zichzelf doorgroeien." in geweigerd.text
    assert gelukt.status_code == 302
    assert Doorgroei.objects.get(van=leider, naar=broodbakker).bron == "Mijn bron."
    assert Doorgroei.objects.count() == 10


def test_a_step_that_a_colleague_deleted_is_named_and_nothing_typed_is_lost(beheerder, inhoud):
    broodbakker = Functie.objects.get(slug="broodbakker")
    adres = reverse("admin:functies_functie_change", args=[broodbakker.pk])
    velden = formuliervelden(beheerder.get(adres).text) | {"samenvatting": "Mijn nieuwe tekst."}
    broodbakker.vervolg.first().delete()

    response = beheerder.post(adres, velden)

    assert "Deze rij is intussen verwijderd." in response.text
    assert "Mijn nieuwe tekst." in response.text


def test_counts_stay_right_when_the_list_is_filtered(beheerder, inhoud):
    gefilterd = beheerder.get("/beheer/functies/competentie/", {"functies": "met"}).context["cl"].queryset

    assert all(competentie.aantal == competentie.functies.count() for competentie in gefilterd)


def test_a_new_functie_with_double_rows_is_refused(beheerder, inhoud):
    werkveld = Werkveld.objects.first()
    broodbakker = Functie.objects.get(slug="broodbakker").pk
    velden = formuliervelden(beheerder.get("/beheer/functies/functie/add/").text) | {
        "naam": "Nieuw",
        "slug": "nieuw",
        "werkveld": werkveld.pk,
        "samenvatting": "Je werkt.",
        "omschrijving": "Je werkt.",
        "bron": "Een bron.",
        "gecontroleerd_op": "22-11-2026",
        "vervolg-TOTAL_FORMS": "2",
    }
    for nummer in (0, 1):
        velden |= {f"vervolg-{nummer}-{naam}": waarde for naam, waarde in stap("", broodbakker).items()}

    response = beheerder.post("/beheer/functies/functie/add/", velden)

    assert response.status_code == 200
    assert "twee keer hetzelfde" in tekst(response.text)
    assert not Functie.objects.filter(slug="nieuw").exists()


def test_a_row_that_others_need_is_not_deleted_silently(beheerder, inhoud):
    werkveld = Werkveld.objects.get(slug="winkel")

    response = beheerder.post(f"/beheer/functies/werkveld/{werkveld.pk}/delete/", {"post": "yes"})

    assert Werkveld.objects.filter(pk=werkveld.pk).exists()
    assert "Winkelleider" in response.text


def test_line_endings_of_a_browser_do_not_count_as_a_change(beheerder, inhoud):
    functie = Functie.objects.get(slug="broodbakker")
    adres = reverse("admin:functies_functie_change", args=[functie.pk])
    velden = formuliervelden(beheerder.get(adres).text)

    beheerder.post(adres, velden | {"omschrijving": functie.omschrijving.replace("\n", "\r\n")})

    assert Functie.objects.get(pk=functie.pk).omschrijving == functie.omschrijving


def test_the_page_of_a_functie_asks_for_the_map_of_what_is_stored(beheerder, inhoud):
    adres = f"/beheer/functies/functie/{Functie.objects.get(slug='broodbakker').pk}/change/"

    geweigerd = beheerder.post(adres, formuliervelden(beheerder.get(adres).text) | {"slug": "", "naam": "Anders"})

    for html in (beheerder.get(adres).text, geweigerd.text):
        assert (
            'aria-label="De kaart met Broodbakker gekozen" data-kaart="/beheer/voorbeeld/functies/broodbakker/"' in html
        )
        assert '<a href="/beheer/voorbeeld/functies/broodbakker/">Bekijk de kaart in het voorbeeld</a>' in html


def test_of_a_functie_that_is_not_on_the_map_the_page_says_so(beheerder, inhoud):
    Functie.objects.filter(slug="broodbakker").update(zichtbaar=False)
    adres = f"/beheer/functies/functie/{Functie.objects.get(slug='broodbakker').pk}/change/"

    nieuw, onzichtbaar = (beheerder.get(pagina).text for pagina in ("/beheer/functies/functie/add/", adres))

    assert "Sla de functie eerst op. Daarna zie je hier de kaart." in nieuw
    assert "Deze functie staat niet op de kaart, want ‘zichtbaar’ staat uit." in onzichtbaar
    assert "data-kaart" not in nieuw + onzichtbaar
