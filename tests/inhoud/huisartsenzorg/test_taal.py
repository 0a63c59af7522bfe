"""How our first content is spelled and who speaks in it: over every text of its files, the bron too."""

import json
import re
from collections.abc import Iterator

import pytest
from django.conf import settings

from redactie.kwaliteit.tekstvelden import tekstvelden
from uitgave.soort import alle_modellen

MAP = settings.FIXTURES / "huisartsenzorg"
# What may never stand in a text, each with what it should be.
SPELLING = {
    r"\bhbo (?:bachelor|master)\b": "hbo-bachelor, hbo-master",
    r"\bB[OB]L\b": "bol, bbl",
    r"\bPTO\b": "no source explains it",
    r"(?<!‘)\(ANP\) BIG": "BIG-registratie als verpleegkundig specialist",
    r"\bBIG registratie\b": "BIG-registratie",
    r"\b[Mm]atching\b|\b[Rr]egelzaken\b|\bgo of (?:een )?no-go\b": "in gewone woorden",
    r"\bwerk je en leer je tegelijk\b": "werk en leer je tegelijk",
    r"\b(?:u|uw)\b": "je",
    r" · ?$| {2,}": "no loose dot or double space",
}
STEM = re.compile(
    r"\bonze (?:bron|lezing)\b|\blezen (?:wij|we)\b|\bstaat niet in de bron\b|\bde bron (?:noemt|geeft)\b", re.I
)
OVER_DE_BRON = {"ontwikkelpad.ontwikkelpad: bronnen"}  # the one text that is about the sources


def teksten() -> Iterator[tuple[str, str, str]]:
    """Every text of the files: its file, its model and field, and the text."""
    for bestand in sorted(MAP.glob("*.json")):
        for rij in json.loads(bestand.read_text()):
            for veld, waarde in rij["fields"].items():
                if isinstance(waarde, str) and veld not in ("slug", "sleutel") and not waarde.startswith("http"):
                    yield bestand.name, f"{rij['model']}: {veld}", waarde


@pytest.mark.parametrize("fout", SPELLING)
def test_no_text_is_spelled_otherwise_than_the_others(fout):
    gevonden = [(bestand, veld, tekst) for bestand, veld, tekst in teksten() if re.search(fout, tekst)]

    assert gevonden == [], SPELLING[fout]


def test_the_voice_of_the_editors_is_heard_in_the_bron_alone():
    zinnen = {f"{model._meta.label_lower}: {veld.name}" for model in alle_modellen() for veld in tekstvelden(model)}
    gevonden = [(veld, tekst) for _, veld, tekst in teksten() if veld in zinnen - OVER_DE_BRON and STEM.search(tekst)]

    assert gevonden == []
