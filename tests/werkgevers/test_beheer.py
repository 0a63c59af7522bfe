"""Editing what employers read."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from redactie.geschiedenis.versies import regels, revisies_van
from tests.conftest import BEWIJS
from tests.pagina import formuliervelden, tekst
from uitgave.vastleggen import vastleggen
from werkgevers.models import Doelgroep, Gids, Gidsstap, Regeling, Taak, Werkgevers

pytestmark = pytest.mark.een_database


def test_a_step_is_edited_with_its_taken_on_one_page(rijen, beheerder):
    gidsstap = Gidsstap.objects.get(slug="peilen")
    with vastleggen(None, "Begin"):
        gidsstap.save()
    adres = f"/beheer/werkgevers/gidsstap/{gidsstap.pk}/change/"
    velden = formuliervelden(beheerder.get(adres).text)

    dubbel = beheerder.post(
        adres,
        velden
        | {
            "taken-TOTAL_FORMS": "4",
            "taken-3-gids": str(Gids.objects.get(slug="samen").pk),
            "taken-3-tekst": "Schrijf.",
            "taken-3-volgorde": "1",
        },
    )
    beheerder.post(adres, velden | {"taken-0-tekst": "Bel iedereen."})

    assert "Deze taak staat al bij deze stap." in tekst(dubbel.text)
    verandering = regels(revisies_van(gidsstap).order_by("-pk")[:1], gidsstap)[0].verschillen
    assert [(v.soort, v.velden[0].nieuw) for v in verandering if v.wat == "gewijzigd"] == [("Taak", "Bel iedereen.")]
    assert Taak.objects.filter(tekst="Bel iedereen.").count() == 1


def test_the_texts_are_one_row_that_can_be_added_once_and_not_deleted(rijen, beheerder):
    assert beheerder.get("/beheer/werkgevers/werkgevers/add/").status_code == 403
    assert beheerder.get("/beheer/werkgevers/werkgevers/1/delete/").status_code == 403
    Werkgevers.objects.all().delete()
    assert beheerder.get("/beheer/werkgevers/werkgevers/add/").status_code == 200


def test_a_doelgroep_that_a_leerweg_uses_is_not_deleted_silently(rijen, beheerder):
    groep = Doelgroep.objects.get(slug="scholier")

    response = beheerder.post(f"/beheer/werkgevers/doelgroep/{groep.pk}/delete/", {"post": "yes"})

    assert Doelgroep.objects.filter(pk=groep.pk).exists()
    assert "BBL" in response.text


def test_the_list_of_regelingen_can_be_narrowed_to_those_in_force(rijen, beheerder):
    vandaag = timezone.localdate()
    ver = {"voorbij": {"geldig_tot": date(2000, 1, 1)}, "later": {"geldig_van": date(2999, 1, 1)}, "nu": {}}
    Regeling.objects.all().delete()
    for naam, data in ver.items():
        Regeling.objects.create(naam=naam, slug=naam, uitleg="Geld.", **data, **BEWIJS)
    Regeling.objects.create(naam="vandaag", slug="vandaag", uitleg="Geld.", geldig_tot=vandaag, **BEWIJS)

    lijst = "/beheer/werkgevers/regeling/"
    gevonden = {
        keuze: [rij.naam for rij in beheerder.get(lijst, {"geldig": keuze}).context["cl"].queryset]
        for keuze in ("nu", "voorbij", "later", "onzin")
    }

    assert gevonden == {
        "nu": ["nu", "vandaag"],
        "voorbij": ["voorbij"],
        "later": ["later"],
        "onzin": ["later", "nu", "vandaag", "voorbij"],
    }


def test_a_regeling_ends_on_or_after_the_day_it_begins():
    regeling = Regeling(geldig_van=date(2026, 2, 1), geldig_tot=date(2026, 1, 1))

    with pytest.raises(ValidationError, match="De laatste dag ligt voor de eerste dag"):
        regeling.clean()
