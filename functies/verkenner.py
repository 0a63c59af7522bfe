"""The explorer: the map as it looks with one functie chosen, and that functie's panel."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from functies.kaart import Band, Kaart, Lijn, Plaats
from ontwikkelpad.document import Functie, Werkveld
from ontwikkelpad.pad import Pad, Paneel
from opleidingen.models import Niveau

# What a card says of its place beside the chosen functie, and the class that shows it.
VERVOLG, VOORAF = "vervolg", "vooraf"
WOORDEN = {VERVOLG: "Mogelijke stap", VOORAF: "Hier kom je vandaan"}


@dataclass(frozen=True)
class Kaartje:
    """A functie on the map: where it stands and what it is to the chosen functie."""

    functie: Functie
    werkveld: Werkveld
    plaats: Plaats
    gekozen: bool
    standen: tuple[str, ...]

    @property
    def woorden(self) -> str:
        return " · ".join(WOORDEN[stand] for stand in self.standen)


@dataclass(frozen=True)
class Trede:
    """One level of the map with its cards, in the order of growth."""

    niveau: Niveau
    band: Band
    kaartjes: tuple[Kaartje, ...]


@dataclass(frozen=True)
class Draad:
    """A line of the map: out of the chosen functie, into it, or another."""

    lijn: Lijn
    stand: str

    @property
    def poort(self) -> str:
        """Path data of a dot where the line arrives: no length, so its round caps draw a circle."""
        x, y = self.lijn.punten[-1]
        return f"M{x:g} {y:g}h.01"


def verkenner(
    pad: Pad, gekozen: Functie | None = None, werkveld: Werkveld | None = None, buurt: bool = False
) -> dict[str, Any]:
    """Return the context of `_verkenner.html`: map and panel.

    A map that is too large to read gives way: to the neighbourhood of the chosen functie, or to
    the list alone. `buurt` asks for the neighbourhood of `gekozen` also when the whole map fits.
    """
    paneel = pad.paneel(gekozen.slug) if gekozen else None
    kaart = pad.kaart_van(werkveld.slug) if werkveld else pad.kaart
    buurt = bool(gekozen) and (buurt or not kaart.past)
    if gekozen and buurt:
        kaart = pad.kaart_rond(gekozen.slug)
    return {
        "paneel": paneel,
        "kaart": kaart,
        "treden": list(_treden(pad, kaart, paneel)),
        "banen": [(pad.werkvelden[str(band.naam)], band) for band in kaart.banen],
        "draden": sorted(_draden(kaart, gekozen), key=lambda draad: draad.stand != ""),
        "buurt": buurt,
        "werkveld": werkveld,
    }


def _treden(pad: Pad, kaart: Kaart, paneel: Paneel | None) -> Iterator[Trede]:
    for band in kaart.niveaus:
        kaartjes = tuple(
            _kaartje(pad, plaats, paneel) for plaats in kaart.plaatsen.values() if band.van <= plaats.kolom < band.tot
        )
        yield Trede(Niveau(int(band.naam)), band, kaartjes)


def _kaartje(pad: Pad, plaats: Plaats, paneel: Paneel | None) -> Kaartje:
    functie = pad.functies[plaats.slug]
    buren = {VERVOLG: paneel.vervolg, VOORAF: paneel.vooraf} if paneel else {}
    return Kaartje(
        functie=functie,
        werkveld=pad.werkvelden[functie.werkveld],
        plaats=plaats,
        gekozen=paneel is not None and paneel.functie is functie,
        standen=tuple(stand for stand, stappen in buren.items() if any(stap.functie is functie for stap in stappen)),
    )


def _draden(kaart: Kaart, gekozen: Functie | None) -> Iterator[Draad]:
    for lijn in kaart.lijnen:
        if gekozen and lijn.van == gekozen.slug:
            yield Draad(lijn, VERVOLG)
        elif gekozen and lijn.naar == gekozen.slug:
            yield Draad(lijn, VOORAF)
        else:
            yield Draad(lijn, "")
