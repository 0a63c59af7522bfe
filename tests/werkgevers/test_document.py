"""What employers read, from the working copy to an edition and to a file, and back again."""

import json
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from reversion.models import Version

from functies.models import Functie
from redactie.kenmerk import kenmerk
from redactie.uitwisseling.invoer import lees_bestand, voer_in
from redactie.uitwisseling.rijen import InvoerFout
from tests.test_verschil import getoond
from uitgave import document as d
from uitgave.bouwen import bouw
from uitgave.pad import Pad
from uitgave.verschil import verschillen
from uitgave.wijzigingen import vul_aan
from werkgevers import document as werkgevers_d
from werkgevers.models import (
    Doelgroep,
    Gids,
    Gidsstap,
    Taak,
)

pytestmark = pytest.mark.een_database

DELEN = (
    *("werkgevers", "doelgroepen", "leerwegen", "regelingen", "contactpunten"),
    *("gespreksvragen", "begeleiding", "gidsstappen", "artikelen"),
)


def voer(document):
    return voer_in(document, kenmerk(bouw(alles=True)), None, "Ingevoerd")


def bewerkt(document, bewerk):
    gegevens = json.loads(d.schrijf(document))
    bewerk(gegevens)
    return lees_bestand(json.dumps(gegevens).encode())


def zonder_delen(document):
    gegevens = json.loads(d.schrijf(document))
    return d.uit_gegevens({naam: waarde for naam, waarde in gegevens.items() if naam not in DELEN})


# --- The document ---


def test_all_of_it_is_in_an_edition_in_the_order_of_its_editors(rijen):
    pad = Pad(d.Uitgave(id=1, nummer="1", datum=date(2026, 1, 1), wijzigingen="", document=bouw()))

    assert pad.delen["werkgevers"].planner_uitleg == "De planner_uitleg."
    assert list(pad.alle(werkgevers_d.Gids)) == ["samen", "overstappen"]
    assert list(pad.alle(werkgevers_d.Doelgroep)) == ["scholier", "herintreder"]
    assert pad.alle(werkgevers_d.Leerweg)["bbl"].doelgroepen == ("scholier", "herintreder")
    assert (
        pad.alle(werkgevers_d.Regeling)["subsidie"].geldig_van,
        pad.alle(werkgevers_d.Regeling)["subsidie"].geldig_tot,
    ) == (None, date(2026, 12, 31))
    assert list(pad.alle(werkgevers_d.Contactpunt)) == ["loket"]
    assert [(vraag.soort, vraag.functie) for vraag in pad.alle(werkgevers_d.Gespreksvraag).values()] == [
        ("verbreding", "bakker"),
        (None, None),
    ]
    assert list(pad.alle(werkgevers_d.Begeleiding)) == ["voordoen"]
    assert [gidsstap.nummer for gidsstap in pad.alle(werkgevers_d.Gidsstap).values()] == [1, 2]
    eerste = pad.alle(werkgevers_d.Gidsstap)["peilen"]
    assert [(taak.gids, taak.tekst) for taak in eerste.taken] == [
        ("samen", "Bel scholen."),
        ("overstappen", "Bel ons."),
        ("samen", "Schrijf."),
    ]
    assert [link.url for link in eerste.links] == ["https://gids.example/"]
    assert [punt.kop for punt in pad.alle(werkgevers_d.Artikel)["leren"].punten] == ["Rust", "Tijd"]


def test_an_edition_without_these_parts_is_read_and_written_as_it_always_was(rijen):
    oud = zonder_delen(bouw())
    schrift = d.schrijf(oud)

    assert not [deel for deel in DELEN if f'"{deel}"' in schrift]
    assert d.schrijf(d.lees(schrift)) == schrift
    assert f'"schema": {d.SCHEMA}' in schrift
    pad = Pad(d.Uitgave(id=1, nummer="1", datum=date(2026, 1, 1), wijzigingen="", document=oud))
    assert pad.delen["werkgevers"] is None
    assert [pad.delen[deel] for deel in DELEN[1:]] == [{}] * 8


def test_a_site_without_rows_for_employers_writes_no_such_parts(maak_functie):
    maak_functie("Bakker")

    assert not set(DELEN) & set(json.loads(d.schrijf(bouw(alles=True))))


def test_what_hangs_on_a_row_that_is_not_visible_stays_out_too(rijen):
    Doelgroep.objects.filter(slug="scholier").update(zichtbaar=False)
    Functie.objects.update(zichtbaar=False)

    assert bouw().leerwegen[0].doelgroepen == ("herintreder",)
    assert [vraag.slug for vraag in bouw().gespreksvragen] == ["wat"]


def test_the_number_of_queries_does_not_grow_with_the_rows(rijen, maak_stap, django_assert_max_num_queries):
    with CaptureQueriesContext(connection) as vooraf:
        bouw()
    for nummer in range(3, 9):
        Taak.objects.create(
            stap=maak_stap(nummer, f"Stap{nummer}"), gids=Gids.objects.get(slug="samen"), tekst="Doe iets."
        )

    with django_assert_max_num_queries(len(vooraf)):
        assert len(bouw().gidsstappen) == 8


# --- In and out ---


def test_two_steps_exchange_their_numbers(rijen):
    def ruil(gegevens):
        een, ander = gegevens["gidsstappen"]
        een["nummer"], ander["nummer"] = ander["nummer"], een["nummer"]

    pk = Gidsstap.objects.get(slug="peilen").pk
    voer(bewerkt(rijen, ruil))

    assert list(Gidsstap.objects.values_list("slug", "nummer")) == [("matchen", 1), ("peilen", 2)]
    assert Gidsstap.objects.get(slug="peilen").pk == pk
    assert [gidsstap.slug for gidsstap in bouw().gidsstappen] == ["matchen", "peilen"]


def test_a_number_of_a_step_that_goes_is_free_and_the_history_has_it(rijen):
    voer(bewerkt(rijen, lambda g: (g["gidsstappen"].pop(0), g["gidsstappen"][0].update(nummer=1))))

    assert Gidsstap.objects.get().nummer == 1
    (weg,) = Version.objects.get_deleted(Gidsstap)
    assert weg.field_dict["nummer"] == 1


def test_a_taak_that_moves_keeps_its_row(rijen):
    pks = dict(Taak.objects.values_list("tekst", "pk"))

    voer(bewerkt(rijen, lambda g: g["gidsstappen"][0]["taken"].reverse()))

    assert dict(Taak.objects.values_list("tekst", "pk")) == pks
    assert [taak.tekst for taak in bouw().gidsstappen[0].taken] == ["Schrijf.", "Bel ons.", "Bel scholen."]


FOUT_IN_BESTAND = [
    (
        lambda g: g["leerwegen"][0].update(doelgroepen=["scholier", "maan"]),
        "leerwegen, rij 1 (BBL), doelgroepen, rij 2 (maan): ‘maan’ staat niet bij doelgroepen.",
    ),
    (
        lambda g: g["gespreksvragen"][0].update(functie="maan"),
        "gespreksvragen, rij 1 (Wil je bakken?), functie: ‘maan’ staat niet bij functies.",
    ),
    (
        lambda g: g["gidsstappen"][0]["taken"][1].update(gids="maan"),
        "gidsstappen, rij 1 (Peilen), taken, rij 2 (Bel ons.), gids: ‘maan’ staat niet bij gidsen.",
    ),
    (
        lambda g: g["gespreksvragen"][0].update(soort="maan"),
        "gespreksvragen, rij 1 (Wil je bakken?), soort: ‘maan’ kan hier niet. "
        "Kies uit: verdieping, verbreding, doorstroom.",
    ),
    (
        lambda g: g["gidsstappen"][0]["links"].append(g["gidsstappen"][0]["links"][0]),
        "gidsstappen, rij 1 (Peilen), links, rij 2 (Handleiding): dit is dezelfde als rij 1.",
    ),
    (
        lambda g: g["artikelen"][0]["punten"].append(g["artikelen"][0]["punten"][0]),
        "artikelen, rij 1 (Leren), punten, rij 3 (Rust): dit is dezelfde als rij 1.",
    ),
    (
        lambda g: g["doelgroepen"].append(g["doelgroepen"][0]),
        "doelgroepen, rij 3 (Scholier): dit is dezelfde als rij 1.",
    ),
    (
        lambda g: g["werkgevers"].pop("inleiding"),
        "werkgevers: hier ontbreekt ‘inleiding’.",
    ),
]


@pytest.mark.parametrize(("bewerk", "melding"), FOUT_IN_BESTAND)
def test_a_bad_file_is_refused_with_the_place(rijen, bewerk, melding):
    with pytest.raises(ValueError) as fout:  # noqa: PT011  # the message is what is tested
        bewerkt(rijen, bewerk)

    assert str(fout.value) == melding


ONGELDIG = [
    (
        lambda g: g["gidsstappen"][1].update(nummer=1),
        "gidsstappen, rij 2 (Matchen), nummer: Er is al een stap met dit nummer. Kies een ander nummer.",
    ),
    (
        lambda g: g["gidsstappen"][0].update(weken=0),
        "gidsstappen, rij 1 (Peilen), weken (aantal weken): Zorg ervoor dat deze waarde minstens 1 is.",
    ),
    (
        lambda g: g["gidsstappen"][0]["links"][0].update(url="javascript:alert(1)"),
        "gidsstappen, rij 1 (Peilen), links, rij 1 (Handleiding), url (link): ‘javascript:alert(1)’ is geen bruikbare "
        "link. Begin met https://, http://, mailto: of tel:.",
    ),
    (
        lambda g: g["regelingen"][0].update(geldig_van="2027-01-01"),
        "regelingen, rij 1 (Subsidie), geldig_tot (geldig tot en met): De laatste dag ligt voor de eerste dag. "
        "Kijk beide dagen na.",
    ),
]


@pytest.mark.parametrize(("bewerk", "melding"), ONGELDIG)
def test_what_the_admin_would_refuse_a_file_may_not_say_either(rijen, bewerk, melding):
    with pytest.raises(InvoerFout) as fout:
        voer(bewerkt(rijen, bewerk))

    assert str(fout.value) == melding
    assert bouw(alles=True) == rijen


# --- What differs ---


def test_the_difference_names_it_in_words(rijen):
    def bewerk(gegevens):
        gegevens["werkgevers"]["inleiding"] = "Iets anders."
        gegevens["leerwegen"][0]["doelgroepen"].pop()
        gegevens["regelingen"][0]["geldig_tot"] = "2027-12-31"
        gegevens["gespreksvragen"][1] |= {"soort": "verdieping", "functie": "bakker", "voor": "kandidaat"}
        gegevens["gidsstappen"][0]["taken"][0]["tekst"] = "Mail scholen."
        gegevens["gidsstappen"][0]["links"][0]["toelichting"] = "Lees dit."
        gegevens["artikelen"][0]["punten"].reverse()

    gevonden = verschillen(rijen, bewerkt(rijen, bewerk))

    velden = {v.naam: {veld.naam: getoond(veld) for veld in v.velden} for v in gevonden}
    assert velden == {
        "Teksten voor werkgevers": {"inleiding voor werkgevers": ["[-De inleiding.-]{+Iets anders.+}"]},
        "BBL": {"doelgroepen": ["[-Herintreder-]"]},
        "Subsidie": {"geldig tot en met": ["[-31 december 2026-]{+31 december 2027+}"]},
        "Wat wil je?": {
            "voor wie": ["[-jullie samen-]{+de kandidaat+}"],
            "soort stap": ["{+verdieping+}"],
            "functie": ["{+Bakker+}"],
        },
        "Peilen": {
            "taken": ["[-Bel-]{+Mail+} scholen. · gids: Samen opleiden"],
            "links van de gids": [
                "Handleiding · link: https://gids.example/ · {+toelichting: Lees dit. · +}ook voor de kandidaat: nee"
            ],
        },
        "Leren": {"volgorde van punten van artikelen": ["{+Tijd+}", "Rust", "[-Tijd-]"]},
    }


def test_the_first_edition_with_these_parts_says_what_is_new(rijen):
    kop = d.Wijziging(nummer="2", datum=date(2026, 1, 1), wijzigingen="Nieuw.")
    eerder = d.Wijziging(nummer="1", datum=date(2026, 1, 1), wijzigingen="")

    (wijziging, _) = vul_aan((eerder,), kop, zonder_delen(bouw()), bouw())

    assert {deel.naam: deel.nieuw for deel in wijziging.onderdelen} | {"Teksten voor werkgevers": ()} == {
        "Doelgroepen": ("Scholier", "Herintreder"),
        "Leerwegen": ("BBL",),
        "Regelingen": ("Subsidie",),
        "Contactpunten": ("Loket",),
        "Vragen voor het gesprek": ("Wil je bakken?", "Wat wil je?"),
        "Begeleiding": ("Voordoen",),
        "Stappen van de gids": ("Peilen", "Matchen"),
        "Artikelen en checklists": ("Leren",),
        "Teksten voor werkgevers": (),
    }
    assert all(wijziging.onderdelen[-1].nieuw)
