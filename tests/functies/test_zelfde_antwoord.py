"""Every page that speaks of the same person says the same: map, panel, routes, compare, conversation and sheet."""

import re

import pytest

from functies.achtergrond import Achtergrond
from functies.document import Competentie, Functie
from functies.verkenner import achtergronden
from functies.weg import Soort
from opleidingen.document import Opleiding
from tests.functies.test_verkenner import kaartje
from tests.pagina import heel, tekst
from uitgave.huidig import huidig
from werkgevers.antwoorden import code_van

pytestmark = pytest.mark.een_database

DOEL, BLAD = "/werkgevers/gesprek/doel/", "/werkgevers/gesprek/blad/"
GEEN_STAPPEN = "We kennen geen stappen"


def meegenomen(html):
    """How many competenties of the goal the page says are there already."""
    gezegd = re.findall(r"Van de (\d+) competenties van .*? (?:hoort|horen) er (\d+) bij wat je al doet", tekst(html))
    return [(int(mee), int(alle)) for alle, mee in gezegd]


def drie_lijsten(html):
    """The competenties in the three lists of a page, each with what was answered."""
    (vak,) = re.findall(r'class="drielijsten".*', heel(html), re.S)
    gevonden = re.findall(r'class="antwoord (\w+)" aria-hidden="true"></span>\s*<span>([^<\n&]*)', vak)
    return [(antwoord, naam.strip()) for antwoord, naam in gevonden]


def achtergrondslugs(pad):
    return [slug for _, opties in achtergronden(pad) for slug, _ in opties]


def zelfde_voor_elke_achtergrond(client, deel=slice(None)):
    pad = huidig.pad
    for slug in achtergrondslugs(pad)[deel]:
        achtergrond = Achtergrond(pad, slug)
        kaart = client.get("/", {"opleiding": slug}).text
        for functie in pad.alle(Functie).values():
            stand = achtergrond.stand(functie)
            keuze = {"opleiding": slug, "naar": functie.slug}
            paneel = tekst(client.get(f"/functies/{functie.slug}/", {"opleiding": slug}).text)
            ander = next(andere for andere in pad.alle(Functie) if andere != functie.slug)
            naast = heel(client.get("/vergelijken/", {"functie": [functie.slug, ander], "opleiding": slug}).text)
            routes = client.get("/routes/", keuze).text
            doel, blad = client.get(DOEL, keuze).text, client.get(BLAD, keuze).text

            assert stand.woorden in kaartje(kaart, functie.slug)
            assert f"Voor jou: {achtergrond.naam}" in naast
            assert stand.woorden in naast
            genoemd = stand.soort != Soort.NIET_GENOEMD
            assert ("staat niet bij deze functie" in paneel) == (not genoemd)
            assert ('class="reis"' in routes) == genoemd
            assert (GEEN_STAPPEN in doel) == (GEEN_STAPPEN in blad) == (not genoemd)
            if stand.soort == Soort.BEGIN:
                assert "Hier kun je beginnen." in paneel
            if genoemd:
                stappen = len(re.findall(r'<span class="zacht">Stap \d+:</span>', doel))
                assert stappen == max(1, len(stand.route))
                assert meegenomen(doel) == meegenomen(blad) == meegenomen(routes)[:1]


def zelfde_voor_elk_paar(client, deel=slice(None)):
    pad = huidig.pad
    for van in list(pad.alle(Functie))[deel]:
        tegels = heel(client.get(DOEL, {"van": van}).text)
        for naar in pad.alle(Functie):
            if naar == van:
                continue
            doel, blad = (client.get(adres, {"van": van, "naar": naar}).text for adres in (DOEL, BLAD))
            totaal = meegenomen(doel)
            assert totaal == meegenomen(blad)
            routes = client.get("/routes/", {"van": van, "naar": naar}).text
            assert (GEEN_STAPPEN in doel) == (GEEN_STAPPEN in blad) == ('class="reis"' not in routes)
            if 'class="reis"' in routes:
                assert meegenomen(routes)[:1] == totaal
            namen = [pad.alle(Competentie)[slug].naam for slug in pad.alle(Functie)[naar].competenties]
            assert drie_lijsten(doel) == drie_lijsten(blad) == [("later", naam) for naam in namen]
            tegel = re.search(rf'href="{DOEL}\?van={van}&amp;naar={naar}".*?</ul>', tegels, re.S)
            if tegel and totaal:
                gezegd = [tuple(map(str, totaal[0]))] if totaal[0][0] else []
                assert re.findall(r"(\d+) van de (\d+)", tekst(tegel[0])) == gezegd


def test_all_pages_agree_for_every_background(client, inhoud):
    zelfde_voor_elke_achtergrond(client)


def test_all_pages_agree_for_every_pair_of_functies(client, inhoud):
    zelfde_voor_elk_paar(client)


def zelfde_bij_elk_antwoord(client, deel=slice(None)):
    """Of more beginnings than one, more goals, and answers of every kind: each competentie stands in one list."""
    pad = huidig.pad
    functies, opleidingen = list(pad.alle(Functie)), [*pad.alle(Opleiding), "geen"]
    for plaats, naar in list(enumerate(functies))[deel]:
        ander, derde = functies[(plaats + 1) % len(functies)], functies[(plaats + 2) % len(functies)]
        eigen = pad.alle(Functie)[naar].competenties
        antwoord = {code_van(pad)[slug]: "khl"[n % 3] for n, slug in enumerate(eigen) if n % 4 < 3}
        heeft = {"opleiding": [opleidingen[plaats % len(opleidingen)], opleidingen[-1]], **antwoord}
        for keuze in (
            {"van": [ander, derde], "naar": naar, **heeft},
            {"van": naar, "doel": "groeien", **heeft},
            {"van": derde, "doel": "verkennen", "naar": [naar, ander], **heeft},
            {"doel": "verkennen", "naar": [naar, ander, derde], **antwoord},
        ):
            doel, blad = (client.get(adres, keuze).text for adres in (DOEL, BLAD))
            over = keuze.get("naar") or keuze["van"]
            slugs = {s for f in ([over] if isinstance(over, str) else over) for s in pad.alle(Functie)[f].competenties}
            lijsten = drie_lijsten(doel)
            assert lijsten == drie_lijsten(blad)
            assert sorted(naam for _, naam in lijsten) == sorted(pad.alle(Competentie)[slug].naam for slug in slugs)
            woorden = {"k": "kan", "h": "half", "l": "leer", "": "later"}
            for slug in slugs:
                assert (woorden[antwoord.get(code_van(pad)[slug], "")], pad.alle(Competentie)[slug].naam) in lijsten
            assert meegenomen(doel) == meegenomen(blad)
            gekozen = doel.partition('id="lijkt"')[0]  # of what was chosen, not of what else there is to choose
            assert (GEEN_STAPPEN in gekozen) == (GEEN_STAPPEN in blad)


def test_screen_and_paper_agree_for_every_answer(client, inhoud):
    zelfde_bij_elk_antwoord(client)
