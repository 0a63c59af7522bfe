"""A round of checking: so many rows a month, many at once, and never a date that nobody gave."""

import json
import re
from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from reversion.models import Revision

from functies.models import Competentie, Functie
from redactie.adressen import wijzigen
from redactie.kwaliteit.bevindingen import Ernst, Regel, bevindingen
from redactie.leden import leden
from redactie.models import Nakijker
from redactie.ronde.indeling import Ronde, nakijkbaar, per_maand, waarde_van
from redactie.ronde.nakijken import geef_soort
from redactie.templatetags.wie_wanneer import wie
from redactie.uitwisseling.gelijkmaken import InvoerFout
from redactie.uitwisseling.invoer import probeer
from tests.conftest import BEWIJS
from tests.pagina import formuliervelden, tekst
from tests.soorten import maak
from uitgave import document as d
from uitgave.bouwen import bouw
from uitgave.fixtures import _laad_bestand
from uitgave.inhoud import Inhoud
from uitgave.soort import soort_van, soorten
from uitgave.vastleggen import vastleggen, verwijder
from uitgave.verschil import ACHTERAAN

RONDE = "/beheer/ronde/"
VANDAAG = timezone.localdate()
OUD = VANDAAG - timedelta(days=400)
NAKIJKBAAR = pytest.mark.parametrize(
    "soort", [s for s in soorten() if issubclass(s.model, Inhoud)], ids=lambda soort: soort.model.__name__
)


def maak_competenties(aantal, **velden):
    with vastleggen(None):
        return [
            Competentie.objects.create(naam=f"Kunnen {n}", slug=f"kunnen-{n}", **{**BEWIJS, **velden})
            for n in range(aantal)
        ]


def basis(pagina):
    return re.search(r'name="basis" value="(\d+)"', pagina.text)[1]


def test_a_year_has_twelve_months_and_every_row_has_its_turn_within_it():
    assert [per_maand(aantal) for aantal in (0, 1, 12, 13, 170)] == [0, 1, 1, 2, 15]


def test_rows_of_one_date_are_spread_over_the_year_and_what_was_done_this_month_counts(ontwikkelpad):
    rijen = maak_competenties(24, gecontroleerd_op=VANDAAG - timedelta(days=100))
    Competentie.objects.filter(pk=rijen[0].pk).update(gecontroleerd_op=VANDAAG)

    (deel,) = Ronde().delen
    aan_de_beurt = [beurt.rij for beurt in Ronde().beurten if beurt.aan_de_beurt]

    assert (deel.alle, deel.per_maand, deel.gedaan, deel.nog) == (24, 2, 1, 1)
    assert rijen[0] not in aan_de_beurt
    assert len(aan_de_beurt) == 1


def test_what_is_older_than_a_year_is_due_whatever_the_number(ontwikkelpad):
    maak_competenties(24, gecontroleerd_op=OUD)

    (deel,) = Ronde().delen

    assert (deel.nog, deel.te_laat) == (24, 24)


def test_many_rows_are_checked_at_once_in_one_change_that_says_so(beheerder, ontwikkelpad):
    rijen = maak_competenties(30, gecontroleerd_op=OUD)
    pagina = beheerder.get(RONDE)
    voor = Revision.objects.count()
    assert pagina.text.count('name="rij"') == 30

    gegevens = {"basis": basis(pagina), "rij": [waarde_van(rij) for rij in rijen[:20]], "klopt": "ja"}
    antwoord = beheerder.post(RONDE, gegevens, follow=True)

    assert Competentie.objects.filter(gecontroleerd_op=VANDAAG).count() == 20
    assert Revision.objects.count() == voor + 1
    assert Revision.objects.latest("pk").comment == "Nagekeken, klopt nog: 20 keer"
    assert "Vandaag nagekeken: 20 onderdelen. Bezoekers zien dit nog niet." in tekst(antwoord.text)
    assert antwoord.text.count('name="rij"') == 10


def test_what_a_colleague_changed_meanwhile_is_not_called_right_and_the_rest_is(beheerder, ontwikkelpad):
    een, twee, drie = maak_competenties(3, gecontroleerd_op=OUD)
    pagina = beheerder.get(RONDE)
    with vastleggen(None):
        een.naam = "Iets heel anders"
        een.save()
    verwijder(drie, None)

    gegevens = {"basis": basis(pagina), "rij": [waarde_van(een), waarde_van(twee), f"functies.competentie:{10**30}"]}
    gegevens["rij"].append(f"functies.competentie:{drie.pk or 99999}")
    antwoord = tekst(beheerder.post(RONDE, gegevens, follow=True).text)

    assert list(Competentie.objects.order_by("slug").values_list("gecontroleerd_op", flat=True)) == [OUD, VANDAAG]
    assert "Intussen veranderd, dus nog niet nagekeken: Iets heel anders." in antwoord
    assert "Intussen verwijderd: 2 onderdelen." in antwoord


def test_people_stand_in_the_dutch_order_of_the_names_that_are_shown(beheerder, ontwikkelpad):
    namen = {"zoe": "Zoë", "edith": "Édith", "wim": "anna", "IJsbrand": "", "ida": "", "iwan": ""}
    goed = ["anna", "Édith", "ida", "IJsbrand", "iwan", "Zoë"]
    for rij, (naam, voornaam) in zip(maak_competenties(len(namen)), namen.items(), strict=True):
        lid = User.objects.create_superuser(naam, first_name=voornaam)
        beheerder.post(RONDE, {"rij": waarde_van(rij), "wie": lid.pk, "geef": "ja"})

    assert [wie(lid) for lid in leden() if lid.username in namen] == goed
    assert [wie(deel.nakijker) for deel in Ronde().delen] == goed


def test_a_row_has_the_editor_of_its_kind_until_it_gets_one_of_its_own(beheerder, ontwikkelpad):
    anna, bram = (User.objects.create_user(naam, is_staff=True) for naam in ("anna", "bram"))
    for gebruiker in (anna, bram):
        gebruiker.groups.add(Group.objects.get(name="redacteur"))
    rijen = maak_competenties(3, gecontroleerd_op=OUD)

    beheerder.post(f"{RONDE}verdeling/", {"functies.competentie": anna.pk})
    beheerder.post(RONDE, {"rij": waarde_van(rijen[1]), "wie": bram.pk, "geef": "ja"})

    assert [(str(deel.nakijker), deel.alle) for deel in Ronde().delen] == [("anna", 2), ("bram", 1)]
    van_bram = beheerder.get(RONDE, {"wie": bram.pk}).text
    assert re.findall(r'name="rij" value="([^"]+)"', van_bram) == [waarde_van(rijen[1])]
    assert Competentie.objects.filter(gecontroleerd_op=OUD).count() == 3  # who checks is no content
    User.objects.filter(pk=bram.pk).update(is_active=False)
    assert [str(deel.nakijker) for deel in Ronde().delen] == ["anna"]
    verwijder(rijen[1], None)
    assert Nakijker.objects.count() == 1


def test_a_colleague_without_a_role_for_a_while_keeps_what_was_given_until_somebody_else_gets_it(
    beheerder, ontwikkelpad
):
    anna, bram = (User.objects.create_user(naam, is_staff=True) for naam in ("anna", "bram"))
    anna.groups.add(Group.objects.get(name="redacteur"))
    maak_competenties(1, gecontroleerd_op=OUD)
    geef_soort(Competentie, bram)
    geef_soort(Functie, anna)
    verdeling = f"{RONDE}verdeling/"
    gekozen = re.compile(r'<select name="([^"]+)"[^>]*>(?:(?!</select>).)*?value="([^"]*)" selected', re.S)

    velden = dict(gekozen.findall(beheerder.get(verdeling).text))
    beheerder.post(verdeling, velden)

    assert (Ronde().van_soort(Competentie), Ronde().van_soort(Functie)) == (bram, anna)
    assert f'<option value="{bram.pk}" selected>' in beheerder.get(RONDE, {"wie": bram.pk}).text
    beheerder.post(verdeling, velden | {"functies.functie": bram.pk})  # was an option, when the page was made
    assert Ronde().van_soort(Functie) == anna
    beheerder.post(verdeling, velden | {"functies.competentie": ""})
    assert Ronde().van_soort(Competentie) is None


def test_the_number_of_queries_does_not_grow(beheerder, ontwikkelpad):
    def vragen():
        with CaptureQueriesContext(
            connection,
        ) as gevraagd:
            beheerder.get(RONDE, {"alles": "ja"})
        return len(gevraagd)

    maak_competenties(2)
    beheerder.get(RONDE)
    weinig = vragen()
    maak_anna = User.objects.create_user("anna", is_staff=True)
    Nakijker.objects.bulk_create(Nakijker(content_type_id=1, object_id=str(n), wie=maak_anna) for n in range(50))
    with vastleggen(None):
        Competentie.objects.bulk_create(
            Competentie(naam=f"Meer {n}", slug=f"meer-{n}", sleutel=f"meer-{n}", **BEWIJS) for n in range(60)
        )

    assert vragen() == weinig


@NAKIJKBAAR
def test_each_row_stands_there_with_what_it_says(soort, beheerder, ontwikkelpad):
    """A name alone is nothing to judge: "Leerduur: een opleiding" may be three years, or four."""
    rij = maak(soort, gecontroleerd_op=OUD)
    teksten = {naam: getattr(rij, naam, "") for naam in soort.teksten if naam not in (*soort.naamvelden, *ACHTERAAN)}

    pagina = beheerder.get(RONDE).text
    beurt = re.split('class="beurt"|</fieldset>', pagina.partition(f'value="{waarde_van(rij)}"')[2])[0]

    for naam, waarde in teksten.items():
        if isinstance(waarde, str) and waarde.strip():
            assert " ".join(waarde.split()) in tekst(beurt), naam


def test_a_redacteur_may_and_somebody_without_a_role_may_not(ontwikkelpad):
    (rij,) = maak_competenties(1, gecontroleerd_op=OUD)
    gebruiker = User.objects.create_user("rik", is_staff=True)
    rik = Client()
    rik.force_login(gebruiker)
    gegevens = {"basis": "999999", "rij": waarde_van(rij), "klopt": "ja"}

    assert rik.post(RONDE, gegevens).status_code == 403
    gebruiker.groups.add(Group.objects.get(name="redacteur"))
    assert rik.post(RONDE, gegevens).status_code == 302
    rij.refresh_from_db()
    assert rij.gecontroleerd_op == VANDAAG


# --- The date itself ---


@NAKIJKBAAR
def test_a_date_that_is_still_to_come_is_refused_in_form_import_and_gate(soort, db, beheerder):
    with vastleggen(None):
        site = next(s for s in soorten() if s.verplicht_enig)
        maak(site)
        rij = maak(soort)
    morgen = VANDAAG + timedelta(days=1)
    adres = wijzigen(rij)

    velden = formuliervelden(beheerder.get(adres).text)
    geweigerd = beheerder.post(adres, velden | {"gecontroleerd_op": "1-1-2099"})
    assert geweigerd.status_code == 200
    assert "Deze dag moet nog komen." in tekst(geweigerd.text)
    rij.gecontroleerd_op = morgen
    with pytest.raises(ValidationError, match="Deze dag moet nog komen"):
        rij.full_clean()
    soort.model._default_manager.filter(pk=rij.pk).update(gecontroleerd_op=morgen)
    toekomst = [b for b in bevindingen() if b.regel == Regel.OUD and b.ernst == Ernst.FOUT]
    assert [rij in b.rijen for b in toekomst] == [True] or not rij_getoond(rij)


def rij_getoond(rij):
    from redactie.kwaliteit.bevindingen import Werkkopie

    return rij in Werkkopie().getoond[type(rij)]


def test_a_file_with_a_date_that_is_still_to_come_is_refused_with_its_place(inhoud):
    document = bouw(alles=True)
    Functie.objects.update(gecontroleerd_op=date(2099, 1, 1))
    met_toekomst = d.lees(d.schrijf(bouw(alles=True)), alles=True)
    Functie.objects.update(gecontroleerd_op=OUD)

    with pytest.raises(InvoerFout, match="Deze dag moet nog komen"):
        probeer(met_toekomst)

    assert probeer(document)


def test_a_site_starts_with_its_own_files_though_its_clock_is_slow_and_the_gate_says_it(ontwikkelpad, tmp_path):
    velden = {"naam": "Rekenen", "slug": "rekenen", "bron": "Een bron.", "gecontroleerd_op": "2099-01-01"}
    bestand = tmp_path / "0001.json"
    bestand.write_text(json.dumps([{"model": "functies.competentie", "fields": velden}]))

    list(_laad_bestand("bouw/0001.json", bestand, later=False))

    assert Competentie.objects.get().gecontroleerd_op == date(2099, 1, 1)
    assert any(b.ernst == Ernst.FOUT and "die nog moet komen: Rekenen" in b.tekst for b in bevindingen())


def test_changing_a_text_asks_whether_all_still_holds_and_never_sets_the_date(beheerder, maak_functie):
    functie = maak_functie("Kok", gecontroleerd_op=OUD)
    adres = wijzigen(functie)
    velden = formuliervelden(beheerder.get(adres).text)

    antwoord = beheerder.post(adres, velden | {"samenvatting": "Je bakt."}, follow=True)

    functie.refresh_from_db()
    assert functie.gecontroleerd_op == OUD
    assert "‘gecontroleerd op’ bleef zoals het was. Klopt de rest ook nog? Kijk het na: Kok" in tekst(antwoord.text)
    naar = re.search(r'href="(/beheer/ronde/\?rij=[^"]+)"|href=\'(/beheer/ronde/\?rij=[^\']+)\'', antwoord.text)
    alleen_deze = beheerder.get(naar[1] or naar[2]).text
    assert re.findall(r'name="rij" value="([^"]+)"', alleen_deze) == [waarde_van(functie)]


def test_a_text_of_a_row_inside_the_page_is_asked_about_too(beheerder, maak_functie, maak_stap):
    kok, souschef = maak_functie("Kok"), maak_functie("Souschef")
    stap = maak_stap(kok, souschef, gecontroleerd_op=OUD)
    adres = wijzigen(kok)

    antwoord = beheerder.post(
        adres, formuliervelden(beheerder.get(adres).text) | {"vervolg-0-voorwaarde": "Een cursus."}, follow=True
    )

    stap.refresh_from_db()
    assert (stap.voorwaarde, stap.gecontroleerd_op) == ("Een cursus.", OUD)
    assert "Klopt de rest ook nog? Kijk het na: Kok → Souschef" in tekst(antwoord.text)


def test_one_tick_on_the_form_says_that_it_was_checked_today(beheerder, maak_functie):
    functie = maak_functie("Kok", gecontroleerd_op=OUD)
    adres = wijzigen(functie)
    pagina = beheerder.get(adres).text
    assert "Ik heb vandaag alles van de functie nagekeken, en het klopt" in tekst(pagina)

    antwoord = beheerder.post(
        adres, formuliervelden(pagina) | {"samenvatting": "Je bakt.", "_nagekeken": "ja"}, follow=True
    )

    functie.refresh_from_db()
    assert functie.gecontroleerd_op == VANDAAG
    assert "Klopt de rest nog?" not in tekst(antwoord.text)


def test_a_list_can_be_narrowed_to_what_was_not_checked_for_a_year(beheerder, maak_functie):
    maak_functie("Kok", gecontroleerd_op=OUD)
    maak_functie("Bakker", gecontroleerd_op=VANDAAG)

    lijst = tekst(beheerder.get("/beheer/functies/functie/?gecontroleerd=jaar").text)

    assert "Kok" in lijst
    assert "1 functie" in lijst


def test_every_kind_with_a_date_has_its_turn():
    assert {soort_van(model) for model in nakijkbaar()} == {s for s in soorten() if issubclass(s.model, Inhoud)}
