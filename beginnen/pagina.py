"""What the page about beginning shows: its doors, and what lies behind the one that is open."""

from collections.abc import Mapping
from dataclasses import dataclass

from beginnen.document import Beginfase, Deur
from beginnen.keuzes import Deursoort
from beginnen.tijd import Tijd, zet_uit
from functies.achtergrond import Achtergrond
from functies.document import Beroepsvereiste, Functie
from functies.netwerk import groeiorde
from functies.paneel import Paneel, Vakopleiding, paneel_van
from functies.verkenner import Keuzes, achtergronden
from opleidingen.document import Vooropleiding
from opleidingen.vooropleidingen import vooropleidingen
from uitgave.pad import Pad
from verhalen.document import Verhaal
from werkgevers.document import Contactpunt, Gids
from werkgevers.gidsen import gidsen, voor_lezer
from werkgevers.hulp import hulp_voor
from werkgevers.keuzes import Lezer


@dataclass(frozen=True)
class Beginopleiding:
    """An opleiding to begin with, of which the time is known; `kleur` is that of the work it leads to."""

    vak: Vakopleiding
    kleur: str
    tijd: Tijd[Beginfase]


@dataclass(frozen=True)
class Begin:
    """Where somebody can begin who has nothing yet, as the map says it too, and how that goes."""

    panelen: tuple[Paneel, ...]
    opleidingen: tuple[Beginopleiding, ...]

    @property
    def vervolg(self) -> dict[str, Functie]:
        """The functies that can come next, by slug."""
        return {stap.functie.slug: stap.functie for paneel in self.panelen for stap in paneel.vervolg}

    @property
    def vereisten(self) -> dict[str, Beroepsvereiste]:
        """What such work asks besides the opleiding, by slug."""
        return {eis.slug: eis for paneel in self.panelen for eis in paneel.beroepsvereisten}

    @property
    def verhaal(self) -> Verhaal | None:
        """The first story of somebody who does such work."""
        return next((verhaal for paneel in self.panelen for verhaal in paneel.verhalen), None)


@dataclass(frozen=True)
class Beginpagina:
    """The doors, of which `deur` is open; `onbekend` is a door that this edition does not know.

    `heeft` is the word of what somebody says that they have.
    """

    pad: Pad
    deur: Deur
    onbekend: tuple[str, ...]
    heeft: str = ""

    @property
    def begin(self) -> Begin | None:
        return begin(self.pad) if self.deur.soort == Deursoort.NIETS else None

    @property
    def vooropleidingen(self) -> Mapping[str, Vooropleiding]:
        """What somebody can have already, by its word in an address; none where the edition has no such rows."""
        return vooropleidingen(self.pad) if self.pad.alle(Vooropleiding) else {}

    @property
    def eigen(self) -> dict[str, Vooropleiding]:
        """What somebody says that they have; empty when they say nothing of this kind."""
        return {woord: rij for woord, rij in self.vooropleidingen.items() if woord == self.heeft}

    @property
    def andere(self) -> dict[str, Vooropleiding]:
        return {woord: rij for woord, rij in self.vooropleidingen.items() if woord != self.heeft}

    @property
    def achtergronden(self) -> Keuzes:
        return achtergronden(self.pad)

    @property
    def functies(self) -> list[Functie]:
        """All functies in the order of growth."""
        return sorted(self.pad.alle(Functie).values(), key=lambda functie: groeiorde(self.pad, functie.slug))

    @property
    def gidsen(self) -> list[Gids]:
        return list(voor_lezer(gidsen(self.pad), kandidaat=True))

    @property
    def contactpunten(self) -> list[Contactpunt]:
        return hulp_voor(self.pad, Lezer.KANDIDAAT)


def begin(pad: Pad) -> Begin:
    """Return where one begins with the least that somebody can have, and the opleidingen for it whose time is known."""
    minste = next(iter(vooropleidingen(pad)))
    panelen = tuple(paneel_van(pad, functie.slug) for functie in Achtergrond(pad, minste).begin)
    fasen: dict[str, list[Beginfase]] = {}
    for fase in pad.alle(Beginfase).values():
        fasen.setdefault(fase.opleiding, []).append(fase)
    gevonden = {vak.opleiding.slug: (vak, paneel.werkveld.kleur) for paneel in panelen for vak in paneel.passend}
    return Begin(
        panelen=panelen,
        opleidingen=tuple(
            Beginopleiding(vak, kleur, zet_uit(fasen[slug])) for slug, (vak, kleur) in gevonden.items() if slug in fasen
        ),
    )


def beginpagina(pad: Pad, vraag: Mapping[str, str]) -> Beginpagina | None:
    """Return the page with the door that `vraag` asks for, or the first; None when there are no doors."""
    deuren, gevraagd = pad.alle(Deur), vraag.get("deur", "")
    if not deuren:
        return None
    deur = deuren.get(gevraagd)
    onbekend = (gevraagd,) if gevraagd and not deur else ()
    return Beginpagina(pad, deur or next(iter(deuren.values())), onbekend, vraag.get("opleiding", ""))
