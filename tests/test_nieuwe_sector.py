"""`manage.py nieuwe_sector` makes a package that starts, publishes and shows every page."""

import pytest
from django.conf import settings as instellingen
from django.core.management import CommandError, call_command

from functies.models import Functie, Werkveld
from ontwikkelpad.models import Ontwikkelpad
from opleidingen.models import Opleiding
from redactie.kwaliteit.bevindingen import Ernst, bevindingen
from redactie.kwaliteit.tekstvelden import zichtbare_teksten
from tests.openbaar import bladzijden
from tests.server import site
from uitgave.huidig import huidig
from uitgave.models import Sector, Uitgave
from uitgave.sector import lees_pakket

PAKKETTEN = sorted(map_.name for map_ in instellingen.FIXTURES.iterdir())


@pytest.mark.parametrize("naam", PAKKETTEN)
def test_every_package_of_this_release_is_in_order_and_called_after_its_folder(naam):
    assert lees_pakket(instellingen.FIXTURES / naam).naam == naam


def test_a_new_sector_starts_publishes_and_shows_every_page(client, tmp_path, settings, db, capsys):
    call_command("nieuwe_sector", "bouw-en-hout", "--map", tmp_path)
    gezegd = capsys.readouterr().out
    settings.SECTOR = str(tmp_path / "bouw-en-hout")

    call_command("laad")
    huidig.ververs()

    assert Sector.objects.get().naam == "bouw-en-hout"
    assert Uitgave.objects.get().nummer == "0.1"
    assert Ontwikkelpad.objects.get().naam == "Ontwikkelpad Bouw en hout"
    assert [b for b in bevindingen() if b.ernst == Ernst.FOUT] == []
    paginas = bladzijden(client)
    assert set(paginas) >= {"/", "/functies/", "/opleidingen/", "/over/", f"/functies/{Functie.objects.get().slug}/"}
    assert [adres for adres, html in paginas.items() if "Ontwikkelpad Bouw en hout" not in html] == []
    assert f"SECTOR={tmp_path / 'bouw-en-hout'} DATABASE_URL=sqlite:///bouw-en-hout.sqlite3" in gezegd


def test_the_gate_names_every_row_with_a_text_of_the_example_until_it_is_replaced(tmp_path, settings, db):
    call_command("nieuwe_sector", "bouw", "--map", tmp_path)
    settings.SECTOR = str(tmp_path / "bouw")
    call_command("laad")
    rijen = [Ontwikkelpad.objects.get(), *Opleiding.objects.all(), *Werkveld.objects.all(), *Functie.objects.all()]

    gevonden = [b for b in bevindingen() if "tekst van het voorbeeld" in b.tekst]

    assert {rij for b in gevonden for rij in b.rijen} == set(rijen)
    velden = "bron, naam, samenvatting en omschrijving"
    regel = f"Functie {rijen[-1]}: hier staat nog tekst van het voorbeeld, bij {velden}. Zet er jullie eigen tekst"
    assert f"{regel} neer." in [b.tekst for b in gevonden]
    for rij in rijen:
        velden = [veld for veld in zichtbare_teksten(type(rij)) if getattr(rij, veld.name)]
        type(rij).objects.update(**{veld.name: "Van onszelf." for veld in velden})
    assert [b for b in bevindingen() if "tekst van het voorbeeld" in b.tekst] == []


@pytest.mark.parametrize("naam", ["Bouw", "a b", "../weg", "geen", "", "a" * 41, "-a"])
def test_a_bad_name_is_refused_and_nothing_is_made(tmp_path, naam):
    with pytest.raises(CommandError, match=r"is no name for a sector: use at most 40 small letters"):
        call_command("nieuwe_sector", f"--map={tmp_path}", "--", naam)

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_there_stays_as_it_is(tmp_path):
    (tmp_path / "bouw").mkdir()

    with pytest.raises(CommandError, match="is there already"):
        call_command("nieuwe_sector", "bouw", "--map", tmp_path)

    assert list((tmp_path / "bouw").iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    with pytest.raises(CommandError, match="cannot be made: No such file or directory"):
        call_command("nieuwe_sector", "bouw", "--map", tmp_path / "nergens")


@pytest.mark.drill
def test_the_server_serves_a_new_sector_and_needs_not_be_told_which_the_next_time(tmp_path):
    call_command("nieuwe_sector", "bouw", "--map", tmp_path)

    with site(tmp_path, SECTOR=str(tmp_path / "bouw")) as draaiend:
        draaiend.wacht("/readyz", lambda antwoord: antwoord.tekst == "ready\n")
        assert "Ontwikkelpad Bouw" in draaiend.vraag("/").tekst
    with site(tmp_path, SECTOR="") as draaiend:
        draaiend.wacht("/readyz", lambda antwoord: antwoord.tekst == "ready\n")
        assert "Ontwikkelpad Bouw" in draaiend.vraag("/").tekst
    with site(tmp_path, SECTOR="voorbeeld") as draaiend:
        assert draaiend.proces.wait(90) == 1
    assert (
        draaiend.logboek.read_text()
        .splitlines()[-1]
        .startswith("Not started: this site holds sector bouw, and SECTOR says voorbeeld. ")
    )
