"""What the gate asks of functies, their steps and their competenties."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from functies.models import Competentie, Doorgroei, Functie
from redactie.kwaliteit import gelijkenis
from redactie.kwaliteit.bevindingen import Bevinding, Regel, Werkkopie, fout, let_op, opsomming, regel, zonder_zichtbare


def onvolledig(kopie: Werkkopie) -> Iterator[Bevinding]:
    for relatie, naam in (
        *(("opleidingen", "opleiding"), ("competenties", "competentie")),
        *(("beroepsvereisten", "beroepsvereiste"),),
    ):
        yield from zonder_zichtbare(kopie, Functie, relatie, naam)


def vervolg(kopie: Werkkopie) -> Iterator[Bevinding]:
    stappen = defaultdict(list)
    for stap in kopie.getoond[Doorgroei]:
        stappen[stap.van_id].append(stap)
    for functie in kopie.getoond[Functie]:
        if functie.geen_vervolg and (wel := stappen[functie.pk]):
            naar = opsomming(stap.naar for stap in wel)
            tekst = f"Functie {functie}: hier staat ‘geen volgende stap’, maar er is een stap naar {naar}."
            yield fout(Regel.VERVOLG, f"{tekst} Kies wat klopt.", functie, *wel)
    if zonder := [rij for rij in kopie.getoond[Functie] if not rij.geen_vervolg and not stappen[rij.pk]]:
        tekst = f"Functie zonder volgende stap: {opsomming(zonder)}. Maak een stap, of zet ‘geen volgende stap’ aan."
        yield let_op(Regel.VERVOLG, tekst, *zonder)


def stap_naar_verborgen(kopie: Werkkopie) -> Iterator[Bevinding]:
    for stap in kopie.rijen[Doorgroei]:
        weg = [functie for functie in (stap.van, stap.naar) if not functie.zichtbaar]
        if stap.zichtbaar and weg:
            tekst = f"De stap {stap} is zichtbaar, maar {opsomming(weg)} niet."
            uitweg = "Zet de stap ook op niet zichtbaar, of maak de functie zichtbaar."
            yield fout(Regel.ZICHTBAAR, f"{tekst} {uitweg}", stap, *weg)


def kaartnaam(kopie: Werkkopie) -> Iterator[Bevinding]:
    """The name on the card was typed by hand, and stays behind when the name changes."""
    for functie in kopie.getoond[Functie]:
        op_de_kaart = functie.kaartnaam.replace("|", "")
        if _woorden(op_de_kaart) - _woorden(f"{functie.naam} {functie.afkorting}"):
            tekst = f"Functie {functie.naam}: op de kaart staat ‘{op_de_kaart}’. Past dat nog bij de naam?"
            yield let_op(Regel.NAAM, tekst, functie)


def _woorden(tekst: str) -> set[str]:
    """Return the words of a name, in small letters without accents."""
    tekens = unicodedata.normalize("NFKD", tekst.casefold())
    return set(re.findall(r"\w+", "".join(teken for teken in tekens if not unicodedata.combining(teken))))


def dubbele_competenties(kopie: Werkkopie) -> Iterator[Bevinding]:
    competenties = kopie.getoond[Competentie]
    namen = [rij.naam for rij in competenties]
    for groep in gelijkenis.hetzelfde(namen):
        rijen = [competenties[plek] for plek in groep]
        yield fout(Regel.DUBBEL, f"Dezelfde competentie staat er vaker: {opsomming(rijen)}. Houd er één.", *rijen)
    for groep in gelijkenis.lijkende_namen(namen):
        rijen = [competenties[plek] for plek in groep]
        yield let_op(
            Regel.DUBBEL, f"Deze competenties lijken erg op elkaar: {opsomming(rijen)}. Kan het er één zijn?", *rijen
        )


regel(onvolledig, vervolg, stap_naar_verborgen, kaartnaam, dubbele_competenties)
