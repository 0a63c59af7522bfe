"""Bringing a file back: the difference first, then all of it or nothing."""

import html
import json
import random
import re
from io import StringIO

import pytest
from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db.models.signals import post_save
from django.test import Client
from django.urls import reverse
from reversion.models import Revision

from functies.models import Functie, Synoniem
from ontwikkelpad.models import Ontwikkelpad
from opleidingen.models import Opleiding
from redactie.uitwisseling.invoer import GROOTSTE
from redactie.uitwisseling.views import VERANDERD
from tests.conftest import APPS
from tests.pagina import formuliervelden, tekst
from tests.redactie.test_gelijkmaken import bewerkt, door_elkaar
from tests.tegelijk import tegelijk
from uitgave import document as d
from uitgave.bouwen import bouw
from uitgave.tekst import schoon

INVOEREN = "/beheer/invoeren/"


def stuur(client, inhoud, naam="inhoud.json"):
    """Choose a file on the page and send it."""
    inhoud = inhoud if isinstance(inhoud, bytes) else json.dumps(inhoud).encode()
    return client.post(INVOEREN, {"document": SimpleUploadedFile(naam, inhoud)})


def velden(response):
    """Return the fields of the page with the difference as a browser would send them back."""
    gevonden = formuliervelden(response.text)
    return {naam: gevonden[naam] for naam in ("naam", "basis", "document")}


def fouten(response):
    assert response.status_code == 200
    assert "Bekijk het verschil" in response.text  # the form to try again
    lijst = re.search(r'<ul class="errorlist"[^>]*>(.*?)</ul>', response.text, re.S)
    return html.unescape(re.sub(r"</?li>", "", lijst[1])) if lijst else ""


# --- The two pages ---


def test_a_file_is_shown_first_and_then_becomes_the_working_copy(client, beheerder, inhoud, bestand):
    voor = client.get("/functies/winkelmedewerker/").text
    functie = next(rij for rij in bestand["functies"] if rij["slug"] == "winkelmedewerker")
    oud, functie["samenvatting"] = functie["samenvatting"], "Nieuw uit een bestand."

    verschil = stuur(beheerder, bestand)
    tussen = Functie.objects.get(slug="winkelmedewerker").samenvatting
    klaar = beheerder.post(INVOEREN, velden(verschil), follow=True)

    assert "Winkelmedewerker gewijzigd" in tekst(verschil.text)
    assert "Nieuw uit een bestand." in tekst(verschil.text)
    assert "Bezoekers zien daar niets van tot je publiceert." in tekst(verschil.text)
    assert tussen == oud
    assert Functie.objects.get(slug="winkelmedewerker").samenvatting == "Nieuw uit een bestand."
    assert "De inhoud van inhoud.json is ingevoerd. Bezoekers zien dit nog niet." in tekst(klaar.text)
    assert client.get("/functies/winkelmedewerker/").text == voor
    assert Revision.objects.order_by("-pk").first().comment == "Ingevoerd uit inhoud.json"
    assert Revision.objects.order_by("-pk").first().user.username == "beheerder"


def test_a_long_difference_is_summed_up_with_links_to_the_rows_and_to_the_button(beheerder, inhoud, bestand):
    for rij in bestand["functies"]:
        rij["samenvatting"] = "Nieuw uit een bestand."
    weg = Functie.objects.get(slug=bestand["functies"][0]["slug"])

    pagina = stuur(beheerder, bestand).text

    assert f"Functies: {len(bestand['functies'])} gewijzigd" in tekst(pagina)
    assert f'href="{reverse("admin:functies_functie_change", args=[weg.pk])}"' in pagina
    assert 'href="#knop"' in pagina
    assert 'id="knop"' in pagina


def test_the_page_says_beforehand_what_happens_and_offers_a_copy_of_what_is_there(beheerder, inhoud):
    pagina = beheerder.get(INVOEREN)

    assert "Staat iets niet in het bestand? Dan wordt het verwijderd." in tekst(pagina.text)
    assert 'href="/beheer/uitvoeren/"' in pagina.text
    assert "no-store" in pagina.headers["Cache-Control"]


def test_a_file_that_is_the_same_leaves_nothing_to_do(beheerder, inhoud):
    response = stuur(beheerder, beheerder.get("/beheer/uitvoeren/").content)

    assert "Er is geen verschil. Je hoeft niets in te voeren." in tekst(response.text)
    assert 'value="Voer in"' not in response.text


def test_rows_in_another_order_are_no_difference_where_the_site_orders_them(beheerder, inhoud, bestand):
    delen = ("opleidingen", "functies", "doorgroei", "verhalen", "synoniemen", "beroepsvereisten")
    for deel in (*delen, "regelingen", "gidsstappen"):
        bestand[deel].reverse()

    assert "Er is geen verschil." in tekst(stuur(beheerder, bestand).text)


def test_an_empty_site_takes_the_file_of_another(beheerder, bestand):
    beheerder.post(INVOEREN, velden(stuur(beheerder, bestand)))

    assert json.loads(d.schrijf(bouw(alles=True))) == bestand


def test_an_edition_as_it_is_kept_on_disk_is_a_file_too(beheerder, inhoud):
    uitgave = d.schrijf(inhoud.uitgave)

    beheerder.post(INVOEREN, velden(stuur(beheerder, uitgave.encode(), "uitgave.json")))

    assert bouw(alles=True) == inhoud.uitgave.document


def test_texts_of_every_kind_survive_the_form(beheerder, bestand):
    lastig = "\r eerst\n\n</textarea><script>alert(1)</script> &amp; ‘é’ 🙂 \u2028 \\u0041 ]]>"
    bestand["functies"][0]["omschrijving"] = lastig
    verschil = stuur(beheerder, bestand)

    beheerder.post(INVOEREN, velden(verschil))

    assert Functie.objects.get(slug=bestand["functies"][0]["slug"]).omschrijving == schoon(lastig, een_regel=False)
    assert "<script>alert" not in verschil.text


@pytest.mark.een_database
def test_a_byte_order_mark_does_no_harm(beheerder, inhoud, bestand):
    assert "Er is geen verschil." in tekst(stuur(beheerder, b"\xef\xbb\xbf" + json.dumps(bestand).encode()).text)


@pytest.mark.een_database
def test_the_largest_file_that_is_taken_passes_both_steps(beheerder, bestand):
    bestand["ontwikkelpad"]["over"] = "é" * ((GROOTSTE - 200_000) // 2)

    beheerder.post(INVOEREN, velden(stuur(beheerder, json.dumps(bestand, ensure_ascii=False).encode())))

    assert Ontwikkelpad.objects.get().over == bestand["ontwikkelpad"]["over"]


def test_what_changed_since_the_difference_was_shown_is_shown_again(beheerder, inhoud, bestand):
    bestand["functies"][0]["samenvatting"] = "Uit het bestand."
    gezien = velden(stuur(beheerder, bestand))
    Functie.objects.filter(slug="winkelmedewerker").update(samenvatting="Van een collega.")

    opnieuw = beheerder.post(INVOEREN, gezien)
    tussen = bouw(alles=True)
    beheerder.post(INVOEREN, velden(opnieuw))

    assert VERANDERD in opnieuw.text
    assert "Van een collega." in tekst(opnieuw.text)
    assert "Uit het bestand." not in d.schrijf(tussen)
    assert json.loads(d.schrijf(bouw(alles=True))) == bestand


def test_pressing_the_button_twice_shows_that_there_is_nothing_left(beheerder, bestand):
    bestand["functies"][0]["samenvatting"] = "Uit het bestand."
    formulier = velden(stuur(beheerder, bestand))

    beheerder.post(INVOEREN, formulier)
    tweede = beheerder.post(INVOEREN, formulier)

    assert VERANDERD in tweede.text
    assert "Er is geen verschil." in tekst(tweede.text)


def test_a_form_that_somebody_made_up_is_read_as_strictly_as_a_file(beheerder, inhoud):
    response = beheerder.post(INVOEREN, {"naam": "x.json", "basis": "x", "document": '{"schema": 1}'})

    assert fouten(response).startswith("Hier ontbreekt ‘ontwikkelpad’.Hier ontbreekt ‘")


@pytest.mark.een_database
def test_the_csrf_check_holds_for_both_steps(inhoud, beheerder, bestand):
    streng = Client(enforce_csrf_checks=True)
    streng.force_login(User.objects.get(username="beheerder"))

    assert stuur(streng, bestand).status_code == 403
    assert streng.post(INVOEREN, velden(stuur(beheerder, bestand | {"synoniemen": []}))).status_code == 403


# --- Who may ---


def test_an_editor_with_all_permissions_on_content_may(redacteur, inhoud, bestand):
    assert "Er is geen verschil." in tekst(stuur(redacteur, bestand).text)


@pytest.mark.parametrize("recht", ["delete_zijpad", "add_aanbieder", "change_ontwikkelpad", "delete_taak"])
def test_an_editor_who_lacks_one_permission_may_not(redacteur, bestand, recht):
    gebruiker = User.objects.get(username="redacteur")
    gebruiker.groups.clear()
    gebruiker.user_permissions.set(Permission.objects.filter(content_type__app_label__in=APPS).exclude(codename=recht))

    assert redacteur.get(INVOEREN).status_code == 403
    assert stuur(redacteur, bestand).status_code == 403


def test_visitors_are_sent_to_the_login_page(client, bestand):
    assert client.get(INVOEREN).headers["Location"] == f"/beheer/login/?next={INVOEREN}"
    assert stuur(client, bestand).status_code == 302


# --- At the same time ---


@pytest.mark.django_db(transaction=True)
def test_what_breaks_off_halfway_leaves_what_was(inhoud):
    voor, revisies = bouw(alles=True), Revision.objects.count()
    User.objects.create_superuser("beheerder")
    client = Client()
    client.force_login(User.objects.get())
    document = door_elkaar(voor, random.Random(1))  # noqa: S311
    formulier = velden(stuur(client, d.schrijf(document).encode()))

    def breek(sender, instance, **_):
        if sender is Functie:
            raise KeyboardInterrupt

    post_save.connect(breek)
    try:
        with pytest.raises(KeyboardInterrupt):
            client.post(INVOEREN, formulier)
    finally:
        post_save.disconnect(breek)

    assert bouw(alles=True) == voor
    assert Revision.objects.count() == revisies


def ingelogd():
    client = Client()
    client.force_login(User.objects.get(username="beheerder"))
    return client


@pytest.mark.django_db(transaction=True)
def test_of_two_who_bring_in_a_file_at_once_one_is_told_and_nothing_is_mixed(inhoud):
    User.objects.create_superuser("beheerder")
    for ronde in range(3):
        nu = bouw(alles=True)
        documenten = [bewerkt(nu, lambda g, n=n, ronde=ronde: hernoem(g, f"{ronde}{n}")) for n in "ab"]
        clients = [ingelogd(), ingelogd()]
        formulieren = [velden(stuur(c, d.schrijf(wat).encode())) for c, wat in zip(clients, documenten, strict=True)]

        antwoorden = tegelijk(
            *(lambda c=c, f=f: c.post(INVOEREN, f).status_code for c, f in zip(clients, formulieren, strict=True))
        )

        assert sorted(antwoorden) == [200, 302]
        assert bouw(alles=True) == documenten[antwoorden.index(302)]


def hernoem(gegevens, wat):
    for deel in ("opleidingen", "functies", "verhalen"):
        for rij in gegevens[deel]:
            rij["bron"] = f"Bron {wat}."


@pytest.mark.django_db(transaction=True)
def test_an_editor_who_saves_meanwhile_comes_before_or_after_and_is_not_lost(inhoud):
    User.objects.create_superuser("beheerder")
    invoerder, redacteur = ingelogd(), ingelogd()
    woord = Synoniem.objects.first()
    adres = f"/beheer/functies/synoniem/{woord.pk}/change/"
    for ronde in range(3):
        document = bewerkt(bouw(alles=True), lambda g, ronde=ronde: hernoem(g, str(ronde)))
        formulier = velden(stuur(invoerder, d.schrijf(document).encode()))
        getypt = {**formuliervelden(redacteur.get(adres).text), "betekenis": f"ronde {ronde}"}

        invoer, redactie = tegelijk(
            lambda f=formulier: invoerder.post(INVOEREN, f).status_code,
            lambda g=getypt: redacteur.post(adres, g).status_code,
        )

        bronnen = {rij.bron for model in (Opleiding, Functie) for rij in model.objects.all()}
        assert redactie == 302
        assert Synoniem.objects.get(pk=woord.pk).betekenis == f"ronde {ronde}"
        assert (bronnen == {f"Bron {ronde}."}) == (invoer == 302)


def importeer(bestand, **anders):
    """Run the command; return what it printed."""
    uit = StringIO()
    call_command("importeer", bestand, stdout=uit, stderr=StringIO(), **anders)
    return uit.getvalue()


def test_at_the_server_a_file_of_any_size_is_taken_whole_and_on_record(inhoud, bestand, tmp_path, monkeypatch):
    monkeypatch.setattr("redactie.uitwisseling.invoer.MEESTE", 1)
    monkeypatch.setattr("redactie.uitwisseling.invoer.GROOTSTE", 1)
    bestand["functies"][0]["samenvatting"] = "Uit het bestand."
    (tmp_path / "alles.json").write_text(json.dumps(bestand))

    gezegd = importeer(tmp_path / "alles.json", ja=True)

    naam = bestand["functies"][0]["naam"]
    assert gezegd.splitlines()[:3] == [f"~ Functie: {naam}", "    samenvatting", "1 verschil."]
    assert json.loads(d.schrijf(bouw(alles=True))) == json.loads(d.schrijf(d.lees(json.dumps(bestand), alles=True)))
    laatste = Revision.objects.latest("pk")
    assert (laatste.user, laatste.comment) == (None, "Ingevoerd op de opdrachtregel uit alles.json")


def test_what_goes_out_on_the_command_line_comes_in_without_a_difference(inhoud, tmp_path):
    call_command("exporteer", tmp_path / "alles.json", stdout=StringIO())
    uit = StringIO()
    call_command("exporteer", stdout=uit)

    assert uit.getvalue() == (tmp_path / "alles.json").read_text() == d.schrijf(bouw(alles=True))
    assert importeer(tmp_path / "alles.json", ja=True) == "Er is geen verschil.\n"
    assert [bij.name for bij in tmp_path.iterdir()] == ["alles.json"]


def test_with_nobody_to_ask_nothing_is_brought_in(inhoud, bestand, tmp_path):
    bestand["functies"][0]["samenvatting"] = "Uit het bestand."
    (tmp_path / "alles.json").write_text(json.dumps(bestand))
    voor = d.schrijf(bouw(alles=True))

    with pytest.raises(CommandError, match="--ja"):
        importeer(tmp_path / "alles.json")

    assert d.schrijf(bouw(alles=True)) == voor


def vorm(gegevens):
    del gegevens["functies"][1]["naam"]
    gegevens["opleidingen"][0]["onzin"] = 1


def waarden(gegevens):
    gegevens["functies"][1]["naam"] = "x" * 300
    gegevens["opleidingen"][0]["naam"] = ""


def verwijzing(gegevens):
    gegevens["functies"][1]["werkveld"] = "nergens"
    gegevens["functies"][2]["slug"] = gegevens["functies"][3]["slug"]


@pytest.mark.parametrize(
    ("maak_fout", "delen"),
    [
        (vorm, {"functies", "opleidingen"}),
        (waarden, {"functies", "opleidingen"}),
        (verwijzing, {"functies", "doorgroei"}),
    ],
)
def test_all_that_is_wrong_with_a_file_is_said_at_once_each_with_its_place(inhoud, bestand, tmp_path, maak_fout, delen):
    maak_fout(bestand)
    (tmp_path / "fout.json").write_text(json.dumps(bestand))
    voor = d.schrijf(bouw(alles=True)), Revision.objects.count()

    with pytest.raises(CommandError) as fout:
        importeer(tmp_path / "fout.json", ja=True)

    regels = str(fout.value).splitlines()
    assert len(regels) >= 2
    assert {regel.partition(", rij ")[0] for regel in regels} == delen
    assert (d.schrijf(bouw(alles=True)), Revision.objects.count()) == voor
