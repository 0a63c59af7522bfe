"""Nothing that is pasted is cut off: a field says how much fits, and an error how much must go."""

import re

import pytest
from django.db import models

from redactie.adressen import maken, wijzigen
from tests.pagina import tekst
from tests.soorten import maak
from uitgave.soort import soort_van, soorten
from uitgave.vastleggen import vastleggen
from uitgave.verschil import Rijsleutel

pytestmark = [pytest.mark.een_database, pytest.mark.usefixtures("ontwikkelpad")]


def met_grens(model):
    velden = model._meta.concrete_fields
    return [v for v in velden if isinstance(v, models.CharField) and v.editable and not v.choices]


SOORTEN = pytest.mark.parametrize(
    "soort", [soort for soort in soorten() if met_grens(soort.model)], ids=lambda soort: soort.model.__name__
)


@SOORTEN
def test_no_field_of_a_form_lets_a_browser_cut_off_what_is_pasted(soort, beheerder):
    with vastleggen(None):
        rij = maak(soort)
    pagina = beheerder.get(wijzigen(rij))
    formulier = pagina.context["adminform"].form

    assert " maxlength=" not in pagina.text[pagina.text.index('id="content"') :]
    for veld in met_grens(soort.model):
        if veld.name in formulier.fields and not formulier[veld.name].is_hidden:
            assert f'data-hoogstens="{veld.max_length}"' in str(formulier[veld.name])


def test_no_other_page_of_the_desk_does_so(beheerder, ontwikkelpad):
    with vastleggen(None):
        rij = maak(next(soort for soort in soorten() if soort.deel and not soort.enig))
    sleutel = Rijsleutel.van(soort_van(type(rij)), rij)
    paginas = ("", "zoeken/", "vervangen/", "publiceren/", "voorbeeldlinks/", "ronde/", "notities/")
    for adres in (*paginas, f"achterhouden/?rij={sleutel}", f"klaar/?rij={sleutel}"):
        pagina = beheerder.get(f"/beheer/{adres}").text
        assert " maxlength=" not in pagina[pagina.index('id="content"') :], adres


@SOORTEN
def test_what_is_too_long_comes_back_whole_with_how_much_must_go(soort, beheerder):
    with vastleggen(None):
        rij = maak(soort)
    formulier = beheerder.get(wijzigen(rij)).context["adminform"].form
    veld = next(veld for veld in met_grens(soort.model) if veld.name in formulier.fields)
    lang = "a" * (veld.max_length + 440)

    pagina = beheerder.post(wijzigen(rij) if soort.enig else maken(soort.model), {veld.name: lang})

    assert lang in pagina.text
    teveel = f"Dit is 440 tekens te lang: het zijn er {len(lang)}, en er passen er {veld.max_length}."
    assert teveel in tekst(pagina.text)
    assert not re.search("Zorg ervoor|Ensure", pagina.text)
