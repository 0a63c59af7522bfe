"""The PDF of an edition, read back."""

import json
import shutil
from functools import partial
from xml.etree import ElementTree

import pytest
from django.core.management import CommandError, call_command

from feiten.keuzes import Pictogram
from functies.document import Functie
from functies.keuzes import Kleur
from functies.models import Functie as FunctieModel
from functies.paneel import paneel_van
from opleidingen.document import Opleiding
from papier import boek, drukken
from papier.boek import NAAM, Blad, Boek, functienaam, werkveldnaam
from papier.drukken import Drukker
from papier.maken import kenmerk, stukken
from tests.pagina import tekst as paginatekst
from tests.papier.lezen import gelezen, koppen, links, met_pdf, tekst
from uitgave import vormen

pytestmark = [pytest.mark.een_database, pytest.mark.xdist_group("pdf"), met_pdf()]  # one process prints what they read
ADRES = "https://ontwikkelpad.example"


@pytest.fixture(autouse=True)
def maakt_pdf(settings):
    settings.PDF = True
    shutil.rmtree(vormen.map_(), ignore_errors=True)


@pytest.fixture(scope="session")
def gedrukt():
    """What was printed before, by what it was printed from."""
    return {}


@pytest.fixture
def druk(gedrukt, settings):
    settings.ADRES = settings.SITE_URL = ADRES

    def druk(inhoud):
        delen = inhoud.html(), inhoud.stijl(), inhoud.tekeningen()
        if (merk := vormen.hash_van(*delen[:2])) not in gedrukt:
            gedrukt[merk] = Drukker().druk(*delen)
        return gedrukt[merk]

    return druk


@pytest.fixture
def pdf(inhoud, druk):
    return gelezen(druk(Boek(inhoud)))


def test_every_functie_is_in_it_with_its_opleidingen_their_codes_and_links(inhoud, pdf):
    alles, buiten = tekst(pdf), {adres for _, _, adres in links(pdf)}

    for functie in inhoud.alle(Functie).values():
        assert functie.volledige_naam in alles
        assert functie.samenvatting in alles
        for link in functie.opleidingen:
            opleiding = inhoud.alle(Opleiding)[link.opleiding]
            assert opleiding.naam in alles
            assert opleiding.code in alles
            assert {opleiding.leeroverzicht_url} - {""} <= buiten


def test_each_card_of_the_map_leads_to_its_functie_and_every_link_inside_arrives(inhoud, pdf):
    namen = pdf.named_destinations
    kaart = next(nummer for nummer, blad in enumerate(pdf.pages) if blad.mediabox.width > blad.mediabox.height)
    op_kaart = {doel for nummer, doel, _ in links(pdf) if nummer == kaart}

    assert op_kaart == {f"functies-{slug}" for slug in inhoud.alle(Functie)}
    for _, doel, buiten in links(pdf):
        assert doel in namen if doel else buiten.startswith(("https://", "http://", "mailto:", "tel:"))
    for slug, functie in inhoud.alle(Functie).items():
        blad = pdf.pages[pdf.get_destination_page_number(namen[f"functies-{slug}"])]
        assert functie.volledige_naam in " ".join(blad.extract_text().split())


def test_it_says_what_it_is_and_can_be_read_aloud(inhoud, pdf):
    wortel = pdf.trailer["/Root"]
    titels = koppen(pdf)

    assert inhoud.uitgave.nummer in pdf.metadata.title
    assert wortel["/Lang"] == "nl"
    assert wortel["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in wortel
    assert b"pdfuaid:part" in wortel["/Metadata"].get_object().get_data()
    assert len(titels) == len(set(titels))
    assert {functie.volledige_naam for functie in inhoud.alle(Functie).values()} <= set(titels)


def test_a_picture_in_it_says_what_it_shows(inhoud, druk):
    """The only one is the QR code: pictograms, lines and the logo repeat what words say."""
    slug = next(iter(inhoud.alle(Functie)))
    blad = gelezen(druk(Blad(inhoud, paneel_van(inhoud, slug))))

    figuren = [
        deze
        for nummer in range(1, len(blad.xref_objStm) + max(blad.xref[0]) + 1)
        if isinstance(deze := blad.get_object(nummer), dict) and deze.get("/S") == "/Figure"
    ]

    assert [figuur["/Alt"] for figuur in figuren] == ["QR-code van deze functie op de site"]


def test_all_letters_are_those_of_the_site(pdf):
    letters = {
        str(letter.get_object()["/BaseFont"])
        for blad in pdf.pages
        for letter in blad["/Resources"].get("/Font", {}).values()
    }

    assert letters
    assert all("Atkinson" in naam for naam in letters), letters


def test_without_an_address_nothing_leads_to_the_site(inhoud, settings):
    settings.ADRES = ""

    assert 'href="/' not in Boek(inhoud).html()
    assert 'href="/' not in Blad(inhoud, paneel_van(inhoud, next(iter(inhoud.alle(Functie))))).html()
    assert "<svg" not in Blad(inhoud, paneel_van(inhoud, next(iter(inhoud.alle(Functie))))).html()


def test_a_large_edition_has_a_pdf_for_each_werkveld(inhoud, monkeypatch, settings):
    settings.ADRES = ADRES
    werkveld, functies = Boek(inhoud).groepen[0]
    monkeypatch.setattr(boek, "HEEL", len(functies))
    overzicht = Boek(inhoud).html()
    deel = Boek(inhoud, werkveld).html()

    for functie in functies:
        assert f'href="{ADRES}/functies/{functie.slug}/"' in overzicht
        assert f'id="functies-{functie.slug}"' in deel
    assert 'class="functie ' not in overzicht
    assert werkveldnaam(werkveld.slug) in [stuk.naam for stuk in stukken(inhoud)]
    assert f'href="{ADRES}/werkvelden/{werkveld.slug}.pdf"' in overzicht


@pytest.fixture
def site(maak_functie, publiceer_nu):
    """A small site with two functies, published as edition 1."""
    maak_functie("Bakker", samenvatting="Je bakt brood.")
    maak_functie("Kok", samenvatting="Je kookt soep.")
    return publiceer_nu("1")


def maak(**opties):
    call_command("maak_pdf", verbosity=0, **opties)


def test_visitors_get_the_pdf_of_their_edition_or_none_yet(site, client, publiceer_nu, beheerder):
    wacht = client.get("/ontwikkelpad.pdf")
    assert (wacht.status_code, wacht["Retry-After"]) == (503, "30")
    assert "De pdf wordt gemaakt" in wacht.text
    assert "De pdf wordt gemaakt." in beheerder.get("/beheer/").text

    maak()
    eerste, blad = client.get("/ontwikkelpad.pdf"), client.get("/functies/bakker.pdf")
    kok = client.get("/functies/kok.pdf")
    assert "De pdf is klaar." in beheerder.get("/beheer/").text
    FunctieModel.objects.filter(slug="bakker").update(samenvatting="Je bakt koek.")
    maak()
    assert client.get("/functies/bakker.pdf").content == blad.content  # a draft is nobody's business

    publiceer_nu("2")
    assert client.get("/ontwikkelpad.pdf").status_code == client.get("/functies/kok.pdf").status_code == 503
    maak()
    tweede = client.get("/ontwikkelpad.pdf")
    assert "Je bakt brood." in tekst(gelezen(eerste.content))
    assert "Je bakt koek." in tekst(gelezen(tweede.content))
    assert "Je bakt brood." not in tekst(gelezen(tweede.content))
    assert "Je bakt koek." in tekst(gelezen(client.get("/functies/bakker.pdf").content))
    assert client.get("/functies/kok.pdf").content == kok.content  # nothing of it changed: it was not made again


def test_a_pdf_is_sent_as_a_file(site, client):
    maak()

    antwoord = client.get("/functies/bakker.pdf", headers={"Accept-Encoding": "gzip, br"})
    zelfde = client.get("/functies/bakker.pdf", headers={"If-None-Match": antwoord["ETag"]})
    kop = client.head("/functies/bakker.pdf")

    assert antwoord["Content-Type"] == "application/pdf"
    assert antwoord["Content-Disposition"] == 'inline; filename="bakker.pdf"'
    assert "Content-Encoding" not in antwoord
    assert antwoord.content.startswith(b"%PDF-")
    assert (zelfde.status_code, zelfde.content) == (304, b"")
    assert (kop.status_code, kop.content, kop["Content-Length"]) == (200, b"", str(len(antwoord.content)))
    assert client.get("/functies/bakker.pdf").content == antwoord.content
    assert len(site.bladzijden) == 0  # pages in memory are not driven out by files on disk


def test_what_is_there_is_linked_and_a_pdf_of_nothing_is_not_there(site, client, settings):
    assert 'href="/ontwikkelpad.pdf"' in client.get("/").text
    assert 'href="/ontwikkelpad.pdf"' in client.get("/over/").text
    assert 'href="/functies/bakker.pdf"' in client.get("/functies/bakker/").text
    assert client.get("/functies/niemand.pdf").status_code == 404
    assert client.get("/werkvelden/praktijk.pdf").status_code == 503
    maak()
    assert client.get("/werkvelden/praktijk.pdf").status_code == 404

    settings.PDF = False
    site.bladzijden.vergeet()
    assert ".pdf" not in client.get("/").text
    assert client.get("/ontwikkelpad.pdf").status_code == 404


def test_without_pango_the_site_goes_on_and_the_desk_says_what_to_install(site, client, beheerder, monkeypatch):
    from papier.wachter import Wachter

    monkeypatch.setattr(drukken, "BIBLIOTHEKEN", {"pango-die-er-niet-is": ("libpango-die-er-niet-is.so.0",)})
    drukken.ontbreekt.cache_clear()
    try:
        Wachter().begin(site)

        assert ".pdf" not in client.get("/").text
        assert client.get("/ontwikkelpad.pdf").status_code == 404
        assert "apt-get install libpango-1.0-0" in paginatekst(beheerder.get("/beheer/").text)
        with pytest.raises(CommandError, match="pango-die-er-niet-is"):
            maak()
    finally:
        drukken.ontbreekt.cache_clear()


def test_what_goes_wrong_leaves_no_half_and_is_said_on_the_desk(site, client, beheerder, monkeypatch):
    maak()
    vormen.map_().joinpath(f"{kenmerk(site)}.json").unlink()
    for bestand in vormen.map_().glob("*.pdf"):
        bestand.unlink()
    monkeypatch.setattr(Drukker, "druk", partial(weiger, 28))

    with pytest.raises(CommandError):
        maak()

    assert not list(vormen.map_().glob("*.pdf"))
    assert "De pdf is er nu niet" in client.get("/ontwikkelpad.pdf").text
    assert "De pdf kon niet worden gemaakt. De schijf weigert" in paginatekst(beheerder.get("/beheer/").text)


def weiger(nummer, *_):
    raise OSError(nummer, "No space left on device")


def test_of_older_editions_nothing_stays_on_the_disk(site, publiceer_nu):
    for nummer in "234":
        maak()
        FunctieModel.objects.filter(slug="bakker").update(samenvatting=f"Je bakt {nummer} broden.")
        pad = publiceer_nu(nummer)
    vormen.map_().joinpath("iets.pdf.1.half").write_bytes(b"half")
    maak()

    lijsten = [json.loads(plek.read_bytes()) for plek in vormen.map_().glob("*.json") if plek.name != "stand.json"]
    genoemd = {naam for lijst in lijsten for naam in lijst["bestanden"].values()}
    assert vormen.lijst(kenmerk(pad))
    assert len(lijsten) == vormen.BEWAARD
    assert {plek.name for plek in vormen.map_().iterdir() if plek.suffix not in (".json", ".slot")} == genoemd


def test_html_of_an_editor_is_text_and_nothing_is_fetched(maak_functie, publiceer_nu, druk):
    vijandig = '<img src="https://kwaad.example/x.png"><script>alert(1)</script>'
    maak_functie(
        "Bakker", samenvatting=vijandig, omschrijving=f"Lees dit. {vijandig} <a href='file:///etc/passwd'>x</a>"
    )
    pad = publiceer_nu("1")
    alles = gelezen(druk(Boek(pad)))

    assert "<script>alert(1)</script>" in tekst(alles).replace(" ", "")
    assert not [adres for _, _, adres in links(alles) if "kwaad" in adres or "file:" in adres]
    haler = drukken._haler({})
    for adres in (
        "https://kwaad.example/",
        "http://127.0.0.1/",
        "file:///etc/passwd",
        "data:text/css,a",
        "papier:///../x",
    ):
        with pytest.raises(Exception, match=r"."):
            haler.fetch(adres)


def test_the_command_copies_them_under_the_names_of_their_addresses(site, tmp_path):
    maak(map=tmp_path / "uit")

    assert (tmp_path / "uit" / NAAM).read_bytes().startswith(b"%PDF-")
    assert (tmp_path / "uit" / functienaam("kok")).exists()


@pytest.mark.parametrize("teken", Pictogram)
def test_every_pictogram_is_a_drawing_in_the_colour_of_its_lane(teken):
    svg = ElementTree.fromstring(drukken._pictogram(f"{teken}.{next(iter(Kleur))}"))

    assert len(list(svg.iter())) > 2  # the drawing, its style, and at least one line
