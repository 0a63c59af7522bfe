"""Where a row is used: on its page stand the rows of every kind that refer to it."""

import pytest
from django.urls import reverse

from functies.models import FunctieOpleiding
from opleidingen.models import Opleiding
from redactie.adressen import wijzigen
from redactie.gebruik import MEEST, gebruik, hoort_bij, velden_naar
from tests.pagina import tekst
from tests.soorten import maak
from uitgave.soort import soort_van, soorten

pytestmark = pytest.mark.een_database


def waar_gebruikt(html):
    """The links of that part of a page of the desk."""
    deel = html.split('class="gebruik"')[1].split("</details>")[0]
    return tekst(deel), deel


def test_the_page_of_an_opleiding_names_what_refers_to_it_with_a_link_to_where_that_is_changed(beheerder, inhoud):
    oud = Opleiding.objects.get(slug="fijn-gebak")
    functies = [link.functie for link in oud.functielinks.all()]

    gelezen, html = waar_gebruikt(beheerder.get(wijzigen(oud)).text)

    assert len(functies) == 2
    for functie in functies:
        assert f'href="{wijzigen(functie)}"' in html
        assert str(functie) in gelezen


def test_what_nothing_refers_to_says_so(beheerder, inhoud, maak_opleiding):
    gelezen, _ = waar_gebruikt(beheerder.get(wijzigen(maak_opleiding("Los"))).text)

    assert "Niets anders verwijst hiernaar." in gelezen


def test_of_very_many_rows_a_page_names_some_and_says_that_there_are_more(inhoud, maak_opleiding):
    ander = maak_opleiding("Veel")
    functie = FunctieOpleiding.objects.first().functie
    for nummer in range(MEEST + 1):
        functie.pk, functie._state.adding, functie.sleutel = None, True, ""
        functie.naam, functie.slug = f"Werk {nummer}", f"werk-{nummer}"
        functie.save()
        functie.opleidingslinks.create(opleiding=ander)

    [deze] = gebruik(ander)

    assert (len(deze.plekken), deze.meer) == (MEEST, True)


@pytest.mark.parametrize("soort", soorten(), ids=lambda soort: soort.model.__name__)
def test_a_row_of_every_kind_is_found_where_it_is_used(ontwikkelpad, beheerder, soort):
    """Each field that the register knows leads back to the row in it; what is a part of that row stands on its page."""
    for ander, veld in velden_naar(soort.model):
        gebruiker = maak(ander)
        if veld.many_to_many:
            rij = getattr(gebruiker, veld.name).first()
        elif (rij := getattr(gebruiker, veld.name)) is None:
            rij = maak(soort)
            try:
                setattr(gebruiker, veld.name, rij)
                gebruiker.full_clean()
            except Exception:  # noqa: S112  # the other way round: it may have one or the other
                continue
            gebruiker.save()

        gevonden = {plek.rij for deze in gebruik(rij) if deze.veld == veld for plek in deze.plekken}

        assert (gebruiker in gevonden) != hoort_bij(gebruiker, veld), (ander.model, veld.name)


def test_every_kind_that_is_used_says_so_on_its_page(ontwikkelpad, beheerder):
    rij = maak(soort_van(Opleiding))
    zonder = reverse("admin:opleidingen_opleiding_add")

    assert 'class="gebruik"' in beheerder.get(wijzigen(rij)).text
    assert 'class="gebruik"' not in beheerder.get(zonder).text
