"""What the gate says of levels and steps both ways, and what a file with them does to the working copy."""

import json

from functies.models import Doorgroei, Functie
from opleidingen.models import Niveau, Opleiding, Register
from redactie.kwaliteit.bevindingen import Regel, bevindingen
from redactie.uitwisseling.gelijkmaken import maak_gelijk
from tests.conftest import niveau
from uitgave import document as d
from uitgave.bouwen import bouw
from uitgave.vastleggen import vastleggen


def gevonden(regel):
    return [(b.ernst.label, b.tekst) for b in bevindingen() if b.regel == regel]


def voer(verander):
    """Change the working copy as a file: what `verander` makes of the whole of it."""
    gegevens = json.loads(d.schrijf(bouw(alles=True)))
    verander(gegevens)
    document = d.uit_gegevens(gegevens, alles=True)
    with vastleggen(None):
        maak_gelijk(document, None)
    assert bouw(alles=True) == document


def test_a_functie_without_a_level_is_named_only_beside_others_that_have_one(maak_functie):
    maak_functie("Zonder", vanaf=None)
    assert gevonden(Regel.NIVEAU) == []

    maak_functie("Met")
    maak_functie("Klad", vanaf=None, zichtbaar=False)

    assert gevonden(Regel.NIVEAU) == [("let op", "Functie zonder niveau: Zonder. Is het niveau echt niet bekend?")]


def test_a_range_that_no_longer_goes_up_is_an_error_and_breaks_no_page(client, maak_functie, publiceer_nu):
    maak_functie("Werk", vanaf=3, tot=4)
    Niveau.objects.filter(nlqf=3).update(volgorde=9)

    assert gevonden(Regel.NIVEAU) == [
        ("fout", "Functie Werk: niveau 4 is niet hoger dan niveau 3. Kies wat klopt."),
    ]
    publiceer_nu("1")
    assert "niveau 4 tot en met niveau 3" in client.get("/functies/werk/").text


def test_levels_that_nothing_uses_are_no_finding(maak_functie):
    maak_functie("Werk")
    niveau(8)

    assert gevonden(Regel.ONGEBRUIKT) == []


def test_a_step_both_ways_is_a_way_on_for_both(maak_functie, maak_stap):
    een, ander = maak_functie("Een"), maak_functie("Ander", geen_vervolg=True)
    maak_stap(een, ander, beide_kanten=True)

    assert gevonden(Regel.VERVOLG) == [
        ("fout", "Functie Ander: hier staat ‘geen volgende stap’, maar er is een stap naar Een. Kies wat klopt.")
    ]


def test_a_step_back_that_came_past_the_form_is_an_error(maak_functie, maak_stap):
    een, ander = maak_functie("Een"), maak_functie("Ander")
    maak_stap(een, ander, beide_kanten=True)
    maak_stap(ander, een)

    assert gevonden(Regel.DUBBEL) == [
        ("fout", "De stap Een ↔ Ander kan beide kanten op, en de stap Ander → Een staat er ook. Houd er één.")
    ]


def test_a_file_makes_one_step_of_two_and_turns_one_around(maak_functie, maak_stap):
    een, ander = maak_functie("Een"), maak_functie("Ander")
    maak_stap(een, ander)
    maak_stap(ander, een)

    def een_stap(gegevens):
        gegevens["doorgroei"] = [gegevens["doorgroei"][0] | {"beide_kanten": True}]

    def andersom(gegevens):
        [stap] = gegevens["doorgroei"]
        stap["van"], stap["naar"] = stap["naar"], stap["van"]

    voer(een_stap)
    voer(andersom)

    assert Doorgroei.objects.get().beide_kanten


def test_a_file_exchanges_registers_and_changes_a_mask_with_its_codes(maak_opleiding, ontwikkelpad):
    registers = [Register.objects.create(naam=n, slug=n, afkorting=n, masker="99") for n in ("a", "b")]
    for naam, register in zip(("een", "ander"), registers, strict=True):
        maak_opleiding(naam, coderegister=register, code="12")

    def ruil(gegevens):
        een, ander = gegevens["opleidingen"]
        een["coderegister"], ander["coderegister"] = ander["coderegister"], een["coderegister"]

    def masker(gegevens):
        gegevens["registers"][0]["masker"] = "K9"
        for rij in gegevens["opleidingen"]:
            rij["code"] = "K1" if rij["coderegister"] == "a" else "12"

    voer(ruil)
    assert dict(Opleiding.objects.values_list("naam", "coderegister__slug")) == {"een": "b", "ander": "a"}
    voer(masker)
    assert Opleiding.objects.get(coderegister__slug="a").code == "K1"


def test_a_file_turns_levels_around_with_the_ranges_of_them(maak_functie):
    functie = maak_functie("Werk", vanaf=3, tot=4)

    def omgekeerd(gegevens):
        gegevens["niveaus"].reverse()
        [rij] = gegevens["functies"]
        rij["vanaf_niveau"], rij["tot_niveau"] = rij["tot_niveau"], rij["vanaf_niveau"]

    voer(omgekeerd)

    functie = Functie.objects.get(pk=functie.pk)
    assert (functie.vanaf_niveau.nlqf, functie.tot_niveau.nlqf) == (4, 3)
    assert not functie.bereik_klopt_niet()
