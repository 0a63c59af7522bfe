"""A site holds one sector: which one SECTOR and the site say, and what comes of its package at each start."""

import json
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection

from functies.models import Functie, Werkveld
from opleidingen.models import Aanbieder
from tests.pagina import tekst
from uitgave.huidig import huidig
from uitgave.models import GeladenFixture, Sector
from uitgave.sector import FixtureFout, lees_pakket


def aanbieder(slug):
    return {"model": "opleidingen.aanbieder", "fields": {"naam": slug, "slug": slug, "url": "https://example.org/"}}


@pytest.fixture
def schrijf(tmp_path):
    """Write the package of a sector, with a row in each of its files; return its folder."""

    def schrijf(naam, *bestanden, **rijen):
        map_ = tmp_path / naam
        map_.mkdir(exist_ok=True)
        for bestand in bestanden:
            inhoud = rijen.get(bestand.partition(".")[0], [aanbieder(f"{naam}-{bestand.partition('.')[0]}")])
            map_.joinpath(bestand).write_text(json.dumps(inhoud), encoding="utf-8")
        namen = json.dumps([*bestanden])
        map_.joinpath("sector.toml").write_text(f'naam = "{naam}"\ntitel = "Proef"\nbestanden = {namen}\n')
        return map_

    return schrijf


@pytest.fixture
def start(settings, tmp_path, db):
    """Do with the content what a start does, with the packages of the test in place of ours."""
    settings.FIXTURES, settings.EERSTE_SECTOR = tmp_path, "bouw"

    def start(sector=""):
        settings.SECTOR = sector
        call_command("laad", verbosity=0)

    return start


def namen():
    return sorted(GeladenFixture.objects.values_list("naam", flat=True))


def test_a_new_site_takes_the_sector_of_the_release_and_remembers_it(schrijf, start):
    schrijf("bouw", "0001_a.json")
    schrijf("techniek", "0001_a.json")

    start()

    assert Sector.objects.get().naam == "bouw"
    assert namen() == ["bouw/0001_a.json"]


@pytest.mark.parametrize("keuze", ["techniek", "pad"])
def test_sector_names_a_package_or_a_path_to_one_and_later_starts_need_not_say_it(schrijf, start, tmp_path, keuze):
    schrijf("bouw", "0001_a.json")
    map_ = schrijf("techniek", "0001_a.json")

    start(keuze.replace("pad", str(map_)))
    schrijf("bouw", "0001_a.json", "0002_b.json")
    schrijf("techniek", "0001_a.json", "0002_b.json")
    start()

    assert Sector.objects.get().naam == "techniek"
    assert namen() == ["techniek/0001_a.json", "techniek/0002_b.json"]


def test_a_site_whose_package_stood_elsewhere_goes_on_without_it(schrijf, start, tmp_path):
    map_ = schrijf("techniek", "0001_a.json")
    start(str(map_))
    map_.rename(tmp_path / "weg")

    start()

    assert namen() == ["techniek/0001_a.json"]
    assert Sector.objects.get().laadfout == ""


def test_with_geen_nothing_is_ever_loaded(schrijf, start):
    schrijf("bouw", "0001_a.json")

    start("geen")
    start()

    assert Sector.objects.get().naam == "geen"
    assert namen() == []


@pytest.mark.parametrize(("eerst", "dan"), [("bouw", "techniek"), ("bouw", "geen"), ("geen", "bouw"), ("bouw", "pad")])
def test_another_sector_than_the_site_holds_is_no_start_and_nothing_of_it_is_loaded(schrijf, start, eerst, dan):
    schrijf("bouw", "0001_a.json")
    ander = schrijf("techniek", "0001_a.json")
    start(eerst)
    voor = namen()

    with pytest.raises(CommandError) as fout:
        start(dan.replace("pad", str(ander)))

    zegt = dan.replace("pad", "techniek")
    assert str(fout.value).startswith(f"this site holds sector {eerst}, and SECTOR says {zegt}. ")
    assert "\n" not in str(fout.value)
    assert namen() == voor


NERGENS = ["/nergens/pakket", "Bouw", "../bouw", "x" * 300]  # no sector of a site can be called so


@pytest.mark.parametrize("keuze", ["bestaat-niet", *NERGENS])
def test_a_sector_that_is_nowhere_is_no_first_start(schrijf, start, keuze):
    schrijf("bouw", "0001_a.json")

    with pytest.raises(CommandError) as fout:
        start(keuze)

    assert str(fout.value).startswith(f"SECTOR={keuze} names no sector in ")
    assert "\n" not in str(fout.value)
    assert (namen(), Sector.objects.count()) == ([], 0)


def test_a_release_without_its_sector_asks_at_the_first_start_which_one_it_is(start, tmp_path):
    with pytest.raises(CommandError) as fout:
        start()

    assert str(fout.value).startswith(f"SECTOR is not set, and {tmp_path} holds no sector bouw. ")
    assert "\n" not in str(fout.value)
    assert Sector.objects.count() == 0


def test_a_name_that_is_nowhere_is_another_sector_than_that_of_the_site(schrijf, start):
    schrijf("bouw", "0001_a.json")
    start()

    with pytest.raises(CommandError, match="holds sector bouw, and SECTOR says bestaat-niet"):
        start("bestaat-niet")


@pytest.mark.parametrize("keuze", ["bouw", "pad", *NERGENS])
def test_a_site_whose_named_package_is_gone_goes_on_and_the_desk_says_so_until_it_is_back(
    schrijf, start, tmp_path, keuze, beheerder
):
    map_ = schrijf("bouw", "0001_a.json")
    keuze = keuze.replace("pad", str(map_))
    start()
    map_.rename(tmp_path / "weg")

    start(keuze)
    bureau = tekst(beheerder.get("/beheer/").text)

    assert "Nieuwe inhoud voor deze site kon niet worden ingelezen: SECTOR=" in bureau
    assert namen() == ["bouw/0001_a.json"]

    (tmp_path / "weg").rename(map_)
    start("bouw")
    assert Sector.objects.get().laadfout == ""


def test_a_fault_in_a_package_is_forgotten_when_the_site_goes_on_without_that(schrijf, start, tmp_path):
    map_ = schrijf("bouw", "0001_a.json")
    start()
    map_.joinpath("sector.toml").write_text("=")
    start()
    assert Sector.objects.get().laadfout

    map_.rename(tmp_path / "weg")
    start()

    assert Sector.objects.get().laadfout == ""


KAPOT = {
    "geen toml": ("sector.toml", "=", "geen geldige TOML"),
    "geen utf-8": ("sector.toml", b"\xff", "geen geldige TOML"),
    "geen naam": ("sector.toml", 'titel = "A"\nbestanden = ["0001_a.json"]', "‘naam’"),
    "rare naam": ("sector.toml", 'naam = "../x"\ntitel = "A"\nbestanden = ["0001_a.json"]', "‘naam’"),
    "naam geen": ("sector.toml", 'naam = "geen"\ntitel = "A"\nbestanden = ["0001_a.json"]', "‘naam’"),
    "andere naam": ("sector.toml", 'naam = "zorg"\ntitel = "A"\nbestanden = ["0001_a.json"]', "de map heet bouw"),
    "geen titel": ("sector.toml", 'naam = "bouw"\nbestanden = ["0001_a.json"]', "‘titel’"),
    "geen bestanden": ("sector.toml", 'naam = "bouw"\ntitel = "A"', "‘bestanden’"),
    "te veel": ("sector.toml", 'naam = "bouw"\ntitel = "A"\nkleur = 1\nbestanden = ["0001_a.json"]', "kleur"),
    "ontbreekt": ("sector.toml", 'naam = "bouw"\ntitel = "A"\nbestanden = ["0001_a.json", "9.json"]', "'9.json' is er"),
    "dubbel": ("sector.toml", 'naam = "bouw"\ntitel = "A"\nbestanden = ["0001_a.json", "0001_a.json"]', "twee keer"),
    "erbuiten": ("sector.toml", 'naam = "bouw"\ntitel = "A"\nbestanden = ["../ander/0001_a.json"]', "in deze map"),
    "getal": ("sector.toml", 'naam = "bouw"\ntitel = "A"\nbestanden = [1]', "bestand 1 is geen naam"),
    "vergeten": ("0002_b.json", "[]", "0002_b.json niet"),
    "te diep": ("sector.toml", "bestanden = " + "[" * 5000, "geen geldige TOML"),
    "rare velden": ("0001_a.json", '[{"model": "opleidingen.aanbieder", "fields": ["naam"]}]', "0001_a.json, rij 1"),
    "rare was": ("0001_a.json", '[{"model": "opleidingen.aanbieder", "fields": {}, "was": 5}]', "0001_a.json, rij 1"),
    "fout in een rij": ("0001_a.json", '[{"model": "x", "fields": {}}]', "0001_a.json, rij 1"),
}


@pytest.mark.parametrize(("bestand", "inhoud", "uitleg"), KAPOT.values(), ids=KAPOT)
def test_a_package_with_a_fault_is_no_first_start_and_one_line_says_what_is_wrong(
    schrijf, start, bestand, inhoud, uitleg
):
    schrijf("ander", "0001_a.json")
    map_ = schrijf("bouw", "0001_a.json")
    map_.joinpath(bestand).write_bytes(inhoud if isinstance(inhoud, bytes) else inhoud.encode())

    with pytest.raises(CommandError) as fout:
        start()

    regel = str(fout.value).splitlines()[0]
    assert regel.startswith("Nothing was loaded. bouw/")
    assert uitleg in regel
    assert (namen(), Sector.objects.count(), Aanbieder.objects.count()) == ([], 0, 0)


def test_a_file_that_only_seems_to_stand_in_the_folder_is_refused(schrijf):
    map_ = schrijf("bouw", "0001_a.json")
    map_.joinpath("0001_a.json").rename(map_.parent / "elders.json")
    map_.joinpath("0001_a.json").symlink_to(map_.parent / "elders.json")

    with pytest.raises(FixtureFout, match="staat buiten deze map"):
        lees_pakket(map_)


def test_files_are_loaded_in_the_order_that_the_package_gives(schrijf, start):
    schrijf("bouw", "b.json", "a.json")

    start()

    assert list(GeladenFixture.objects.order_by("pk").values_list("naam", flat=True)) == ["bouw/b.json", "bouw/a.json"]


# --- A fault in what comes later ---


@pytest.mark.parametrize(
    ("bestand", "inhoud", "uitleg"), [KAPOT["geen toml"], KAPOT["vergeten"], KAPOT["ontbreekt"]], ids=str
)
def test_a_broken_package_never_stops_a_site_that_has_its_content(schrijf, start, bestand, inhoud, uitleg):
    map_ = schrijf("bouw", "0001_a.json")
    start()
    map_.joinpath(bestand).write_text(inhoud)

    start()

    assert uitleg in Sector.objects.get().laadfout


def test_new_content_that_clashes_with_what_editors_made_is_undone_whole_and_told_until_it_loads(
    schrijf, start, client, beheerder, maak_functie, publiceer_nu, caplog
):
    schrijf("bouw", "0001_a.json")
    start()
    maak_functie("Dakdekker")
    publiceer_nu("1")
    Werkveld.objects.create(naam="Dak", slug="dak", kleur="rood", volgorde=9)
    nieuw = {"model": "functies.werkveld", "fields": {"naam": "Hoog", "slug": "dak", "kleur": "rood", "volgorde": 8}}
    schrijf("bouw", "0001_a.json", "0002_b.json", "0003_c.json", **{"0003_c": [nieuw]})

    start()
    huidig.ververs()
    gezegd, bureau = client.get("/readyz"), tekst(beheerder.get("/beheer/").text)

    assert namen() == ["bouw/0001_a.json"]
    assert Werkveld.objects.get(slug="dak").naam == "Dak"
    waar = "bouw/0003_c.json, rij 1 (functies.werkveld dak)"
    assert waar in caplog.text
    assert (gezegd.status_code, gezegd.text.startswith("degraded: "), waar in gezegd.text) == (200, True, True)
    assert "Nieuwe inhoud voor deze site kon niet worden ingelezen: " in bureau
    assert waar in bureau
    assert client.get("/").status_code == 200

    Werkveld.objects.filter(slug="dak").delete()
    start()
    huidig.ververs()

    assert namen() == ["bouw/0001_a.json", "bouw/0002_b.json", "bouw/0003_c.json"]
    assert client.get("/readyz").text == "ready\n"
    assert "kon niet worden ingelezen" not in tekst(beheerder.get("/beheer/").text)


RARE_RIJEN = {
    "surrogate": {"model": "opleidingen.aanbieder", "fields": {"naam": "a\ud800", "slug": "a\ud800", "url": "x"}},
    "nul": {"model": "opleidingen.aanbieder", "fields": {"naam": "a\0", "slug": "a\0", "url": "x"}},
    "velden": {"model": "opleidingen.aanbieder", "fields": ["a"]},
    "was": {"model": "opleidingen.aanbieder", "fields": {}, "was": None},
}


@pytest.mark.parametrize("rij", RARE_RIJEN.values(), ids=RARE_RIJEN)
def test_no_row_of_a_later_file_stops_a_site_and_the_desk_names_it(schrijf, start, beheerder, rij):
    schrijf("bouw", "0001_a.json")
    start()
    schrijf("bouw", "0001_a.json", "0002_b.json", **{"0002_b": [rij]})

    start()

    assert "bouw/0002_b.json, rij 1" in tekst(beheerder.get("/beheer/").text)


# --- Sites of release 1.2, which remembered files without their sector ---

MIGRATIE = import_module("uitgave.migrations.0004_sector")


@pytest.fixture
def migreer(db):
    def migreer(stap):
        stap(apps, SimpleNamespace(connection=connection))

    return migreer


@pytest.fixture
def site_van_1_2(maak_functie):
    """Make what a site of release 1.2 has: the files that it remembers, and its functies."""

    def maak(slugs, bestanden=MIGRATIE.BESTANDEN):
        for bestand in bestanden:
            GeladenFixture.objects.create(naam=bestand)
        for slug in slugs:
            maak_functie(slug)

    return maak


ONS = sorted(MIGRATIE.FUNCTIES)


@pytest.mark.parametrize(
    "slugs", [ONS, [*ONS, "erbij"], [*ONS[:6], *(f"hernoemd-{nummer}" for nummer in range(5))]], ids=len
)
def test_a_site_that_still_has_most_functies_of_its_release_is_of_that_sector_and_gets_what_is_new(
    migreer, site_van_1_2, slugs
):
    site_van_1_2(slugs, MIGRATIE.BESTANDEN[:4])

    migreer(MIGRATIE.onthoud)

    assert Sector.objects.get().naam == MIGRATIE.SECTOR
    assert namen() == [f"{MIGRATIE.SECTOR}/{bestand}" for bestand in MIGRATIE.BESTANDEN[:4]]


@pytest.mark.parametrize("slugs", [["stukadoor"], [*ONS[:5], "stukadoor"], []], ids=len)
def test_a_site_of_another_sector_keeps_to_itself_whatever_its_files_were_called(
    migreer, site_van_1_2, start, schrijf, slugs
):
    site_van_1_2(slugs)
    schrijf("bouw", "0001_opleidingen.json", "0009_nieuw.json")

    migreer(MIGRATIE.onthoud)
    start()

    assert Sector.objects.get().naam == "geen"
    assert namen() == sorted(MIGRATIE.BESTANDEN)
    assert Aanbieder.objects.count() == 0


def test_a_site_with_functies_like_ours_from_files_of_its_own_keeps_to_itself(migreer, site_van_1_2):
    site_van_1_2(ONS, ["0001_eigen.json"])

    migreer(MIGRATIE.onthoud)

    assert (Sector.objects.get().naam, namen()) == ("geen", ["0001_eigen.json"])


def test_a_new_site_remembers_no_sector_before_its_first_start(migreer):
    migreer(MIGRATIE.onthoud)

    assert not Sector.objects.exists()


def test_who_goes_back_finds_the_old_names_and_another_sector_stays_free_of_ours(migreer, site_van_1_2):
    site_van_1_2(ONS)
    migreer(MIGRATIE.onthoud)
    migreer(MIGRATIE.vergeet)
    assert namen() == sorted(MIGRATIE.BESTANDEN)

    Sector.objects.update(naam="techniek")
    GeladenFixture.objects.all().delete()
    GeladenFixture.objects.create(naam="techniek/0001_a.json")
    Functie.objects.all().delete()
    migreer(MIGRATIE.vergeet)
    assert set(MIGRATIE.BESTANDEN) < set(namen())

    Sector.objects.all().delete()
    migreer(MIGRATIE.onthoud)
    assert Sector.objects.get().naam == "techniek"
