"""The list of functies, narrowed by what a visitor asks."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from functies.document import Beroepsvereiste, Competentie, Functie, Werkveld
from opleidingen.keuzes import Niveau
from uitgave.pad import Pad


@dataclass(frozen=True)
class Selectie:
    """Functies by level, and the filters that narrow them; `niveaus` are those to choose from."""

    groepen: list[tuple[Niveau, list[tuple[Functie, Werkveld]]]]
    aantal: int
    niveaus: list[Niveau]
    niveau: Niveau | None
    vereiste: Beroepsvereiste | None
    competentie: Competentie | None
    onbekend: list[str]


def selectie(pad: Pad, vraag: Mapping[str, str]) -> Selectie:
    """Return the functies that match the filters `niveau`, `vereiste` and `competentie`.

    What this edition does not know is left out of the filters and named in `onbekend`.
    """
    niveaus = {str(functie.niveau.value): functie.niveau for functie in pad.alle(Functie).values()}
    keuzes: dict[str, Mapping[str, Any]] = {
        "niveau": niveaus,
        "vereiste": pad.alle(Beroepsvereiste),
        "competentie": pad.alle(Competentie),
    }
    niveau, vereiste, competentie = (bekend.get(vraag.get(naam, "")) for naam, bekend in keuzes.items())
    rijen = [
        (functie, pad.alle(Werkveld)[functie.werkveld])
        for functie in pad.alle(Functie).values()
        if niveau in (None, functie.niveau)
        and (vereiste is None or vereiste.slug in functie.beroepsvereisten)
        and (competentie is None or competentie.slug in functie.competenties)
    ]
    return Selectie(
        groepen=[(trede, list(groep)) for trede, groep in groupby(rijen, key=lambda rij: rij[0].niveau)],
        aantal=len(rijen),
        niveaus=sorted(niveaus.values()),
        niveau=niveau,
        vereiste=vereiste,
        competentie=competentie,
        onbekend=[vraag[naam] for naam, bekend in keuzes.items() if vraag.get(naam) and vraag[naam] not in bekend],
    )
