"""What the desk asks of the database does not grow with the content."""

from math import inf

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from redactie.adressen import naam, wijzigen
from tests.groei import groei
from tests.soorten import DEEL
from uitgave.soort import alle_modellen, soorten

EIGEN = ("index", "publiceren", "geschiedenis", "verwijderd", "uitvoeren", "invoeren", "handleiding")
EIGEN += ("ronde", "ronde_verdeling", "notities", "voorbeeldlinks")
MEER_PER_SOORT, VASTE = 2, 30  # queries on the front page


def bladzijden(modellen):
    """The pages of the desk, by name: its own, and of each kind its list, its CSV and the page and history of a row."""
    for eigen in EIGEN:
        yield eigen, reverse(f"admin:{eigen}")
    for model in modellen:
        if model not in admin.site._registry:
            continue
        lijst = reverse(f"admin:{naam(model._meta, 'changelist')}")
        yield f"{model.__name__}, lijst", lijst
        yield f"{model.__name__}, CSV", f"{lijst}csv/"
        if rij := model._default_manager.order_by("pk").first():
            yield f"{model.__name__}, rij", wijzigen(rij)
            yield f"{model.__name__}, geschiedenis", reverse(f"admin:{naam(model._meta, 'history')}", args=[rij.pk])


def gevraagd(client, modellen):
    aantallen = {}
    for wat, adres in bladzijden(modellen):
        connection.queries_log.clear()  # it holds so many and no more
        with CaptureQueriesContext(connection) as vragen:
            antwoord = client.get(adres)
        assert antwoord.status_code == 200, adres
        aantallen[wat] = len(vragen)
    return aantallen


@pytest.mark.een_database
@pytest.mark.parametrize("begin", [0, *(pytest.param(rest, marks=pytest.mark.drill) for rest in range(1, DEEL))])
def test_every_page_of_the_desk_asks_as_much_whatever_the_content(inhoud, beheerder, monkeypatch, begin):
    monkeypatch.setattr("toegang.inloggen.BIJHOUDEN", inf)  # on a slow machine the use of a session is noted halfway
    modellen = alle_modellen()[begin::DEEL]  # every run takes a part of the kinds
    groei(2)
    gevraagd(beheerder, modellen)  # what is asked once in a process is asked now
    klein = gevraagd(beheerder, modellen)
    groei(5)
    groot = gevraagd(beheerder, modellen)

    assert {wat: (klein[wat], groot[wat]) for wat in klein if klein[wat] != groot[wat]} == {}
    assert klein.pop("index") <= VASTE + MEER_PER_SOORT * len(soorten())
    assert {wat: aantal for wat, aantal in klein.items() if aantal > 100} == {}
