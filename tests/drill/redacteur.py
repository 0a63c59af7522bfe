"""Somebody at the desk of a running site."""

import re
from datetime import date
from typing import Any
from urllib.parse import urlencode

from tests.pagina import formuliervelden
from tests.server import Antwoord, Draaiend, koekjes

FUNCTIE, NAAM = "/functies/broodbakker/", "Broodbakker"
FORMULIER = "application/x-www-form-urlencoded"


class Redacteur:
    """Logs in as the account of a site, changes the text of one functie, and publishes it.

    `op` may be another server with the same database later on.
    """

    def __init__(self, site: Draaiend) -> None:
        self.site = site
        self.koekje = {"Cookie": koekjes(site.log_in())}
        lijst = self.open("/beheer/functies/functie/").tekst
        self.rij = re.findall(rf'href="(/beheer/functies/functie/\d+/change/)[^>]*>{NAAM}<', lijst)[0]

    def open(self, pad: str) -> Antwoord:
        return self.site.vraag(pad, **self.koekje)

    def stuur(self, pad: str, velden: dict[str, Any]) -> Antwoord:
        koekje = self.koekje["Cookie"]
        velden = velden | {"csrfmiddlewaretoken": re.findall(r"csrftoken=(\w+)", koekje)[0]}
        kop = self.koekje | {"Content-Type": FORMULIER}
        return self.site.vraag(pad, "POST", urlencode(velden, doseq=True), **kop)

    def velden(self, pad: str) -> dict[str, Any]:
        """Return the fields of a form as it opens now; none when it does not open."""
        antwoord = self.open(pad)
        return formuliervelden(antwoord.tekst) if antwoord.status == 200 else {}

    def tekst(self) -> str:
        """Return the text of the functie in the desk."""
        return str(self.velden(self.rij).get("samenvatting"))

    def bewaar(self, tekst: str) -> Antwoord:
        """Save another text for the functie."""
        return self.stuur(self.rij, self.velden(self.rij) | {"samenvatting": tekst})

    def publiceer(self, nummer: str) -> Antwoord:
        """Publish the working copy."""
        velden = {"nummer": nummer, "datum": date.today().isoformat(), "wijzigingen": "Nieuw.", "gelezen": "on"}
        return self.stuur("/beheer/publiceren/", self.velden("/beheer/publiceren/") | velden)
