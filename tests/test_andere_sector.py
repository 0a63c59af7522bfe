"""A site of another sector: its words are on its pages, and a package that somebody fills is all that it takes."""

import json
import re

import pytest
from django.core.management import call_command

from functies.models import Doorgroei, Functie
from redactie.kwaliteit.bevindingen import Ernst, bevindingen
from tests.openbaar import bladzijden
from tests.pagina import tekst
from uitgave.huidig import huidig

AANTAL = 25
NIVEAUS = ("eerste-niveau", "tweede-niveau", "derde-niveau")


@pytest.fixture
def bakkerij(inhoud, rondgang):
    """Every public page of the neutral sector, by address."""
    return {adres: tekst(html) for adres, html in rondgang().items()}


@pytest.mark.een_database
def test_its_own_words_are_on_the_pages(bakkerij):
    assert len(bakkerij) > 50
    assert "Plattegrond" in bakkerij["/"]
    assert "Voor bazen" in bakkerij["/"]
    assert "Verhalen" not in bakkerij["/"]  # there are none
    assert "Zoek daar op de naam of de code." in bakkerij["/functies/broodbakker/"]
    assert "Overstappen met een groep bakkers" in bakkerij["/werkgevers/overstappen/"]


@pytest.mark.een_database
def test_of_a_functie_without_a_level_no_page_claims_one_and_a_range_stays_a_range(client, bakkerij):
    paneel = re.search(r'<section id="paneel".*?</section>', client.get("/functies/bezorger/").text, re.S)[0]

    assert not re.search(r"leerling|gezel|meester", tekst(paneel))
    assert "gezel tot en met meester" in bakkerij["/functies/winkelleider/"]


@pytest.mark.een_database
def test_a_step_both_ways_counts_from_either_side(client, inhoud):
    for van, naar in (("broodbakker", "banketbakker"), ("banketbakker", "broodbakker")):
        assert "1 stap" in tekst(client.get(f"/routes/?van={van}&naar={naar}").text)


def vul(map_):
    """Fill a package that `nieuwe_sector` made with functies of another field, by its files alone."""
    bestand = map_ / "0002_opleidingen.json"
    rijen = json.loads(bestand.read_text())
    [niveau] = [rij for rij in rijen if rij["model"] == "opleidingen.niveau"]
    plek = rijen.index(niveau) + 1
    for nummer, slug in enumerate(NIVEAUS[1:], start=2):
        rijen.insert(plek, {**niveau, "fields": {"naam": slug.replace("-", " "), "slug": slug, "volgorde": nummer}})
    bestand.write_text(json.dumps(rijen))

    bestand = map_ / "0003_functies.json"
    rijen = json.loads(bestand.read_text())
    [functie] = [rij["fields"] for rij in rijen if rij["model"] == "functies.functie"]
    for nummer in range(2, AANTAL + 1):
        anders = {
            "naam": f"Houtbewerker {nummer}",
            "slug": f"houtbewerker-{nummer}",
            "vanaf_niveau": [NIVEAUS[nummer % 3]],
            "samenvatting": f"Je maakt meubel {nummer}.",
            "omschrijving": f"Je zaagt en lijmt plank {nummer}.",
        }
        rijen.append({"model": "functies.functie", "fields": functie | anders})
    for nummer in range(2, AANTAL):
        van, naar = ([f"houtbewerker-{deze}"] for deze in (nummer, nummer + 1))
        stap = {"van": van, "naar": naar, "soort": "doorstroom", "bron": "Het boek.", "gecontroleerd_op": "2026-01-01"}
        rijen.append({"model": "functies.doorgroei", "fields": stap})
    bestand.write_text(json.dumps(rijen))
    teksten = {veld: f"De tekst {veld}." for veld in ("inleiding", "gesprek_inleiding", "privacy", "planner_uitleg")}
    teksten |= {veld: f"De tekst {veld}." for veld in ("leerwegen_inleiding", "praktijk_inleiding")}
    rij = {
        "model": "werkgevers.werkgevers",
        "pk": 1,
        "fields": teksten | {"schoolvakanties_url": "https://hout.example"},
    }
    (map_ / "0005_werkgevers.json").write_text(json.dumps([rij]))
    toml = map_ / "sector.toml"
    toml.write_text(toml.read_text().replace('"0004_uitgave.json"', '"0005_werkgevers.json",\n  "0004_uitgave.json"'))


@pytest.mark.een_database
def test_a_package_that_is_filled_runs_publishes_prints_and_holds_a_conversation(client, db, tmp_path, settings):
    call_command("nieuwe_sector", "houtbewerking", "--map", tmp_path)
    vul(tmp_path / "houtbewerking")
    settings.SECTOR = str(tmp_path / "houtbewerking")

    call_command("laad")
    huidig.ververs()

    assert (Functie.objects.count(), Doorgroei.objects.count()) == (AANTAL, AANTAL - 2)
    assert [bevinding for bevinding in bevindingen() if bevinding.ernst == Ernst.FOUT] == []
    paginas = bladzijden(client)
    assert {f"/functies/{slug}/" for slug in Functie.objects.values_list("slug", flat=True)} <= set(paginas)
    for stap in ("", "doel/", "afspraken/", "blad/"):
        gesprek = client.get(f"/werkgevers/gesprek/{stap}?van=houtbewerker-2&naar=houtbewerker-4")
        assert gesprek.status_code == 200
        assert "Houtbewerker 4" in tekst(gesprek.text)
