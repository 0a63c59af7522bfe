"""One Dutch order: on the site, in every list of the desk, in Python and in each database."""

import csv
import json
import random
import re
from datetime import date
from html import unescape

import pytest
from django.db.models import Value
from django.urls import reverse

from functies.models import Synoniem, Werkveld
from tests.soorten import maak
from uitgave import document as d
from uitgave.bouwen import bouw
from uitgave.huidig import huidig
from uitgave.models import Uitgave
from uitgave.soort import soorten
from uitgave.tekst import volgorde
from uitgave.verschil import verschillen
from uitgave.volgorde import Gevouwen, Volgorde, is_tekst
from zoeken.vouwen import gevouwen

NAMEN = ["Zorgkunde", "Écht leren begeleiden", "ijsmaker", "aandacht", "Iets", "IJker", "zorg", "echt werk", "Ångström"]
GOED = ["aandacht", "Ångström", "Écht leren begeleiden", "echt werk", "Iets", "IJker", "ijsmaker", "zorg", "Zorgkunde"]

ALFABET = [*"aAzZ019 -_.,'’()/&%~", *"éÉëËïÏçÇñÑåÅöÖÿŸĳĲßẞæÆøØœŒłŁđĐþÞıİſ", *"ΑαΆάςσΣЖжЁёЙй", *"ﬁ２²½№™Ⅷ", "e\u0301"]
ALFABET += [*"中かが한بǄǆŉǰẖԱաᲐᎠꭰ𐐀", "\u0301", "é\u0327", "👩\u200d💻", "❤\ufe0f"]


def lastige_teksten():
    kans = random.Random(7)  # noqa: S311  # a test that can be repeated
    los = [f"{een}{ander}" for een in ALFABET for ander in ("", "b")]
    return sorted({*los, *NAMEN, *("".join(kans.choices(ALFABET, k=kans.randint(2, 8))) for _ in range(400))})


@pytest.fixture
def teksten(db):
    """Rows with texts that are hard to sort, straight into the database."""
    teksten = [tekst[:80] for tekst in lastige_teksten()]
    Synoniem.objects.bulk_create([Synoniem(woord=tekst, betekenis="x") for tekst in teksten])
    return teksten


def test_the_database_folds_and_sorts_exactly_like_python(teksten):
    paren = Synoniem.objects.annotate(plat=Gevouwen("woord")).values_list("woord", "plat").order_by()
    assert dict(paren) == {tekst: gevouwen(tekst) for tekst in teksten}

    heen = list(Synoniem.objects.order_by(Volgorde("woord")).values_list("woord", flat=True))
    terug = list(Synoniem.objects.order_by(Volgorde("woord").desc()).values_list("woord", flat=True))
    assert heen == sorted(teksten, key=volgorde)
    assert terug == heen[::-1]


def test_nothing_has_no_place(db):
    Synoniem.objects.create(woord="a", betekenis="b")

    assert Synoniem.objects.annotate(niets=Volgorde(Value(None))).values_list("niets", flat=True)[0] is None


@pytest.mark.parametrize("soort", soorten(), ids=lambda soort: soort.model.__name__)
def test_every_text_in_an_order_is_sorted_as_people_do(soort, beheerder):
    assert not [deel for deel in soort.model._meta.ordering if isinstance(deel, str) and is_tekst(soort.model, deel)]

    opties = soort.model._meta
    lijst = reverse(f"admin:{opties.app_label}_{opties.model_name}_changelist")
    kolommen = beheerder.get(lijst).context["cl"].list_display
    for nummer in range(len(kolommen)):
        for richting in ("", "-"):
            orde = beheerder.get(f"{lijst}?o={richting}{nummer}&q=é").context["cl"].queryset.query.order_by
            los = [deel.removeprefix("-") for deel in orde if isinstance(deel, str)]
            assert not [deel for deel in los if is_tekst(soort.model, deel)], (kolommen[nummer], orde)


@pytest.fixture
def opleidingen(ontwikkelpad, maak_opleiding):
    for nummer, naam in enumerate(NAMEN):
        maak_opleiding(naam, slug=f"rij-{9 - nummer}")
        Werkveld.objects.create(naam=naam, slug=f"rij-{nummer}", kleur="groen", volgorde=1)


LIJST = "/beheer/opleidingen/opleiding/"


def namen_in(html):
    return [unescape(naam) for naam in re.findall(r'class="field-naam[^>]*><a [^>]*>(.*?)</a>', html)]


def test_names_stand_in_the_same_order_on_the_site_and_everywhere_in_the_desk(opleidingen, beheerder):
    site = [rij.naam for rij in bouw(alles=True).opleidingen]
    lijst = namen_in(beheerder.get(LIJST).text)
    kop = beheerder.get(LIJST).context["cl"].list_display.index("naam")
    op_kop = namen_in(beheerder.get(f"{LIJST}?o={kop}").text)
    omgekeerd = namen_in(beheerder.get(f"{LIJST}?o=-{kop}").text)
    bestand = beheerder.get(f"{LIJST}csv/").text.removeprefix("\ufeff")
    in_csv = [rij["naam"] for rij in csv.DictReader(bestand.splitlines(), delimiter=";") if rij["naam"] in NAMEN]
    pagina = beheerder.get("/beheer/functies/functie/add/").text
    keuze = re.search(r'<select name="werkveld".*?</select>', pagina, re.S)[0]
    in_keuze = [unescape(naam) for naam in re.findall(r'<option value="\d+">([^<]+)</option>', keuze)]
    vraag = {"app_label": "functies", "model_name": "functieopleiding", "field_name": "opleiding", "term": ""}
    gevonden = [rij["text"] for rij in beheerder.get("/beheer/autocomplete/", vraag).json()["results"]]

    assert site == lijst == op_kop == omgekeerd[::-1] == in_csv == in_keuze == GOED
    assert [next(naam for naam in NAMEN if tekst.startswith(naam)) for tekst in gevonden] == GOED


def test_an_edition_of_before_this_order_is_served_in_it_and_shows_no_difference(opleidingen):
    goed = json.loads(d.schrijf(bouw()))
    Uitgave.objects.create(
        nummer="1",
        datum=date(2026, 2, 6),
        wijzigingen="Nieuw.",
        document=json.dumps({**goed, "opleidingen": sorted(goed["opleidingen"], key=lambda rij: rij["slug"])}),
    )

    huidig.ververs()

    document = huidig.pad.uitgave.document
    assert [rij.naam for rij in document.opleidingen] == GOED
    assert verschillen(document, bouw()) == []


@pytest.mark.parametrize("vraag", ["echt", "ÉCHT", "Écht", "e\u0301cht"])
def test_a_search_in_the_desk_overlooks_capitals_and_accents(opleidingen, beheerder, vraag):
    assert namen_in(beheerder.get(LIJST, {"q": vraag}).text) == ["Écht leren begeleiden", "echt werk"]


def test_a_percent_sign_in_a_search_is_just_that(opleidingen, beheerder):
    assert namen_in(beheerder.get(LIJST, {"q": "%"}).text) == []


def test_rows_with_the_same_number_stand_by_name_in_the_same_order_on_the_site_and_in_the_desk(site_met_tips):
    soort = next(soort for soort in soorten() if soort.deel == "weetjes")

    (weetje,) = bouw(alles=True).alle(soort.rij)

    assert [tip.zin for tip in weetje.tips] == [tip.zin for tip in site_met_tips.tips.all()] == GOED


@pytest.fixture
def site_met_tips(ontwikkelpad):
    weetje = maak(next(soort for soort in soorten() if soort.deel == "weetjes"))
    weetje.tips.all().delete()
    for naam in NAMEN:
        weetje.tips.create(zin=naam)
    return weetje
