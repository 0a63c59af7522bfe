"""A warning that may stay as it is, for a time; and one that was not there at the last publication."""

from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.auth.models import Group, User
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from functies.models import Functie
from opleidingen.kwaliteit import code
from opleidingen.models import Opleiding, Register
from redactie.kwaliteit import oordeel
from redactie.kwaliteit.bevindingen import Ernst, Regel, bevindingen
from redactie.models import Acceptatie
from tests.pagina import formuliervelden, tekst
from tests.redactie.test_uitgeven import PUBLICEREN, basis

pytestmark = pytest.mark.een_database

LANG = "Je maakt elke dag samen met de hele groep een plan voor alle mensen die op deze dag bij jullie komen eten."
REDEN = "De tekst is zo afgesproken met de school."


@pytest.fixture
def lang(maak_functie):
    """A functie with a sentence that is too long, and nothing else to warn of in that rule."""
    return maak_functie("Kok", omschrijving=LANG)


def de_zin():
    (gevonden,) = [b for b in bevindingen() if b.regel == Regel.ZINNEN]
    return gevonden


def accepteer(dagen=30):
    return oordeel.accepteer([de_zin()], REDEN, timezone.localdate() + timedelta(days=dagen), None)


def test_an_accepted_warning_need_not_be_read_and_stands_apart_with_who_why_and_until_when(beheerder, lang):
    merk = de_zin().merk
    adres = reverse("admin:accepteren", args=[merk])
    tot = timezone.localdate() + timedelta(days=90)

    beheerder.post(adres, {**formuliervelden(beheerder.get(adres).text), "reden": REDEN, "tot": tot.isoformat()})
    bureau = beheerder.get("/beheer/").text

    assert de_zin().acceptatie.reden == REDEN
    assert de_zin() not in oordeel.te_lezen(bevindingen())
    akkoord = tekst(bureau[bureau.index("Geaccepteerd (1)") :])
    assert "Geaccepteerd door beheerder, tot en met" in akkoord
    assert REDEN in akkoord
    uit = StringIO()
    call_command("controleer", stdout=uit)
    assert f"(geaccepteerd tot en met {tot})" in uit.getvalue()


def test_it_comes_back_when_its_time_is_over_and_when_somebody_takes_it_back(beheerder, lang):
    accepteer()
    assert de_zin().acceptatie

    Acceptatie.objects.update(tot=timezone.localdate() - timedelta(days=1))
    assert not de_zin().acceptatie

    accepteer()
    beheerder.post(reverse("admin:accepteren", args=[de_zin().merk]), {"trek_in": "ja"})
    assert not de_zin().acceptatie


@pytest.mark.parametrize(
    ("wijziging", "blijft"),
    [
        ({"naam": "Souschef"}, True),
        ({"omschrijving": LANG.replace("eten", "eten en drinken")}, True),  # two words more, the same sentence
        ({"omschrijving": LANG.replace("Je maakt", "Je schrijft")}, False),
        ({"samenvatting": LANG, "omschrijving": "Je werkt."}, False),  # another field
    ],
)
def test_it_stays_with_another_name_or_number_and_comes_back_when_it_says_something_else(lang, wijziging, blijft):
    accepteer()

    Functie.objects.update(**wijziging)

    assert bool(de_zin().acceptatie) == blijft


def test_another_row_that_joins_makes_it_another_warning(lang, maak_functie):
    def zonder_stap():
        return next(b for b in bevindingen() if b.regel == Regel.VERVOLG)

    oordeel.accepteer([zonder_stap()], REDEN, timezone.localdate(), None)
    assert zonder_stap().acceptatie

    maak_functie("Bakker")

    assert not zonder_stap().acceptatie


def test_one_reason_can_hold_for_all_points_of_a_kind_each_of_which_comes_back_by_itself(beheerder, lang, maak_functie):
    maak_functie("Bakker", omschrijving=LANG.replace("plan", "lijst"))
    een, ander = (b for b in bevindingen() if b.regel == Regel.ZINNEN)
    adres = reverse("admin:accepteren", args=[een.merk])
    assert ander.tekst in tekst(beheerder.get(adres).text)

    beheerder.post(adres, {"reden": REDEN, "tot": timezone.localdate().isoformat(), "ook": "on"})

    assert [bool(b.acceptatie) for b in bevindingen() if b.regel == Regel.ZINNEN] == [True, True]
    assert not all(b.acceptatie for b in bevindingen())  # of another kind
    Functie.objects.filter(naam="Bakker").update(omschrijving=f"Let op. {LANG.replace('Je', 'Hij')}")
    open_ = [b.rijen[0].naam for b in bevindingen() if b.regel == Regel.ZINNEN and not b.acceptatie]
    assert open_ == ["Bakker"]


def test_a_code_that_changes_is_no_number_that_counts():
    register = Register(naam="Lijst", masker="99999", gewoon_begin="2 3")

    def merk(naam, nummer):
        (bevinding,) = code(Opleiding(naam=naam, code=nummer, coderegister=register))
        return bevinding.merk

    assert merk("Kok", "12345") == merk("Chef-kok", "12345")
    assert merk("Kok", "12345") != merk("Kok", "12346")


def test_an_error_is_never_accepted_and_a_year_is_the_longest(beheerder, lang):
    Functie.objects.update(bron="")
    fout = next(b for b in bevindingen() if b.ernst == Ernst.FOUT)
    with pytest.raises(ValidationError, match="Een fout kun je niet accepteren"):
        oordeel.accepteer([fout], REDEN, timezone.localdate(), None)
    for dagen in (-1, 366):
        with pytest.raises(ValidationError, match="over een jaar"):
            accepteer(dagen)
    adres = reverse("admin:accepteren", args=[fout.merk])

    weg = beheerder.post(adres, {"reden": REDEN, "tot": timezone.localdate().isoformat()}, follow=True)

    assert "Dit punt is er niet meer" in tekst(weg.text)
    assert not Acceptatie.objects.exists()


def test_a_reason_is_asked_and_a_redacteur_may_read_but_not_accept(beheerder, lang):
    adres = reverse("admin:accepteren", args=[de_zin().merk])
    gegevens = {"reden": "ok", "tot": timezone.localdate().isoformat()}
    gebruiker = User.objects.create_user("rik", is_staff=True)
    gebruiker.groups.add(Group.objects.get(name="redacteur"))
    rik = Client()
    rik.force_login(gebruiker)

    assert "Leg in een paar woorden uit" in tekst(beheerder.post(adres, gegevens).text)
    assert rik.post(adres, gegevens | {"reden": REDEN}).status_code == 403
    assert not Acceptatie.objects.exists()


def test_publishing_asks_to_read_only_what_nobody_accepted_and_the_next_time_says_what_is_new(beheerder, lang):
    morgen = timezone.localdate() + timedelta(days=1)
    oordeel.accepteer(bevindingen(), REDEN, morgen, None)
    pagina = beheerder.get(PUBLICEREN)
    assert 'name="gelezen"' not in pagina.text
    gegevens = {
        "nummer": "1",
        "datum": timezone.localdate().isoformat(),
        "wijzigingen": "Nieuw.",
        "basis": basis(pagina),
    }
    assert beheerder.post(PUBLICEREN, gegevens).status_code == 302
    Acceptatie.objects.all().delete()
    assert not any(b.nieuw for b in bevindingen())

    Functie.objects.update(samenvatting=LANG)
    nieuw = [b for b in bevindingen() if b.nieuw]

    assert {b.regel for b in nieuw} <= {Regel.ZINNEN, Regel.DUBBEL}
    assert any("samenvatting" in b.tekst for b in nieuw)
    pagina = beheerder.get(PUBLICEREN).text
    assert 'name="gelezen"' in pagina
    assert '<strong class="nieuw">nieuw</strong>' in pagina
