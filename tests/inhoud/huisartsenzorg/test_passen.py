"""Wat past bij mij? The questions of this sector, and what its feiten make of them."""

import pytest

from functies.document import Functie
from passen.document import Keuzevraag
from passen.keuze import IETS_TEGEN, NIET_BEKEND, NIETS_TEGEN, wat_past

pytestmark = pytest.mark.een_database


def groepen(pad, **vraag):
    antwoorden = {f"vraag-{naam}": antwoord for naam, antwoord in vraag.items()}
    return {kop: {rij.functie.slug for rij in rijen} for kop, _, rijen in wat_past(pad, antwoorden).groepen}


def test_the_five_questions_stand_in_this_order(inhoud):
    assert list(inhoud.alle(Keuzevraag)) == ["patienten", "telefoon", "leiding", "nacht", "klachten"]


def test_who_wants_no_nights_reads_which_functies_have_them_and_what_is_not_known(inhoud):
    uitkomst = groepen(inhoud, nacht="nee")

    assert uitkomst[IETS_TEGEN] == {"triagist", "leidinggevend-triagist"}
    assert uitkomst[NIET_BEKEND] == set(inhoud.alle(Functie)) - uitkomst[IETS_TEGEN]


def test_who_wants_to_see_no_patients_reads_the_one_functie_that_says_so(inhoud):
    uitkomst = groepen(inhoud, patienten="nee")

    assert uitkomst[NIETS_TEGEN] == {"praktijkmanager"}
    assert uitkomst[NIET_BEKEND] == {"locatiemanager"}


def test_who_wants_to_lead_reads_all_four(inhoud):
    leiders = {"leidinggevend-doktersassistent", "leidinggevend-triagist", "praktijkmanager", "locatiemanager"}

    assert groepen(inhoud, leiding="ja")[NIETS_TEGEN] == leiders
