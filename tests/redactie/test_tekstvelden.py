"""What helps an editor while writing: help at every field, and a hint below every text."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from functies.models import Functie
from redactie.kwaliteit.tekstvelden import leeshint, tekstvelden
from tests.pagina import formuliervelden
from uitgave.inhoud import OpmaakField, TekstField
from uitgave.models import Uitgave
from uitgave.soort import alle_modellen

pytestmark = pytest.mark.een_database

ADRES = "/beheer/leesbaarheid/"
VELDEN = [
    (model, veld)
    for model in (*alle_modellen(), Uitgave)
    for veld in (*model._meta.concrete_fields, *model._meta.many_to_many)
    if veld.editable and not veld.auto_created
]
per_veld = pytest.mark.parametrize(
    ("model", "veld"), VELDEN, ids=[f"{model.__name__}.{veld.name}" for model, veld in VELDEN]
)


@per_veld
def test_every_field_says_what_to_fill_in(model, veld):
    assert veld.help_text.endswith((".", "?"))
    assert len(veld.help_text) <= 160


@per_veld
def test_every_field_has_a_dutch_name_of_its_own_in_small_letters(model, veld):
    assert veld._verbose_name, "Django would make a name of the name in the code"
    assert veld.verbose_name[0].islower()


def test_fields_with_sentences_are_those_that_visitors_read():
    assert {
        f"{model.__name__}.{veld.name}" for model in (*alle_modellen(), Uitgave) for veld in tekstvelden(model)
    } == {
        *("Weetje.tekst", "Tip.zin", "Begrip.uitleg", "Foto.alt", "Opleiding.erkenning_zin"),
        *("Ontwikkelpad.uitleg", "Ontwikkelpad.inleiding", "Ontwikkelpad.maatwerk", "Ontwikkelpad.hulp"),
        *("Ontwikkelpad.over", "Ontwikkelpad.bronnen", "Ontwikkelpad.privacy", "Ontwikkelpad.toegankelijkheid"),
        *("Beroepsvereiste.uitleg", "Aanbieder.toelichting", "Opleiding.omschrijving"),
        *("Onderwerp.vraag", "Onderwerp.onbekend", "Feit.toelichting"),
        *("Functie.samenvatting", "Functie.omschrijving", "FunctieOpleiding.toelichting", "Doorgroei.voorwaarde"),
        *(
            "Register.uitleg",
            "Competentiegebied.uitleg",
            "Zijpad.omschrijving",
            "Verhaal.kop",
            "Verhaal.tekst",
            "Uitgave.wijzigingen",
        ),
        *("Werkgevers.inleiding", "Werkgevers.gesprek_inleiding", "Werkgevers.planner_uitleg"),
        *("Gids.inleiding",),
        *("Werkgevers.leerwegen_inleiding", "Werkgevers.praktijk_inleiding", "Werkgevers.privacy"),
        *("Leerweg.uitleg", "Leerweg.school", "Leerweg.werk", "Leerweg.contract", "Leerweg.geschikt"),
        *("Doelgroep.uitleg", "Regeling.uitleg", "Contactpunt.uitleg", "Gespreksvraag.vraag"),
        "Regeling.aanvragen",
        *("Begeleiding.wanneer", "Begeleiding.uitleg"),
        *("Gidsstap.waarom", "Gidsstap.wie", "Gidsstap.let_op", "Taak.tekst", "Gidslink.toelichting"),
        *("Mijlpaal.toelichting", "Brief.tekst"),
        *("Gidstekst.waarom", "Deur.uitleg", "Deur.waar", "Deur.hoe", "Deur.morgen"),
        *("Verwijzing.uitleg", "Vooropleiding.opent", "Vooropleiding.vraag", "Keuzevraag.vraag"),
        *("Beginfase.contract", "Beginfase.geld", "Beginfase.tekst"),
        *("Artikel.kop", "Artikel.inleiding", "Artikelpunt.kop", "Artikelpunt.tekst"),
        *("Antwoord.antwoord", "Vertaling.opmerking", "Leesartikel.samenvatting", "Leesartikel.tekst"),
        *("Groeiwijze.uitleg", "Groeiwijze.voorbeeld", "Niveauuitleg.tekst", "Niveauuitleg.buiten_de_kaart"),
        *("Omweg.tekst", "Traject.inleiding", "Traject.tekst", "Trajectstap.tekst"),
        *("Cijfer.toelichting", "Sectordeel.inleiding", "Sectordeel.tekst", "Partijgroep.partijen"),
        *("Profiel.kop", "Profiel.inleiding", "Profiel.gebieden", "Profiel.trap_kop", "Profiel.trap_uitleg"),
        *("Profielrol.uitleg", "Profielrol.noot", "Profielcompetentie.tekst", "Profieltekst.tekst"),
        *("Kernbegrip.uitleg", "Trede.uitleg", "Eis.tekst", "Eis.punten"),
    }


def hint(html, veld):
    """The hint below a field, and what the field says that describes it."""
    beschrijving = re.search(rf'id="{veld}"[^>]*aria-describedby="([^"]*)"', html) or re.search(
        rf'aria-describedby="([^"]*)"[^>]*id="{veld}"', html
    )
    tekst = re.search(rf'<p class="leeshint" id="{veld}_leeshint" aria-live="polite">(.*?)</p>', html, re.S)
    return tekst[1], beschrijving[1]


@pytest.fixture
def pagina(inhoud, beheerder):
    """The address of the page of a functie, and its client."""
    adres = reverse("admin:functies_functie_change", args=[Functie.objects.get(slug="broodbakker").pk])
    return adres, beheerder


def test_the_hint_of_the_saved_text_stands_there_without_javascript(pagina):
    adres, beheerder = pagina
    html = beheerder.get(adres).text

    assert hint(html, "id_samenvatting") == (
        "Woorden per zin: gemiddeld 7. Goed.",
        "id_samenvatting_helptext id_samenvatting_leeshint",
    )
    assert hint(html, "id_omschrijving")[0] == "Woorden per zin: gemiddeld 6. Goed."
    assert hint(html, "id_vervolg-0-voorwaarde") == (
        "",
        "id_vervolg-0-voorwaarde_helptext id_vervolg-0-voorwaarde_leeshint",
    )
    assert 'id="id_vervolg-__prefix__-voorwaarde_leeshint"' in html
    assert 'id="id_bron_leeshint"' not in html
    assert len(re.findall(r'<script src="/static/beheer.js"', html)) == 1


def test_a_page_that_comes_back_has_the_hint_of_what_was_typed_and_saving_is_never_stopped_by_it(pagina):
    adres, beheerder = pagina
    lang = "woord " * 30 + "<b>einde</b>."
    velden = formuliervelden(beheerder.get(adres).text) | {"samenvatting": lang}

    terug = beheerder.post(adres, velden | {"naam": ""})
    bewaard = beheerder.post(adres, velden)

    assert hint(terug.text, "id_samenvatting")[0] == (
        "De zin ‘woord woord woord woord woord woord …’ heeft 31 woorden. Knip hem in tweeën."
    )
    assert bewaard.status_code == 302
    assert Functie.objects.get(slug="broodbakker").samenvatting == lang


def test_an_error_describes_the_field_too(pagina):
    adres, beheerder = pagina
    velden = formuliervelden(beheerder.get(adres).text) | {"samenvatting": ""}

    _, beschrijving = hint(beheerder.post(adres, velden).text, "id_samenvatting")

    assert beschrijving == "id_samenvatting_helptext id_samenvatting_error id_samenvatting_leeshint"


def test_what_an_editor_typed_is_text_and_no_html(pagina):
    adres, beheerder = pagina
    Functie.objects.filter(slug="broodbakker").update(
        samenvatting="<b>Arbeidsmarktbeleid</b> <i>woord</i> " + "woord " * 25
    )

    gezegd, _ = hint(beheerder.get(adres).text, "id_samenvatting")

    assert gezegd.startswith("De zin ‘&lt;b&gt;Arbeidsmarktbeleid&lt;/b&gt; &lt;i&gt;woord")


def test_while_typing_the_same_hint_comes_as_plain_text(beheerder, inhoud):
    antwoord = beheerder.post(ADRES, {"tekst": "Je werkt hier.\r\n\r\n- Je leert arbeidsmarktbeleid <b>"})

    assert antwoord.status_code == 200
    assert antwoord.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert antwoord.text.splitlines() == [
        "Woorden per zin: gemiddeld 4. Goed.",
        "Lange woorden: arbeidsmarktbeleid. Kan het korter?",
    ]


@pytest.mark.parametrize(
    ("gegevens", "status", "tekst"),
    [
        ({}, 200, ""),
        ({"tekst": "a\0b"}, 400, "Deze tekst bevat een teken dat niet kan."),
        ({"tekst": "a" * 1_000_000}, 413, "Deze tekst is te lang om te meten."),
        ({"tekst": "a b. " * 600_000}, 400, None),  # more than Django reads at all
    ],
)
def test_a_text_that_cannot_be_is_refused_cleanly(beheerder, gegevens, status, tekst):
    antwoord = beheerder.post(ADRES, gegevens)

    assert antwoord.status_code == status
    assert tekst is None or antwoord.text == tekst


def test_the_measure_is_asked_with_a_form_by_an_editor(client, beheerder):
    streng = Client(enforce_csrf_checks=True)
    streng.cookies = beheerder.cookies

    assert beheerder.get(ADRES).status_code == 405
    assert client.post(ADRES, {"tekst": "Kort."}).status_code == 302
    assert streng.post(ADRES, {"tekst": "Kort."}).status_code == 403


def test_the_names_of_functies_are_no_long_words(inhoud):
    assert "Lange woorden" not in leeshint("Als winkelmedewerker help je bedrijfsleiders en meesterbakkers.")
    assert leeshint("Je werkt aan arbeidsmarktbeleid.") == "Lange woorden: arbeidsmarktbeleid. Kan het korter?"


def test_a_text_with_form_says_how_and_its_preview_is_what_visitors_get(beheerder, maak_functie):
    functie = maak_functie("Bakker")
    pagina = beheerder.get(f"/beheer/functies/functie/{functie.pk}/change/").text

    assert "id_omschrijving_opmaakhulp" in hint(pagina, "id_omschrijving")[1].split()
    assert 'id="id_omschrijving_opmaakhulp"' in pagina
    assert "Tussenkop" not in pagina

    tekst = "**Brood** [alle](/functies/) <b>\n\n## Kop"
    assert beheerder.post("/beheer/opmaak/", {"tekst": tekst}).text == (
        '<p><strong>Brood</strong> <a href="/beheer/voorbeeld/functies/">alle</a> &lt;b&gt;</p>\n<p>## Kop</p>\n'
    )
    assert "<h3>Kop</h3>" in beheerder.post("/beheer/opmaak/", {"tekst": tekst, "koppen": "ja"}).text


def test_a_list_from_a_word_processor_is_a_list_after_saving():
    veld = Functie._meta.get_field("omschrijving")

    assert veld.formfield().clean("Je doet:\r\n•\tbrood\r\n•\tgebak") == "Je doet:\n- brood\n- gebak"


def test_a_database_cannot_tell_a_text_with_form_from_another():
    met, zonder = OpmaakField("tekst", koppen=True), TekstField("tekst")
    met.set_attributes_from_name("tekst")
    zonder.set_attributes_from_name("tekst")

    assert met.deconstruct() == zonder.deconstruct()
    assert met.clone().koppen
