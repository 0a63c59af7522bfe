"""Between schema 2 and 3: where the words on the map may break stands in a list of words, no longer in the kaartnaam.

There a | stood between the parts: "Magazijn|medewerker". The part `breekwoorden` says it of the word, wherever it is.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

Gegevens = dict[str, Any]

MET_STREEP = re.compile(r"[^\W\d_]+(?:\|[^\W\d_]+)+")
WOORD = re.compile(r"[^\W\d_]+")
NIET_GOED = re.compile(r"\b\w{1,2}\||\|\w{1,2}\b|[äëïöüÿ]\||\|[äëïöüÿ]")  # a short part, or a break beside a trema
LANGSTE_KAARTNAAM = 60


def woorden_in(kaartnamen: Iterable[str]) -> dict[str, str]:
    """Return the words with a | in them: without it, and with it. The list refuses some; those are left out."""
    met_streep = (gevonden.lower() for naam in sorted(kaartnamen) for gevonden in MET_STREEP.findall(naam))
    goed = {delen.replace("|", ""): delen for delen in met_streep if not NIET_GOED.search(delen)}
    return dict(sorted(goed.items()))


def met_strepen(kaartnaam: str, woorden: Mapping[str, str]) -> str:
    """Return `kaartnaam` with the words that may break as they were written; unchanged where that is too long."""

    def als_vroeger(gevonden: re.Match[str]) -> str:
        letters = iter(gevonden[0])
        delen = woorden.get(gevonden[0].lower()) or gevonden[0]
        return "".join(teken if teken == "|" else next(letters) for teken in delen)

    lang = WOORD.sub(als_vroeger, kaartnaam)
    return lang if len(lang) <= LANGSTE_KAARTNAAM else kaartnaam


def til(document: Gegevens) -> Gegevens:
    """Make schema 3: the words that held a | become rows of the part `breekwoorden`."""
    functies = document.get("functies", ())
    woorden = woorden_in(functie["kaartnaam"] for functie in functies)
    for functie in functies:
        functie["kaartnaam"] = functie["kaartnaam"].replace("|", "")
    return {**document, "breekwoorden": [{"woord": woord, "delen": delen} for woord, delen in woorden.items()]}


def daal(document: Gegevens) -> Gegevens:
    """Make schema 2 again: each kaartnaam says where its own words may break."""
    woorden = {rij["woord"]: rij["delen"] for rij in document.pop("breekwoorden", ())}
    for functie in document["functies"]:
        functie["kaartnaam"] = met_strepen(functie["kaartnaam"], woorden)
    return document
