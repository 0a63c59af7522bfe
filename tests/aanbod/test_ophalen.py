"""The newest overview, from a portal that behaves well, slowly, badly or with other intentions."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from redactie.links.ophalen import is_openbaar
from tests.aanbod.test_overnemen import DRIE, KOP
from tests.aanbod.voorbeeld import bestand
from tests.redactie.webserver import Antwoorden, Website
from uitgave.models import Bijlage


class Portaal(Antwoorden):
    """A CKAN: the dataset, and its file."""

    def geef_api(self, _):
        self.geef(json.dumps(self.server.dataset(self.server)).encode())

    def geef_bestand(self, _):
        self.geef(bestand(KOP, *DRIE))

    def geef(self, inhoud):
        self.antwoord(200, **{"Content-Length": str(len(inhoud))})
        self.wfile.write(inhoud)


def dataset(*plaatsen, datum="2026-08-04T04:00:00"):
    def maak(server):
        bronnen = [{"url": server.url(plaats), "format": "csv", "last_modified": datum} for plaats in plaatsen]
        return {"success": True, "result": {"resources": [*bronnen, {"url": "https://x.example", "format": "PDF"}]}}

    return maak


@pytest.fixture
def haal(inhoud):
    def doe(maak_dataset, openbaar=lambda adres: True, seconden=60):
        uit = StringIO()
        with Website() as website:
            website.RequestHandlerClass, website.dataset = Portaal, maak_dataset
            call_command("haal_aanbod", openbaar=openbaar, portaal=website.url(""), seconden=seconden, stdout=uit)
        return uit.getvalue()

    return doe


@pytest.mark.parametrize("plaats", ["/bestand", "/301/bestand"])
def test_the_newest_file_is_found_by_the_name_of_the_dataset(haal, plaats):
    assert "25901: 3 schools" in haal(dataset(plaats))

    assert '"peildatum":"2026-08-04"' in Bijlage.objects.get().inhoud


@pytest.mark.parametrize(
    ("maak_dataset", "opties", "zegt"),
    [
        (dataset(), {}, "0 bestanden in CSV"),
        (dataset("/bestand", "/bestand"), {}, "2 bestanden in CSV"),
        (lambda server: ["anders"], {}, "Het portaal geeft een ander antwoord dan eerst"),
        (dataset("/404"), {}, "antwoord 404"),
        (dataset("/kring"), {}, "stuurt ons steeds door"),
        (dataset("/traag"), {"seconden": 1}, "took too long"),
        (dataset("/niets"), {}, "Nothing was taken over"),
        (dataset("/groot"), {}, "Nothing was taken over"),
        (dataset("/bestand"), {"openbaar": is_openbaar}, "127.0.0.1 is not on the public internet"),
        (lambda server: {"result": {"resources": [{"url": "file:///etc/passwd", "format": "CSV"}]}}, {}, "passwd"),
    ],
)
def test_what_goes_wrong_on_the_way_changes_nothing_and_is_named(haal, maak_dataset, opties, zegt):
    with pytest.raises(CommandError, match=zegt):
        haal(maak_dataset, **opties)

    assert not Bijlage.objects.exists()


def test_a_website_that_sends_us_inside_our_own_network_is_not_followed(haal):
    binnen = {"127.0.0.1"}

    def een_keer_openbaar(adres):
        return adres in binnen and not binnen.clear()  # the portal itself; where it sends us on to is looked at anew

    with pytest.raises(CommandError, match="is not on the public internet"):
        haal(dataset("/bestand"), een_keer_openbaar)
