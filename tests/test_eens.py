"""Parts that pages have in common are made once, and no page shows a part that is not its own."""

from collections.abc import Callable
from datetime import date
from itertools import product
from typing import Any

import pytest
from django.template import Context, engines
from django.test import Client
from django.urls import set_script_prefix
from django.utils import timezone

from functies.document import Functie, Werkveld
from lijst.lijst import FUNCTIE
from opleidingen.document import Opleiding
from tests.openbaar import van_elke_soort
from uitgave.pad import Pad
from uitgave.pagina import getoond

pytestmark = pytest.mark.een_database

EENS, PER_DAG = (
    engines["django"].from_string(
        f"{{% {tag} slug stand %}}{{{{ slug }}}} {{{{ stand }}}} {{{{ anders }}}}{{% end{tag} %}}"
    )
    for tag in ("eens", "eens_per_dag")
)


def getekend(pad: Pad | None, sjabloon: Any = EENS, **namen: object) -> str:
    merk = getoond.set(pad)
    try:
        return sjabloon.template.render(Context(namen))
    finally:
        getoond.reset(merk)


def test_a_part_is_made_once_for_each_value_that_it_names(inhoud):
    assert getekend(inhoud, slug="a", stand=True, anders="eerst") == "a True eerst"
    assert getekend(inhoud, slug="a", stand=True, anders="later") == "a True eerst"
    assert getekend(inhoud, slug="b", stand=True, anders="later") == "b True later"
    assert getekend(inhoud, slug="a", anders="later") == "a  later"


def test_a_part_is_made_anew_for_another_place_or_edition_and_where_it_says_so_for_another_day(
    inhoud, monkeypatch, settings
):
    eerst = getekend(inhoud, slug="a", anders="eerst")
    set_script_prefix("/beheer/voorbeeld/")
    try:
        assert getekend(inhoud, slug="a", anders="in het voorbeeld") != eerst
    finally:
        set_script_prefix("/")
    assert getekend(Pad(inhoud.uitgave), slug="a", anders="van een andere uitgave") != eerst
    assert getekend(None, slug="a", anders="zonder uitgave") != eerst
    assert getekend(inhoud, PER_DAG, slug="a", anders="eerst") == getekend(inhoud, PER_DAG, slug="a", anders="later")
    with monkeypatch.context() as morgen:
        morgen.setattr("django.utils.timezone.localdate", lambda: date(2031, 1, 1))
        assert getekend(inhoud, PER_DAG, slug="a", anders="morgen") != eerst
        assert getekend(inhoud, slug="a", anders="morgen") == eerst
    settings.DEBUG = True
    assert getekend(inhoud, slug="a", anders="terwijl iemand aan de site werkt") != eerst


def test_a_page_made_of_parts_of_other_pages_and_days_is_the_same_page(
    inhoud: Pad, rondgang: Callable[[], dict[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    functies, opleidingen, werkvelden = (list(inhoud.alle(soort)) for soort in (Functie, Opleiding, Werkveld))
    plekken = ["/", *(f"/functies/{slug}/" for slug in functies)]
    keuzes = ["", "kaart=buurt", f"{FUNCTIE}={functies[0]}", "plaats=Utrecht", "opleiding=onzin"]
    keuzes += [f"werkveld={slug}" for slug in werkvelden[:2]] + [f"opleiding={slug}" for slug in opleidingen[:4]]
    adressen = [f"{plek}?{keuze}" for plek, keuze in product(plekken, keuzes)]
    adressen += [adres for adres in van_elke_soort(rondgang()) if "planning.ics" not in adres]
    dagen = timezone.localdate(), date(2031, 1, 1)
    vragen = [*product(dagen, adressen, ({}, {"HX-Request": "true"}))]
    client = Client()

    def antwoord(dag: date, adres: str, koppen: dict[str, str]) -> bytes:
        monkeypatch.setattr("django.utils.timezone.localdate", lambda: dag)
        return client.get(adres, headers=koppen).content

    samen = [antwoord(*vraag) for vraag in vragen]
    for vraag, html in zip(vragen, samen, strict=True):
        inhoud.bladzijden.vergeet()
        assert antwoord(*vraag) == html, vraag
