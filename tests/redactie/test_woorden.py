"""The admin speaks plain Dutch, also where Django has words of its own, and says what to do next."""

import re
from html import unescape

import pytest
from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django_otp.plugins.otp_totp.models import TOTPDevice
from reversion.models import Revision, Version

from functies.models import Functie, Synoniem
from redactie.models import Achterhouding
from redactie.woorden import MidZin
from tests.pagina import formuliervelden, tekst
from tests.verhaal import maak_verhaal
from uitgave import document as d
from uitgave.vastleggen import verwijder

pytestmark = pytest.mark.een_database

# "You" in the polite form, English, and what only a developer calls something.
NIET_VAN_ONS = re.compile(
    r"\b(u|uw|error|model name|add link|objecten?|items?|applicatie|gerelateerde?|slug|selecteer|voorpagina)\b", re.I
)

HOUD_TEGEN = "achterhouden/?rij=functies/broodbakker"


def lijst_van_functies(beheerder, **gegevens):
    return beheerder.post("/beheer/functies/functie/", {"action": "delete_selected", **gegevens}, follow=True)


def adres_van(slug, pagina="change"):
    return reverse(f"admin:functies_functie_{pagina}", args=[Functie.objects.get(slug=slug).pk])


def sla_op(beheerder, **anders):
    adres = adres_van("broodbakker")
    return beheerder.post(adres, formuliervelden(beheerder.get(adres).text) | anders)


def test_a_name_within_a_sentence_has_no_capital_unless_it_is_an_abbreviation(inhoud, beheerder):
    pagina = beheerder.get(adres_van("broodbakker")).text

    assert "Nog een stap toevoegen" in pagina
    assert not re.search(r"Nog een [A-Z][a-z]", pagina)
    assert MidZin("Nog een %(verbose_name)s") % {"verbose_name": "NLQF-niveau"} == "Nog een NLQF-niveau"


PAGINAS = {
    "login": lambda b: Client().get("/beheer/login/"),
    "login refused": lambda b: Client().post("/beheer/login/", {"username": "niemand", "password": "x"}),
    "login empty": lambda b: Client().post("/beheer/login/", {}),
    "start": lambda b: b.get("/beheer/"),
    "list": lambda b: b.get("/beheer/functies/functie/"),
    "nothing chosen": lijst_van_functies,
    "row is gone": lambda b: b.get("/beheer/functies/functie/99999/change/", follow=True),
    "row": lambda b: b.get(adres_van("broodbakker")),
    "row refused": lambda b: sla_op(b, slug="met spatie", gecontroleerd_op="gisteren"),
    "delete refused": lambda b: b.get(adres_van("broodbakker", "delete")),
    "delete": lambda b: b.get(adres_van("bakkershulp", "delete")),
    "delete some": lambda b: lijst_van_functies(b, _selected_action=[Functie.objects.get(slug="bakkershulp").pk]),
    "delete some refused": lambda b: lijst_van_functies(
        b, _selected_action=[Functie.objects.get(slug="broodbakker").pk]
    ),
    "publish refused": lambda b: b.post("/beheer/publiceren/", {}),
    "editions": lambda b: b.get("/beheer/uitgave/uitgave/"),
    "history of an account": lambda b: b.get(f"/beheer/auth/user/{User.objects.get().pk}/history/"),
    "new password": lambda b: b.get("/beheer/password_change/"),
    "new password refused": lambda b: b.post("/beheer/password_change/", {"old_password": "x", "new_password1": "a"}),
    "new password done": lambda b: b.get("/beheer/password_change/done/"),
    "log out": lambda b: b.post("/beheer/logout/"),
}


@pytest.mark.parametrize("pagina", PAGINAS)
def test_every_page_speaks_plain_dutch(beheerder, inhoud, pagina):
    maak_verhaal()  # its functie cannot be deleted
    response = PAGINAS[pagina](beheerder)

    zonder_inhoud = re.sub(r"<textarea.*?</textarea>|<svg.*?</svg>", "", response.text, flags=re.S)
    assert response.status_code == 200
    assert NIET_VAN_ONS.findall(tekst(zonder_inhoud)) == []


@pytest.mark.parametrize("pagina", ["delete refused", "delete some refused"])
def test_what_something_else_needs_is_not_deleted_and_the_page_says_what_that_is(beheerder, inhoud, pagina):
    maak_verhaal()

    gelezen = tekst(PAGINAS[pagina](beheerder).text)

    assert "verwijderen. Het hoort nog bij: Verhaal: Noor (34)" in gelezen


def test_what_is_wrong_in_a_form_stands_above_it_with_the_way_to_the_field(beheerder, inhoud):
    adres = adres_van("broodbakker")
    velden = formuliervelden(beheerder.get(adres).text)

    html = beheerder.post(adres, velden | {"naam": "", "vervolg-1-bron": ""}).text

    assert "<title>Fout: " in html
    assert '<a href="#id_naam">Naam</a>: Vul dit in.' in html
    assert '<a href="#id_vervolg-1-bron">Stap 2, bron</a>: Vul dit in.' in html
    assert 'id="id_vervolg-1-bron"' in html


def test_a_text_of_more_lines_that_was_left_alone_is_not_called_changed(beheerder, inhoud):
    adres = adres_van("broodbakker")
    velden = formuliervelden(beheerder.get(adres).text)
    velden = {naam: deel.replace("\n", "\r\n") if isinstance(deel, str) else deel for naam, deel in velden.items()}
    assert "\r\n" in velden["omschrijving"]

    beheerder.post(adres, velden | {"samenvatting": "Nieuw."})

    assert Revision.objects.latest("pk").comment == LogEntry.objects.latest("pk").get_change_message()
    assert Revision.objects.latest("pk").comment == "Samenvatting gewijzigd."


def test_deleting_names_only_what_an_editor_knows_as_a_row(beheerder, inhoud):
    html = beheerder.get(adres_van("bakkershulp", "delete")).text

    weg = tekst(re.search(r'<ul id="deleted-objects">.*?</ul>\s*<p>', html, re.S)[0])
    assert weg.startswith("Functie: Bakkershulp (BH)")
    assert "Opleiding bij een functie: Bakkershulp (BH): Brood en beslag" in weg
    assert "relatie" not in weg


def test_an_action_on_no_row_at_all_says_what_to_do_first(beheerder, inhoud):
    response = lijst_van_functies(beheerder)

    assert "Zet eerst een vinkje bij wat je wilt verwijderen." in response.text
    assert response.redirect_chain == [("/beheer/functies/functie/", 302)]


def test_only_an_earlier_edition_can_be_published_anew(beheerder, publiceer_nu, inhoud):
    publiceer_nu("2")

    html = beheerder.get("/beheer/uitgave/uitgave/").text

    assert html.count("Publiceer deze uitgave opnieuw") == 1
    assert html.index("Staat nu op de site") < html.index("Publiceer deze uitgave opnieuw")


def test_what_is_only_hidden_is_not_called_deleted_before_publishing(beheerder, inhoud):
    Synoniem.objects.all().delete()
    Functie.objects.filter(slug="broodbakker").update(zichtbaar=False)

    assert "Functie Broodbakker : verdwijnt van de site" in tekst(beheerder.get("/beheer/").text)
    assert "Functie: Broodbakker verdwijnt van de site" in tekst(beheerder.get("/beheer/publiceren/").text)


def test_who_may_not_publish_reads_who_can(redacteur, beheerder, inhoud):
    Functie.objects.filter(slug="broodbakker").update(samenvatting="Nieuw.")

    assert "Vraag een eindredacteur om te publiceren." in redacteur.get("/beheer/").text
    assert "Vraag een eindredacteur" not in beheerder.get("/beheer/").text


def test_the_old_password_is_asked_for_and_the_new_one_works(inhoud):
    client = Client()
    User.objects.create_superuser("anna", password="Een-zee-vol-9")
    client.post("/beheer/login/", {"username": "anna", "password": "Een-zee-vol-9"})
    nieuw = {"new_password1": "Twee-zeeen-vol-9", "new_password2": "Twee-zeeen-vol-9"}

    fout = client.post("/beheer/password_change/", nieuw | {"old_password": "iets anders"})
    goed = client.post("/beheer/password_change/", nieuw | {"old_password": "Een-zee-vol-9"}, follow=True)

    assert "Dit is niet je wachtwoord van nu." in fout.text
    assert "Je hebt een nieuw wachtwoord." in goed.text
    assert User.objects.get(username="anna").check_password("Twee-zeeen-vol-9")


@pytest.mark.parametrize(("adres", "status"), [("/beheer/bestaat-niet/", 404), ("/beheer/auth/user/", 403)])
def test_an_error_in_the_admin_leads_back_to_it(redacteur, client, inhoud, adres, status):
    terug = '<a class="knop" href="/beheer/">Terug naar het beheer</a>'

    response = redacteur.get(adres)

    assert response.status_code == status
    assert terug in response.text
    assert terug not in client.get("/bestaat-niet/").text


def test_the_guide_names_only_what_the_screens_say(beheerder, inhoud, publiceer_nu):
    publiceer_nu("2")
    collega = User.objects.create_user("collega", is_staff=True)
    TOTPDevice.objects.create(user=collega, name="Telefoon")
    sla_op(beheerder, samenvatting="Nieuw.")
    Achterhouding.objects.create(deel="functies", rij="bezorger", naam="Functie ‘Bezorger’")
    ander = SimpleUploadedFile("ander.json", d.schrijf(inhoud.uitgave.document).encode())
    schermen = [
        beheerder.get(f"/beheer/{adres}").text
        for adres in (
            "",
            "verwijderd/",
            "publiceren/",
            "uitgave/uitgave/",
            "opleidingen/opleiding/",
            "functies/werkveld/",
            "invoeren/",
        )
    ]
    schermen += [beheerder.get(adres_van("broodbakker", pagina)).text for pagina in ("change", "history")]
    schermen.append(beheerder.get(adres_van("bezorger", "change")).text)
    schermen += [beheerder.get(f"/beheer/werkgevers/{soort}/add/").text for soort in ("regeling", "gidsstap")]
    schermen.append(beheerder.get("/beheer/ontwikkelpad/ontwikkelpad/1/change/").text)
    schermen += [
        beheerder.get(f"/beheer/{soort}/add/").text for soort in ("opleidingen/opleiding", "functies/doorgroei")
    ]
    schermen.append(beheerder.get(f"/beheer/auth/user/{collega.pk}/change/").text)
    schermen.append(beheerder.post("/beheer/invoeren/", {"document": ander}).text)
    verwijder(Functie.objects.get(slug="bakkershulp"), None)
    schermen.append(beheerder.get("/beheer/verwijderd/").text)
    versie = Version.objects.get_deleted(Functie).get()
    schermen.append(beheerder.get(reverse("admin:terugzetten", args=[versie.pk])).text)
    schermen += [beheerder.get(f"/beheer/{adres}").text for adres in ("ronde/?alles=ja", "voorbeeld/functies/")]
    schermen.append(beheerder.get("/beheer/jsi18n/").text)  # beside a date
    for deel in ("_ronde", "_notitie", "_bevindingen"):
        schermen.append((settings.BASE_DIR / "templates" / "redactie" / f"{deel}.html").read_text(encoding="utf-8"))
    scripts = ("opmaak.js", "beheer/opslaan.js", "beheer/volgorde.js")  # buttons above a field, and beside a row
    schermen += [(settings.BASE_DIR / "static" / script).read_text(encoding="utf-8") for script in scripts]
    for deel in ("beelden/foto", "opleidingen/opleiding"):
        knoppen = settings.BASE_DIR / "templates" / "admin" / deel / "change_form_object_tools.html"
        schermen.append(knoppen.read_text(encoding="utf-8"))
    schermen += [beheerder.get(f"/beheer/{adres}").text for adres in ("beelden/foto/add/", HOUD_TEGEN)]

    genoemd = re.findall("<strong>(.*?)</strong>", beheerder.get("/beheer/handleiding/").text.partition("<h1>")[2])

    gezegd = unescape(" ".join(schermen))
    assert len(genoemd) > 40
    assert [woord for woord in map(unescape, genoemd) if woord not in gezegd] == []
