"""Planning an edition at the desk: shown, looked at on its day, taken back, and stopped by a fault or another one."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from feiten.models import Feit
from functies.models import Functie
from redactie.planning import keur
from tests.pagina import formuliervelden, tekst
from tests.tegelijk import tegelijk
from tests.test_planning import klok  # noqa: F401
from uitgave.bouwen import bouw
from uitgave.models import Uitgave
from uitgave.publiceren import publiceer
from uitgave.vastleggen import vastleggen

PUBLICEREN = "/beheer/publiceren/"
MOMENT = datetime(2027, 1, 4, 9, tzinfo=ZoneInfo("Europe/Amsterdam"))
PLAN = {"nummer": "2", "datum": "2026-11-30", "vanaf": "2027-01-04T09:00", "wijzigingen": "Nieuw.", "gelezen": "on"}
BROOD = "/functies/broodbakker/"


@pytest.fixture
def plan(inhoud, klok, beheerder, django_capture_on_commit_callbacks):  # noqa: F811
    """Fill in the page of publishing, on which a moment stands, and press the button."""
    klok(MOMENT - timedelta(hours=1))

    def plan(adres=PUBLICEREN, client=beheerder, **velden):
        ingevuld = formuliervelden(client.get(adres).text)
        gegevens = {**PLAN, **velden}
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(adres, ingevuld | gegevens, follow=True)

    return plan


@pytest.fixture
def geplande(plan):
    """Edition 2, with another text, planned for a working morning."""
    Functie.objects.filter(slug="broodbakker").update(samenvatting="Vanaf januari.")
    plan()
    return Uitgave.objects.get(nummer="2")


def pagina(uitgave):
    return reverse("admin:geplande_uitgave", args=[uitgave.pk])


def test_an_edition_is_planned_in_dutch_time_gets_the_date_of_that_day_and_is_shown(plan, beheerder, client):
    Functie.objects.filter(slug="broodbakker").update(samenvatting="Vanaf januari.")
    antwoord = tekst(plan(datum="2026-11-30").text)

    uitgave = Uitgave.objects.get(nummer="2")
    assert (uitgave.vanaf, uitgave.datum) == (MOMENT, date(2027, 1, 4))
    assert "Uitgave 2 staat klaar. Bezoekers zien deze uitgave vanaf 4 januari 2027, 09:00." in antwoord
    assert "Verschijnt 4 januari 2027, 09:00" in antwoord
    assert "Uitgave 2 staat klaar en verschijnt vanzelf: 4 januari 2027, 09:00." in tekst(
        beheerder.get("/beheer/").text
    )
    assert "Vanaf januari." not in client.get(BROOD).text
    assert LogEntry.objects.filter(change_message="Gepland.").count() == 1


@pytest.mark.parametrize(
    ("vanaf", "uitleg"),
    [
        ("2027-01-04T07:59", "Dit moment is al geweest."),
        (
            "2027-03-28T02:30",
            "kon niet worden geïnterpreteerd in tijdzone",
        ),  # that night the clock goes forward
        ("straks", "Voer een geldige datum/tijd in."),
    ],
)
def test_a_moment_that_cannot_be_is_said_at_its_field_and_the_rest_is_kept(plan, vanaf, uitleg):
    antwoord = plan(vanaf=vanaf, wijzigingen="Mooi.").text

    assert uitleg in tekst(antwoord)
    assert "Mooi." in antwoord
    assert Uitgave.objects.count() == 1


def test_what_it_changes_is_shown_with_who_made_it_and_a_link_to_the_row(plan, beheerder, klok):  # noqa: F811
    els, bram = User.objects.create_user("els", first_name="Els"), User.objects.create_user("bram", first_name="Bram")
    for wie, samenvatting in ((els, "Vanaf januari."), (bram, "Daarna.")):
        with vastleggen(wie):
            functie = Functie.objects.get(slug="broodbakker")
            functie.samenvatting = samenvatting
            functie.save()
        if wie == els:
            plan()
            klok(MOMENT - timedelta(minutes=30))

    staat = beheerder.get(pagina(Uitgave.objects.get(nummer="2"))).text

    assert "Door Els, " in tekst(staat)
    assert "Bram" not in tekst(staat)
    assert f'href="{reverse("admin:functies_functie_change", args=[functie.pk])}"' in staat


def test_the_list_of_editions_names_people_as_other_pages_do(geplande, beheerder):
    Uitgave.objects.update(door=User.objects.create_user("els", first_name="Els", last_name="de Vries"))

    assert "Els de Vries" in tekst(beheerder.get(reverse("admin:uitgave_uitgave_changelist")).text)


def test_the_preview_of_its_day_shows_what_holds_on_that_day_and_stays_inside(geplande, beheerder, client):
    begin = reverse("admin:voorbeeld_van_uitgave", args=[geplande.pk])
    Functie.objects.filter(slug="broodbakker").update(samenvatting="Nog later.")

    brood = beheerder.get(f"{begin}functies/broodbakker/")

    assert "Vanaf januari." in brood.text
    assert "Zo ziet de site eruit op 4 januari 2027, 09:00, met uitgave 2." in tekst(brood.text)
    assert "Versie 2, 4 januari 2027" in tekst(brood.text)
    assert f'href="{begin}functies/' in brood.text
    assert "no-store" in brood.headers["Cache-Control"]
    assert beheerder.get(f"{begin}nergens/").status_code == 404
    assert client.get(begin).status_code == 302


def test_the_preview_of_its_day_asks_that_day_and_not_today(plan, beheerder, monkeypatch):
    plan(vanaf="2027-06-01T09:00")
    dagen = []
    from sector import pagina as sectorpagina

    echt = sectorpagina.klok.vandaag
    monkeypatch.setattr(sectorpagina.klok, "vandaag", lambda: dagen.append(echt()) or dagen[-1])
    begin = reverse("admin:voorbeeld_van_uitgave", args=[Uitgave.objects.get(nummer="2").pk])
    beheerder.get(f"{begin}functies/broodbakker/")
    beheerder.get(f"{begin}sector/")

    assert set(dagen) == {date(2027, 6, 1)}
    assert echt() == timezone.localdate()


def test_an_earlier_edition_can_be_looked_at_too(inhoud, beheerder):
    adres = reverse("admin:voorbeeld_van_uitgave", args=[Uitgave.objects.get().pk])

    assert "Dit is de inhoud van uitgave 1." in tekst(beheerder.get(adres).text)


def test_it_is_taken_back_after_its_page_was_read_and_the_working_copy_stays(
    geplande, beheerder, django_capture_on_commit_callbacks
):
    velden = formuliervelden(beheerder.get(pagina(geplande)).text)
    with django_capture_on_commit_callbacks(execute=True):
        antwoord = beheerder.post(pagina(geplande), velden, follow=True)

    assert "Uitgave 2 is teruggehaald." in tekst(antwoord.text)
    assert [uitgave.nummer for uitgave in Uitgave.objects.all()] == ["1"]
    assert Functie.objects.get(slug="broodbakker").samenvatting == "Vanaf januari."
    assert LogEntry.objects.filter(change_message="Teruggehaald voor het moment.").count() == 1


def test_what_is_on_the_site_by_now_is_not_taken_back(geplande, beheerder, klok):  # noqa: F811
    velden = formuliervelden(beheerder.get(pagina(geplande)).text)
    klok(MOMENT)

    antwoord = beheerder.post(pagina(geplande), velden, follow=True)

    assert "Uitgave 2 staat al op de site." in tekst(antwoord.text)
    assert Uitgave.objects.filter(nummer="2").exists()


def test_what_was_stopped_since_the_page_was_read_is_shown_first(geplande, beheerder):
    velden = formuliervelden(beheerder.get(pagina(geplande)).text)
    Uitgave.objects.filter(pk=geplande.pk).update(gestopt="Er is een fout.")

    antwoord = beheerder.post(pagina(geplande), velden)

    assert "Intussen is er iets veranderd." in tekst(antwoord.text)
    assert "Er is een fout." in antwoord.text
    assert Uitgave.objects.filter(nummer="2").exists()


def test_a_redacteur_sees_it_and_cannot_take_it_back(geplande, redacteur):
    antwoord = redacteur.get(pagina(geplande))

    assert antwoord.status_code == 200
    assert "Haal terug" not in antwoord.text
    assert redacteur.post(pagina(geplande)).status_code == 403
    assert Client().get(pagina(geplande)).status_code == 302


def test_who_publishes_something_else_reads_that_it_stops_and_the_desk_says_why(plan, geplande, beheerder):
    vooraf = tekst(beheerder.get(PUBLICEREN).text)
    plan(nummer="1.1", vanaf="")
    bureau = tekst(beheerder.get("/beheer/").text)

    assert "Uitgave 2 staat klaar voor 4 januari 2027, 09:00. Publiceer je eerst iets anders? Dan gaat" in vooraf
    assert "Uitgave 2 gaat niet door. Na het plannen is Uitgave 1.1 gepubliceerd." in bureau
    assert "Gaat niet door" in tekst(beheerder.get(reverse("admin:uitgave_uitgave_changelist")).text)


def test_what_was_stopped_is_planned_anew_under_its_own_number(plan, geplande, beheerder):
    plan(nummer="1.1", vanaf="")
    opnieuw = reverse("admin:opnieuw_publiceren", args=[geplande.pk])
    velden = formuliervelden(beheerder.get(opnieuw).text)
    plan(opnieuw, vanaf="2027-01-05T09:00")

    assert (velden["nummer"], velden["wijzigingen"]) == ("2", "Nieuw.")
    assert [(u.nummer, u.is_gepland, u.gestopt) for u in Uitgave.objects.all()] == [
        ("2", True, ""),
        ("1.1", False, ""),
        ("1", False, ""),
    ]


def test_another_moment_is_chosen_or_now(plan, geplande, client):
    opnieuw = reverse("admin:opnieuw_publiceren", args=[geplande.pk])

    plan(opnieuw, vanaf="2027-01-06T12:00")
    wacht = Uitgave.objects.get(nummer="2")
    plan(reverse("admin:opnieuw_publiceren", args=[wacht.pk]), vanaf="", datum="2027-01-04")

    assert timezone.localtime(wacht.vanaf).isoformat()[:16] == "2027-01-06T12:00"
    assert [u.is_verschenen for u in Uitgave.objects.all()] == [True, True]
    assert "Vanaf januari." in client.get(BROOD).text


def test_a_second_one_is_refused_at_its_field(plan, geplande):
    antwoord = plan(nummer="3", vanaf="2027-02-01T09:00", wijzigingen="Mooi.").text

    assert "Er staat al een uitgave klaar: Uitgave 2. Haal die eerst terug." in tekst(antwoord)
    assert "Mooi." in antwoord
    assert Uitgave.objects.count() == 2


def test_a_fault_that_shows_itself_shortly_before_stops_it_and_the_desk_says_so(geplande, beheerder, monkeypatch):
    """What was planned had no fault; then the rules ask more, as a code does that ends today."""
    Functie.objects.filter(slug="winkelmedewerker").update(zichtbaar=False)  # a fault of the working copy alone
    keur(geplande.pk)
    geplande.refresh_from_db()
    assert (geplande.gestopt, geplande.gekeurd_op) == ("", timezone.now())

    from redactie.kwaliteit import bevindingen as poort

    regel = poort.Regel.CODE
    fout = poort.Bevinding(poort.Ernst.FOUT, regel, "Code 25695 eindigt vandaag.")
    monkeypatch.setattr(poort, "_controles", [lambda kopie: iter([fout])])
    keur(geplande.pk)  # it was done: once is enough
    geplande.refresh_from_db()
    assert geplande.is_gepland
    Uitgave.objects.filter(pk=geplande.pk).update(gekeurd_op=None)
    keur(geplande.pk)

    bureau = tekst(beheerder.get("/beheer/").text)
    assert (
        "Uitgave 2 gaat niet door. Bij de laatste controle is een fout gevonden. Code 25695 eindigt vandaag." in bureau
    )
    assert Functie.objects.filter(slug="winkelmedewerker", zichtbaar=False).exists()  # nothing else was touched


def test_judging_once_more_changes_nothing_of_the_working_copy(geplande):
    Functie.objects.filter(slug="broodbakker").update(samenvatting="Nog later.")
    Feit.objects.all().delete()
    voor, alles = bouw(), bouw(alles=True)

    keur(geplande.pk)

    assert (bouw(), bouw(alles=True)) == (voor, alles)


def test_what_appeared_or_went_meanwhile_is_not_judged(geplande, klok):  # noqa: F811
    klok(MOMENT)
    keur(geplande.pk)
    geplande.refresh_from_db()
    assert geplande.gekeurd_op is None
    geplande.delete()
    keur(geplande.pk or 99)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_plan_in_the_same_second_one_is_told_and_nothing_is_lost(inhoud):
    User.objects.create_superuser("beheerder")
    morgen = f"{timezone.localtime() + timedelta(days=1):%Y-%m-%dT%H:%M}"

    def plant(nummer, vanaf):
        client = Client()
        client.force_login(User.objects.get(username="beheerder"))
        velden = formuliervelden(client.get(PUBLICEREN).text)
        velden |= {**PLAN, "nummer": nummer, "vanaf": vanaf}
        return lambda: client.post(PUBLICEREN, velden).status_code

    for ronde in range(5):
        assert sorted(tegelijk(plant(f"2.{ronde}", morgen), plant(f"1.{ronde}", ""))) == [200, 302]
        Uitgave.objects.niet_verschenen().delete()
    publiceer(bouw(), "9", timezone.localdate(), "De laatste.")
    assert Uitgave.objects.verschenen().first().nummer == "9"
