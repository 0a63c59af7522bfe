"""Bringing a file back: the difference first, then all of it or nothing; a bad file is refused with its place."""

import html
import json
import random
import re

import pytest
from django.conf import settings
from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.db.models.signals import post_save
from django.test import Client
from reversion.models import Revision

from functies.models import Functie, Ontwikkelpad, Synoniem
from ontwikkelpad import document as d
from ontwikkelpad.fixtures import laad
from ontwikkelpad.publiceren import bouw
from opleidingen.models import Opleiding
from redactie.uitwisseling.invoer import GROOTSTE
from redactie.uitwisseling.views import VERANDERD
from tests.pagina import formuliervelden, tekst
from tests.redactie.test_gelijkmaken import bewerkt, door_elkaar
from tests.tegelijk import tegelijk

INVOEREN = "/beheer/invoeren/"


@pytest.fixture(scope="module")
def uit_fixtures(django_db_setup, django_db_blocker):
    """The whole content of the fixtures as a file."""
    with django_db_blocker.unblock(), transaction.atomic():
        laad(settings.FIXTURES)
        geschreven = d.schrijf(bouw(alles=True))
        transaction.set_rollback(True)
    return geschreven


@pytest.fixture
def bestand(uit_fixtures):
    """The same as plain JSON values, to be changed."""
    return json.loads(uit_fixtures)


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
    voor = client.get("/functies/triagist/").text
    triagist = next(rij for rij in bestand["functies"] if rij["slug"] == "triagist")
    oud, triagist["samenvatting"] = triagist["samenvatting"], "Nieuw uit een bestand."

    verschil = stuur(beheerder, bestand)
    tussen = Functie.objects.get(slug="triagist").samenvatting
    klaar = beheerder.post(INVOEREN, velden(verschil), follow=True)

    assert "Triagist gewijzigd" in tekst(verschil.text)
    assert "Nieuw uit een bestand." in tekst(verschil.text)
    assert "Bezoekers zien daar niets van tot je publiceert." in tekst(verschil.text)
    assert tussen == oud
    assert Functie.objects.get(slug="triagist").samenvatting == "Nieuw uit een bestand."
    assert "De inhoud van inhoud.json is ingevoerd. Bezoekers zien dit nog niet." in tekst(klaar.text)
    assert client.get("/functies/triagist/").text == voor
    assert Revision.objects.order_by("-pk").first().comment == "Ingevoerd uit inhoud.json"
    assert Revision.objects.order_by("-pk").first().user.username == "beheerder"


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
    for deel in ("opleidingen", "functies", "doorgroei", "verhalen", "synoniemen", "beroepsvereisten"):
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

    assert Functie.objects.get(slug=bestand["functies"][0]["slug"]).omschrijving == lastig
    assert "<script>alert" not in verschil.text


def test_what_changed_since_the_difference_was_shown_is_shown_again(beheerder, inhoud, bestand):
    bestand["functies"][0]["samenvatting"] = "Uit het bestand."
    gezien = velden(stuur(beheerder, bestand))
    Functie.objects.filter(slug="triagist").update(samenvatting="Van een collega.")

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

    assert fouten(response) == "Hier ontbreekt ‘ontwikkelpad’."


def test_the_csrf_check_holds_for_both_steps(inhoud, beheerder, bestand):
    streng = Client(enforce_csrf_checks=True)
    streng.force_login(User.objects.get(username="beheerder"))

    assert stuur(streng, bestand).status_code == 403
    assert streng.post(INVOEREN, velden(stuur(beheerder, bestand | {"synoniemen": []}))).status_code == 403


# --- Who may ---


def test_an_editor_with_all_permissions_on_content_may(redacteur, inhoud, bestand):
    assert "Er is geen verschil." in tekst(stuur(redacteur, bestand).text)


@pytest.mark.parametrize("recht", ["delete_zijpad", "add_aanbieder", "change_ontwikkelpad"])
def test_an_editor_who_lacks_one_permission_may_not(redacteur, bestand, recht):
    gebruiker = User.objects.get(username="redacteur")
    gebruiker.groups.clear()
    gebruiker.user_permissions.set(
        Permission.objects.filter(content_type__app_label__in=["functies", "opleidingen", "verhalen"]).exclude(
            codename=recht
        )
    )

    assert redacteur.get(INVOEREN).status_code == 403
    assert stuur(redacteur, bestand).status_code == 403


def test_visitors_are_sent_to_the_login_page(client, bestand):
    assert client.get(INVOEREN).headers["Location"] == f"/beheer/login/?next={INVOEREN}"
    assert stuur(client, bestand).status_code == 302


# --- Bad files ---


def zet(pad, waarde):
    """Return a change of plain JSON: put `waarde` at `pad`."""

    def bewerk(gegevens):
        *stappen, laatste = pad
        for stap in stappen:
            gegevens = gegevens[stap]
        gegevens[laatste] = waarde

    return bewerk


def weg(*pad):
    def bewerk(gegevens):
        for stap in pad[:-1]:
            gegevens = gegevens[stap]
        del gegevens[pad[-1]]

    return bewerk


def dubbel(*pad):
    """Return a change that puts the first item of a list at its end as well."""

    def bewerk(gegevens):
        for stap in pad:
            gegevens = gegevens[stap]
        gegevens.append(gegevens[0])

    return bewerk


FUNCTIE = "functies, rij 4 ({functie})"
OPLEIDING = "opleidingen, rij 1 ({opleiding})"
VERHAAL = "verhalen, rij 1 ({verhaal})"
GEEN_LINK = "is geen bruikbare link. Begin met https://, http://, mailto: of tel:."
GETAL_GEEN_TEKST = "hier hoort een heel getal, maar er staat een tekst."
ONBEWAARBAAR = "hier staat een teken dat niet kan worden bewaard."
ZIJPAD = {"bron": "", "gecontroleerd_op": "2026-01-01", "omschrijving": "Elders", "url": ""}
ZONDER_LINK = {"naam": "X", "url": "ftp://x", "toelichting": ""}
# A change of the file, and the message that it gives; what stands between braces comes from the file.
KAPOT = [
    # the form of the document
    (zet(["schema"], 2), "Dit document heeft schema 2; deze site leest schema 1."),
    (lambda g: g.update(schema=2, functies="weg\0"), "Dit document heeft schema 2; deze site leest schema 1."),
    (zet(["schema"], "1"), f"schema: {GETAL_GEEN_TEKST}"),
    (weg("schema"), "Hier ontbreekt ‘schema’."),
    (zet(["extra"], 1), "‘extra’ hoort hier niet."),
    (weg("ontwikkelpad", "kop"), "ontwikkelpad: hier ontbreekt ‘kop’."),
    (zet(["functies"], {}), "functies: hier hoort een lijst, maar er staat een blok met gegevens."),
    (zet(["functies", 3], None), "functies, rij 4: hier hoort een blok met gegevens, maar er staat null."),
    (zet(["functies", 3, "extra"], 1), f"{FUNCTIE}: ‘extra’ hoort hier niet."),
    (weg("functies", 3, "slug"), f"{FUNCTIE}: hier ontbreekt ‘slug’."),
    # the type of a value
    (zet(["functies", 3, "niveau"], "vier"), f"{FUNCTIE}, niveau: {GETAL_GEEN_TEKST}"),
    (
        zet(["functies", 3, "niveau"], True),
        f"{FUNCTIE}, niveau: hier hoort een heel getal, maar er staat true of false.",
    ),
    (zet(["functies", 3, "niveau"], 9), f"{FUNCTIE}, niveau: ‘9’ kan hier niet. Kies uit: 1, 2, 3, 4, 5, 6, 7, 8."),
    (
        zet(["functies", 3, "zichtbaar"], "ja"),
        f"{FUNCTIE}, zichtbaar: hier hoort true of false, maar er staat een tekst.",
    ),
    (
        zet(["functies", 3, "gecontroleerd_op"], "gisteren"),
        f"{FUNCTIE}, gecontroleerd_op: dit is geen datum. Schrijf een datum als 2026-02-06.",
    ),
    (
        zet(["werkvelden", 0, "kleur"], "zwart"),
        "werkvelden, rij 1 ({werkveld}), kleur: ‘zwart’ kan hier niet. "
        "Kies uit: rood, groen, paars, blauw, bruin, roze.",
    ),
    (zet(["opleidingen", 0, "register"], "x"), f"{OPLEIDING}, register: ‘x’ kan hier niet. Kies uit: crebo, croho."),
    (
        zet(["opleidingen", 0, "niveau"], "x"),
        f"{OPLEIDING}, niveau: hier hoort een heel getal of null, maar er staat een tekst.",
    ),
    (
        zet(["verhalen", 0, "kernwoorden"], ["een"]),
        f"{VERHAAL}, kernwoorden: hier hoort een lijst van precies 3 teksten.",
    ),
    # links to nowhere
    (zet(["functies", 3, "werkveld"], "maan"), f"{FUNCTIE}, werkveld: ‘maan’ staat niet bij werkvelden."),
    (
        zet(["functies", 3, "competenties", 1], "maan"),
        f"{FUNCTIE}, competenties, rij 2 (maan): ‘maan’ staat niet bij competenties.",
    ),
    (
        zet(["functies", 3, "opleidingen", 0, "opleiding"], "maan"),
        f"{FUNCTIE}, opleidingen, rij 1 (maan): ‘maan’ staat niet bij opleidingen.",
    ),
    (zet(["doorgroei", 0, "naar"], "maan"), "doorgroei, rij 1 ({van} → maan), naar: ‘maan’ staat niet bij functies."),
    (zet(["verhalen", 0, "functie"], "maan"), f"{VERHAAL}, functie: ‘maan’ staat niet bij functies."),
    # what stands there twice
    (dubbel("functies"), "functies, rij {functies} ({eerste_functie}): dit is dezelfde als rij 1."),
    (dubbel("doorgroei"), "doorgroei, rij {doorgroei} ({van} → {naar}): dit is dezelfde als rij 1."),
    (dubbel("synoniemen"), "synoniemen, rij {synoniemen} ({woord}): dit is dezelfde als rij 1."),
    (
        dubbel("functies", 3, "competenties"),
        f"{FUNCTIE}, competenties, rij {{competenties}} ({{competentie}}): dit is dezelfde als rij 1.",
    ),
    (
        dubbel("functies", 3, "opleidingen"),
        f"{FUNCTIE}, opleidingen, rij {{opleidingen}} ({{link}}): dit is dezelfde als rij 1.",
    ),
    # what the admin would refuse too
    (
        zet(["opleidingen", 0, "code"], "12"),
        f"{OPLEIDING}, code: ‘12’ is geen goede code. Een code heeft precies vijf cijfers, bijvoorbeeld 25695.",
    ),
    (
        zet(["opleidingen", 0, "leeroverzicht_url"], "javascript:alert(1)"),
        f"{OPLEIDING}, leeroverzicht_url (link naar Leeroverzicht): ‘javascript:alert(1)’ {GEEN_LINK}",
    ),
    (
        zet(["opleidingen", 0, "aanbieders"], [ZONDER_LINK]),
        f"{OPLEIDING}, aanbieders, rij 1 (X), url (link): ‘ftp://x’ {GEEN_LINK}",
    ),
    (zet(["losse_aanbieders"], [ZONDER_LINK]), f"losse_aanbieders, rij 1 (X), url (link): ‘ftp://x’ {GEEN_LINK}"),
    (
        zet(["functies", 3, "zijpaden"], [ZIJPAD]),
        f"{FUNCTIE}, zijpaden, rij 1 (Elders), bron: Dit veld kan niet leeg zijn.",
    ),
    (
        zet(["functies", 3, "naam"], "x" * 101),
        f"functies, rij 4 ({'x' * 80}…), naam: "
        "Zorg dat deze waarde niet meer dan 100 tekens bevat (het zijn er nu 101).",
    ),
    (zet(["functies", 3, "naam"], "  "), "functies, rij 4 ({slug}), naam: Dit veld kan niet leeg zijn."),
    (
        zet(["verhalen", 0, "slug"], "Met spatie"),
        f"{VERHAAL}, slug (deel van het webadres): "
        "Voer een geldige ‘slug’ in, bestaande uit letters, cijfers, liggende streepjes en verbindingsstreepjes.",
    ),
    (zet(["verhalen", 0, "leeftijd"], 7), f"{VERHAAL}, leeftijd: Zorg ervoor dat deze waarde minstens 16 is."),
    (
        lambda g: g["doorgroei"][0].update(van=g["doorgroei"][0]["naar"]),
        "doorgroei, rij 1 ({naar} → {naar}): Een functie kan niet naar zichzelf doorgroeien. Kies twee functies.",
    ),
    # what a database cannot hold
    (zet(["functies", 3, "naam"], "Nul\0teken"), f"functies, rij 4 (Nul�teken), naam: {ONBEWAARBAAR}"),
    (zet(["functies", 3, "naam"], "Half\ud83d"), f"functies, rij 4 (Half�), naam: {ONBEWAARBAAR}"),
    (zet(["functies", 3, "half\ud83d"], ""), f"{FUNCTIE}, half�: {ONBEWAARBAAR}"),
    (zet(["functies", 3, "gecontroleerd_op"], "\ud83d"), f"{FUNCTIE}, gecontroleerd_op: {ONBEWAARBAAR}"),
]


@pytest.mark.parametrize(("bewerk", "melding"), KAPOT)
def test_a_bad_file_is_refused_whole_with_the_place_named(beheerder, bestand, bewerk, melding):
    namen = _namen(bestand)
    bewerk(bestand)

    response = stuur(beheerder, bestand)

    assert fouten(response) == melding.format(**namen)
    assert not Functie.objects.exists()
    assert not Revision.objects.exists()


def test_a_bad_file_leaves_what_is_there(beheerder, inhoud, bestand):
    voor, revisies = bouw(alles=True), Revision.objects.count()
    bestand["functies"][0]["naam"] = "Anders"
    bestand["synoniemen"][-1]["betekenis"] = ""

    assert fouten(stuur(beheerder, bestand)).startswith("synoniemen, rij ")

    assert bouw(alles=True) == voor
    assert Revision.objects.count() == revisies


def _namen(bestand):
    functie, stap = bestand["functies"][3], bestand["doorgroei"][0]
    return {
        "functie": functie["naam"],
        "slug": functie["slug"],
        "werkveld": bestand["werkvelden"][0]["naam"],
        "eerste_functie": bestand["functies"][0]["naam"],
        "opleiding": bestand["opleidingen"][0]["naam"],
        "verhaal": bestand["verhalen"][0]["voornaam"],
        "van": stap["van"],
        "naar": stap["naar"],
        "woord": bestand["synoniemen"][0]["woord"],
        "competentie": functie["competenties"][0],
        "link": functie["opleidingen"][0]["opleiding"],
        "functies": len(bestand["functies"]) + 1,
        "doorgroei": len(bestand["doorgroei"]) + 1,
        "synoniemen": len(bestand["synoniemen"]) + 1,
        "competenties": len(functie["competenties"]) + 1,
        "opleidingen": len(functie["opleidingen"]) + 1,
    }


GEEN_BESTAND = "Dit is geen bestand van deze site. Kies een bestand dat je met ‘Download alles’ hebt gemaakt."
GEEN_UTF8 = "Dit bestand is niet bewaard als UTF-8"


@pytest.mark.parametrize(
    ("rauw", "melding"),
    [
        (b"", "Dit bestand is leeg. Kies een ander bestand."),
        (b"\xef\xbb\xbf", "Dit is geen goede JSON. Kijk bij regel 1, teken 1."),
        (b"Hallo", "Dit is geen goede JSON. Kijk bij regel 1, teken 1."),
        (b'{\n "schema": 1,\n}', "Dit is geen goede JSON. Kijk bij regel 3, teken 1."),
        (b'{"schema": 1} en meer', "Dit is geen goede JSON. Kijk bij regel 1, teken 15."),
        (b"[" * 100_000, "Dit is geen bestand van deze site: er zitten te veel lijsten in elkaar."),
        (
            b'{"schema": ' + b"[" * 99 + b"]" * 99 + b"}",
            "schema: hier hoort een heel getal, maar er staat een lijst.",
        ),
        (b"[]", GEEN_BESTAND),
        (b'"tekst"', GEEN_BESTAND),
        (b'{"document": 1}', GEEN_BESTAND),
        (b'{"schema": NaN}', "NaN is geen getal dat in dit bestand kan staan."),
        (b'{"schema": ' + b"9" * 5000 + b"}", f"Het getal {'9' * 80}… is te groot."),
        (b'{"schema": 1e400}', "schema: hier hoort een heel getal, maar er staat een getal met een komma."),
        (b'{"schema": 1, "naam": "X", "schema": 2}', "‘schema’ staat twee keer in hetzelfde blok bij X."),
        ('{"schema": 1}'.encode("utf-16"), f"{GEEN_UTF8}. Bewaar het als UTF-8 en probeer het opnieuw."),
        ('{"schema": 1}'.encode("utf-16-le"), f"{GEEN_UTF8}. Bewaar het als UTF-8 en probeer het opnieuw."),
        (
            '{\n"naam": "é"}'.encode("latin-1"),
            f"{GEEN_UTF8}: regel 2 kan niet worden gelezen. Bewaar het als UTF-8 en probeer het opnieuw.",
        ),
        (b'{"schema": 1}' + b" " * GROOTSTE, "Dit bestand is te groot. Het mag hooguit 2 MB zijn."),
        (b"x" * 50 * 1024**2, "Dit bestand is te groot. Het mag hooguit 2 MB zijn."),
    ],
    ids=lambda waarde: repr(waarde[:30]) if waarde else "",
)
def test_what_is_no_file_of_this_site_is_told_so(beheerder, rauw, melding):
    assert fouten(stuur(beheerder, rauw)) == melding


def test_without_a_file_the_page_asks_for_one(beheerder):
    assert fouten(beheerder.post(INVOEREN)) == "Kies eerst een bestand."


def test_a_byte_order_mark_does_no_harm(beheerder, inhoud, bestand):
    assert "Er is geen verschil." in tekst(stuur(beheerder, b"\xef\xbb\xbf" + json.dumps(bestand).encode()).text)


def test_two_opleidingen_with_one_code_are_refused(beheerder, bestand):
    een, ander = [rij for rij in bestand["opleidingen"] if rij["register"] == "crebo"][:2]
    ander["code"] = een["code"]
    nummer = bestand["opleidingen"].index(ander) + 1

    assert fouten(stuur(beheerder, bestand)) == (
        f"opleidingen, rij {nummer} ({ander['naam']}): Er is al een opleiding met deze code in dit register."
    )


def test_the_row_number_is_that_in_the_file_whatever_its_order(beheerder, bestand):
    bestand["functies"].reverse()
    bestand["functies"][0]["samenvatting"] = ""

    naam = bestand["functies"][0]["naam"]
    assert fouten(stuur(beheerder, bestand)) == f"functies, rij 1 ({naam}), samenvatting: Dit veld kan niet leeg zijn."


def test_the_largest_file_that_is_taken_passes_both_steps(beheerder, bestand):
    bestand["ontwikkelpad"]["over"] = "é" * ((GROOTSTE - 200_000) // 2)

    beheerder.post(INVOEREN, velden(stuur(beheerder, json.dumps(bestand, ensure_ascii=False).encode())))

    assert Ontwikkelpad.objects.get().over == bestand["ontwikkelpad"]["over"]


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
