"""A change of many rows is one entry of the history, and is undone at once: or not at all, with the reason in words."""

import json
import re
import shutil

import pytest
from django.contrib.auth.models import User
from django.core import serializers
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from reversion.models import Revision

from functies.models import Beroepsvereiste, Competentie, Doorgroei, Functie
from opleidingen.models import Opleiding
from redactie.geschiedenis.geheel import wijzigingen
from redactie.geschiedenis.ongedaan import KanNiet, maak_ongedaan, probeer
from redactie.kenmerk import kenmerk
from redactie.uitwisseling.invoer import lees_bestand, voer_in
from tests.conftest import BEWIJS
from tests.pagina import formuliervelden, tekst
from tests.soorten import anders, maak
from uitgave import document as d
from uitgave.bouwen import bouw
from uitgave.soort import alle_modellen, soort_van, soorten
from uitgave.vastleggen import vastleggen, verwijder
from verhalen.models import Verhaal


def alles():
    """Every row of the working copy, each field of it, by its model and number."""
    rijen = [rij for model in alle_modellen() for rij in model._default_manager.order_by("pk")]
    return {f"{rij._meta.label} {rij.pk}": json.loads(serializers.serialize("json", [rij])) for rij in rijen}


def laatste():
    return wijzigingen().first()


@pytest.fixture
def verhalen(inhoud):
    """Two stories, each of a functie of its own."""
    with vastleggen(None, "Verhalen."):
        return [maak(soort_van(Verhaal), functie=functie) for functie in Functie.objects.all()[:2]]


def adres(wijziging):
    return reverse("admin:ongedaan", args=[wijziging.pk])


def voer(bestand):
    gebruiker = User.objects.get(username="beheerder")
    document = lees_bestand(json.dumps(bestand).encode())
    assert voer_in(document, kenmerk(bouw(alles=True)), gebruiker, "Ingevoerd uit fout.json")


def verknoei(bestand):
    """Change every competentie, take away stories, add a competentie."""
    for rij in bestand["competenties"]:
        rij["naam"] += " (anders)"
    bestand["verhalen"] = bestand["verhalen"][1:]
    nieuw = {**bestand["competenties"][0], "naam": "Iets heel anders", "slug": "iets-heel-anders"}
    bestand["competenties"].append({**nieuw, "sleutel": "iets-heel-anders"})


def test_a_wrong_import_is_one_entry_and_undone_at_once_and_that_again(inhoud, verhalen, beheerder):
    voor, aantal = alles(), wijzigingen().count()
    bestand = json.loads(d.schrijf(bouw(alles=True)))
    verknoei(bestand)
    voer(bestand)
    na = alles()
    pagina = beheerder.get(reverse("admin:geschiedenis")).text

    assert wijzigingen().count() == aantal + 1
    assert "Ingevoerd uit fout.json" in tekst(pagina)
    assert adres(laatste()) in pagina
    vooraf = beheerder.get(adres(laatste()))
    klaar = beheerder.post(adres(laatste()), formuliervelden(vooraf.text), follow=True)

    assert "Iets heel anders verwijderd" in tekst(vooraf.text)
    assert "toegevoegd" in tekst(vooraf.text)  # the story that comes back
    assert alles() == voor
    assert wijzigingen().count() == aantal + 2
    assert "De wijziging is ongedaan gemaakt. Bezoekers zien dit nog niet." in tekst(klaar.text)
    assert "Ongedaan gemaakt: Ingevoerd uit fout.json" in tekst(klaar.text)

    maak_ongedaan(laatste(), None)

    assert alles() == na


@pytest.mark.parametrize("soort", soorten(), ids=lambda soort: soort.model.__name__)
def test_a_change_of_any_kind_is_undone_to_the_letter(soort, db):
    """A row that changed in every field, one that is new, and one that went with all that belongs to it."""
    with vastleggen(None):
        rij = maak(soort)
        weg = None if soort.enig else maak(soort)
    voor = alles()
    with vastleggen(None, "Van alles."):
        if weg:
            verwijder(weg, None)
            maak(soort)
        for veld in rij._meta.concrete_fields:
            if veld.editable and not veld.primary_key and not veld.is_relation:
                oud = getattr(rij, veld.name)
                setattr(rij, veld.name, anders(rij, veld.name))
                try:
                    rij.full_clean()
                except ValidationError:  # this field cannot be another one by itself
                    setattr(rij, veld.name, oud)
        rij.save()
    na = alles()

    maak_ongedaan(laatste(), None)
    nu = alles()
    maak_ongedaan(laatste(), None)

    assert na != voor
    assert {r: (voor.get(r), nu.get(r)) for r in voor | nu if voor.get(r) != nu.get(r)} == {}
    assert alles() == na


def test_what_two_rows_exchanged_goes_back(inhoud):
    een, ander = Competentie.objects.all()[:2]
    voor = alles()
    namen = een.naam, een.slug, ander.naam, ander.slug
    with vastleggen(None, "Gewisseld."):
        Competentie.objects.filter(pk=een.pk).update(naam="~", slug="tussen")
        ander.naam, ander.slug = namen[:2]
        ander.save()
        een.naam, een.slug = namen[2:]
        een.save()

    maak_ongedaan(laatste(), None)

    assert alles() == voor


def test_it_is_refused_whole_and_says_which_rows_changed_since(inhoud, bestand, beheerder):
    verknoei(bestand)
    voer(bestand)
    wijziging, rij = laatste(), Competentie.objects.last()
    with vastleggen(None, "Daarna."):
        rij.naam = "Van een collega"
        rij.save()
    voor = alles()

    pagina = tekst(beheerder.get(adres(wijziging)).text)
    antwoord = beheerder.post(adres(wijziging), {"basis": "x"})

    assert "Dit kan niet meer in één keer. Er is niets veranderd." in pagina
    assert "is daarna nog veranderd." in pagina
    assert pagina.count("is daarna nog veranderd.") == 1
    assert antwoord.status_code == 200
    with pytest.raises(KanNiet):
        maak_ongedaan(wijziging, None)
    assert alles() == voor


def test_what_was_changed_and_put_back_since_does_not_stand_in_the_way(inhoud, bestand, beheerder):
    voor = alles()
    verknoei(bestand)
    voer(bestand)
    wijziging, rij = laatste(), Competentie.objects.last()
    for naam in ("Even anders", rij.naam):
        with vastleggen(None, "Daarna."):
            rij.naam = naam
            rij.save()

    maak_ongedaan(wijziging, None)

    assert alles() == voor


def test_a_row_that_others_use_by_now_is_not_taken_away_under_them(inhoud):
    with vastleggen(None, "Nieuw."):
        eis = Beroepsvereiste.objects.create(naam="Rijbewijs", slug="rijbewijs", **BEWIJS)
        functie = maak(soort_van(Functie), naam="Proever", slug="proever")
    wijziging = laatste()
    with vastleggen(None, "Daarna."):
        Functie.objects.get(slug="broodbakker").beroepsvereisten.add(eis)
        Functie.objects.get(slug="broodbakker").save()
        Doorgroei.objects.create(
            van=Functie.objects.get(slug="broodbakker"), naar=functie, soort="doorstroom", **BEWIJS
        )

    _, fouten = probeer(wijziging)

    eis_, nieuwe = sorted(fouten)
    assert eis_ == "Beroepsvereiste ‘Rijbewijs’ kan niet weg: Functie ‘Broodbakker (BB)’ gebruikt die rij nu."
    assert nieuwe.startswith("Functie ‘Proever")
    assert Functie.objects.filter(slug="proever").exists()


def test_a_row_does_not_come_back_without_what_it_refers_to(inhoud, verhalen):
    verhaal = verhalen[0]
    with vastleggen(None, "Weg."):
        verwijder(Verhaal.objects.get(pk=verhaal.pk), None)
    wijziging, functie = laatste(), verhaal.functie
    with vastleggen(None, "Ook weg."):
        Verhaal.objects.filter(functie=functie).delete()
        verwijder(functie, None)

    _, fouten = probeer(wijziging)

    assert fouten == [
        f"Verhaal ‘{verhaal}’ kan niet terug, want {functie} (verwijderd) bestaat niet meer. Zet dat eerst terug."
    ]


def test_a_bulk_deletion_is_one_entry_with_one_undo(inhoud, verhalen, beheerder):
    voor, aantal = alles(), wijzigingen().count()
    lijst = reverse("admin:verhalen_verhaal_changelist")
    pks = [str(pk) for pk in Verhaal.objects.values_list("pk", flat=True)]
    actie = {"action": "delete_selected", "_selected_action": pks, "post": "yes"}
    beheerder.post(lijst, actie)

    assert Verhaal.objects.count() == 0
    assert len(pks) > 1
    assert wijzigingen().count() == aantal + 1
    regel = tekst(beheerder.get(reverse("admin:geschiedenis")).text)
    assert "Verwijderd: " in regel
    beheerder.post(adres(laatste()), formuliervelden(beheerder.get(adres(laatste())).text))

    assert alles() == voor


def test_files_that_were_loaded_are_one_entry_with_one_undo_and_do_not_come_again(inhoud, settings, tmp_path, sector):
    pakket = shutil.copytree(sector, tmp_path / sector.name)
    rij = {
        "model": "functies.beroepsvereiste",
        "fields": {"naam": "Rijbewijs", "slug": "rijbewijs", "bron": "Bron.", "uitleg": "Om te rijden."},
    }
    rij["fields"]["gecontroleerd_op"] = "2026-01-01"
    (pakket / "0999_later.json").write_text(json.dumps([rij]))
    toml = (pakket / "sector.toml").read_text()
    (pakket / "sector.toml").write_text(toml.replace("\n]", '\n  "0999_later.json",\n]', 1))
    settings.SECTOR = str(pakket)
    voor = alles()
    call_command("laad")
    assert Beroepsvereiste.objects.filter(slug="rijbewijs").exists()

    maak_ongedaan(laatste(), None)
    call_command("laad")

    assert alles() == voor


def test_the_first_content_of_a_site_stays(inhoud):
    eerste = Revision.objects.order_by("pk").first()
    voor = alles()

    _, fouten = probeer(eerste)

    assert any("zonder die rij is er geen site" in fout for fout in fouten)
    assert alles() == voor


def test_what_changed_between_looking_and_pressing_is_shown_again(inhoud, beheerder):
    rij = Competentie.objects.first()
    with vastleggen(None, "Eerst."):
        rij.naam = "Eerst dit"
        rij.save()
    wijziging = laatste()
    velden = formuliervelden(beheerder.get(adres(wijziging)).text)
    with vastleggen(None, "Tussendoor."):
        rij.naam = "Van een collega"
        rij.save()

    antwoord = beheerder.post(adres(wijziging), velden)

    assert "is daarna nog veranderd." in tekst(antwoord.text)
    rij.refresh_from_db()
    assert rij.naam == "Van een collega"


def test_only_who_may_change_such_rows_may_undo(inhoud, verhalen, redacteur, client):
    with vastleggen(None, "Weg."):
        verwijder(Verhaal.objects.first(), None)
    gebruiker = User.objects.get(username="redacteur")

    assert redacteur.get(adres(laatste())).status_code == 200
    gebruiker.user_permissions.remove(*gebruiker.user_permissions.filter(codename="add_verhaal"))
    assert redacteur.get(adres(laatste())).status_code == 403
    assert redacteur.post(adres(laatste()), {"basis": "x"}).status_code == 403
    assert client.get(adres(laatste())).status_code == 302
    assert redacteur.get(reverse("admin:ongedaan", args=[0])).status_code == 404


# --- Finding a change ---


def kies(client, **vraag):
    return client.get(reverse("admin:geschiedenis"), vraag)


def test_changes_are_found_by_person_day_and_kind_and_the_question_stays(inhoud, verhalen, beheerder):
    anna = User.objects.create_user("anna", first_name="Anna")
    for nummer in range(25):
        with vastleggen(anna, f"Keer {nummer}."):
            rij = Opleiding.objects.first()
            rij.naam = f"Bakken {nummer}"
            rij.save()
    with vastleggen(anna, "Een verhaal weg."):
        verwijder(Verhaal.objects.first(), anna)

    van_anna = kies(beheerder, wie=anna.pk, soort="opleidingen.opleiding")
    verder = kies(beheerder, wie=anna.pk, soort="opleidingen.opleiding", p=2)
    verhalen = kies(beheerder, wie=anna.pk, soort="verhalen.verhaal")
    site = kies(beheerder, wie="site")
    morgen = kies(beheerder, van="2999-01-01")
    eerder = kies(beheerder, tot="2000-01-01")

    assert len(van_anna.context["regels"]) == 20
    assert f"?wie={anna.pk}&amp;soort=opleidingen.opleiding&amp;p=2" in van_anna.text
    assert [r.toelichting for r in verder.context["regels"]] == [f"Keer {n}." for n in range(4, -1, -1)]
    assert len(verhalen.context["regels"]) == 1
    assert [r.toelichting for r in site.context["regels"]] == ["Verhalen.", "Ingelezen uit de bestanden van de site"]
    for leeg in (morgen, eerder):
        assert "Er zijn geen wijzigingen die hierbij passen." in tekst(leeg.text)


@pytest.mark.parametrize(
    "vraag", [{"wie": "99999"}, {"soort": "auth.user"}, {"van": "gisteren"}, {"tot": "31-02-2026"}]
)
def test_a_question_that_is_none_is_left_out_and_said(inhoud, beheerder, vraag):
    antwoord = kies(beheerder, **vraag)

    assert len(antwoord.context["regels"]) == 1
    assert "errorlist" in antwoord.text


def test_the_history_asks_as_much_of_the_database_whatever_is_in_it(inhoud, beheerder):
    def gevraagd():
        kies(beheerder)  # what is remembered between requests
        with CaptureQueriesContext(connection) as vragen:
            kies(beheerder)
        return len(vragen)

    def wijzig(aantal):
        for _ in range(aantal):
            with vastleggen(None, "Weer."):
                for rij in Competentie.objects.all():
                    rij.naam += "a"
                    rij.save()
                verwijder(Opleiding.objects.create(naam="Weg", slug="weg", erkenning="overheid", **BEWIJS), None)

    wijzig(2)
    klein = gevraagd()
    wijzig(9)

    assert gevraagd() == klein


def test_names_lead_to_the_row_or_to_where_it_can_come_back(inhoud, verhalen, beheerder):
    opleiding, verhaal = Opleiding.objects.first(), Verhaal.objects.first()
    with vastleggen(None, "Twee."):
        opleiding.naam = "Anders bakken"
        opleiding.save()
        verwijder(verhaal, None)

    pagina = kies(beheerder).text
    weg = next(v.adres for v in kies(beheerder).context["regels"][0].verschillen if v.soort == "Verhaal")

    terug = reverse("admin:opleidingen_opleiding_change", args=[opleiding.pk])
    assert re.search(f'<a href="{terug}">[^<]* → Anders bakken</a>', pagina)
    assert "/beheer/terugzetten/" in weg
    assert f"{verhaal} is verwijderd op" in tekst(beheerder.get(weg).text)
