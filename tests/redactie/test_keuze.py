"""What is published of what was chosen: whole, valid, without what stays behind; and the rest can follow later."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from redactie.uitgeven.keuze import Keuze, Vergelijking, Waarom, met_wat_nodig_is, zonder_breuk
from tests.voorbeelden import voorbeelden
from uitgave import document as d
from uitgave.soort import delen
from uitgave.verschil import VAN_DE_VOLGORDE, Rijsleutel, verschillen

pytestmark = [pytest.mark.een_database, pytest.mark.django_db]


@pytest.fixture(scope="module")
def uitgave(django_db_setup, django_db_blocker):
    """The document of the content of the tests as it is first published."""
    from django.db import transaction

    from tests.sectoren import BAKKERIJ
    from uitgave.bouwen import bouw
    from uitgave.fixtures import laad
    from uitgave.sector import lees_pakket

    with django_db_blocker.unblock(), transaction.atomic():
        laad(lees_pakket(BAKKERIJ))
        document = bouw()
        transaction.set_rollback(True)
    return document


def bewerkt(document, toeval):
    """Return a document as an editor could make it of this one: rows changed, renamed, added, taken away and moved."""
    gegevens = json.loads(d.schrijf(document))
    for deel, soort in delen().items():
        rijen = gegevens.get(deel)
        if soort.enig or not rijen:
            continue
        for rij in list(rijen):
            daad = toeval.choice(["", "", "", "tekst", "hernoem", "kopie", "weg", "verplaats"])
            if daad == "tekst":
                _andere_tekst(soort, rij, toeval)
            elif daad == "hernoem" and "slug" in rij:
                _hernoem(gegevens, deel, rij["slug"], f"{rij['slug']}-nieuw")
            elif daad == "kopie" and "slug" in rij:
                nieuw = json.loads(json.dumps(rij))
                nieuw |= {
                    "slug": f"{rij['slug']}-{toeval.randrange(10**9)}",
                    "sleutel": f"nieuw-{toeval.randrange(10**9)}",
                }
                _andere_tekst(soort, nieuw, toeval)
                rijen.insert(toeval.randrange(len(rijen) + 1), nieuw)
            elif daad == "weg":
                rijen.remove(rij)
            elif daad == "verplaats" and not soort.orde:
                rijen.remove(rij)
                rijen.insert(toeval.randrange(len(rijen) + 1), rij)
    return _geldig(gegevens)


def _andere_tekst(soort, rij, toeval):
    """Change a text that no other row may share too."""
    velden = [naam for naam in soort.teksten if isinstance(rij.get(naam), str) and naam not in ("code", "bron")]
    for naam in velden[:2]:
        rij[naam] = f"{rij[naam]} {toeval.randrange(10**6)}"[-60:].strip()


def _hernoem(gegevens, deel, oud, nieuw):
    """Give a row another slug, also where others refer to it."""

    def in_rij(soort, rij):
        if soort.deel == deel and rij.get("slug") == oud:
            rij["slug"] = nieuw
        for naam, naar in soort.verwijst.items():
            if naar == deel and isinstance(rij.get(naam), list):
                rij[naam] = [nieuw if slug == oud else slug for slug in rij[naam]]
            elif naar == deel and rij.get(naam) == oud:
                rij[naam] = nieuw
        for naam, binnen in soort.binnen.items():
            for een in rij.get(naam, ()):
                in_rij(binnen, een)

    for naam, soort in delen().items():
        waarde = gegevens.get(naam) or []
        for rij in [waarde] if soort.enig else waarde:
            in_rij(soort, rij)


def _geldig(gegevens):
    """Return the document without what an edition cannot have: links to rows that went, drafts that nothing uses."""
    bekend = {}

    def heel(soort, rij):
        for naam, naar in soort.verwijst.items():
            if isinstance(rij.get(naam), list):
                rij[naam] = [slug for slug in rij[naam] if slug in bekend[naar]]
            elif rij.get(naam) is not None and rij[naam] not in bekend[naar]:
                return False
        for naam, binnen in soort.binnen.items():
            if naam in rij:
                rij[naam] = [een for een in rij[naam] if heel(binnen, een)]
        return True

    for naam, soort in delen().items():
        waarde = gegevens.get(naam) or []
        if not soort.enig:
            gegevens[naam] = waarde = [rij for rij in waarde if heel(soort, rij)]
        bekend[naam] = {rij.get("slug") for rij in ([waarde] if soort.enig else waarde) if rij}
    document = d.lees(json.dumps(gegevens), alles=True)
    gebruikt = {(deel, slug) for _, deel, slug in d.verwijzingen(document)}
    for naam, soort in delen().items():
        if soort.alleen_gebruikt:
            gegevens[naam] = [rij for rij in gegevens[naam] if (naam, rij["slug"]) in gebruikt]
    return d.lees(json.dumps(gegevens))


@settings(
    max_examples=voorbeelden(80),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(toeval=st.randoms(use_true_random=True), deel=st.floats(0, 1))
def test_whatever_is_chosen_is_valid_or_named_and_the_rest_can_follow(uitgave, toeval, deel):
    nieuw = bewerkt(uitgave, toeval)
    twee = Vergelijking(uitgave, nieuw)
    anders = twee.verschillend
    mee = {rij for rij in sorted(anders) if toeval.random() < deel}

    keuze, waarom = zonder_breuk(twee, mee)
    document = keuze.document  # which reading it again would refuse, were it not valid

    assert d.lees(d.schrijf(document)) == document
    assert {breuk.rij for breuk in waarom} == mee - keuze.mee
    # What stays behind is as it was published, and what goes along is as the working copy has it.
    nu, daarna = Vergelijking(uitgave, document), Vergelijking(document, nieuw)
    vanzelf = {rij for rij in anders if delen()[rij.deel].alleen_gebruikt}
    assert nu.verschillend - vanzelf <= keuze.mee
    assert daarna.verschillend - vanzelf <= anders - keuze.mee
    # Publishing the rest afterwards gives the working copy, and what must go along makes a choice whole.
    assert Keuze(daarna, daarna.verschillend).document == nieuw
    assert not met_wat_nodig_is(twee, mee, ()).breuken
    assert {v.rij for v in verschillen(uitgave, nieuw)} == anders


@settings(
    max_examples=voorbeelden(24),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(toeval=st.randoms(use_true_random=True))
def test_in_small_steps_everything_gets_there(uitgave, toeval):
    """Row after row, each with what it needs: the end is the working copy, without the shortcut for all at once."""
    nieuw, nu = bewerkt(uitgave, toeval), uitgave
    for _ in range(400):
        twee = Vergelijking(nu, nieuw)
        if not twee.verschillend:
            break
        keuze = met_wat_nodig_is(twee, toeval.sample(sorted(twee.verschillend), 1), ())
        assert not keuze.breuken
        nu = keuze.document
    assert nu == nieuw


def test_the_first_edition_cannot_do_without_the_texts_of_the_site(uitgave):
    twee = Vergelijking(None, uitgave)
    keuze = Keuze(twee, {rij for rij in twee.verschillend if rij.deel != "ontwikkelpad"})

    (breuk,) = keuze.breuken
    assert (breuk.rij, breuk.nodig, breuk.waarom) == (None, Rijsleutel("ontwikkelpad", ""), Waarom.ONMISBAAR)


def test_a_row_that_stays_behind_keeps_its_address_for_what_goes_along(uitgave):
    gegevens = json.loads(d.schrijf(uitgave))
    _hernoem(gegevens, "functies", "broodbakker", "hoofd-van-de-oven")
    stap = next(rij for rij in gegevens["doorgroei"] if rij["van"] == "hoofd-van-de-oven")
    stap["voorwaarde"] = "Nieuw."
    twee = Vergelijking(uitgave, d.lees(json.dumps(gegevens)))
    (rij,) = (rij for rij in twee.verschillend if rij.deel == "doorgroei")

    document = Keuze(twee, {rij}).document

    assert ("broodbakker", "Nieuw.") in {(stap.van, stap.voorwaarde) for stap in document.doorgroei}
    assert "hoofd-van-de-oven" not in d.schrijf(document)


def test_two_rows_that_exchange_a_slug_go_together(uitgave):
    gegevens = json.loads(d.schrijf(uitgave))
    for oud, nieuw in (("broodbakker", "x"), ("bezorger", "broodbakker"), ("x", "bezorger")):
        _hernoem(gegevens, "functies", oud, nieuw)
    twee = Vergelijking(uitgave, d.lees(json.dumps(gegevens)))
    een, ander = (Rijsleutel("functies", naam) for naam in ("broodbakker", "bezorger"))

    (breuk,) = {(b.rij, b.nodig, b.waarom) for b in Keuze(twee, {een}).breuken}

    assert breuk == (een, ander, Waarom.DUBBEL)
    assert zonder_breuk(twee, {een})[0].document == uitgave
    assert Keuze(twee, {een, ander}).breuken == []


def test_the_order_can_stay_behind_while_rows_come_and_go(uitgave):
    gegevens = json.loads(d.schrijf(uitgave))
    gegevens["competenties"].reverse()
    gegevens["competenties"][0]["naam"] += " en nog iets"
    twee = Vergelijking(uitgave, d.lees(json.dumps(gegevens)))
    volgorde = Rijsleutel("competenties", VAN_DE_VOLGORDE)

    document = Keuze(twee, twee.verschillend - {volgorde}).document

    assert [rij.sleutel for rij in document.competenties] == [rij.sleutel for rij in uitgave.competenties]
    assert document.competenties[-1].naam.endswith("en nog iets")
    assert Vergelijking(document, twee.nieuw).verschillend == {volgorde}
