"""The addresses with a place for a code or a name, as the list of facts has them: none was opened yet."""

import pytest

from opleidingen.document import Opleiding
from opleidingen.models import Verwijzing
from opleidingen.morgen import morgen

pytestmark = pytest.mark.een_database

ADRESSEN = {
    "leerbedrijf": "https://stagemarkt.nl/stages?crebocode={code}",
    "studiekeuze": "https://www.studiekeuze123.nl/opleidingen?q={naam}",
    "vacatures": "https://www.werk.nl/werkzoekenden/vacatures?zoekwoord={naam}",
}
VOG, BIG = "https://www.justis.nl", "https://www.bigregister.nl"
PER_OPLEIDING = {
    "doktersassistent": [
        "https://stagemarkt.nl/stages?crebocode=25695",
        "https://www.werk.nl/werkzoekenden/vacatures?zoekwoord=Doktersassistent",
    ],
    "social-work": ["https://www.studiekeuze123.nl/opleidingen?q=Social%20Work"],
    "physician-assistant": [
        "https://www.studiekeuze123.nl/opleidingen?q=Physician%20Assistant",
        "https://www.werk.nl/werkzoekenden/vacatures?zoekwoord=Physician%20Assistant",
    ],
    "diploma-triage": [],
}


def test_addresses_equal_the_list_of_facts_and_say_that_nobody_opened_them(inhoud):
    assert dict(Verwijzing.objects.values_list("slug", "adres")) == ADRESSEN
    for rij in Verwijzing.objects.all():
        assert "Nog controleren: " in rij.bron, rij


@pytest.mark.parametrize("slug", PER_OPLEIDING)
def test_an_opleiding_gets_the_websites_for_its_kind(inhoud, slug):
    gevonden = morgen(inhoud, inhoud.alle(Opleiding)[slug])

    assert [adres for _, adres in gevonden.verwijzingen] == PER_OPLEIDING[slug]


def test_the_vog_is_for_everybody_and_the_big_register_only_where_a_functie_asks_it(inhoud):
    def vereisten(slug):
        return {eis.vereiste.url for eis in morgen(inhoud, inhoud.alle(Opleiding)[slug]).eisen}

    assert vereisten("doktersassistent") == vereisten("facility-management") == {VOG}
    assert vereisten("bachelor-of-nursing") == vereisten("advanced-nursing-practice") == {VOG, BIG}
