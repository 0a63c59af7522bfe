"""Make the mirror: ask the site itself for all that can be reached, and write it so that it needs no server."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.template.loader import render_to_string

from ontwikkelpad.middleware import ZONDER_PAD
from ontwikkelpad.spiegel import adressen, herschrijven
from ontwikkelpad.spiegel.herschrijven import bestand_van, vanaf
from ontwikkelpad.spiegel.wissel import MERK
from ontwikkelpad.spiegel.zoeklijst import zoeklijst
from ontwikkelpad.voordeur import Voordeur
from ontwikkelpad.vraag import leest_op
from uitgave.gegevens import Bron, Gegevens, aanwezig
from uitgave.pad import Pad
from uitgave.pagina import foutpagina, toon
from uitgave.voortgang import Stap, meld, volg

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

BEGIN, ZOEKEN, UITLEG = "/", "/zoeken/", "/deze-kopie/"
# What can be a file on any disk: a path, with perhaps one choice.
VEILIG = re.compile(r"/(?:[\w.~-]+/)*[\w.~-]*(?:\?[a-z-]+=[\w-]+)?", re.ASCII)
OMLEIDINGEN = 3  # after one another, at most
HTML, CSS, SCRIPT, VERDER = "text/html", "text/css", "text/javascript", "verder"
KOP = '<header class="kop">'  # before which a page says that it is a copy
# What a web server shows instead of a page that is not in the copy. It stands at any address, so its links are those
# of the site itself.
FOUTEN = {
    404: ("Deze pagina is er niet", "Misschien staat er een fout in het adres, of is de pagina verhuisd."),
    503: ("Deze pagina is er nu even niet", "Je ziet een kopie van de site. Deze pagina staat daar niet in."),
}


@dataclass(frozen=True)
class Kopie:
    """What the mirror says of itself: where the site is, if that is known, and what it holds beside the edition."""

    site: str
    gegevens: list[tuple[Gegevens, tuple[Bron, ...]]]


class Spiegel:
    """The mirror of one edition, which must be the one that is served here; it is written into an empty folder.

    `ontbreekt` are afterwards the addresses that a page leads to and that are not there, each with that page.
    """

    def __init__(self, pad: Pad, map_: Path) -> None:
        self.pad, self.map = pad, map_
        self.ontbreekt: dict[str, str] = {}
        self._gezien: set[str] = set()
        self._site = Voordeur(WSGIHandler())
        self._gevonden: dict[str, str] = {}  # by address: the type of what is there, or where it leads on to
        self._verder: dict[str, str] = {}

    def maak(self) -> int:
        """Write all files; return how many pages there are."""
        self._zet_neer(ZOEKEN, "spiegel/zoeken.html", zoeklijst(self.pad))
        self._zet_neer(UITLEG, "spiegel/kopie.html", Kopie(settings.SITE_URL, aanwezig(self.pad)))
        self._loop([BEGIN, *adressen.van_rijen(self.pad)], BEGIN)
        self._loop(adressen.die_verder_leiden(self.pad, self._gevonden), BEGIN)
        for status, woorden in FOUTEN.items():
            self._zet_fout_neer(f"/{status}.html", status, woorden)
        for adres, soort in volg(Stap.SPIEGEL_KLAAR, self._gevonden.items()):
            self._zet_om(adres, soort)
        self._schrijf_merk()
        return sum(soort == HTML for soort in self._gevonden.values())

    # --- Asking the site ---

    def _loop(self, begin: list[str], van: str) -> None:
        """Ask for each of these addresses, to which the page `van` leads, and for all that their answers lead to."""
        wachtrij = self._nog_niet_gevraagd(begin, van)
        while wachtrij:
            adres, van = wachtrij.pop()
            wachtrij += self._nog_niet_gevraagd(self._haal(adres, van), adres)
            meld(Stap.SPIEGEL, len(self._gevonden))

    def _nog_niet_gevraagd(self, doelen: Iterable[str], van: str) -> list[tuple[str, str]]:
        nieuw = [doel for doel in dict.fromkeys(doelen) if doel not in self._gezien and _kan_mee(doel)]
        self._gezien.update(nieuw)
        return [(doel, van) for doel in nieuw]

    def _haal(self, adres: str, van: str) -> list[str]:
        """Keep what the site answers at an address, as it is; return what that leads to."""
        antwoord = self._site.vraag(adres)
        koppen, inhoud = antwoord.vorm("")
        kop = {naam.lower(): waarde for naam, waarde in koppen}
        if antwoord.status.startswith("3"):
            self._gevonden[adres], self._verder[adres] = VERDER, kop["location"]
            return herschrijven.doelen("", HTML, adres, kop["location"])
        if not antwoord.status.startswith("200"):
            self.ontbreekt[adres] = van
            return []
        return self._bewaar(adres, kop.get("content-type", "").partition(";")[0], inhoud)

    def _bewaar(self, adres: str, soort: str, inhoud: bytes) -> list[str]:
        self._gevonden[adres] = soort
        self._schrijf(adres, inhoud)
        return herschrijven.doelen(inhoud.decode(), soort, adres) if soort in (HTML, CSS) else []

    def _zet_neer(self, adres: str, template: str, inhoud: "DataclassInstance") -> None:
        """Keep a page that only the mirror has."""
        self._gezien.add(adres)
        pagina = toon(adressen.verzoek(self.pad, adres), template, inhoud)
        self._loop(self._bewaar(adres, HTML, pagina.content), adres)

    def _zet_fout_neer(self, adres: str, status: int, woorden: tuple[str, str]) -> None:
        """Write a page for what is not there, with the files that it needs. Its addresses stay as they are."""
        pagina = foutpagina(adressen.verzoek(self.pad, adres), status, woorden=woorden)
        self._loop(herschrijven.doelen(pagina.text, HTML, adres), adres)
        self._schrijf(adres, pagina.content)

    # --- Writing files ---

    def _zet_om(self, adres: str, soort: str) -> None:
        """Let what was kept at an address need no server."""
        bestand = bestand_van(adres)

        def waarheen(doel: str, formulier: bool) -> str:
            return self._waarheen(bestand, doel, formulier)

        if soort == VERDER:
            naar = herschrijven.nieuw(self._verder[adres], adres, waarheen)
            self._schrijf(adres, render_to_string("spiegel/verhuisd.html", {"naar": naar}).encode())
        elif soort == SCRIPT:  # in a scope of its own, as it has when it is a module
            code = (self.map / bestand).read_text(encoding="utf-8")
            self._schrijf(adres, f"(() => {{\n{code}}})();\n".encode())
        elif soort in (HTML, CSS):
            tekst = (self.map / bestand).read_text(encoding="utf-8")
            if soort == HTML:
                balk = render_to_string("spiegel/_balk.html", {"uitleg": UITLEG, "uitgave": self.pad.uitgave})
                tekst = tekst.replace(KOP, balk + KOP, 1)
            self._schrijf(adres, herschrijven.herschreven(tekst, soort, adres, waarheen).encode())

    def _waarheen(self, hier: str, doel: str, formulier: bool) -> str:
        """Return how the file `hier` names an address of the site: in the mirror, or at the site itself."""
        adres, hekje, plek = doel.partition("#")
        for _ in range(OMLEIDINGEN):
            if verder := self._verder.get(adres):  # then at once where that leads
                adres, hekje, plek = (verder if "#" in verder else f"{verder}{hekje}{plek}").partition("#")
        pad, vraagteken, vraag = adres.partition("?")
        if pad == ZOEKEN:
            return vanaf(hier, bestand_van(pad)) + vraagteken + vraag + hekje + plek
        if adres in self._gevonden and not formulier:
            return vanaf(hier, bestand_van(adres)) + hekje + plek
        return settings.SITE_URL + doel if settings.SITE_URL else vanaf(hier, bestand_van(UITLEG))

    def _schrijf(self, adres: str, inhoud: bytes) -> None:
        bestand = self.map / bestand_van(adres)
        bestand.parent.mkdir(parents=True, exist_ok=True)
        bestand.write_bytes(inhoud)

    def _schrijf_merk(self) -> None:
        """Write what tells that this folder is a mirror, and of which edition."""
        uitgave = self.pad.uitgave
        merk = {"site": settings.SITE_URL, "uitgave": uitgave.nummer, "datum": uitgave.datum.isoformat()}
        (self.map / MERK).write_text(f"{json.dumps(merk, indent=1)}\n", encoding="utf-8")


def _kan_mee(adres: str) -> bool:
    """True for what a visitor may see, and what can be a file; of a question only one that opens a part of a page."""
    if not VEILIG.fullmatch(adres) or adres.startswith(ZONDER_PAD):
        return False
    pad, _, vraag = adres.partition("?")
    leest = leest_op(pad)
    return not vraag or bool(leest and vraag.partition("=")[0] in leest.opent)
