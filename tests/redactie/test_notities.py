"""Notes and things to do at a row, what waits for somebody, and the mail about it."""

import json
import tarfile
from datetime import timedelta
from io import StringIO

import pytest
from django.conf import settings as instellingen
from django.contrib.auth.models import Group, User
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from functies.models import Functie
from ontwikkelpad.models import Ontwikkelpad
from ontwikkelpad.reservekopie import maak as maak_kopie
from redactie.adressen import wijzigen
from redactie.bijrij import plek_van
from redactie.kwaliteit import oordeel
from redactie.kwaliteit.bevindingen import bevindingen
from redactie.models import Achterhouding, Gemaild, Klaarmelding, Nakijker, Notitie
from tests.conftest import BEWIJS
from tests.pagina import formuliervelden, tekst
from tests.soorten import maak
from uitgave import document as d
from uitgave.bouwen import bouw
from uitgave.models import Uitgave
from uitgave.soort import soort_van, soorten
from uitgave.vastleggen import vastleggen, verwijder

pytestmark = pytest.mark.een_database

SOORTEN = pytest.mark.parametrize("soort", soorten(), ids=lambda soort: soort.model.__name__)
VERWIJDERBAAR = pytest.mark.parametrize(
    "soort", [s for s in soorten() if not s.enig], ids=lambda soort: soort.model.__name__
)


def lid(naam, rol="redacteur", **velden):
    gebruiker = User.objects.create_user(naam, is_staff=True, email=f"{naam}@example.org", **velden)
    gebruiker.groups.add(Group.objects.get(name=rol))
    client = Client()
    client.force_login(gebruiker)
    return gebruiker, client


def zet_neer(client, rij, tekst_, voor=""):
    soort, pk = plek_van(rij)
    return client.post(
        f"/beheer/notities/bij/{soort}/{pk}/", {"notitie-tekst": tekst_, "notitie-voor": voor}, follow=True
    )


@SOORTEN
def test_a_note_stands_below_the_form_of_its_row_and_nowhere_in_the_document(soort, beheerder):
    with vastleggen(None):
        maak(next(s for s in soorten() if s.verplicht_enig))
        rij = maak(soort)
    voor = d.schrijf(bouw(alles=True))

    pagina = zet_neer(beheerder, rij, "Kanarie: vraag dit na.")

    assert pagina.redirect_chain == [(f"{wijzigen(rij)}#notities", 302)]
    assert "Kanarie: vraag dit na." in tekst(pagina.text[pagina.text.index('id="notities"') :])
    assert d.schrijf(bouw(alles=True)) == voor


@VERWIJDERBAAR
def test_a_deleted_row_leaves_no_note_behind(soort, db):
    with vastleggen(None):
        maak(next(s for s in soorten() if s.verplicht_enig))
        rij, ander = maak(soort), maak(soort_van(Functie))
    for deze in (rij, ander):
        content_type, pk = plek_van(deze)
        Notitie.objects.create(content_type_id=content_type, object_id=pk, tekst="Een notitie.")

    verwijder(rij, None)

    assert [notitie.plek for notitie in Notitie.objects.all()] == [plek_van(ander)]


def test_what_is_for_you_is_on_your_desk_until_it_is_done_and_says_by_whom(maak_functie):
    anna, bij_anna = lid("anna")
    _, bij_bram = lid("bram", first_name="Bram")
    functie = maak_functie("Kok")

    zet_neer(bij_bram, functie, "Klopt het niveau?", anna.pk)

    desk = bij_anna.get("/beheer/").text
    assert "Er is voor jou 1 notitie om iets mee te doen." in tekst(desk)
    assert "Er wacht niets op jou." in tekst(bij_bram.get("/beheer/").text)
    assert "Klopt het niveau?" in tekst(bij_anna.get("/beheer/notities/?voor=mij").text)
    assert "Klopt het niveau?" not in tekst(bij_anna.get("/beheer/notities/?voor=niemand").text)
    notitie = Notitie.objects.get()

    bij_anna.post(f"/beheer/notities/{notitie.pk}/")

    assert "Er wacht niets op jou." in tekst(bij_anna.get("/beheer/").text)
    klaar = tekst(bij_bram.get("/beheer/notities/?klaar=ja").text)
    assert "Voor anna. Van Bram" in klaar
    assert "Klaar volgens anna" in klaar
    bij_bram.post(f"/beheer/notities/{notitie.pk}/", {"opnieuw": "ja"})
    notitie.refresh_from_db()
    assert (notitie.klaar_op, notitie.klaar_door) == (None, None)


def test_nothing_is_given_to_somebody_who_may_not_see_it(beheerder, maak_functie):
    lid("anna")
    niemand = User.objects.create_user("zonderrol", is_staff=True)
    functie = maak_functie("Kok")

    for pagina in (wijzigen(functie), "/beheer/notities/", "/beheer/ronde/verdeling/"):
        html = beheerder.get(pagina).text
        assert "anna" in tekst(html), pagina
        assert "zonderrol" not in html, pagina
    assert "De notitie is niet bewaard." in tekst(zet_neer(beheerder, functie, "Klopt dit?", niemand.pk).text)


def test_what_is_too_long_or_empty_is_refused_whole_and_a_form_sent_back_has_no_note(beheerder, maak_functie):
    functie = maak_functie("Kok")

    leeg, lang = zet_neer(beheerder, functie, "  "), zet_neer(beheerder, functie, "x" * 2001)

    assert "De notitie is niet bewaard." in tekst(leeg.text)
    assert "De notitie is niet bewaard." in tekst(lang.text)
    assert beheerder.get("/beheer/notities/bij/999999/1/").status_code == 404
    assert not Notitie.objects.exists()
    adres = wijzigen(functie)
    assert beheerder.post(adres, formuliervelden(beheerder.get(adres).text)).status_code == 302
    assert not Notitie.objects.exists()


def test_the_number_of_queries_of_list_and_desk_does_not_grow(beheerder, maak_functie):
    functie = maak_functie("Kok")
    gebruiker, _client = lid("anna")

    def vragen(adres):
        beheerder.get(adres)
        with CaptureQueriesContext(connection) as gevraagd:
            beheerder.get(adres)
        return len(gevraagd)

    def vul(aantal):
        content_type, pk = plek_van(functie)
        Notitie.objects.bulk_create(
            Notitie(content_type_id=content_type, object_id=pk, tekst=f"{n}", voor=gebruiker) for n in range(aantal)
        )

    adressen = ("/beheer/notities/", "/beheer/", wijzigen(functie))
    vul(1)
    weinig = [vragen(adres) for adres in adressen]
    vul(20)

    assert [vragen(adres) for adres in adressen] == weinig


# --- Mail ---


@pytest.fixture
def met_mail(settings):
    settings.EMAIL_HOST = "mail.example.org"
    settings.ADRES = "https://www.example.org"


def stuur():
    uit = StringIO()
    call_command("meld_wachtenden", stdout=uit)
    return uit.getvalue()


def wacht_op(gebruiker, functie):
    content_type, pk = plek_van(functie)
    Notitie.objects.create(content_type_id=content_type, object_id=pk, tekst="Kanarie", voor=gebruiker)
    Nakijker.objects.update_or_create(content_type_id=content_type, object_id="", defaults={"wie": gebruiker})


def test_who_has_something_to_do_gets_one_mail_a_day_with_links_and_nothing_of_the_content(met_mail, maak_functie):
    anna, _ = lid("anna", first_name="Anna")
    lid("bram")
    wacht_op(anna, maak_functie("Kok", **BEWIJS | {"gecontroleerd_op": timezone.localdate() - timedelta(days=400)}))

    assert stuur() == "Sent: 1.\n"
    assert stuur() == "Sent: 0.\n"

    (bericht,) = mail.outbox
    assert bericht.to == ["anna@example.org"]
    assert "Dag Anna," in bericht.body
    assert "Er is voor jou 1 notitie" in bericht.body
    assert "1 onderdeel is voor jou aan de beurt om na te kijken." in bericht.body
    assert "https://www.example.org/beheer/notities/?voor=mij" in bericht.body
    assert "Kanarie" not in bericht.body
    assert "Kok" not in bericht.body
    Gemaild.objects.update(op=timezone.localdate() - timedelta(days=1))
    assert stuur() == "Sent: 1.\n"


def test_the_mail_names_the_site_and_its_address_for_who_has_more_than_one(met_mail, maak_functie):
    """A command serves no edition: the name is that of the working copy."""
    anna, _ = lid("anna")
    wacht_op(anna, maak_functie("Kok"))
    Ontwikkelpad.objects.update(naam="Pad van de keukens")
    stuur()
    Ontwikkelpad.objects.all().delete()
    Gemaild.objects.all().delete()
    stuur()

    met, zonder = mail.outbox
    assert zonder.subject == "Er wacht iets op jou in het beheer van www.example.org"
    assert "Dit wacht op jou in het beheer van https://www.example.org/:" in zonder.body
    assert met.subject == "Er wacht iets op jou in het beheer van Pad van de keukens (www.example.org)"
    assert "Dit wacht op jou in het beheer van Pad van de keukens (https://www.example.org/):" in met.body


def test_a_mail_that_could_not_be_sent_is_tried_again_and_the_exit_code_says_so(met_mail, settings, maak_functie):
    anna, _ = lid("anna")
    wacht_op(anna, maak_functie("Kok"))
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1  # nobody answers there

    with pytest.raises(CommandError, match="Could not be sent to: anna"):
        stuur()

    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert stuur() == "Sent: 1.\n"


def wacht(client):
    """What the front page of the desk says that waits for somebody."""
    return tekst(client.get("/beheer/").text.partition('id="kop-voor-jou"')[2].partition("</section>")[0])


def test_what_is_said_to_be_ready_waits_for_who_publishes_and_not_for_who_said_so(met_mail, ontwikkelpad, maak_functie):
    _, bij_anna = lid("anna")
    els, bij_els = lid("els", "eindredacteur")
    functie = maak_functie("Kok")
    for rij in ("", f"?rij=functies/{functie.slug}"):
        bij_anna.post(f"/beheer/klaar/{rij}", {"notitie": "Kanarie"})

    assert "Er is 2 keer iets klaar gemeld. Kijk of je het kunt publiceren." in wacht(bij_els)
    assert "klaar gemeld" not in wacht(bij_anna)
    assert stuur() == "Sent: 1.\n"
    (bericht,) = mail.outbox
    assert (bericht.to, "https://www.example.org/beheer/publiceren/" in bericht.body) == ([els.email], True)
    assert "Kanarie" not in bericht.body

    Klaarmelding.objects.update(door=els)
    assert "klaar gemeld" not in wacht(bij_els)


def test_what_is_held_back_until_a_day_that_has_been_waits_for_who_did_so(ontwikkelpad):
    anna, bij_anna = lid("anna")
    _, bij_els = lid("els", "eindredacteur")
    gisteren = timezone.localdate() - timedelta(days=1)
    zin = "De dag van iets wat je achterhoudt, is voorbij (1 keer). Kijk of het nu mee kan."
    achterhouding = Achterhouding.objects.create(deel="functies", rij="kok", naam="Kok", door=anna, tot=gisteren)

    assert (zin in wacht(bij_anna), zin in wacht(bij_els)) == (True, False)

    User.objects.filter(pk=anna.pk).update(is_active=False)  # nobody else would look
    assert "De dag van iets wat is achtergehouden, is voorbij (1 keer)." in wacht(bij_els)

    Achterhouding.objects.filter(pk=achterhouding.pk).update(tot=timezone.localdate())
    assert "achtergehouden" not in wacht(bij_els)


def test_a_planned_edition_that_was_stopped_waits_for_who_publishes(ontwikkelpad):
    _, bij_anna = lid("anna")
    _, bij_els = lid("els", "eindredacteur")
    uitgave = Uitgave.objects.create(
        nummer="2", datum=timezone.localdate(), wijzigingen="Nieuw.", document="{}", gestopt="Er is een fout."
    )

    assert "Uitgave 2 gaat niet door. Kijk waarom." in wacht(bij_els)
    assert f"/beheer/gepland/{uitgave.pk}/" in bij_els.get("/beheer/").text
    assert "gaat niet door" not in wacht(bij_anna)


def test_without_mail_nothing_is_sent_and_a_beheerder_reads_so(maak_functie):
    anna, bij_anna = lid("anna", "beheerder")
    _, bij_bram = lid("bram")
    wacht_op(anna, maak_functie("Kok"))
    assert instellingen.EMAIL_HOST == ""

    assert stuur() == "No mail is set up (EMAIL_HOST): nothing was sent.\n"

    assert mail.outbox == []
    assert "Er is geen mail ingesteld." in tekst(bij_anna.get("/beheer/").text)
    assert "Er is geen mail ingesteld." not in tekst(bij_bram.get("/beheer/").text)


def test_a_backup_holds_all_that_the_desk_keeps_beside_the_content(beheerder, maak_functie, tmp_path):
    anna, _ = lid("anna")
    functie = maak_functie("Kok", omschrijving="woord " * 30)
    wacht_op(anna, functie)
    Gemaild.objects.create(wie=anna, op=timezone.localdate())
    beheerder.post("/beheer/voorbeeldlinks/", {"voor": "Iemand"})
    gevonden = [b for b in bevindingen() if b.is_waarschuwing]
    oordeel.accepteer(gevonden, "Zo is het afgesproken.", timezone.localdate(), None)
    oordeel.onthoud(gevonden)

    with tarfile.open(maak_kopie(tmp_path, timezone.localtime())) as kopie:
        regels = [json.loads(regel) for regel in kopie.extractfile("rijen.jsonl")]
        document = kopie.extractfile("inhoud.json").read().decode()

    bewaard = {label for label, _ in regels}
    assert {f"redactie.{model}" for model in ("notitie", "nakijker", "gemaild", "voorbeeldlink")} <= bewaard
    assert {f"redactie.{model}" for model in ("acceptatie", "keuring")} <= bewaard
    assert "Kanarie" not in document
