"""The page with all answers, and below them what things are called in other languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from antwoorden.document import Antwoord, Vertaling
from antwoorden.keuzes import Taal
from antwoorden.vindbaar import adres_van
from functies.document import Functie
from uitgave.pad import Pad

Links = list[tuple[str, str, bool]]  # words, address, and whether that is another website


@dataclass(frozen=True)
class Antwoordenpagina:
    """Each answer with its links, and by language the words for each functie."""

    pad: Pad

    @property
    def antwoorden(self) -> list[tuple[Antwoord, Links]]:
        alle = self.pad.alle(Antwoord).values()
        return [(rij, [(link.naam, adres_van(link), bool(link.url)) for link in rij.links]) for rij in alle]

    @property
    def talen(self) -> Mapping[Taal, list[tuple[Functie, list[Vertaling]]]]:
        gevonden: dict[Taal, dict[str, list[Vertaling]]] = {}
        for rij in self.pad.alle(Vertaling).values():
            for slug in rij.functies:
                gevonden.setdefault(rij.taal, {}).setdefault(slug, []).append(rij)
        functies = self.pad.alle(Functie)
        return {taal: [(functies[slug], rijen) for slug, rijen in per.items()] for taal, per in gevonden.items()}
