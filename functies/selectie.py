"""The list of functies, narrowed by what a visitor asks."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from functies.document import Beroepsvereiste, Competentie, Functie, Werkveld
from functies.netwerk import niveau_van
from functies.verkenner import LANG, niveaukop
from opleidingen.document import Niveau
from opleidingen.niveaus import gezocht
from uitgave.pad import Pad


@dataclass(frozen=True)
class Selectie:
    """Functies under the name of their level, and the filters that narrow them; `niveaus` are those to choose from."""

    groepen: list[tuple[str, list[tuple[Functie, Werkveld]]]]
    aantal: int
    niveaus: list[Niveau]
    niveau: Niveau | None
    vereiste: Beroepsvereiste | None
    competentie: Competentie | None
    onbekend: list[str]

    @property
    def lang(self) -> bool:
        """Whether there are too many to look through."""
        return self.aantal > LANG


def selectie(pad: Pad, vraag: Mapping[str, str]) -> Selectie:
    """Return the functies that match the filters `niveau`, `vereiste` and `competentie`.

    What this edition does not know is left out of the filters and named in `onbekend`.
    """
    niveaus = {slug: niveau_van(pad, functie) for slug, functie in pad.alle(Functie).items()}
    te_kiezen = {niveau.slug for bereik in niveaus.values() for niveau in bereik.niveaus}
    keuzes: dict[str, Mapping[str, Any]] = {"vereiste": pad.alle(Beroepsvereiste), "competentie": pad.alle(Competentie)}
    vereiste, competentie = (bekend.get(vraag.get(naam, "")) for naam, bekend in keuzes.items())
    niveau = gezocht(vraag.get("niveau", ""), (rij for slug, rij in pad.alle(Niveau).items() if slug in te_kiezen))
    rijen = [
        (functie, pad.alle(Werkveld)[functie.werkveld])
        for slug, functie in pad.alle(Functie).items()
        if (niveau is None or niveau in niveaus[slug].niveaus)
        and (vereiste is None or vereiste.slug in functie.beroepsvereisten)
        and (competentie is None or competentie.slug in functie.competenties)
    ]
    rijen.sort(key=lambda rij: niveaus[rij[0].slug].orde)
    groepen = groupby(rijen, key=lambda rij: niveaukop(pad, str(niveaus[rij[0].slug])))
    onbekend = [vraag[naam] for naam, bekend in keuzes.items() if vraag.get(naam) and vraag[naam] not in bekend]
    if vraag.get("niveau") and niveau is None:
        onbekend.insert(0, vraag["niveau"])
    return Selectie(
        groepen=[(kop, list(groep)) for kop, groep in groepen],
        aantal=len(rijen),
        niveaus=[rij for slug, rij in pad.alle(Niveau).items() if slug in te_kiezen],
        niveau=niveau,
        vereiste=vereiste,
        competentie=competentie,
        onbekend=onbekend,
    )
