"""Taking content out: every list as a file for a spreadsheet, and everything as one file."""

import csv
import html
import io
import json
import re
from datetime import UTC, date, datetime

import pytest
from django.contrib import admin
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from functies.models import Competentie, Doorgroei, Functie, FunctieOpleiding, Synoniem
from opleidingen.models import CodeControle, Niveau, Opleiding
from redactie.models import LinkControle
from redactie.uitwisseling.uitvoer import MetCsv, veilig
from tests.redactie.test_gelijkmaken import rijk  # noqa: F401  # a fixture
from tests.soorten import maak
from toegang.models import Gebeurtenis
from uitgave import document as d
from uitgave.bouwen import bouw
from uitgave.models import Bijlage, Eenmalig, GeladenFixture, Sector, Uitgave
from uitgave.soort import alle_modellen, soort_van
from werkgevers.models import Regeling

MODELLEN = [*alle_modellen(), Uitgave, LinkControle, CodeControle]


def adres(model, soort):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{soort}")


def lees(response):
    """Return the rows of a CSV as Dutch Excel reads them."""
    assert response.status_code == 200
    assert response.content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";", strict=True))


def knop(lijst):
    """Return where the button of a list leads."""
    (doel,) = re.findall(r'<a href="([^"]*)"[^>]*>\s*Download als CSV', lijst.text)
    return html.unescape(doel)


# --- A list as CSV ---


@pytest.mark.parametrize("model", MODELLEN)
def test_every_list_has_the_button_and_gives_all_its_rows_and_fields(beheerder, inhoud, model):
    LinkControle.objects.create(url="https://a.example/", uitslag="goed", gecontroleerd_op=timezone.now())
    CodeControle.objects.create(register="lijst", code="12345", stand="geldig", gecontroleerd_op=timezone.now())
    if not model.objects.exists():
        maak(soort_van(model))
    lijst = beheerder.get(adres(model, "changelist"))

    response = beheerder.get(knop(lijst))
    rijen = lees(response)

    velden = [veld for veld in (*model._meta.fields, *model._meta.many_to_many) if not veld.primary_key]
    namen = [str(veld.verbose_name) for veld in velden if veld.name != "document"]
    assert sorted(rijen[0]) == sorted(namen)
    if {"bron", "zichtbaar"} <= set(namen):
        assert list(rijen[0])[-3:] == ["bron", "gecontroleerd op", "zichtbaar"]
    assert len(rijen) == model.objects.count() > 0
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    naam = re.fullmatch(
        r'attachment; filename="[a-z-]+-(\d{4}-\d\d-\d\d)\.csv"', response.headers["Content-Disposition"]
    )
    assert date.fromisoformat(naam[1]) == timezone.localdate()
    assert "no-store" in response.headers["Cache-Control"]


def test_values_are_what_a_person_reads(beheerder, inhoud):
    bakker = Functie.objects.get(slug="broodbakker")
    bakker.gecontroleerd_op = date(2026, 2, 6)
    bakker.save()

    rij = next(rij for rij in lees(beheerder.get(adres(Functie, "csv"))) if rij["naam"] == "Broodbakker")

    assert rij["werkveld"] == str(bakker.werkveld)
    assert rij["niveau"] == "gezel"
    assert rij["competenties"] == " | ".join(str(competentie) for competentie in bakker.competenties.all())
    assert rij["opleidingen"] == " | ".join(str(opleiding) for opleiding in bakker.opleidingen.all())
    assert (rij["zichtbaar"], rij["geen volgende stap"]) == ("ja", "nee")
    assert rij["gecontroleerd op"] == "2026-02-06"
    assert rij["omschrijving"] == bakker.omschrijving
    assert "\n" in rij["omschrijving"]


def test_what_is_not_there_is_empty_and_a_time_is_that_of_the_clock(beheerder, inhoud):
    Uitgave.objects.update(gepubliceerd_op=datetime(2026, 7, 1, 22, 30, tzinfo=UTC))

    (uitgave,) = lees(beheerder.get(adres(Uitgave, "csv")))

    assert uitgave["door"] == ""
    assert uitgave["gepubliceerd op"] == "2026-07-02 00:30:00"
    assert uitgave["nummer"] == "1"


@pytest.mark.parametrize(
    ("model", "veld", "vraag"),
    [
        (Functie, "naam", {"vanaf_niveau__id__exact": "gezel"}),
        (Functie, "naam", {"q": "broodbakker"}),
        (Functie, "naam", {"q": "bakker", "o": "-1"}),
        (Functie, "naam", {"opleiding": "met", "o": "5.-1"}),
        (Opleiding, "naam", {"functies": "met", "op_niveau__id__exact": "gezel"}),
        (Competentie, "naam", {"o": "-3.1"}),
        (Doorgroei, "van", {"zichtbaar__exact": "0"}),
        (FunctieOpleiding, "functie", {"rol__exact": "vereist", "o": "2"}),
    ],
)
def test_the_rows_are_those_of_the_list_in_its_order(beheerder, inhoud, model, veld, vraag):
    niveaus = {niveau.slug: niveau.pk for niveau in Niveau.objects.all()}
    vraag = {naam: niveaus.get(waarde, waarde) for naam, waarde in vraag.items()}

    lijst = beheerder.get(adres(model, "changelist"), vraag)

    rijen = lees(beheerder.get(knop(lijst)))

    getoond = [str(getattr(rij, veld)) for rij in lijst.context["cl"].result_list]
    assert [rij[veld] for rij in rijen] == getoond
    assert 0 < len(getoond) <= model.objects.count()


def test_all_pages_of_the_list_are_in_the_file_wherever_you_are(beheerder, db):
    Synoniem.objects.bulk_create(Synoniem(woord=f"woord {n:03}", betekenis="iets") for n in range(250))

    assert len(lees(beheerder.get(adres(Synoniem, "csv"), {"p": "2"}))) == 250
    assert len(lees(beheerder.get(adres(Synoniem, "csv"), {"p": "99"}))) == 250


def test_a_list_without_rows_is_a_file_with_only_headings(beheerder, db):
    response = beheerder.get(adres(Synoniem, "csv"))

    assert response.content.decode("utf-8-sig") == "woord;betekenis\r\n"


def test_a_filter_that_cannot_be_leads_to_the_list_that_says_so(beheerder, inhoud):
    response = beheerder.get(adres(Functie, "csv"), {"vanaf_niveau__id__exact": "x"})

    assert response.headers["Location"] == f"{adres(Functie, 'changelist')}?e=1"


def test_the_file_takes_few_queries(beheerder, inhoud, django_assert_max_num_queries):
    with django_assert_max_num_queries(20):
        beheerder.get(adres(Functie, "csv"))


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r", "\n", " =", "\t=", "＝", "＋", "－", "＠"])
def test_no_cell_is_a_formula(beheerder, db, begin):
    Synoniem.objects.create(woord="x", betekenis="gewoon")
    Synoniem.objects.update(woord=f'{begin}cmd|"/C calc"!A0;x')  # as another release may have stored it

    (rij,) = lees(beheerder.get(adres(Synoniem, "csv")))

    assert rij["woord"] == f'\'{begin}cmd|"/C calc"!A0;x'
    assert rij["betekenis"] == "gewoon"


def test_ordinary_texts_stay_as_they_are():
    teksten = ["", "a=b", "1-2", "https://a.example/?b=c", "tel:+31201234567", "'s avonds", "  twee"]

    assert [veilig(tekst) for tekst in teksten] == teksten


def test_whoever_may_only_look_may_take_the_list_along(inhoud):
    client = ingelogd("view_functie")

    assert "Download als CSV" in client.get(adres(Functie, "changelist")).text
    assert len(lees(client.get(adres(Functie, "csv")))) == Functie.objects.count()
    assert client.get(adres(Opleiding, "csv")).status_code == 403


def test_the_file_is_for_editors_and_is_only_fetched(client, beheerder, inhoud):
    assert client.get(adres(Functie, "csv")).headers["Location"].startswith("/beheer/login/")
    assert beheerder.post(adres(Functie, "csv")).status_code == 405


def test_accounts_cannot_be_taken_along(beheerder, db):
    mee = {model for model, beheer in admin.site._registry.items() if isinstance(beheer, MetCsv)}

    assert mee == {*MODELLEN, Bijlage, Eenmalig, Gebeurtenis, GeladenFixture, Sector}
    assert "Download als CSV" not in beheerder.get("/beheer/auth/user/").text


def ingelogd(*rechten):
    """Return a client of an editor with these permissions and no others."""
    gebruiker = User.objects.create_user("kijker", is_staff=True)
    gebruiker.user_permissions.set(Permission.objects.filter(codename__in=rechten))
    client = Client()
    client.force_login(gebruiker)
    return client


# --- Everything as JSON ---


def test_the_whole_working_copy_is_one_file_with_what_is_not_visible(beheerder, rijk):  # noqa: F811
    response = beheerder.get("/beheer/uitvoeren/")

    assert response.content.decode() == d.schrijf(bouw(alles=True))
    assert '"zichtbaar": false' in response.text
    assert response.headers["Content-Type"] == "application/json"
    assert response.headers["Content-Disposition"] == (
        f'attachment; filename="ontwikkelpad-bakkerij-{timezone.localdate()}.json"'
    )
    assert "no-store" in response.headers["Cache-Control"]


def test_without_hidden_rows_it_is_the_very_document_that_publishing_makes(beheerder, inhoud):
    for model in (Doorgroei, Regeling):
        model.objects.filter(zichtbaar=False).delete()

    assert beheerder.get("/beheer/uitvoeren/").text == Uitgave.objects.get().document


def test_an_empty_site_can_be_taken_along_too(beheerder, db):
    assert json.loads(beheerder.get("/beheer/uitvoeren/").content)["functies"] == []


def test_it_takes_the_right_to_see_all_content(client, redacteur, inhoud):
    zien = [f"view_{model._meta.model_name}" for model in (*alle_modellen(), Uitgave)]

    assert client.get("/beheer/uitvoeren/").headers["Location"] == "/beheer/login/?next=/beheer/uitvoeren/"
    assert redacteur.get("/beheer/uitvoeren/").status_code == 200
    kijker = ingelogd(*zien)
    assert kijker.get("/beheer/uitvoeren/").status_code == 200
    User.objects.get(username="kijker").user_permissions.remove(Permission.objects.get(codename="view_verhaal"))
    assert kijker.get("/beheer/uitvoeren/").status_code == 403
