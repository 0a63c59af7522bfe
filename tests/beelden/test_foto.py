"""A photo from the desk to a visitor, and away again when its consent ends."""

import re
from datetime import date, timedelta
from io import StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.utils import timezone
from reversion.models import Version

from beelden.maten import bronnaam, namen
from beelden.models import Foto
from beelden.opslaan import neem_op
from functies.models import Functie
from redactie.adressen import wijzigen
from redactie.geschiedenis.versies import zet_terug
from redactie.kwaliteit.bevindingen import Ernst, bevindingen
from tests.beelden.fotos import beeld, bestand, maak_foto
from tests.openbaar import tags
from tests.pagina import formuliervelden, tekst
from tests.test_huidig import WEG, proces  # noqa: F401  # a fixture
from uitgave import beelden
from uitgave import document as d
from uitgave.bouwen import bouw
from uitgave.huidig import Huidig, huidig, kopie
from uitgave.intrekken import nu_ingetrokken
from uitgave.models import Beeldbestand, Bijlage
from uitgave.publiceren import publiceer
from uitgave.toestemming import ingetrokken
from uitgave.vastleggen import vastleggen
from verhalen.models import Verhaal

PAGINAS = ("/", "/verhalen/", "/verhalen/noor/", "/functies/broodbakker/")
NIEUW = "/beheer/beelden/foto/add/"


def op_pagina(client, pagina):
    """The addresses of pictures in a page."""
    return set(re.findall(r"[\w/.-]*/beelden/[\w.-]+", client.get(pagina).text))


def toestemming(foto):
    return f"/beheer/beelden/foto/{foto.pk}/toestemming/"


@pytest.fixture
def stuur(beheerder, django_capture_on_commit_callbacks):
    """Send a form of the desk as the server gets it: what waits for the commit, happens."""

    def stuur(adres, **velden):
        with django_capture_on_commit_callbacks(execute=True):
            return beheerder.post(adres, velden)

    return stuur


def ingevuld(**anders):
    velden = {
        "naam": "Noor",
        "slug": "noor",
        "beeld": "",
        "focus_x": "50",
        "focus_y": "40",
        "alt": "Een vrouw haalt brood uit de oven.",
        "maker": "Ans",
        "toestemming_van": "Noor",
        "toestemming_op": "2026-01-01",
        "tot": "2030-01-01",
        "bestand": SimpleUploadedFile("noor.jpg", bestand()),
    }
    return {naam: waarde for naam, waarde in (velden | anders).items() if waarde is not None}


# --- Seen ---


@pytest.mark.een_database
@pytest.mark.parametrize("pagina", PAGINAS)
def test_every_page_of_the_row_shows_its_photo_in_all_kinds_with_its_words_and_room(client, foto, pagina):
    html = client.get(pagina).text
    beeldjes = [kenmerken for tag, kenmerken in tags(html) if tag == "img" and "/beelden/" in kenmerken.get("src", "")]

    assert {soort.rpartition(".")[2] for soort in op_pagina(client, pagina)} == {"avif", "webp", "jpg"}
    for kenmerken in beeldjes:
        assert kenmerken["alt"] == foto.alt
        assert {"width", "height"} <= kenmerken.keys()
    if pagina in PAGINAS[2:]:
        assert "Foto: Ans de Wit" in html
    for adres in op_pagina(client, pagina):
        antwoord = client.get(adres)
        assert (antwoord.status_code, antwoord.headers["Content-Type"][:6]) == (200, "image/")


@pytest.mark.een_database
def test_a_picture_is_served_as_a_file_that_never_changes_and_is_asked_without_a_query(
    client, foto, django_assert_num_queries
):
    adres = next(iter(op_pagina(client, "/verhalen/noor/")))
    with django_assert_num_queries(0):
        antwoord = client.get(adres, headers={"Accept-Encoding": "gzip, br"})

    assert antwoord.headers["Cache-Control"] == "public, max-age=31536000, s-maxage=1, immutable"
    assert "Content-Encoding" not in antwoord.headers
    assert antwoord.headers["X-Content-Type-Options"] == "nosniff"
    assert client.get(adres, headers={"If-None-Match": antwoord.headers["ETag"]}).status_code == 304
    assert client.head(adres).content == b""
    assert "Set-Cookie" not in antwoord.headers


@pytest.mark.een_database
def test_without_a_photo_all_is_as_it_was(client, foto):
    Verhaal.objects.update(foto=None)
    Functie.objects.update(foto=None)
    adressen = {adres for pagina in PAGINAS for adres in op_pagina(client, pagina)}
    publiceer(bouw(), "3", date(2026, 3, 1), "Zonder.")
    huidig.ververs()

    for pagina in PAGINAS:
        assert op_pagina(client, pagina) == set()
        assert '<span class="portret ' in client.get(pagina).text
    assert {client.get(adres).status_code for adres in adressen} == {404}
    assert bouw().fotos == ()  # a photo that nothing shows stays a draft


@pytest.mark.een_database
@pytest.mark.parametrize(
    "naam", ["", "x", "..%2f..%2fgeheim.txt", "a" * 32 + ".webp", "%00", "a" * 32 + "-50-40-480.avif", "é.webp"]
)
def test_what_no_edition_shows_is_not_there(client, foto, naam):
    assert client.get(f"/beelden/{naam}").status_code == 404


@pytest.mark.een_database
def test_another_size_of_a_photo_that_is_shown_is_not_looked_for(client, foto, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.get(f"/beelden/{foto.beeld}-50-40-481.avif").status_code == 404
        assert client.get(f"/beelden/{foto.beeld}-50-40-480.jpg").status_code == 404


@pytest.mark.een_database
def test_what_is_kept_of_the_upload_and_other_cuts_are_not_public(client, foto):
    _snij_anders(foto)

    assert client.get(f"/beelden/{bronnaam(foto.beeld)}").status_code == 404
    for naam in namen(foto.beeld, 7, foto.focus_y):
        assert Beeldbestand.objects.filter(naam=naam).exists()
        assert client.get(f"/beelden/{naam}").status_code == 404


@pytest.mark.een_database
def test_the_preview_shows_a_new_photo_to_editors_only(client, beheerder, foto):
    _snij_anders(foto)

    adressen = op_pagina(beheerder, "/beheer/voorbeeld/verhalen/noor/")

    assert {adres.startswith("/beheer/voorbeeld/beelden/") for adres in adressen} == {True}
    for adres in adressen:
        gezien = beheerder.get(adres)
        assert (gezien.status_code, "no-store" in gezien.headers["Cache-Control"]) == (200, True)
        assert client.get(adres).status_code == 302
        assert client.get(adres.removeprefix("/beheer/voorbeeld")).status_code == 404


# --- No more ---


@pytest.mark.een_database
@pytest.mark.parametrize("pagina", PAGINAS)
def test_after_its_last_day_a_photo_is_gone_by_itself_from_pages_that_were_kept_too(client, foto, pagina, monkeypatch):
    adressen = op_pagina(client, pagina)
    morgen = foto.tot + timedelta(days=1)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_: foto.tot)
    assert op_pagina(client, pagina) == adressen != set()

    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_: morgen)

    assert op_pagina(client, pagina) == set()
    assert {client.get(adres).status_code for adres in adressen} == {404}
    assert foto.alt not in client.get(pagina).text


def test_a_consent_that_is_taken_back_takes_the_photo_from_every_page_and_edition_at_once(client, foto, stuur):
    adressen = {adres for pagina in PAGINAS for adres in op_pagina(client, pagina)}
    vorige = huidig.pad.uitgave.document

    assert stuur(toestemming(foto), intrekken="ja").status_code == 302

    for pagina in PAGINAS:
        assert op_pagina(client, pagina) == set()
    assert {client.get(adres).status_code for adres in adressen} == {404}
    assert not list(beelden.map_().glob("*.*"))
    publiceer(vorige, "3", date(2026, 3, 1), "Nog eens.")
    huidig.ververs()
    assert op_pagina(client, "/verhalen/noor/") == set()
    assert ingetrokken(kopie(settings.UITGAVE_KOPIE).bijlagen) == {foto.beeld}


@pytest.mark.parametrize("nu", ["", "b" * 32])
def test_a_consent_that_is_taken_back_is_about_the_picture_on_the_site_too_when_the_desk_has_another(
    client, foto, stuur, nu
):
    op_de_site = foto.beeld
    Foto.objects.filter(pk=foto.pk).update(beeld=nu)

    stuur(toestemming(foto), intrekken="ja")

    assert op_de_site in ingetrokken(kopie(settings.UITGAVE_KOPIE).bijlagen)
    for pagina in PAGINAS:
        assert op_pagina(client, pagina) == set()


def test_a_consent_that_is_given_again_brings_the_photo_back_for_who_may_publish(client, foto, stuur, redacteur):
    stuur(toestemming(foto), intrekken="ja")

    geweigerd = redacteur.post(toestemming(foto), {"weer": "ja"})
    assert geweigerd.status_code == 403
    assert "Een eindredacteur kan de foto weer laten zien." in tekst(redacteur.get(toestemming(foto)).text)
    stuur(toestemming(foto), weer="ja")

    assert op_pagina(client, "/verhalen/noor/") != set()


@pytest.mark.een_database
def test_the_preview_and_a_redacteur_obey_too(beheerder, redacteur, foto, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        redacteur.post(toestemming(foto), {"intrekken": "ja"})

    assert op_pagina(beheerder, "/beheer/voorbeeld/verhalen/noor/") == set()
    assert "ingetrokken" in tekst(beheerder.get("/beheer/beelden/foto/").text)


def test_looking_at_the_page_of_consent_changes_nothing(client, beheerder, foto):
    assert "Haal de foto nu van de site" in beheerder.get(toestemming(foto)).text
    beheerder.post(toestemming(foto), {"onzin": "ja"})

    assert op_pagina(client, "/verhalen/noor/") != set()


# --- The desk ---


def test_a_photo_is_sent_cut_and_kept_without_the_file_itself(stuur):
    antwoord = stuur(NIEUW, **ingevuld(focus_x="0", focus_y="100"))

    foto = Foto.objects.get()
    assert antwoord.status_code == 302, tekst(antwoord.text)
    assert (foto.focus_x, foto.focus_y) == (0, 100)
    assert set(Beeldbestand.objects.values_list("naam", flat=True)) == {
        bronnaam(foto.beeld),
        *namen(foto.beeld, 0, 100),
    }
    assert bestand() not in [bytes(rij.inhoud) for rij in Beeldbestand.objects.all()]


@pytest.mark.een_database
@pytest.mark.parametrize(
    ("anders", "zegt"),
    [
        ({"alt": ""}, "Vul dit in."),
        ({"maker": ""}, "Vul dit in."),
        ({"toestemming_van": ""}, "Zeg wie toestemming gaf."),
        ({"toestemming_op": ""}, "Zeg op welke dag je toestemming kreeg."),
        ({"tot": ""}, "Kies tot welke dag de toestemming geldt."),
        ({"toestemming_op": "2999-11-30"}, "Deze dag moet nog komen."),
        ({"toestemming_op": "2020-01-01", "tot": "2020-12-31"}, "Deze dag is voorbij."),
        ({"focus_x": "101"}, "Kies een getal van 0 tot en met 100."),
        ({"focus_x": "²"}, "geheel getal"),
        ({"bestand": SimpleUploadedFile("a.jpg", b"onzin")}, "Dit is geen foto die de site kent."),
        ({"bestand": None, "beeld": "f" * 32}, "Het beeld van deze foto is hier niet."),
        ({"bestand": None, "beeld": "../../x"}, "Het beeld van deze foto is hier niet."),
    ],
)
def test_what_is_missing_or_wrong_is_said_and_nothing_is_stored(stuur, anders, zegt):
    antwoord = stuur(NIEUW, **ingevuld(**anders))

    assert antwoord.status_code == 200
    assert zegt in tekst(antwoord.text)
    assert not Foto.objects.exists()


@pytest.mark.een_database
def test_consent_that_ended_may_stay_with_a_photo_that_is_there(stuur, foto, beheerder):
    velden = formuliervelden(beheerder.get(wijzigen(foto)).text)

    geweigerd = stuur(wijzigen(foto), **velden | {"tot": "2025-12-31"})
    assert "Deze dag is eerder dan de dag waarop je toestemming kreeg." in tekst(geweigerd.text)
    assert stuur(wijzigen(foto), **velden | {"tot": "2026-01-02"}).status_code == 302


@pytest.mark.parametrize("velden", [{"toestemming_op": date(2999, 1, 1)}, {"tot": date(2025, 12, 31)}])
def test_a_consent_that_cannot_be_is_refused_along_whichever_way_it_comes(foto, velden):
    for veld, waarde in velden.items():
        setattr(foto, veld, waarde)

    with pytest.raises(ValidationError) as fout:
        foto.full_clean()

    assert fout.value.message_dict.keys() == velden.keys()


def test_a_photo_that_was_sent_with_a_fault_elsewhere_need_not_be_sent_again(stuur):
    eerst = stuur(NIEUW, **ingevuld(alt=""))
    velden = formuliervelden(eerst.text) | {"alt": "Een vrouw haalt brood uit de oven."}

    assert velden["beeld"]
    assert bronnaam(velden["beeld"]) in eerst.text
    assert stuur(NIEUW, **velden).status_code == 302
    assert Foto.objects.get().beeld == velden["beeld"]


def test_two_editors_who_both_choose_a_photo_lose_none(stuur, foto, beheerder):
    adres = wijzigen(foto)
    velden = formuliervelden(beheerder.get(adres).text)
    een = SimpleUploadedFile("een.jpg", bestand(beeld=beeld((1500, 1000))))
    twee = SimpleUploadedFile("twee.jpg", bestand(beeld=beeld((1600, 1000))))
    stuur(adres, **velden, bestand=een)
    eerste = Foto.objects.get().beeld

    antwoord = stuur(adres, **velden, bestand=twee)

    assert antwoord.status_code == 200
    assert "Kijk eerst bovenaan deze pagina wat er intussen is veranderd." in tekst(antwoord.text)
    assert Foto.objects.get().beeld == eerste != velden["beeld"]


def test_who_may_not_edit_gets_no_picture_and_sends_none(client, django_user_model, foto):
    gebruiker = django_user_model.objects.create_user("iemand", is_staff=True)
    client.force_login(gebruiker)
    voor = Beeldbestand.objects.count()

    assert client.get(f"/beheer/beelden/foto/bestand/{bronnaam(foto.beeld)}/").status_code == 403
    assert (
        client.post(
            NIEUW, ingevuld(bestand=SimpleUploadedFile("a.jpg", bestand("JPEG", beeld((1500, 1000)))))
        ).status_code
        == 403
    )
    assert client.post(toestemming(foto), {"intrekken": "ja"}).status_code == 403
    assert Beeldbestand.objects.count() == voor


def test_the_lists_show_small_pictures(beheerder, foto):
    html = beheerder.get("/beheer/beelden/foto/").text
    adres = re.search(r'src="(/beheer/beelden/foto/bestand/[^"]+)"', html)[1]

    assert beheerder.get(adres).headers["Content-Type"] == "image/webp"
    assert f'src="{adres}"' in beheerder.get("/beheer/verhalen/verhaal/").text


@pytest.mark.een_database
def test_the_form_of_a_functie_and_a_story_ask_for_a_photo(beheerder, foto):
    for rij in (Functie.objects.get(slug="broodbakker"), Verhaal.objects.get()):
        velden = formuliervelden(beheerder.get(wijzigen(rij)).text)
        assert velden["foto"] == [str(foto.pk)]


def test_a_photo_that_is_in_use_is_not_deleted(beheerder, foto):
    beheerder.post(f"/beheer/beelden/foto/{foto.pk}/delete/", {"post": "yes"})

    assert Foto.objects.filter(pk=foto.pk).exists()


# --- The gate ---


@pytest.mark.een_database
@pytest.mark.parametrize(
    ("anders", "ernst", "zegt"),
    [
        ({"beeld": ""}, Ernst.FOUT, "Bij de foto Noor is geen bestand gekozen."),
        ({"alt": ""}, Ernst.FOUT, "Foto zonder wat je ziet: Noor."),
        ({"alt": "IMG_2034.jpg"}, Ernst.FOUT, "is de naam van een bestand"),
        ({"alt": "DSC 0043"}, Ernst.FOUT, "is de naam van een bestand"),
        ({"alt": "noor"}, Ernst.WAARSCHUWING, "zegt niet wat je ziet"),
        ({"alt": "Zij bakt. " * 14}, Ernst.WAARSCHUWING, "Maak er hooguit 125 van."),
        ({"tot": date(2020, 2, 1)}, Ernst.FOUT, "gold tot en met 1 februari 2020"),
        ({"tot": timezone.localdate() + timedelta(days=59)}, Ernst.WAARSCHUWING, "Vraag op tijd om nieuwe."),
        ({"tot": None}, Ernst.FOUT, "tot welke dag er toestemming is"),
        ({"toestemming_van": ""}, Ernst.FOUT, "staat niet van wie"),
    ],
)
def test_the_gate_asks_after_words_and_consent_of_what_is_shown(foto, anders, ernst, zegt):
    assert [b for b in bevindingen() if foto in b.rijen] == []
    Foto.objects.update(naam="Noor", **anders)

    gevonden = [b for b in bevindingen() if foto in b.rijen]

    assert [(b.ernst, True) for b in gevonden if zegt in b.tekst] == [(ernst, True)], [b.tekst for b in gevonden]
    Verhaal.objects.update(foto=None)
    Functie.objects.update(foto=None)
    assert [b for b in bevindingen() if foto in b.rijen and zegt in b.tekst and "alt" not in anders] == []


@pytest.mark.een_database
def test_the_gate_stops_what_was_taken_back(foto, stuur):
    stuur(toestemming(foto), intrekken="ja")

    (gevonden,) = [b for b in bevindingen() if foto in b.rijen]
    assert (gevonden.ernst, gevonden.regel.label) == (Ernst.FOUT, "Voorbij")


# --- Kept ---


def test_an_earlier_version_brings_its_picture_back(foto, stuur, beheerder):
    eerste = foto.beeld
    velden = formuliervelden(beheerder.get(wijzigen(foto)).text)
    ander = SimpleUploadedFile("b.jpg", bestand(beeld=beeld((1500, 1000))))
    stuur(wijzigen(foto), **velden, bestand=ander)
    assert Foto.objects.get().beeld != eerste
    Beeldbestand.objects.filter(naam__in=namen(eerste, 50, 40)).delete()  # as cleaning does

    zet_terug(Version.objects.get_for_object(foto).order_by("pk").first(), None)

    assert Foto.objects.get().beeld == eerste
    assert Beeldbestand.objects.filter(naam__in=namen(eerste, 50, 40)).count() == len(namen(eerste, 50, 40))


def test_cleaning_keeps_what_an_edition_a_row_or_a_version_names(client, foto, stuur, beheerder):
    with vastleggen(None):
        los = maak_foto("Los", beeld=_opgenomen((1500, 1000)))
    velden = formuliervelden(beheerder.get(wijzigen(los)).text)
    stuur(wijzigen(los), **velden, bestand=SimpleUploadedFile("b.jpg", bestand(beeld=beeld((1600, 1000)))))
    nergens = _opgenomen((1700, 1000))
    with vastleggen(None):
        weg = maak_foto("Weg", beeld=_opgenomen((1800, 1000)))
        oud = weg.beeld
    with vastleggen(None):
        weg.delete()

    def over():
        call_command("ruim_beelden_op", stdout=StringIO())
        return {naam[:32] for naam in Beeldbestand.objects.values_list("naam", flat=True)}

    assert nergens in over()  # it is new: somebody may still be typing
    Beeldbestand.objects.update(gemaakt_op=timezone.now() - timedelta(days=2))
    over_ = over()

    assert over_ == {foto.beeld, los.beeld, Foto.objects.get(pk=los.pk).beeld, oud}
    for adres in op_pagina(client, "/verhalen/noor/"):
        assert client.get(adres).status_code == 200


def test_cleaning_can_take_what_was_withdrawn_for_good(foto, stuur):
    stuur(toestemming(foto), intrekken="ja")

    call_command("ruim_beelden_op", ingetrokken=True, stdout=StringIO())

    assert not Beeldbestand.objects.exists()


def _snij_anders(foto):
    with vastleggen(None):
        foto.focus_x = 7
        foto.save()


def _opgenomen(maat):
    return neem_op(bestand(beeld=beeld(maat)), "a.jpg")


def test_the_disk_has_what_the_edition_shows_and_nothing_else(foto, publiceer_nu):
    op_schijf = {plek.name for plek in beelden.map_().iterdir()}

    assert op_schijf == set(namen(foto.beeld, foto.focus_x, foto.focus_y))
    (beelden.map_() / f"{'a' * 32}-1-1-480.avif").write_bytes(b"oud")
    publiceer_nu("3")
    assert {plek.name for plek in beelden.map_().iterdir()} == op_schijf


def test_another_machine_gets_the_pictures_and_what_was_taken_back_from_the_database(foto, stuur, tmp_path, settings):
    settings.UITGAVE_KOPIE = tmp_path / "elders.json"
    elders = Huidig()
    elders.ververs()
    gehaald = {plek.name for plek in beelden.map_().iterdir()}
    stuur(toestemming(foto), intrekken="ja")

    elders.ververs()

    assert gehaald == set(namen(foto.beeld, foto.focus_x, foto.focus_y))
    assert list(beelden.map_().iterdir()) == []
    assert ingetrokken(elders.pad.uitgave.bijlagen) == {foto.beeld}


def test_a_disk_that_has_lost_a_picture_or_refuses_it_costs_nobody_the_picture(client, foto, publiceer_nu):
    adressen = op_pagina(client, "/verhalen/noor/")
    for plek in beelden.map_().iterdir():
        plek.unlink()
    beelden.map_().rmdir()
    beelden.map_().write_text("hier kan geen map staan")
    try:
        publiceer_nu("3")
        assert {client.get(adres).status_code for adres in adressen} == {200}
    finally:
        beelden.map_().unlink()


@pytest.mark.een_database
def test_pictures_are_there_without_the_database_and_the_withdrawn_ones_are_not(foto, stuur, proces, tmp_path):  # noqa: F811
    kijk = (
        "from ontwikkelpad.wsgi import application\n"
        "import re\n"
        "from django.test import Client\n"
        "client = Client(headers={'host': 'localhost'})\n"
        "pagina = client.get('/verhalen/noor/').text\n"
        "adressen = re.findall(r'/beelden/[\\w.-]+', pagina)\n"
        "print(len(adressen), {client.get(adres).status_code for adres in adressen})\n"
    )

    met = proces(kijk, WEG, settings.UITGAVE_KOPIE)
    stuur(toestemming(foto), intrekken="ja")
    zonder = proces(kijk, WEG, settings.UITGAVE_KOPIE)

    assert met.stdout == "7 {200}\n", met.stderr
    assert zonder.stdout == "0 set()\n", zonder.stderr


# --- Elsewhere ---


def test_all_content_with_its_photos_goes_out_and_comes_in(foto, tmp_path):
    heel = tmp_path / "alles.zip"
    call_command("exporteer", heel, stdout=StringIO())
    voor = d.schrijf(bouw(alles=True))
    Verhaal.objects.all().delete()
    Functie.objects.update(foto=None)
    Foto.objects.all().delete()
    Beeldbestand.objects.all().delete()

    call_command("importeer", heel, ja=True, stdout=StringIO())

    assert d.schrijf(bouw(alles=True)) == voor
    assert Beeldbestand.objects.count() == 1 + len(namen(foto.beeld, 50, 40))


def test_a_picture_that_was_taken_back_does_not_go_out_and_is_shown_nowhere_it_comes_in(foto, stuur, tmp_path):
    eerder, later = tmp_path / "eerder.zip", tmp_path / "later.zip"
    call_command("exporteer", eerder, stdout=StringIO())
    stuur(toestemming(foto), intrekken="ja")
    call_command("exporteer", later, stdout=StringIO())
    voor = d.schrijf(bouw(alles=True))
    with ZipFile(later) as pakket:
        assert pakket.namelist() == ["inhoud.json", "ingetrokken.json"]

    for bestand_ in (later, eerder):  # the later one where nobody knows of it, the earlier one after that
        Beeldbestand.objects.all().delete()
        if bestand_ is later:
            Bijlage.objects.all().delete()
        Foto.objects.update(alt="Anders.")
        call_command("importeer", bestand_, ja=True, stdout=StringIO())

        assert d.schrijf(bouw(alles=True)) == voor
        assert nu_ingetrokken() == {foto.beeld}
        assert not Beeldbestand.objects.exists()


@pytest.mark.parametrize("inhoud_", [b"[", b"{}", b'["x"]', b'["' + b"A" * 32 + b'"]'])
def test_a_package_that_says_nonsense_of_consent_is_refused(foto, tmp_path, inhoud_):
    vals = tmp_path / "vals.zip"
    with ZipFile(vals, "w") as pakket:
        pakket.writestr("inhoud.json", d.schrijf(bouw(alles=True)))
        pakket.writestr("ingetrokken.json", inhoud_)

    with pytest.raises(CommandError, match="is beschadigd"):
        call_command("importeer", vals, ja=True, stdout=StringIO())


def test_a_file_without_photos_says_so_and_is_refused_where_they_are_not(foto, tmp_path):
    plat, gezegd = tmp_path / "alles.json", StringIO()
    call_command("exporteer", plat, stdout=StringIO(), stderr=gezegd)
    call_command("importeer", plat, ja=True, stdout=StringIO())  # they are here
    Beeldbestand.objects.all().delete()
    Foto.objects.update(naam="Anders")

    assert "Zonder 1 foto’s" in gezegd.getvalue()
    with pytest.raises(Exception, match="Het beeld van deze foto is hier niet"):
        call_command("importeer", plat, ja=True, stdout=StringIO())


def test_a_package_with_a_picture_that_is_another_is_refused_whole(foto, tmp_path):
    vals = tmp_path / "vals.zip"
    with ZipFile(vals, "w") as pakket:
        pakket.writestr("inhoud.json", d.schrijf(bouw(alles=True)))
        pakket.writestr(f"beelden/{'a' * 32}.webp", b"<script>")
    voor = Beeldbestand.objects.count()

    with pytest.raises(Exception, match="is beschadigd"):
        call_command("importeer", vals, ja=True, stdout=StringIO())

    assert Beeldbestand.objects.count() == voor


@pytest.fixture
def verbinding_blijft():
    """The database of a test stays open after a request, as the client of Django sees to as well."""
    for sein in (request_started, request_finished):
        sein.disconnect(close_old_connections)
    yield
    for sein in (request_started, request_finished):
        sein.connect(close_old_connections)


@pytest.mark.een_database
def test_the_mirror_has_the_pictures_and_names_them_where_they_lie(foto, stuur, tmp_path, verbinding_blijft):
    call_command("exporteer_site", tmp_path / "kopie", stdout=StringIO(), stderr=StringIO())
    html = (tmp_path / "kopie" / "verhalen" / "noor" / "index.html").read_text()
    gevonden = re.findall(r"[\w/.-]*beelden/[\w.-]+", html)

    assert len(gevonden) == 7
    for adres in gevonden:
        assert (tmp_path / "kopie" / "verhalen" / "noor" / adres).resolve().read_bytes()
    stuur(toestemming(foto), intrekken="ja")
    settings.UITGAVE_KOPIE.unlink()
    call_command("exporteer_site", tmp_path / "later", stdout=StringIO(), stderr=StringIO())
    assert not Path(tmp_path, "later", "beelden").exists()


def test_an_edition_of_before_and_one_of_later_are_read(foto):
    document = bouw()
    ruw = d.schrijf(document)

    assert d.lees(ruw) == document
    assert '"fotos"' in ruw
    assert "Noor en Ans de Wit" not in d.schrijf(bouw(alles=True))  # who said yes is nobody’s business
