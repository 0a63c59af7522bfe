"""Many rows at once: found anywhere, replaced, given one value, hidden together, brought in from a spreadsheet."""

import csv
import io
import re
import zipfile
from datetime import date, timedelta
from html import unescape

import pytest
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import Workbook
from reversion.models import Revision

from functies.models import Doorgroei, Functie
from opleidingen.models import Opleiding
from redactie.kwaliteit.bevindingen import Regel, let_op, opsomming
from redactie.veel import vervangen
from redactie.veel.rekenblad import GROOTSTE, MEESTE, MEESTE_KOLOMMEN
from redactie.veel.vervangen import Vervanging
from tests.pagina import formuliervelden, tekst
from tests.soorten import maak as maak_rij
from uitgave.leesfout import MEESTE as FOUTEN
from uitgave.soort import soort_van, soorten
from uitgave.werkkopie import Werkkopie

ZOEKEN, VERVANGEN = "/beheer/zoeken/", "/beheer/vervangen/"
LIJSTKOP = "Dit verandert er"
KNOP = '<input type="hidden" name="basis"'


def nummer(model):
    return ContentType.objects.get_for_model(model).pk


def doe(client, response, **anders):
    """Press the button under what is shown."""
    velden = formuliervelden(response.text)
    mee = {naam: velden[naam] for naam in ("basis", "cellen") if naam in velden}
    rijen = re.findall(r'<input type="hidden" name="rij" value="([^"]+:[^"]+)"', response.text)
    return client.post(
        response.request["PATH_INFO"] + "?" + response.request["QUERY_STRING"], {**mee, "rij": rijen, **anders}
    )


# --- Finding ---


@pytest.fixture
def rooster(maak_functie, maak_opleiding):
    functie = maak_functie("Planner", samenvatting="Je maakt de roosters van de praktijk.")
    maak_opleiding("Roosteren met zorg")
    return functie


def test_a_word_is_found_in_every_kind_and_field_with_what_stands_around_it(redacteur, rooster):
    pagina = redacteur.get(ZOEKEN, {"q": "ROOSTER"}).text

    assert "3 keer gevonden" in tekst(pagina)
    assert "Je maakt de <mark>rooster</mark>s van de praktijk." in pagina
    assert "<mark>Rooster</mark>en met zorg" in pagina
    assert f"/beheer/functies/functie/{rooster.pk}/change/" in pagina


@pytest.mark.parametrize(("staat", "vraag"), [("Één café", "een cafe"), ("Straße", "STRASSE"), ("Ĳsland", "ijsland")])
def test_accents_and_capitals_make_no_difference(redacteur, maak_functie, staat, vraag):
    maak_functie("Planner", samenvatting=f"Kijk: {staat}!")

    assert f"<mark>{staat}</mark>" in redacteur.get(ZOEKEN, {"q": vraag}).text


def test_finding_in_one_kind_leaves_out_the_others(redacteur, rooster):
    pagina = redacteur.get(ZOEKEN, {"q": "rooster", "soort": "functies.functie"}).text

    assert "1 keer gevonden" in tekst(pagina)


def test_what_is_typed_is_never_a_pattern_or_html(redacteur, rooster):
    for vraag in (".*", "<b>x</b>", "x'y"):
        pagina = redacteur.get(ZOEKEN, {"q": vraag}).text
        assert "0 keer gevonden" in tekst(pagina)
        assert "<b>x</b>" not in pagina


def aantal_vragen(client):
    with CaptureQueriesContext(connection) as gevangen:
        client.get(ZOEKEN, {"q": "rooster"})
    return len(gevangen)


def test_finding_asks_the_database_as_often_for_many_rows(redacteur, maak_functie):
    maak_functie("Een", samenvatting="Rooster.")
    redacteur.get(ZOEKEN, {"q": "rooster"})
    eerst = aantal_vragen(redacteur)
    for naam in ("Twee", "Drie", "Vier"):
        maak_functie(naam, samenvatting="Rooster.")

    assert aantal_vragen(redacteur) == eerst


# --- Replacing ---


def test_a_text_is_replaced_where_it_was_chosen_in_one_change_and_never_in_an_address(redacteur, maak_functie):
    een = maak_functie("Planner", samenvatting="De Planner plant.")
    twee = maak_functie("Hoofd", samenvatting="Vraag het de Planner. Planners helpen.")
    vraag = {"zoek": "Planner", "door": "Roostermaker", "hoofdletters": "on", "woorden": "on"}

    getoond = redacteur.get(VERVANGEN, vraag)
    assert "Roostermaker" in getoond.text
    alleen_twee = redacteur.post(f"{VERVANGEN}?{getoond.request['QUERY_STRING']}", {
        "rij": f"functies.functie:{twee.pk}", "kies": "ja"})  # fmt: skip
    aantal = Revision.objects.count()
    klaar = doe(redacteur, alleen_twee)

    assert klaar.status_code == 302
    een.refresh_from_db(), twee.refresh_from_db()
    assert (een.naam, een.samenvatting) == ("Planner", "De Planner plant.")
    assert twee.samenvatting == "Vraag het de Roostermaker. Planners helpen."
    assert Revision.objects.count() == aantal + 1
    assert Revision.objects.latest("pk").comment == "Vervangen: ‘Planner’ door ‘Roostermaker’"


def test_a_name_changes_and_its_address_stays(redacteur, maak_functie):
    functie = maak_functie("Planner")
    doe(redacteur, redacteur.get(VERVANGEN, {"zoek": "Planner", "door": "Roostermaker"}))

    functie.refresh_from_db()
    assert (functie.naam, functie.slug) == ("Roostermaker", "planner")


def test_what_cannot_be_is_refused_for_all_rows_with_each_fault_named(redacteur, maak_functie):
    een, twee = maak_functie("Planner een"), maak_functie("Planner twee")
    getoond = redacteur.get(VERVANGEN, {"zoek": "Planner", "door": "x" * 150})

    assert "Er is niets veranderd." in tekst(getoond.text)
    assert tekst(getoond.text).count("naam: ") == 2
    assert KNOP not in getoond.text
    een.refresh_from_db(), twee.refresh_from_db()
    assert (een.naam, twee.naam) == ("Planner een", "Planner twee")


def test_what_is_not_right_is_not_done_either_when_it_is_asked_without_looking(redacteur, maak_functie):
    functie = maak_functie("Planner")
    fout = vervangen.ingreep(Werkkopie(), Vervanging("Planner", "x" * 150))

    redacteur.post(f"{VERVANGEN}?zoek=Planner&door={'x' * 150}", {
        "basis": fout.kenmerk, "rij": vervangen.naam_van(functie)})  # fmt: skip

    functie.refresh_from_db()
    assert functie.naam == "Planner"
    assert fout.uitkomst.fouten


def test_a_value_that_the_rows_refuse_is_said_with_the_difference(redacteur, maak_functie):
    functie = maak_functie("Een")
    morgen = timezone.localdate() + timedelta(days=1)
    adres = f"/beheer/veel/{nummer(Functie)}/?rij={functie.pk}&veld=gecontroleerd_op&waarde={morgen}&toon=ja"

    pagina = redacteur.get(adres)

    assert "Functie Een, gecontroleerd op: Deze dag moet nog komen." in tekst(pagina.text)
    assert LIJSTKOP in pagina.text
    assert KNOP not in pagina.text


def test_when_somebody_changed_a_row_meanwhile_the_difference_is_shown_again(redacteur, maak_functie):
    functie = maak_functie("Planner")
    getoond = redacteur.get(VERVANGEN, {"zoek": "Planner", "door": "Hoofd"})
    Functie.objects.update(samenvatting="De Planner is anders.")

    antwoord = doe(redacteur, getoond)

    functie.refresh_from_db()
    assert functie.naam == "Planner"
    assert "Intussen is er iets veranderd" in tekst(antwoord.text)


@pytest.mark.parametrize(
    ("vervanging", "tekst_", "wordt"),
    [
        (Vervanging("de", "het"), "de deur", "het hetur"),
        (Vervanging("de", "het", woorden=True), "de deur, de", "het deur, het"),
        (Vervanging("De", "Het"), "de De", "de Het"),
        (Vervanging("De", "Het", hoofdletters=False), "de De", "Het Het"),
        (Vervanging("a.b", r"\1"), "axb a.b", r"axb \1"),
    ],
)
def test_only_what_was_asked_is_replaced(vervanging, tekst_, wordt):
    assert vervanging.op(tekst_) == wordt


# --- One value for many ---


def test_one_field_of_the_chosen_rows_gets_one_value_in_one_change(redacteur, maak_functie):
    een, twee, _ = (maak_functie(naam) for naam in ("Een", "Twee", "Drie"))
    naar = redacteur.post("/beheer/functies/functie/", {
        "action": "verander_veld", "_selected_action": [een.pk, twee.pk]})  # fmt: skip
    keuze = redacteur.get(naar.url)
    assert "Verander een veld van 2 functies" in keuze.text
    assert "Verander een veld van 1 functie" in redacteur.get(f"/beheer/veel/{nummer(Functie)}/?rij={een.pk}").text
    assert "Verander een veld van 1 functies" not in redacteur.get(f"/beheer/veel/{nummer(Functie)}/?rij={een.pk}").text
    assert "Twee" in keuze.text
    assert "Drie" not in tekst(keuze.text)

    getoond = redacteur.get(naar.url + "&veld=gecontroleerd_op&waarde=2026-03-04&toon=ja")
    assert "4 maart 2026" in tekst(getoond.text)
    assert doe(redacteur, getoond).status_code == 302

    assert list(Functie.objects.filter(gecontroleerd_op=date(2026, 3, 4)).order_by("pk")) == [een, twee]


def test_a_value_that_cannot_be_is_said_and_nothing_changes(redacteur, maak_functie):
    functie = maak_functie("Een")
    adres = f"/beheer/veel/{nummer(Functie)}/?rij={functie.pk}&veld=gecontroleerd_op&waarde=gisteren&toon=ja"

    pagina = redacteur.get(adres)

    assert LIJSTKOP not in pagina.text
    assert "errorlist" in pagina.text


def test_no_field_that_is_one_of_a_kind_can_be_given_to_many(redacteur, maak_functie):
    functie = maak_functie("Een")
    keuze = redacteur.get(f"/beheer/veel/{nummer(Functie)}/?rij={functie.pk}").text
    velden = re.findall(r'<option value="(\w+)"', keuze)

    assert "zichtbaar" in velden
    assert {"naam", "slug", "sleutel"} & set(velden) == set()


# --- Hiding together ---


def test_a_functie_is_hidden_with_its_steps_and_shown_again(redacteur, maak_functie, maak_stap):
    een, twee, drie = (maak_functie(naam) for naam in ("Een", "Twee", "Drie"))
    stap, ander = maak_stap(een, twee), maak_stap(twee, drie)
    adres = f"/beheer/zichtbaar/{nummer(Functie)}/{een.pk}/"
    assert adres in redacteur.get(f"/beheer/functies/functie/{een.pk}/change/").text

    getoond = redacteur.get(adres)
    assert "2 rijen" in tekst(doe(redacteur, getoond) and redacteur.get("/beheer/").text)

    stappen = dict(Doorgroei.objects.values_list("pk", "zichtbaar"))
    assert stappen == {stap.pk: False, ander.pk: True}
    assert not Functie.objects.get(pk=een.pk).zichtbaar

    doe(redacteur, redacteur.get(adres))
    assert Functie.objects.get(pk=een.pk).zichtbaar
    assert all(Doorgroei.objects.values_list("zichtbaar", flat=True))


def test_what_hiding_breaks_is_named_before_it_is_done(redacteur, maak_functie, maak_stap):
    """A link to a page that goes, and a warning that comes; not what there was to read already."""
    een, twee = maak_functie("Een"), maak_functie("Twee", omschrijving="Lees [dit](/functies/een/). Meer niet.")
    maak_functie("Drie", omschrijving="Lees [dit](/functies/nergens/). Meer niet.")
    maak_stap(een, twee)

    gezegd = redacteur.get(f"/beheer/zichtbaar/{nummer(Functie)}/{een.pk}/")

    kop = tekst(gezegd.text).partition("Dit komt erbij om na te kijken")[2]
    assert "de link /functies/een/ leidt naar geen pagina van de site" in kop
    assert f"/beheer/functies/functie/{twee.pk}/change/" in gezegd.text
    assert "/functies/nergens/" not in kop
    assert KNOP in gezegd.text
    een.refresh_from_db()
    assert een.zichtbaar
    andere = redacteur.get(f"/beheer/zichtbaar/{nummer(Functie)}/{twee.pk}/")
    assert "leidt naar geen pagina" not in tekst(andere.text)


def test_a_line_of_the_gate_that_names_fewer_rows_is_not_told_as_new(redacteur, maak_functie):
    een, *_ = (maak_functie(naam, gecontroleerd_op=date(2020, 1, 1)) for naam in ("Een", "Twee"))

    assert "niet gecontroleerd" not in tekst(redacteur.get(f"/beheer/zichtbaar/{nummer(Functie)}/{een.pk}/").text)


def test_a_new_line_is_told_where_another_of_its_rule_names_more_rows(redacteur, maak_functie, maak_opleiding):
    een, twee = maak_functie("Een"), maak_functie("Twee")  # both without a competentie
    opleiding = maak_opleiding("Samen", code="")
    for functie in (een, twee):
        functie.opleidingen.add(maak_opleiding(f"Bij {functie}", code="") if functie == twee else opleiding)

    gezegd = tekst(redacteur.get(f"/beheer/zichtbaar/{nummer(Opleiding)}/{opleiding.pk}/").text)

    assert "Functie zonder zichtbare opleiding: Een. Klopt dat?" in gezegd
    assert "zonder zichtbare competentie" not in gezegd


@pytest.mark.parametrize(
    ("zin", "minder"),
    [
        ("Functie zonder zichtbare competentie: {}. Klopt dat?", True),
        ("Functie {}: in de bron staat ‘Navragen.’", True),
        ("Functie zonder zichtbare opleiding: {}. Klopt dat?", False),
        ("Functie {}: in de bron staat ‘Nakijken.’", False),
    ],
)
def test_a_line_counts_as_less_only_of_one_that_says_the_same(maak_functie, zin, minder):
    """Whatever stands before and behind the names, and however many there are."""
    rijen = [maak_functie(f"Functie {letter}") for letter in "abcdefgh"]
    zinnen = ("Functie zonder zichtbare competentie: {}. Klopt dat?", "Functie {}: in de bron staat ‘Navragen.’")
    meer = [let_op(Regel.BRON, een.format(opsomming(rijen)), *rijen) for een in zinnen]

    for aantal in range(1, len(rijen)):
        deel = let_op(Regel.BRON, zin.format(opsomming(rijen[:aantal])), *rijen[:aantal])
        assert any(map(deel.zegt_minder_dan, meer)) is minder, deel.tekst


# --- A list from a spreadsheet ---


def download(client, model):
    label = model._meta.label_lower.replace(".", "/")
    return list(csv.reader(io.StringIO(client.get(f"/beheer/{label}/csv/").text.lstrip("\ufeff")), delimiter=";"))


def als_csv(cellen):
    bestand = io.StringIO()
    csv.writer(bestand, delimiter=";").writerows(cellen)
    return ("\ufeff" + bestand.getvalue()).encode()


def als_xlsx(cellen):
    boek = Workbook()
    for rij in cellen:
        boek.active.append(rij)
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def voer_in(client, model, inhoud, naam="lijst.csv"):
    return client.post(f"/beheer/lijst/{nummer(model)}/", {"bestand": SimpleUploadedFile(naam, inhoud)})


@pytest.mark.parametrize(("naam", "maak"), [("lijst.csv", als_csv), ("lijst.xlsx", als_xlsx)])
def test_a_download_comes_back_changed_with_a_new_row_and_leaves_the_rest(redacteur, maak_opleiding, naam, maak):
    een = maak_opleiding("Een", code="", bron="=1+1")
    maak_opleiding("Twee", code="")
    cellen = download(redacteur, Opleiding)
    kop = cellen[0]
    rij = next(rij for rij in cellen if rij[kop.index("naam")] == "Een")
    nieuw = [*rij]
    rij[kop.index("naam")] = "Eén"
    for kolom, waarde in {"naam": "Drie", "deel van het webadres": "drie", "vaste sleutel": ""}.items():
        nieuw[kop.index(kolom)] = waarde

    getoond = voer_in(redacteur, Opleiding, maak([kop, rij, nieuw]), naam)
    assert "toegevoegd" in tekst(getoond.text)
    assert doe(redacteur, getoond).status_code == 302

    assert set(Opleiding.objects.values_list("slug", "naam")) == {("een", "Eén"), ("twee", "Twee"), ("drie", "Drie")}
    een.refresh_from_db()
    assert een.bron == "=1+1"


def in_lijst():
    """The kinds of which a list goes out and comes in."""
    kinderen = [soort for soort in soorten() if (soort.met_sleutel or soort.uniek) and not soort.enig]
    return [soort.model for soort in kinderen if soort.model in admin.site._registry]


def zonder_verschil(client, model):
    getoond = voer_in(client, model, als_csv(download(client, model)))

    assert "Er is geen verschil." in tekst(getoond.text), tekst(getoond.text)[-800:]


@pytest.mark.parametrize("model", in_lijst(), ids=lambda model: model.__name__)
def test_what_is_taken_out_can_be_brought_in_without_a_difference(beheerder, inhoud, model):
    maak_rij(soort_van(model))

    zonder_verschil(beheerder, model)


def test_so_can_a_row_of_which_a_part_of_the_key_is_empty(beheerder, inhoud):
    deels = [model for model in in_lijst() if any(model._meta.get_field(naam).blank for naam in soort_van(model).uniek)]

    for model in deels:
        assert model.objects.exists()
        zonder_verschil(beheerder, model)
    assert deels


def test_an_address_that_cannot_be_is_named_whatever_the_kind(beheerder, inhoud):
    met_slug = [model for model in in_lijst() if any(veld.name == "slug" for veld in model._meta.concrete_fields)]

    for model in met_slug:
        maak_rij(soort_van(model))
        cellen = download(beheerder, model)[:2]
        cellen[1][cellen[0].index(str(model._meta.get_field("slug").verbose_name))] = "Mijn gids!"
        gezegd = tekst(voer_in(beheerder, model, als_csv(cellen)).text)
        assert f"Regel 2, {model._meta.get_field('slug').verbose_name}: " in gezegd, model


def test_every_fault_is_named_with_row_and_column_and_nothing_changes(redacteur, maak_opleiding):
    een = maak_opleiding("Een", code="")
    kop = ["vaste sleutel", "naam", "zichtbaar", "gecontroleerd op"]
    rijen = [[een.sleutel, "Anders", "misschien", "ooit"], ["weg", "X", "ja", "2026-01-01"]]

    gezegd = tekst(voer_in(redacteur, Opleiding, als_csv([kop, *rijen])).text)

    assert "Regel 2, zichtbaar: ‘misschien’ kan hier niet. Vul ja of nee in." in gezegd
    assert "Regel 2, gecontroleerd op: ‘ooit’ is geen datum." in gezegd
    assert "Regel 3, vaste sleutel: ‘weg’ bestaat niet." in gezegd
    een.refresh_from_db()
    assert een.naam == "Een"


def test_what_the_rows_would_refuse_is_told_before_there_is_a_button(redacteur, maak_opleiding):
    """Also beside a cell that cannot be read, and one behind the last column."""
    een, twee = maak_opleiding("Een", code=""), maak_opleiding("Twee", code="")
    kop = ["vaste sleutel", "naam", "gecontroleerd op", "zichtbaar"]
    lang, later = "x" * 400, "2099-01-01"
    goed_leesbaar = [[een.sleutel, lang, later, "ja"], [twee.sleutel, "Anders", later, "nee"]]

    getoond = voer_in(redacteur, Opleiding, als_csv([kop, *goed_leesbaar]))

    gezegd = tekst(getoond.text)
    assert "Er is niets veranderd." in gezegd
    for fout in ("Regel 2, naam: ", "Regel 2, gecontroleerd op: ", "Regel 3, gecontroleerd op: "):
        assert fout in gezegd
    assert "Anders" in gezegd
    assert KNOP not in getoond.text

    stuk = [[een.sleutel, lang, "ooit", "misschien", "meer"], [twee.sleutel, "Anders", later, "ja"]]
    stuk.append(["", "Drie", "nooit", "ja"])
    gezegd = tekst(voer_in(redacteur, Opleiding, als_csv([kop, *stuk])).text)
    regels = re.findall(r"Regel (\d), ", gezegd)
    assert (regels, set(regels)) == (sorted(regels), {"2", "3", "4"})  # as they stand in the file
    for fout in ("achter de laatste kolom", "‘ooit’", "‘misschien’", "Regel 2, naam: ", "Regel 3, gecontroleerd op: "):
        assert fout in gezegd


def test_of_very_many_faults_it_is_said_how_many_more_there_are(redacteur, maak_opleiding):
    rijen = [[f"Nieuw {n}", "ooit"] for n in range(FOUTEN + 3)]

    gezegd = tekst(voer_in(redacteur, Opleiding, als_csv([["naam", "gecontroleerd op"], *rijen])).text)

    assert len(re.findall(r"Regel \d+, ", gezegd)) == FOUTEN
    assert re.search(r"En nog \d+ fouten\.", gezegd)


def test_a_column_that_is_not_known_is_named_with_those_that_are(redacteur, maak_opleiding):
    maak_opleiding("Een")
    gezegd = tekst(voer_in(redacteur, Opleiding, als_csv([["naam", "prijs"], ["Een", "3"]])).text)

    assert "De kolom ‘prijs’ kent de site niet." in gezegd
    assert "niveau" in gezegd


def bom():
    """A spreadsheet of a few kB that is very large when unpacked."""
    boek = io.BytesIO(als_xlsx([["naam"], ["x"]]))
    uit = io.BytesIO()
    with zipfile.ZipFile(boek) as oud, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as nieuw:
        for deel in oud.infolist():
            nieuw.writestr(deel.filename, oud.read(deel) if "sheet1" not in deel.filename else b" " * 30 * 1024**2)
    return uit.getvalue()


@pytest.mark.parametrize(
    ("naam", "inhoud", "waarom"),
    [
        ("lijst.csv", b"", "geen rijen"),
        ("lijst.csv", b"naam\n", "geen rijen"),
        ("lijst.csv", "naam\ncafé".encode("utf-16"), "UTF-8"),
        ("lijst.csv", b'naam\n"x', "geen goede CSV"),
        ("lijst.csv", b"naam\n" + b"x\n" * (MEESTE + 1), "te veel rijen"),
        ("lijst.csv", b"naam\n" + b"x" * GROOTSTE, "te groot"),
        ("lijst.csv", b"naam" + b";" * 300 + b"\n" + b"x;" * 300, "te veel kolommen"),
        ("lijst.xlsx", lambda: als_xlsx([["naam"], [*[""] * MEESTE_KOLOMMEN, "x"]]), "te veel kolommen"),
        ("lijst.xlsx", b"PK\x03\x04 dit is niets", "geen goed Excel-bestand"),
        ("lijst.xlsx", bom, "te groot als het is uitgepakt"),
    ],
)
def test_a_file_that_is_no_list_is_refused_in_words(redacteur, naam, inhoud, waarom):
    antwoord = voer_in(redacteur, Opleiding, inhoud() if callable(inhoud) else inhoud, naam)

    assert antwoord.status_code == 200
    assert waarom in unescape(tekst(antwoord.text))
