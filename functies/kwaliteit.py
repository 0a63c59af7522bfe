"""What the gate asks of functies, their steps and their competenties."""

import re
from collections import defaultdict
from collections.abc import Iterator

from functies import document as d
from functies.models import Competentie, Doorgroei, Functie
from redactie.kwaliteit import gelijkenis
from redactie.kwaliteit.bevindingen import Bevinding, Regel, Werkkopie, fout, let_op, opsomming, regel, zonder_zichtbare
from uitgave.huidig import huidig
from zoeken.vouwen import gevouwen


def onvolledig(kopie: Werkkopie) -> Iterator[Bevinding]:
    for relatie, naam in (
        *(("opleidingen", "opleiding"), ("competenties", "competentie")),
        *(("beroepsvereisten", "beroepsvereiste"),),
    ):
        yield from zonder_zichtbare(kopie, Functie, relatie, naam)


def vervolg(kopie: Werkkopie) -> Iterator[Bevinding]:
    stappen = defaultdict(list)
    for stap in kopie.getoond[Doorgroei]:
        stappen[stap.van_id].append((stap.naar, stap))
        if stap.beide_kanten:
            stappen[stap.naar_id].append((stap.van, stap))
    for functie in kopie.getoond[Functie]:
        if functie.geen_vervolg and (wel := stappen[functie.pk]):
            naar = opsomming(doel for doel, _ in wel)
            tekst = f"Functie {functie}: hier staat ‘geen volgende stap’, maar er is een stap naar {naar}."
            yield fout(Regel.VERVOLG, f"{tekst} Kies wat klopt.", functie, *(stap for _, stap in wel))
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


def heen_en_terug(kopie: Werkkopie) -> Iterator[Bevinding]:
    """A step back beside one both ways: the form refuses it, but two typed on one page do not see each other."""
    per_paar = {(stap.van_id, stap.naar_id): stap for stap in kopie.rijen[Doorgroei]}
    for stap in kopie.rijen[Doorgroei]:
        terug = per_paar.get((stap.naar_id, stap.van_id))
        if stap.beide_kanten and terug and (not terug.beide_kanten or stap.pk < terug.pk):
            tekst = f"De stap {stap} kan beide kanten op, en de stap {terug} staat er ook. Houd er één."
            yield fout(Regel.DUBBEL, tekst, stap, terug)


def niveaus(kopie: Werkkopie) -> Iterator[Bevinding]:
    functies = kopie.getoond[Functie]
    for functie in functies:
        if functie.bereik_klopt_niet():
            tekst = f"Functie {functie}: {functie.tot_niveau} is niet hoger dan {functie.vanaf_niveau}. Kies wat klopt."
            yield fout(Regel.NIVEAU, tekst, functie)
    zonder = [functie for functie in functies if functie.vanaf_niveau is None]
    if zonder and len(zonder) < len(functies):
        tekst = f"Functie zonder niveau: {opsomming(zonder)}. Is het niveau echt niet bekend?"
        yield let_op(Regel.NIVEAU, tekst, *zonder)


def kaartnaam(kopie: Werkkopie) -> Iterator[Bevinding]:
    """The name on the card was typed by hand, and stays behind when the name changes: now, or some time ago."""
    op_de_site = {rij.sleutel: rij for rij in huidig.pad.alle(d.Functie).values()} if huidig.pad else {}
    for functie in kopie.getoond[Functie]:
        was = op_de_site.get(functie.sleutel)
        bleef = was and was.kaartnaam == functie.kaartnaam and _woorden(was.naam) != _woorden(functie.naam)
        anders = _woorden(functie.kaartnaam) - _woorden(f"{functie.naam} {functie.afkorting}")
        if anders or (bleef and _woorden(functie.kaartnaam) not in (set(), _woorden(functie.naam))):
            tekst = f"Functie {functie.naam}: op de kaart staat ‘{functie.kaartnaam}’. Past dat nog bij de naam?"
            yield let_op(Regel.NAAM, tekst, functie)


def _woorden(tekst: str) -> set[str]:
    """Return the words of a name, in small letters without accents."""
    return set(re.findall(r"\w+", gevouwen(tekst)))


def lijkende_competenties(kopie: Werkkopie) -> Iterator[Bevinding]:
    competenties = kopie.getoond[Competentie]
    namen = [rij.naam for rij in competenties]
    for groep in gelijkenis.lijkende_namen(namen):
        rijen = [competenties[plek] for plek in groep]
        yield let_op(
            Regel.DUBBEL, f"Deze competenties lijken erg op elkaar: {opsomming(rijen)}. Kan het er één zijn?", *rijen
        )


regel(onvolledig, vervolg, stap_naar_verborgen, heen_en_terug, niveaus, kaartnaam, lijkende_competenties)
