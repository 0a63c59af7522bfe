"""Levels, lanes and steps of any sector: no page claims a level that is not known, or one where there is a range."""

import re
from itertools import pairwise, product

import pytest

from functies.document import Functie as Functierij
from functies.keuzes import Kleur
from functies.models import Competentie, Competentiegebied, Doorgroei, Functie, Werkveld
from functies.netwerk import hele_kaart, netwerk
from functies.verkenner import Kaartkeuze, verkenner
from opleidingen.models import Niveau
from tests.conftest import BEWIJS
from tests.openbaar import bladzijden
from tests.pagina import formuliervelden, tekst
from tests.soorten import maak
from uitgave.bouwen import bouw
from uitgave.soort import soort_van
from werkgevers.models import Werkgevers

pytestmark = pytest.mark.een_database

# The levels of a sector, from low to high, and the levels of its functies as places in that list.
SECTOREN = {
    "no levels at all": ([], [(None, None)] * 4),
    "one level, and not everywhere": (["vak"], [(None, None), (0, None), (None, None), (0, None)]),
    "below and above what others have": (
        ["praktijkles", "basis", "vak", "wo"],
        [(0, None), (0, 1), (1, 3), (None, None), (3, None), (2, None)],
    ),
    "only ranges": (["een", "twee", "drie"], [(0, 1), (0, 2), (1, 2)]),
    "another framework of 25": ([f"trede {n}" for n in range(25)], [(n, None) for n in range(25)] + [(None, None)]),
}


MET_BANEN = [
    pytest.param((naam, banen), marks=[pytest.mark.drill] if (len(SECTOREN[naam][1]) > 20) != (banen == 1) else [])
    for naam, banen in product(SECTOREN, (1, 7, 13))
]


@pytest.fixture(params=MET_BANEN, ids=lambda param: f"{param[0]}, {param[1]} lanes")
def sector(request, ontwikkelpad, publiceer_nu, maak_functie, maak_opleiding, maak_stap):
    """Publish such a sector; return what is true of each functie: its level in words."""
    naam, banen = request.param
    namen, bereiken = SECTOREN[naam]
    niveaus = [Niveau.objects.create(naam=n, slug=n.replace(" ", "-"), volgorde=i) for i, n in enumerate(namen)]
    werkvelden = [_werkveld(n) for n in range(banen)]
    waar = {}
    functies = []
    maak(soort_van(Werkgevers))
    for nummer, (vanaf, tot) in enumerate(bereiken):
        velden = {
            "vanaf_niveau": None if vanaf is None else niveaus[vanaf],
            "tot_niveau": None if tot is None else niveaus[tot],
        }
        functie = maak_functie(f"Werk {nummer}", vanaf=None, werkveld=werkvelden[nummer % banen], **velden)
        functie.full_clean()
        cursus = maak_opleiding(f"Cursus {nummer}", op=None, op_niveau=velden["vanaf_niveau"])
        functie.opleidingslinks.create(opleiding=cursus)
        functies.append(functie)
        hoogste = f" tot en met {namen[tot]}" if tot is not None else ""
        waar[functie.slug] = "" if vanaf is None else namen[vanaf] + hoogste
    for van, naar in pairwise(functies):
        maak_stap(van, naar, beide_kanten=van.pk % 2 == 0)
    publiceer_nu("1")
    return waar


def _werkveld(nummer):
    werkveld = Werkveld(naam=f"Veld {nummer}", slug=f"veld-{nummer}", volgorde=nummer)
    werkveld.full_clean()
    werkveld.save()
    return werkveld


def groepen(html, kop, item):
    """The slugs under each heading of a page."""
    delen = re.split(kop, html)[1:]
    namen = [tekst(deel.split("<", 1)[0]).lower() for deel in delen]
    return {slug: naam for naam, deel in zip(namen, delen, strict=True) for slug in re.findall(item, deel)}


@pytest.mark.parametrize("elke_keuze", [False, pytest.param(True, marks=pytest.mark.drill)])
def test_every_page_opens_and_says_of_each_functie_the_level_it_has_and_no_other(client, sector, elke_keuze):
    html = bladzijden(client, elke_keuze=elke_keuze)
    anders = "niveau niet bekend" if any(sector.values()) else "functies"

    lijst = groepen(html["/functies/"], r'<h2 id="groep-\d+">', r'href="/functies/([a-z0-9-]+)/"')
    assert lijst == {slug: niveau or anders for slug, niveau in sector.items()}
    kaart = groepen(html["/"], r'<h2 id="[^"]*" class="niveau[^"]*"><span>', r'<li id="kaart-([a-z0-9-]+)"')
    assert kaart == {slug: niveau.split(" tot en met ")[0] or anders for slug, niveau in sector.items()}
    for slug, niveau in sector.items():
        veld = re.search(r'<p class="veld">(.*?)</p>', html[f"/functies/{slug}/"], re.S)[1]
        assert tekst(veld).partition(" · ")[2] == niveau
        kaartje = re.search(rf'<li id="kaart-{slug}".*?</li>', html["/"], re.S)[0]
        assert (niveau in tekst(kaartje)) == (" tot en met " in niveau or not niveau)


def test_a_comparison_and_a_route_claim_only_levels_that_are_known(client, sector):
    slugs = list(sector)
    for van, naar in pairwise(slugs):
        tabel = client.get("/vergelijken/", {"functie": [van, naar]}).text
        rij = re.search(r'<th scope="row">Niveau.*?</tr>', tabel, re.S)[0]
        cellen = [tekst(cel).removesuffix(" (anders)") for cel in re.findall(r"<td.*?>(.*?)</td>", rij, re.S)]
        assert cellen == [sector[van] or "niet bekend", sector[naar] or "niet bekend"]
        route = tekst(client.get("/routes/", {"van": van, "naar": naar}).text)
        gesprek = tekst(client.get("/werkgevers/gesprek/doel/", {"van": van, "naar": naar}).text)
        hoger = _hoger(van, naar)
        assert (f"hoger niveau: van {sector[van]} naar {sector[naar]}" in route) == hoger
        assert ("hoger niveau" in route) == hoger
        assert "Het niveau gaat van" not in gesprek or hoger


def _hoger(van, naar):
    """Whether all levels of one lie above all levels of another, from the rows that editors typed."""
    een, ander = Functie.objects.get(slug=van), Functie.objects.get(slug=naar)
    if not (een.vanaf_niveau and ander.vanaf_niveau):
        return False
    return (een.tot_niveau or een.vanaf_niveau).volgorde < ander.vanaf_niveau.volgorde


def test_a_range_is_found_by_each_of_its_levels_and_an_old_number_still_means_its_level(
    client, maak_functie, publiceer_nu
):
    maak_functie("Laag", vanaf=2)
    maak_functie("Breed", vanaf=3, tot=5)
    maak_functie("Onbekend", vanaf=None)
    Niveau.objects.create(naam="vier", slug="vier", volgorde=4, nlqf=4)
    publiceer_nu("1")

    def gevonden(niveau):
        return set(re.findall(r'<h3><a href="/functies/([a-z]+)/">', client.get("/functies/", {"niveau": niveau}).text))

    assert gevonden("niveau-2") == gevonden("2") == {"laag"}
    assert gevonden("vier") == gevonden("4") == gevonden("niveau-5") == {"breed"}
    assert gevonden("maan") == gevonden("") == {"laag", "breed", "onbekend"}
    assert "We kennen ‘maan’ niet." in client.get("/functies/", {"niveau": "maan"}).text


def test_an_opleiding_without_a_level_can_be_the_one_that_you_have(client, maak_functie, maak_opleiding, publiceer_nu):
    maak(soort_van(Werkgevers))
    maak_functie("Werk").opleidingslinks.create(opleiding=maak_opleiding("Cursus", op=None))
    maak_opleiding("Los diploma", op=None)
    publiceer_nu("1")

    assert "Je opleiding past bij 1 functie." in client.get("/", {"opleiding": "cursus"}).text
    assert "cursus" in client.get("/werkgevers/gesprek/").text
    assert "We kennen ‘los-diploma’ niet." in client.get("/", {"opleiding": "los-diploma"}).text


@pytest.mark.parametrize(
    ("vanaf", "tot", "fout"),
    [(None, 3, "Kies ook het laagste niveau."), (3, 3, "hoger is dan niveau 3"), (4, 3, "hoger is dan niveau 4")],
)
def test_a_range_that_does_not_go_up_is_refused_at_its_field(beheerder, maak_functie, vanaf, tot, fout):
    functie = maak_functie("Werk", vanaf=vanaf)
    maak_functie("Ander", vanaf=tot)
    adres = f"/beheer/functies/functie/{functie.pk}/change/"
    velden = formuliervelden(beheerder.get(adres).text)

    response = beheerder.post(adres, velden | {"tot_niveau": Niveau.objects.get(nlqf=tot).pk})

    assert response.status_code == 200
    assert fout in response.text


# --- A step both ways ---


@pytest.fixture
def heen_en_weer(maak_functie, maak_stap, publiceer_nu):
    """Two functies at different levels with one step between them, both ways, typed from high to low."""
    maak(soort_van(Werkgevers))
    hoog, laag, verder = maak_functie("Hoog", vanaf=5), maak_functie("Laag", vanaf=2), maak_functie("Verder", vanaf=6)
    maak_stap(hoog, laag, beide_kanten=True)
    maak_stap(hoog, verder)
    return publiceer_nu("1")


def test_a_step_both_ways_is_one_line_with_a_port_at_both_ends(heen_en_weer):
    draden = {(draad.lijn.van, draad.lijn.naar): draad for draad in verkenner(heen_en_weer, Kaartkeuze()).draden}

    assert set(draden) == {("laag", "hoog"), ("hoog", "verder")}
    assert draden["laag", "hoog"].poorten.count("M") == 2
    assert draden["hoog", "verder"].poorten.count("M") == 1
    assert len(hele_kaart(heen_en_weer).lijnen) == 2


def test_a_step_both_ways_stands_once_in_each_list_of_both_panels(client, heen_en_weer):
    for slug, ander in (("hoog", "laag"), ("laag", "hoog")):
        html = client.get(f"/functies/{slug}/").text
        paneel = html[html.index('id="paneel"') : html.index('id="kaart"')]
        verder, hierheen = paneel.split("<h2>Zo kom je hier")
        for lijst in (verder, hierheen):
            assert lijst.count(f'href="/functies/{ander}/"') == 1
            assert "kan beide kanten op" in tekst(lijst)


def test_a_step_both_ways_counts_in_both_directions_of_every_route(client, heen_en_weer):
    assert netwerk(heen_en_weer).routes("laag", "verder") == [("laag", "hoog", "verder")]
    assert netwerk(heen_en_weer).routes("hoog", "laag") == [("hoog", "laag")]
    assert "We kennen één route." in client.get("/routes/?van=laag&naar=hoog").text
    assert client.get("/werkgevers/gesprek/doel/?van=laag&naar=verder").text.count('class="halte') == 3


def test_a_step_back_beside_one_both_ways_is_refused_by_name(beheerder, maak_functie, maak_stap):
    een, ander = maak_functie("Een"), maak_functie("Ander")
    maak_stap(een, ander, beide_kanten=True)
    velden = formuliervelden(beheerder.get("/beheer/functies/doorgroei/add/").text)
    velden |= {"van": ander.pk, "naar": een.pk, "soort": "doorstroom", "bron": "x", "gecontroleerd_op": "1-1-2026"}

    response = beheerder.post("/beheer/functies/doorgroei/add/", velden)

    assert "De stap Een ↔ Ander staat er ook." in response.text
    assert Doorgroei.objects.count() == 1


# --- Lanes and their colours ---


def test_a_lane_gets_a_colour_that_no_other_has_and_keeps_the_one_that_was_chosen(beheerder, ontwikkelpad):
    for nummer in range(len(Kleur) + 2):
        velden = formuliervelden(beheerder.get("/beheer/functies/werkveld/add/").text)
        kleur = "blauw" if nummer == 1 else ""
        velden |= {"naam": f"Veld {nummer}", "slug": f"veld-{nummer}", "kleur": kleur, "volgorde": nummer}
        assert beheerder.post("/beheer/functies/werkveld/add/", velden).status_code == 302

    kleuren = list(Werkveld.objects.order_by("volgorde").values_list("kleur", flat=True))
    assert kleuren[:4] == ["rood", "blauw", "groen", "paars"]
    assert len(set(kleuren[: len(Kleur)])) == len(Kleur) >= 12
    assert kleuren[len(Kleur) :] == ["rood", "groen"]


# --- The working copy ---


def test_levels_stand_in_the_edition_in_their_order_used_or_not(maak_functie, ontwikkelpad):
    for nummer, naam in ((3, "c"), (1, "z"), (2, "m")):
        Niveau.objects.create(naam=naam, slug=naam, volgorde=nummer)
    for naam, slug in (("Vierde", None), ("Derde", "c"), ("Eerste", "z"), ("Tweede", "m")):
        maak_functie(naam, vanaf=None, vanaf_niveau=Niveau.objects.filter(slug=slug).first())

    document = bouw()

    assert [niveau.slug for niveau in document.niveaus] == ["z", "m", "c"]
    assert [functie.naam for functie in document.alle(Functierij)] == ["Eerste", "Tweede", "Derde", "Vierde"]
    assert list(Functie.objects.values_list("naam", flat=True)) == ["Eerste", "Tweede", "Derde", "Vierde"]


def test_competenties_say_their_area_in_the_edition(maak_functie, ontwikkelpad):
    gebied = Competentiegebied.objects.create(naam="Samen", slug="samen", volgorde=1)
    Competentie.objects.create(naam="Praten", slug="praten", competentiegebied=gebied, **BEWIJS)
    Competentie.objects.create(naam="Bouwen", slug="bouwen", **BEWIJS)

    gebieden = {rij.slug: rij.competentiegebied for rij in bouw().competenties}

    assert gebieden == {"praten": "samen", "bouwen": None}
