"""A CKAN on this machine, with the datasets of who offers what: well-behaved, or in any way that the web knows."""

import json
from pathlib import Path

from aanbod.datasets import COHORTEN, HO, MBO
from tests.redactie.webserver import Antwoorden, Website

DAG = "2026-08-04T04:00:00"


class Portaal(Antwoorden):
    """The answers of the portal: each dataset as `datasets` of its server says, and the files themselves."""

    def geef_api(self, _):
        dataset = self.path.rpartition("=")[2]
        self.geef(json.dumps({"success": True, "result": {"resources": self.server.datasets[dataset]}}).encode())

    def geef_bestand(self, naam):
        self.geef(self.server.bestanden[Path(naam).stem], "text/csv")

    def geef_half(self, naam):
        """Say how long it is, and stop before that."""
        inhoud = self.server.bestanden[Path(naam).stem]
        self.antwoord(200, Content_Length=str(len(inhoud)))
        self.wfile.write(inhoud[:-50])
        self.close_connection = True

    def geef_html(self, _):
        self.geef(b"<!doctype html>\n<title>Even geduld</title>\n", "text/html")

    def geef_langzaam(self, naam):
        """A file that goes on coming, slowly: somebody can watch how far it is."""
        inhoud = self.server.bestanden[Path(naam).stem]
        self.antwoord(200, Content_Length=str(len(inhoud)))
        stuk = len(inhoud) // 8 + 1
        self.rauw(*(inhoud[plek : plek + stuk] for plek in range(0, len(inhoud), stuk)), pauze=0.4)

    def geef(self, inhoud, soort="application/json"):
        self.antwoord(200, **{"Content-Length": str(len(inhoud)), "Content-Type": soort})
        self.wfile.write(inhoud)


def bron(url, naam="", **anders):
    return {"url": url, "name": naam, "format": "CSV", "last_modified": DAG} | anders


def portaal(bestanden, **plaatsen):
    """Make a portal with these files by name; `plaatsen` says of some where else they are."""
    website = Website()
    website.RequestHandlerClass, website.bestanden = Portaal, bestanden

    def waar(naam):
        return website.url(plaatsen.get(naam, "/bestand/{}.csv").replace("{}", naam))

    anders = {"url": "https://x.example/toelichting.pdf", "name": HO.naam, "format": "PDF"}
    website.datasets = {
        HO.naam: [anders, bron(waar(HO.naam), HO.naam)],
        MBO.naam: [*(bron(waar(naam), naam) for naam in (MBO.naam, COHORTEN)), bron(waar("x"), "controlebestand")],
    }
    return website
