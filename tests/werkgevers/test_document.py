"""What employers read, from the working copy to an edition and to a file, and back again."""

import json
from datetime import date

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from reversion.models import Version

from functies.models import Functie
from ontwikkelpad import document as d
from ontwikkelpad.pad import Pad
from ontwikkelpad.publiceren import bouw
from ontwikkelpad.verschil import verschillen
from ontwikkelpad.wijzigingen import vul_aan
from redactie.geschiedenis.vastleggen import vastleggen, verwijder
from redactie.geschiedenis.versies import regels, revisies_van, verwijderd, zet_terug
from redactie.kwaliteit.bevindingen import Regel, bevindingen
from redactie.uitwisseling.invoer import kenmerk, lees_bestand, voer_in
from redactie.uitwisseling.rijen import InvoerFout
from tests.conftest import BEWIJS
from tests.functies.test_verkenner import tekst
from tests.redactie.test_uitgeven import formuliervelden
from tests.test_verschil import getoond
from werkgevers.models import (
    Artikel,
    Artikelpunt,
    Begeleiding,
    Contactpunt,
    Doelgroep,
    Gespreksvraag,
    Gidslink,
    Gidsstap,
    Leerweg,
    Regeling,
    Taak,
    Werkgevers,
)

DELEN = (
    *("werkgevers", "doelgroepen", "leerwegen", "regelingen", "contactpunten"),
    *("gespreksvragen", "begeleiding", "gidsstappen", "artikelen"),
)
MET_ZICHTBAAR = (Doelgroep, Leerweg, Regeling, Contactpunt, Gespreksvraag, Begeleiding, Gidsstap, Artikel)


def stap(nummer, naam, **velden):
    standaard = {"waarom": "Daarom.", "wie": "Jij.", "begin_week": nummer, "weken": 2, **BEWIJS}
    return Gidsstap.objects.create(nummer=nummer, naam=naam, slug=naam.lower(), **{**standaard, **velden})


@pytest.fixture
def rijen(maak_functie):
    """A small site with something of every kind."""
    teksten = {veld.name: f"De {veld.name}." for veld in Werkgevers._meta.fields if veld.name != "id"}
    Werkgevers.objects.create(**(teksten | {"schoolvakanties_url": "https://vakanties.example/"}))
    functie = maak_functie("Bakker")
    groepen = [
        Doelgroep.objects.create(naam=naam, slug=naam.lower(), uitleg="Iemand.", volgorde=nummer, **BEWIJS)
        for nummer, naam in enumerate(("Scholier", "Herintreder"), start=1)
    ]
    leerweg = Leerweg.objects.create(
        naam="BBL", slug="bbl", uitleg="Je leert.", school="Kort.", werk="Veel.", geschikt="Iedereen.", **BEWIJS
    )
    leerweg.doelgroepen.set(groepen)
    Regeling.objects.create(naam="Subsidie", slug="subsidie", uitleg="Geld.", geldig_tot=date(2026, 12, 31), **BEWIJS)
    Contactpunt.objects.create(naam="Loket", slug="loket", uitleg="Hulp.", url="tel:0201234567", **BEWIJS)
    vraag = {"voor": "samen", "moment": "doel", **BEWIJS}
    Gespreksvraag.objects.create(vraag="Wat wil je?", slug="wat", **vraag)
    Gespreksvraag.objects.create(vraag="Wil je bakken?", slug="bakken", soort="verbreding", functie=functie, **vraag)
    Begeleiding.objects.create(naam="Voordoen", slug="voordoen", wanneer="Aan het begin.", uitleg="Doe voor.", **BEWIJS)
    eerste, _ = stap(1, "Peilen"), stap(2, "Matchen")
    taken = (("regio", "Bel scholen."), ("kandidaat", "Bel ons."), ("regio", "Schrijf."))
    for nummer, (versie, zin) in enumerate(taken):
        Taak.objects.create(stap=eerste, versie=versie, tekst=zin, volgorde=nummer)
    Gidslink.objects.create(stap=eerste, naam="Handleiding", url="https://gids.example/")
    artikel = Artikel.objects.create(kop="Leren", slug="leren", soort="checklist", inleiding="Kijk.", **BEWIJS)
    Artikelpunt.objects.create(artikel=artikel, kop="Tijd", volgorde=2)
    Artikelpunt.objects.create(artikel=artikel, kop="Rust", tekst="Neem de tijd.", volgorde=1)
    return bouw(alles=True)


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

    assert pad.werkgevers.gids_inleiding == "De gids_inleiding."
    assert list(pad.doelgroepen) == ["scholier", "herintreder"]
    assert pad.leerwegen["bbl"].doelgroepen == ("scholier", "herintreder")
    assert (pad.regelingen["subsidie"].geldig_van, pad.regelingen["subsidie"].geldig_tot) == (None, date(2026, 12, 31))
    assert list(pad.contactpunten) == ["loket"]
    assert [(vraag.soort, vraag.functie) for vraag in pad.gespreksvragen.values()] == [
        ("verbreding", "bakker"),
        (None, None),
    ]
    assert list(pad.begeleiding) == ["voordoen"]
    assert [gidsstap.nummer for gidsstap in pad.gidsstappen.values()] == [1, 2]
    eerste = pad.gidsstappen["peilen"]
    assert [(taak.versie, taak.tekst) for taak in eerste.taken] == [
        ("regio", "Bel scholen."),
        ("kandidaat", "Bel ons."),
        ("regio", "Schrijf."),
    ]
    assert [link.url for link in eerste.links] == ["https://gids.example/"]
    assert [punt.kop for punt in pad.artikelen["leren"].punten] == ["Rust", "Tijd"]


def test_an_edition_without_these_parts_is_read_and_written_as_it_always_was(rijen):
    oud = zonder_delen(bouw())
    schrift = d.schrijf(oud)

    assert not [deel for deel in DELEN if f'"{deel}"' in schrift]
    assert d.schrijf(d.lees(schrift)) == schrift
    assert '"schema": 1' in schrift
    pad = Pad(d.Uitgave(id=1, nummer="1", datum=date(2026, 1, 1), wijzigingen="", document=oud))
    assert pad.werkgevers is None
    assert [getattr(pad, deel) for deel in DELEN[1:]] == [{}] * 8


def test_a_site_without_rows_for_employers_writes_no_such_parts(maak_functie):
    maak_functie("Bakker")

    assert not set(DELEN) & set(json.loads(d.schrijf(bouw(alles=True))))


@pytest.mark.parametrize("model", MET_ZICHTBAAR)
def test_a_row_that_is_not_visible_stays_out_of_an_edition(rijen, model):
    rij = model.objects.order_by("pk").first()
    model.objects.filter(pk=rij.pk).update(zichtbaar=False, bron="Kanarie")

    assert "Kanarie" not in d.schrijf(bouw())
    assert d.schrijf(bouw(alles=True)).count('"zichtbaar": false') == 1
    with pytest.raises(ValueError, match="niet zichtbaar en kan niet in een uitgave"):
        d.gecontroleerd(bouw(alles=True))


def test_what_hangs_on_a_row_that_is_not_visible_stays_out_too(rijen):
    Doelgroep.objects.filter(slug="scholier").update(zichtbaar=False)
    Functie.objects.update(zichtbaar=False)

    assert bouw().leerwegen[0].doelgroepen == ("herintreder",)
    assert [vraag.slug for vraag in bouw().gespreksvragen] == ["wat"]


def test_the_number_of_queries_does_not_grow_with_the_rows(rijen, django_assert_max_num_queries):
    with CaptureQueriesContext(connection) as vooraf:
        bouw()
    for nummer in range(3, 9):
        Taak.objects.create(stap=stap(nummer, f"Stap{nummer}"), versie="regio", tekst="Doe iets.")

    with django_assert_max_num_queries(len(vooraf)):
        assert len(bouw().gidsstappen) == 8


# --- In and out ---


def test_everything_goes_out_and_comes_back_byte_for_byte(rijen):
    schrift = d.schrijf(rijen)
    voer(bewerkt(rijen, lambda g: [g.pop(deel) for deel in DELEN]))
    assert not any(model.objects.exists() for model in (*MET_ZICHTBAAR, Taak, Gidslink, Artikelpunt, Werkgevers))

    assert voer(lees_bestand(schrift.encode()))

    assert d.schrijf(bouw(alles=True)) == schrift
    assert Werkgevers.objects.get().pk == 1


def test_an_unchanged_file_changes_nothing(rijen):
    versies = Version.objects.count()

    voer(rijen)

    assert Version.objects.count() == versies


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
        lambda g: g["gidsstappen"][0]["taken"][1].update(versie="maan"),
        "gidsstappen, rij 1 (Peilen), taken, rij 2 (Bel ons.), versie: ‘maan’ kan hier niet. "
        "Kies uit: regio, huisarts, kandidaat.",
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
            "taken": ["[-Bel scholen. · gids voor: een regio-]", "{+Mail scholen. · gids voor: een regio+}"],
            "links van de gids": ["Handleiding · link: https://gids.example/{+ · toelichting: Lees dit.+}"],
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


# --- History ---


def test_a_step_comes_back_with_its_taken_and_links(rijen):
    gidsstap = Gidsstap.objects.get(slug="peilen")
    with vastleggen(None, "Begin"):
        gidsstap.save()
    begin = Version.objects.get_for_object(gidsstap).first()
    with vastleggen(None, "Anders"):
        gidsstap.taken.first().delete()
        gidsstap.links.update(naam="Iets anders")
        Taak.objects.create(stap=gidsstap, versie="huisarts", tekst="Nieuw.")

    zet_terug(begin, User.objects.create_user("redacteur"))

    assert bouw(alles=True) == rijen


def test_a_step_that_was_deleted_comes_back_whole(rijen):
    gidsstap = Gidsstap.objects.get(slug="peilen")
    verwijder(gidsstap, None)
    assert not Taak.objects.exists()

    zet_terug(Version.objects.get_deleted(Gidsstap).get(), None)

    assert bouw(alles=True) == rijen


def test_a_functie_that_was_deleted_comes_back_with_its_questions(rijen):
    vraag = Gespreksvraag.objects.get(slug="bakken")
    verwijder(vraag.functie, None)
    assert {versie.object_repr for versie in verwijderd()} == {"Bakker", "Wil je bakken?"}

    zet_terug(next(versie for versie in verwijderd() if versie.object_repr == "Bakker"), None)

    assert bouw(alles=True) == rijen


def test_an_older_text_of_a_functie_leaves_its_questions_alone(rijen):
    functie = Gespreksvraag.objects.get(slug="bakken").functie
    with vastleggen(None, "Begin"):
        functie.save()
    begin = Version.objects.get_for_object(functie).first()
    Gespreksvraag.objects.create(vraag="Later?", slug="later", voor="samen", moment="nu", functie=functie, **BEWIJS)

    zet_terug(begin, None)

    assert functie.gespreksvragen.count() == 2


def test_a_step_is_edited_with_its_taken_on_one_page(rijen, beheerder):
    gidsstap = Gidsstap.objects.get(slug="peilen")
    with vastleggen(None, "Begin"):
        gidsstap.save()
    adres = f"/beheer/werkgevers/gidsstap/{gidsstap.pk}/change/"
    velden = formuliervelden(beheerder.get(adres).text)

    dubbel = beheerder.post(
        adres,
        velden
        | {"taken-TOTAL_FORMS": "4", "taken-3-versie": "regio", "taken-3-tekst": "Schrijf.", "taken-3-volgorde": "1"},
    )
    beheerder.post(adres, velden | {"taken-0-tekst": "Bel iedereen."})

    assert "Deze taak staat al bij deze stap." in tekst(dubbel.text)
    verandering = regels(revisies_van(gidsstap).order_by("-pk")[:1], gidsstap)[0].verschillen
    assert [(v.soort, v.velden[0].nieuw) for v in verandering if v.wat == "gewijzigd"] == [("Taak", "Bel iedereen.")]
    assert Taak.objects.filter(tekst="Bel iedereen.").count() == 1


def test_the_texts_are_one_row_that_can_be_added_once_and_not_deleted(rijen, beheerder):
    assert beheerder.get("/beheer/werkgevers/werkgevers/add/").status_code == 403
    assert beheerder.get("/beheer/werkgevers/werkgevers/1/delete/").status_code == 403
    Werkgevers.objects.all().delete()
    assert beheerder.get("/beheer/werkgevers/werkgevers/add/").status_code == 200


def test_a_doelgroep_that_a_leerweg_uses_is_not_deleted_silently(rijen, beheerder):
    groep = Doelgroep.objects.get(slug="scholier")

    response = beheerder.post(f"/beheer/werkgevers/doelgroep/{groep.pk}/delete/", {"post": "yes"})

    assert Doelgroep.objects.filter(pk=groep.pk).exists()
    assert "BBL" in response.text


def test_the_list_of_regelingen_can_be_narrowed_to_those_in_force(rijen, beheerder):
    vandaag = timezone.localdate()
    ver = {"voorbij": {"geldig_tot": date(2000, 1, 1)}, "later": {"geldig_van": date(2999, 1, 1)}, "nu": {}}
    Regeling.objects.all().delete()
    for naam, data in ver.items():
        Regeling.objects.create(naam=naam, slug=naam, uitleg="Geld.", **data, **BEWIJS)
    Regeling.objects.create(naam="vandaag", slug="vandaag", uitleg="Geld.", geldig_tot=vandaag, **BEWIJS)

    lijst = "/beheer/werkgevers/regeling/"
    gevonden = {
        keuze: [rij.naam for rij in beheerder.get(lijst, {"geldig": keuze}).context["cl"].queryset]
        for keuze in ("nu", "voorbij", "later", "onzin")
    }

    assert gevonden == {
        "nu": ["nu", "vandaag"],
        "voorbij": ["voorbij"],
        "later": ["later"],
        "onzin": ["later", "nu", "vandaag", "voorbij"],
    }


def test_a_regeling_ends_on_or_after_the_day_it_begins():
    regeling = Regeling(geldig_van=date(2026, 2, 1), geldig_tot=date(2026, 1, 1))

    with pytest.raises(ValidationError, match="De laatste dag ligt voor de eerste dag"):
        regeling.clean()


# --- The quality gate ---


def gevonden(regel):
    return [(b.tekst, [str(rij) for rij in b.rijen]) for b in bevindingen() if b.regel == regel]


def test_a_regeling_that_is_over_is_named(rijen):
    Regeling.objects.update(geldig_tot=date(2026, 1, 1))

    assert gevonden(Regel.VERLOPEN) == [
        (
            "Regeling die voorbij is: Subsidie. Bezoekers zien die niet meer. Is er een nieuwe datum? "
            "Zet de regeling anders uit.",
            ["Subsidie"],
        )
    ]
    Regeling.objects.update(geldig_tot=timezone.localdate())
    assert gevonden(Regel.VERLOPEN) == []


def test_rows_that_show_little_or_are_not_used_are_named(rijen):
    Leerweg.objects.get().doelgroepen.clear()
    Artikelpunt.objects.all().delete()

    teksten = [tekst for tekst, _ in gevonden(Regel.ONTBREEKT)]
    assert "Leerweg zonder zichtbare doelgroep: BBL. Klopt dat?" in teksten
    assert "Stap van de gids zonder taken: 2. Matchen. Bezoekers zien dan weinig of niets." in teksten
    assert "Artikel zonder punten: Leren. Bezoekers zien dan weinig of niets." in teksten
    assert ("Doelgroep zonder leerweg: Scholier en Herintreder.", ["Scholier", "Herintreder"]) in gevonden(
        Regel.ONGEBRUIKT
    )


def test_a_visible_row_that_leans_on_a_hidden_one_is_named(rijen):
    Doelgroep.objects.filter(slug="scholier").update(zichtbaar=False)
    Functie.objects.update(zichtbaar=False)

    assert gevonden(Regel.ZICHTBAAR) == [
        (
            "De vraag ‘Wil je bakken?’ zien bezoekers niet: de functie Bakker is niet zichtbaar.",
            ["Wil je bakken?", "Bakker"],
        ),
        ("Doelgroep Scholier is niet zichtbaar, maar hoort wel bij: BBL.", ["Scholier", "BBL"]),
    ]


def test_sentences_empty_fields_and_old_rows_are_found_like_everywhere(rijen):
    Taak.objects.filter(tekst="Schrijf.").update(tekst=" ".join(["woord"] * 30) + ".")
    Begeleiding.objects.update(bron="", gecontroleerd_op=date(2020, 1, 1))

    assert next(rijen for _, rijen in gevonden(Regel.ZINNEN))[0].startswith("1. Peilen: woord")
    assert ("Begeleiding zonder bron: Voordoen. Vul dat in.", ["Voordoen"]) in gevonden(Regel.BRON)
    assert any("Begeleiding, langer dan een jaar" in tekst for tekst, _ in gevonden(Regel.OUD))
