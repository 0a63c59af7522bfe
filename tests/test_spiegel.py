"""The site as files: all of it, and nothing that needs a server."""

import re
from io import StringIO
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from functies.models import Functie
from ontwikkelpad.spiegel.herschrijven import bestand_van
from ontwikkelpad.spiegel.maken import Spiegel
from ontwikkelpad.spiegel.wissel import nieuwe_map
from tests.openbaar import tags
from tests.pagina import tekst
from uitgave.voortgang import Stap, gevolgd_door

pytestmark = [
    pytest.mark.een_database,  # files, made from an edition
    pytest.mark.xdist_group("spiegel"),  # one process makes the mirror that they read
]

UITLEG = "deze-kopie/index.html"
ALLEEN_HIER = ("404.html", "503.html", "zoeken/index.html", UITLEG)  # pages that are other ones than on the site


def spiegel(map_: Path) -> dict[str, bytes]:
    """Make the mirror in `map_`; return its files by path."""
    call_command("exporteer_site", map_, stdout=StringIO(), stderr=StringIO())
    return bestanden(map_)


def bestanden(map_):
    return {str(PurePosixPath(b.relative_to(map_))): b.read_bytes() for b in map_.rglob("*") if b.is_file()}


@pytest.fixture(autouse=True)
def verbinding_blijft():
    """The database of a test stays open after a request, as the client of Django sees to as well."""
    for sein in (request_started, request_finished):
        sein.disconnect(close_old_connections)
    yield
    for sein in (request_started, request_finished):
        sein.connect(close_old_connections)


@pytest.fixture(scope="module")
def gemaakt():
    return {}


@pytest.fixture
def kopie(met_verhaal, gemaakt, tmp_path):
    """The mirror of the edition that is served, made once for all tests that only read it."""
    if not gemaakt:
        gemaakt.update(spiegel(tmp_path / "kopie"))
    return gemaakt


def adressen(bestand, html):
    """Yield each address in a page, and the file of the mirror that it names; None for one elsewhere."""
    for _, kenmerken in tags(html):
        for adres in (kenmerken.get(naam, "") for naam in ("href", "src", "action")):
            if adres:
                doel = urljoin(f"file:///{bestand}", adres)
                yield adres, unquote(urlsplit(doel).path)[1:] if doel.startswith("file:") else None


def losse_einden(kopie):
    """Return each address in the mirror that names no file of it, or no part of that file, with where it stands."""
    mis = []
    for bestand, inhoud in kopie.items():
        if bestand.endswith(".css"):
            for adres in re.findall(r'url\(["\']?([^"\')]+)', inhoud.decode()):
                doel = urlsplit(urljoin(f"file:///{bestand}", adres)).path[1:]
                if not adres.startswith("data:") and doel not in kopie:
                    mis.append((bestand, adres))
        if not bestand.endswith(".html"):
            continue
        for adres, doel in adressen(bestand, inhoud.decode()):
            if bestand in ALLEEN_HIER[:2] and adres.startswith("/"):
                doel = bestand_van(f"/{doel}")  # as a web server reads it
            plek = urlsplit(adres).fragment
            if doel and (doel not in kopie or (plek and f'id="{plek}"' not in kopie[doel].decode())):
                mis.append((bestand, adres))
    return mis


def test_every_link_of_the_mirror_leads_to_a_file_and_a_part_that_is_there(kopie):
    assert losse_einden(kopie) == []


def test_each_page_is_that_of_the_site_with_its_links_inside_the_mirror(kopie, rondgang):
    """Of a question only what opens a part of a page is there; any other leads to the page that says so."""
    gelezen = rondgang()
    in_kopie = {adres for adres in gelezen if bestand_van(adres) in kopie}

    assert {adres for adres in gelezen if "?" not in adres} <= in_kopie
    assert any("?" in adres for adres in in_kopie)
    for adres in in_kopie:
        bestand = bestand_van(adres)
        if bestand in ALLEEN_HIER:
            continue
        html = kopie[bestand].decode()
        kaal, balk = re.subn(r'<p class="kopiebalk">.*?</p>', "", html, flags=re.S)
        assert (tekst(kaal), balk) == (tekst(gelezen[adres]), 1), adres
        hier = [k["href"] for tag, k in tags(kaal) if tag == "a"]
        daar = [k["href"] for tag, k in tags(gelezen[adres]) if tag == "a"]
        for nu, eerst in zip(hier, daar, strict=True):
            doel = urlsplit(urljoin(f"http://testserver{adres}", eerst))
            if doel.netloc != "testserver":
                assert nu == eerst
                continue
            gewild = bestand_van(doel.path + (f"?{doel.query}" if doel.query else ""))
            if doel.path.startswith("/id/"):  # leads on: the mirror says at once to where
                assert urlsplit(nu).path.endswith("index.html")
                continue
            gekregen = urlsplit(urljoin(f"file:///{bestand}", nu)).path[1:]
            assert gekregen == (gewild if gewild in kopie else UITLEG), (adres, eerst, nu)


def test_nothing_in_it_asks_a_server(kopie):
    for bestand, inhoud in kopie.items():
        if bestand.endswith(".html"):
            html = inhoud.decode().replace(settings.ADRES, "")  # where the site says that it is
            assert not re.search(r"\shx-|data-hx-|htmx|type=.module|data-begrip", html), bestand
            assert "/beheer/" not in html
            assert not re.search(r"testserver|localhost|127\.0", html)


def test_it_has_the_edition_and_nothing_of_what_editors_are_working_on(kopie, maak_werk, tmp_path):
    opnieuw = spiegel(tmp_path / "kopie")

    assert opnieuw == kopie
    assert not [bestand for bestand, inhoud in opnieuw.items() if b"Kanariegeel" in inhoud]


@pytest.fixture
def maak_werk(kopie):
    functie = Functie.objects.first()
    functie.samenvatting = "Kanariegeel in concept."
    functie.save()


def test_an_earlier_address_leads_to_the_page_of_now(met_verhaal, publiceer_nu, tmp_path):
    functie = Functie.objects.get(slug="broodbakker")
    functie.slug = "bakker-van-brood"
    functie.save()
    publiceer_nu("1.2")

    kopie = spiegel(tmp_path / "kopie")

    verhuisd = kopie["functies/broodbakker/index.html"].decode()
    assert 'content="0; url=../bakker-van-brood/index.html"' in verhuisd
    assert 'href="../bakker-van-brood/index.html"' in verhuisd
    assert "functies/bakker-van-brood/index.html" in kopie


def test_what_needs_the_server_leads_to_the_site_when_that_has_an_address(met_verhaal, settings, tmp_path):
    settings.SITE_URL = "https://pad.example.org"

    kopie = spiegel(tmp_path / "kopie")

    routes = kopie["routes/index.html"].decode()
    assert 'action="https://pad.example.org/routes/"' in routes
    assert '<link rel="canonical" href="https://pad.example.org/routes/">' in routes
    assert '<a href="https://pad.example.org/">https://pad.example.org</a>' in kopie[UITLEG].decode()


def test_an_address_that_leads_on_is_named_by_where_it_leads(kopie):
    """So nobody is sent on inside the mirror, and a file that is asked for is that file."""
    verder = {bestand for bestand, inhoud in kopie.items() if b'http-equiv="refresh"' in inhoud}

    namen = {
        doel
        for bestand, inhoud in kopie.items()
        if bestand.endswith(".html") and bestand not in verder
        for _, doel in adressen(bestand, inhoud.decode())
    }

    assert verder
    assert not verder & namen


def test_who_stops_it_keeps_the_mirror_that_was_there(inhoud, tmp_path):
    map_ = tmp_path / "kopie"
    eerst = spiegel(map_)

    def stop(stap, klaar, van):
        if stap == Stap.SPIEGEL_KLAAR and klaar == 5:
            raise KeyboardInterrupt

    with gevolgd_door(stop), pytest.raises(KeyboardInterrupt), nieuwe_map(map_) as nieuw:
        Spiegel(inhoud, nieuw).maak()

    assert bestanden(map_) == eerst
    assert [bij.name for bij in tmp_path.iterdir()] == ["kopie"]


def test_a_folder_with_other_things_is_left_alone(met_verhaal, tmp_path):
    eigen = tmp_path / "eigen"
    eigen.mkdir()
    (eigen / "scriptie.txt").write_text("Van mij.")

    with pytest.raises(CommandError, match="holds other things"):
        spiegel(eigen)

    assert bestanden(eigen) == {"scriptie.txt": b"Van mij."}
