"""The quality gate on what employers read."""

from datetime import date

import pytest
from django.utils import timezone

from functies.models import Functie
from redactie.kwaliteit.bevindingen import Regel, bevindingen
from redactie.links.gebruik import gebruik
from werkgevers.models import Artikelpunt, Begeleiding, Doelgroep, Leerweg, Regeling, Taak

pytestmark = pytest.mark.een_database


def gevonden(regel):
    return [(b.tekst, [str(rij) for rij in b.rijen]) for b in bevindingen() if b.regel == regel]


def test_a_regeling_that_is_over_is_named(rijen):
    Regeling.objects.update(geldig_tot=date(2026, 1, 1))

    assert gevonden(Regel.VERLOPEN) == [
        (
            "Regeling die voorbij is: Subsidie. Bezoekers zien die niet meer. Is er een nieuwe datum? "
            "Zet de regeling anders uit.",
            ["Subsidie"],
        )
    ]
    Regeling.objects.update(geldig_tot=timezone.localdate())
    assert gevonden(Regel.VERLOPEN) == []


def test_rows_that_show_little_or_are_not_used_are_named(rijen):
    Leerweg.objects.get().doelgroepen.clear()
    Artikelpunt.objects.all().delete()

    teksten = [tekst for tekst, _ in gevonden(Regel.ONTBREEKT)]
    assert "Leerweg zonder zichtbare doelgroep: BBL. Klopt dat?" in teksten
    assert "Stap van de gids zonder taken: 2. Matchen. Bezoekers zien dan weinig of niets." in teksten
    assert "Artikel zonder punten: Leren. Bezoekers zien dan weinig of niets." in teksten
    assert ("Doelgroep zonder leerweg: Scholier en Herintreder.", ["Scholier", "Herintreder"]) in gevonden(
        Regel.ONGEBRUIKT
    )


def test_a_visible_row_that_leans_on_a_hidden_one_is_named(rijen):
    Doelgroep.objects.filter(slug="scholier").update(zichtbaar=False)
    Functie.objects.update(zichtbaar=False)

    assert gevonden(Regel.ZICHTBAAR) == [
        (
            "De vraag ‘Wil je bakken?’ zien bezoekers niet: de functie Bakker is niet zichtbaar.",
            ["Wil je bakken?", "Bakker"],
        ),
        ("Doelgroep Scholier is niet zichtbaar, maar hoort wel bij: BBL.", ["Scholier", "BBL"]),
    ]


def test_sentences_empty_fields_and_old_rows_are_found_like_everywhere(rijen):
    Taak.objects.filter(tekst="Schrijf.").update(tekst=" ".join(["woord"] * 30) + ".")
    Begeleiding.objects.update(bron="", gecontroleerd_op=date(2020, 1, 1))

    assert next(rijen for _, rijen in gevonden(Regel.ZINNEN))[0].startswith("1. Peilen: woord")
    assert ("Begeleiding zonder bron: Voordoen. Vul dat in.", ["Voordoen"]) in gevonden(Regel.BRON)
    assert any("Begeleiding, langer dan een jaar" in tekst for tekst, _ in gevonden(Regel.OUD))


def test_links_of_employers_are_checked_with_all_others(rijen):
    (plek,) = gebruik()["https://gids.example/"]

    assert (str(plek.rij), plek.veld) == ("1. Peilen: Handleiding", "link")
    assert "https://vakanties.example/" in gebruik()
