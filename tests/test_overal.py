"""One edition, every form: what an editor changes and publishes is in each of them, and what waits is in none."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from functies.models import Functie
from opleidingen.models import Opleiding
from papier.boek import Boek
from papier.drukken import Drukker
from tests.pagina import formuliervelden
from tests.papier.lezen import gelezen, met_pdf, tekst
from tests.test_spiegel import bestanden, verbinding_blijft  # noqa: F401
from uitgave.huidig import huidig

OUD, NIEUW, WACHT = "G204", "G299", "kanarievogel"
FEED = ("/data/wijzigingen.json", "/data/wijzigingen.atom")
VORMEN = ("/data/ontwikkelpad.json", "/data/opleidingen.csv", "/data/ontwikkelpad.jsonld", "/data/ontwikkelpad.ttl")


@pytest.fixture
def gepubliceerd(inhoud, beheerder):
    """A code changed and published at the desk as an editor does; after that a text changed that waits."""
    opleiding = Opleiding.objects.get(code=OUD)
    adres = f"/beheer/opleidingen/opleiding/{opleiding.pk}/change/"
    response = beheerder.post(adres, formuliervelden(beheerder.get(adres).text) | {"code": NIEUW})
    assert response.status_code == 302, response.text
    velden = formuliervelden(beheerder.get("/beheer/publiceren/").text)
    velden |= {"nummer": "2", "datum": date.today().isoformat(), "wijzigingen": "Een nieuwe code.", "gelezen": "on"}
    assert beheerder.post("/beheer/publiceren/", velden).status_code == 302
    huidig.ververs()
    assert huidig.pad.uitgave.nummer == "2"
    Functie.objects.update(samenvatting=WACHT, naam=f"{WACHT} {OUD}")
    return opleiding


@pytest.mark.een_database
@met_pdf()
def test_a_change_is_in_every_form_and_what_waits_is_in_none(gepubliceerd, client, tmp_path):
    pagina = client.get(f"/opleidingen/{gepubliceerd.slug}/").text
    alles = {adres: client.get(adres).content.decode("utf-8-sig") for adres in (*VORMEN, *FEED, "/sitemap.xml")}
    pdf = tekst(gelezen(Drukker().druk(*boek(Boek(huidig.pad)))))
    call_command("exporteer_site", tmp_path / "kopie", stdout=StringIO(), stderr=StringIO())
    kopie = bestanden(tmp_path / "kopie")

    geheel = [pagina, pdf, *(alles[adres] for adres in VORMEN)]
    geheel.append(kopie[f"opleidingen/{gepubliceerd.slug}/index.html"].decode())
    for vorm in geheel:
        assert NIEUW in vorm
        assert OUD not in vorm
    nieuwste = json.loads(alles[FEED[0]])["uitgaven"][0]
    assert nieuwste["nummer"] == "2"
    assert gepubliceerd.naam in json.dumps(nieuwste, ensure_ascii=False)
    assert gepubliceerd.naam in alles[FEED[1]]
    plek = alles["/sitemap.xml"].index(f"/opleidingen/{gepubliceerd.slug}/</loc>")
    assert date.today().isoformat() in alles["/sitemap.xml"][plek : plek + 120]
    for vorm in (*geheel, *alles.values(), *(inhoud.decode(errors="replace") for inhoud in kopie.values())):
        assert WACHT not in vorm


def boek(inhoud):
    return inhoud.html(), inhoud.stijl(), inhoud.tekeningen()
