"""With which opleiding somebody can begin: what visitors read before, on and after the day that it is over."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from niveaus.models import Niveauuitleg
from opleidingen.models import Geldigheid, Opleiding
from redactie.kwaliteit.bevindingen import bevindingen
from tests.conftest import BEWIJS
from tests.pagina import tekst
from uitgave.bouwen import bouw
from uitgave.publiceren import publiceer

pytestmark = pytest.mark.een_database

EINDE = date(2026, 12, 1)
TOT, DICHT = (
    "Je kunt tot 1 december 2026 met deze opleiding beginnen.",
    "Je kunt niet meer met deze opleiding beginnen.",
)


@pytest.fixture
def op(monkeypatch):
    """Make it a day."""
    return lambda *dag: monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(*dag))


@pytest.fixture
def oud(inhoud):
    """An opleiding that ends, of the same name as the one that takes its place."""
    oud = Opleiding.objects.get(slug="brood-en-beslag")
    velden = {"naam": oud.naam, "op_niveau": oud.op_niveau, "coderegister": oud.coderegister, "code": "G102"}
    Opleiding.objects.create(slug="brood-en-deeg", erkenning="overheid", **velden, **BEWIJS)
    return oud


def eindigt(oud, opvolger=True, **anders):
    naar = Opleiding.objects.get(slug="brood-en-deeg") if opvolger else None
    return Geldigheid.objects.create(opleiding=oud, opvolger=naar, **{"instroom_tot": EINDE, **BEWIJS, **anders})


def lees(client, adres):
    return tekst(client.get(adres).text)


def opleidingen_van(client, functie="bakkershulp"):
    html = client.get(f"/functies/{functie}/").text
    alle = ("brood-en-beslag", "brood-en-deeg")
    return {slug for slug in alle if f'class="naam" href="/opleidingen/{slug}/' in html}


@pytest.mark.parametrize("dagen", [{"einde": EINDE + timedelta(days=365)}, {"instroom_tot": None, "einde": EINDE}])
def test_linked_data_says_of_what_ends_from_which_day_nobody_can_begin_as_the_pages_do(
    client, oud, publiceer_nu, dagen
):
    eindigt(oud, **dagen)
    publiceer_nu("2")

    deel = (
        client.get("/data/ontwikkelpad.ttl")
        .text.partition("/id/opleidingen/brood-en-beslag>\n")[2]
        .partition(" .\n")[0]
    )
    assert f'pad:instroomTot "{EINDE}"^^xsd:date' in deel
    assert "dct:isReplacedBy <http://127.0.0.1:8000/id/opleidingen/brood-en-deeg>" in deel


def test_until_the_day_visitors_read_until_when_and_what_comes_after(client, oud, publiceer_nu, op):
    eindigt(oud)
    op(2026, 11, 30)
    publiceer_nu("2")

    for adres in ("/opleidingen/brood-en-beslag/", "/opleidingen/", "/functies/bakkershulp/"):
        assert f"{TOT} Daarna komt ervoor in de plaats: Brood en beslag (G102)" in lees(client, adres), adres
    assert opleidingen_van(client) == {"brood-en-beslag"}
    assert "Dit kun je morgen doen" in lees(client, "/opleidingen/brood-en-beslag/")


def test_from_that_day_on_the_successor_is_offered_and_the_other_says_what_to_do(client, oud, publiceer_nu, op):
    eindigt(oud)
    op(2026, 11, 30)
    publiceer_nu("2")
    lees(client, "/functies/bakkershulp/")

    op(2026, 12, 1)  # the same edition, and pages that were kept

    assert opleidingen_van(client) == {"brood-en-deeg"}
    html = lees(client, "/opleidingen/brood-en-beslag/")
    assert f"{DICHT} Kies nu: Brood en beslag (G102)" in html
    assert "Kies die dan op de kaart, bij ‘Wat heb je al?’" in html
    assert "Dit kun je morgen doen" not in html
    assert TOT not in lees(client, "/opleidingen/")
    assert "Bakkershulp" in html.split("Met deze opleiding kun je werken als")[1]
    vergelijken = "/vergelijken/?functie=bakkershulp&functie=winkelleider"
    for adres in ("/routes/?naar=bakkershulp", "/werkgevers/gesprek/doel/?naar=bakkershulp", vergelijken):
        assert "/opleidingen/brood-en-beslag/" not in client.get(adres).text, adres
    assert "/opleidingen/brood-en-deeg/" in client.get(vergelijken).text


def test_search_says_what_is_over_and_the_levels_leave_it_out(client, oud, publiceer_nu, op):
    Niveauuitleg.objects.get_or_create(niveau=oud.op_niveau, defaults={"uitleg": "Je leert een vak.", **BEWIJS})
    eindigt(oud)
    op(2026, 11, 30)
    publiceer_nu("2")
    assert DICHT not in lees(client, "/zoeken/?q=brood+en+beslag")
    assert f"/opleidingen/{oud.slug}/" in client.get("/niveaus/").text

    op(2026, 12, 1)  # the same edition, and pages that were kept

    assert lees(client, "/zoeken/?q=brood+en+beslag").count(DICHT) == 1
    assert f"/opleidingen/{oud.slug}/" not in client.get("/niveaus/").text
    assert "/opleidingen/brood-en-deeg/" in client.get("/niveaus/").text


def test_without_a_successor_nothing_is_offered_and_a_school_is_asked(client, oud, publiceer_nu, op):
    eindigt(oud, opvolger=False)
    op(2026, 12, 1)
    publiceer_nu("2")

    assert opleidingen_van(client) == set()
    zin = f"{DICHT} Vraag een school welke opleiding ervoor in de plaats komt."
    assert zin in lees(client, "/opleidingen/brood-en-beslag/")
    hier = "Hier kun je beginnen: "
    assert "bakkershulp" not in lees(client, "/?opleiding=geen").split(hier)[1].split(".")[0]
    op(2026, 11, 30)
    assert "bakkershulp" in lees(client, "/?opleiding=geen").split(hier)[1].split(".")[0]


def test_what_begins_later_says_from_when(client, oud, publiceer_nu, op):
    eindigt(oud, opvolger=False, vanaf=date(2026, 12, 1), instroom_tot=None)
    op(2026, 11, 30)
    publiceer_nu("2")
    assert "Je kunt vanaf 1 december 2026 met deze opleiding beginnen." in lees(client, "/opleidingen/brood-en-beslag/")

    op(2026, 12, 1)
    assert "met deze opleiding beginnen" not in lees(client, "/opleidingen/brood-en-beslag/")


@pytest.mark.parametrize("vervangen", [False, True])
def test_who_has_what_is_over_can_still_choose_it_by_its_code_and_it_still_counts(
    client, oud, publiceer_nu, op, vervangen
):
    geldigheid = eindigt(oud)
    if vervangen:
        oud.functielinks.update(opleiding=geldigheid.opvolger)
    op(2026, 12, 1)
    publiceer_nu("2")

    for adres in ("/", "/werkgevers/gesprek/"):
        assert '<option value="brood-en-beslag">Brood en beslag (G101)</option>' in client.get(adres).text, adres
    html = lees(client, "/?opleiding=brood-en-beslag")
    assert "Je opleiding past bij 1 functie." in html
    assert "Je opleiding past" in lees(client, "/functies/bakkershulp/?opleiding=brood-en-beslag")
    route = lees(client, "/routes/?opleiding=brood-en-beslag&naar=bakkershulp")
    anders = "Brood en beslag (G101) is vervangen door een opleiding die past: Brood en beslag."
    assert (anders if vervangen else "Je opleiding past: Brood en beslag.") in route
    doel = "/werkgevers/gesprek/doel/?opleiding=brood-en-beslag&naar=bakkershulp"
    assert "Brood en beslag (G101)" in lees(client, doel)


def test_days_that_do_not_fit_are_refused(oud):
    nieuw = Opleiding.objects.get(slug="brood-en-deeg")
    for velden, melding in (
        ({"vanaf": EINDE, "einde": EINDE}, "Het einde moet na het begin liggen"),
        ({"instroom_tot": EINDE, "einde": date(2026, 11, 30)}, "Na het einde kan niemand meer beginnen"),
        ({"opvolger": oud}, "volgt zichzelf niet op"),
    ):
        with pytest.raises(ValidationError, match=melding):
            Geldigheid(opleiding=oud, **velden, **BEWIJS).full_clean()
    eindigt(oud)
    with pytest.raises(ValidationError, match="staat al hoe lang"):
        Geldigheid(opleiding=oud, opvolger=nieuw, **BEWIJS).full_clean()


def gezegd(begin):
    """What the gate says of an opleiding, but for that two have one name, or were checked after the day of the test."""
    anders = ("dezelfde naam", "op een dag die nog moet komen")
    gevonden = [rij for rij in bevindingen() if begin in rij.tekst and not any(deel in rij.tekst for deel in anders)]
    return [(rij.ernst.value, rij.tekst) for rij in gevonden]


def test_a_code_that_ends_tomorrow_turns_the_gate_red_tomorrow_and_was_warned_of_before(
    beheerder, oud, publiceer_nu, op
):
    eindigt(oud)
    op(2026, 6, 3)
    assert gezegd("Brood en beslag (G101)") == []  # 181 days before
    op(2026, 6, 4)
    [(ernst, tekst)] = gezegd("Brood en beslag (G101)")
    assert ernst == "waarschuwing"
    assert "vanaf 1 december 2026 kan niemand meer beginnen. Ze staat bij Bakkershulp (BH)." in tekst
    assert "De opvolger is Brood en beslag (G102): druk op ‘Vervang overal’." in tekst
    op(2026, 11, 30)
    assert [ernst for ernst, _ in gezegd("Brood en beslag (G101)")] == ["waarschuwing"]

    op(2026, 12, 1)
    [(ernst, tekst)] = gezegd("Brood en beslag (G101)")
    assert (ernst, "sinds 1 december 2026 kan niemand meer beginnen" in tekst) == ("fout", True)
    assert "sinds 1 december 2026 kan niemand meer beginnen" in tekst_van_publiceren(beheerder)

    oud.functielinks.update(opleiding=Opleiding.objects.get(slug="brood-en-deeg"))
    assert gezegd("Brood en beslag (G101)") == []  # nobody is told to begin with it; who has it may say so


def tekst_van_publiceren(client):
    return tekst(client.get("/beheer/publiceren/").text)


def test_a_successor_that_does_not_show_is_a_fault_for_then_visitors_read_no_end(oud, op):
    geldigheid = eindigt(oud)
    Opleiding.objects.filter(pk=geldigheid.opvolger_id).update(zichtbaar=False)

    assert [ernst for ernst, _ in gezegd("de opvolger Brood en beslag (G102) is niet zichtbaar")] == ["fout"]


def test_the_days_go_along_in_open_data(client, oud, publiceer_nu):
    eindigt(oud, einde=date(2028, 1, 1))
    publiceer_nu("2")

    [rij] = client.get("/data/ontwikkelpad.json").json()["inhoud"]["geldigheden"]
    dagen = {"instroom_tot": "2026-12-01", "einde": "2028-01-01", "opvolger": "brood-en-deeg"}
    assert dagen.items() <= rij.items()


def test_who_looks_ahead_to_a_planned_edition_reads_what_holds_on_its_day(inhoud, beheerder, oud):
    eindigt(oud, einde=timezone.localdate() + timedelta(days=5), instroom_tot=None)
    dag = timezone.localdate() + timedelta(days=30)
    uitgave = publiceer(bouw(), "9", dag, "Later.", vanaf=timezone.now() + timedelta(days=30))

    voorbeeld = reverse("admin:voorbeeld_van_uitgave", args=[uitgave.pk])

    assert DICHT in lees(beheerder, f"{voorbeeld}opleidingen/{oud.slug}/")
