"""What the pages of the career conversation show: three steps and a sheet, each from the same choices."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import ClassVar, Self

from django.conf import settings
from django.utils.safestring import SafeString

from feiten.kort import Kort, in_het_kort
from functies.document import Competentie, Functie
from functies.paneel import Paneel
from functies.reis import Weg, dichtbij
from functies.verkenner import Keuzes, achtergronden
from ontwikkelpad.document import Ontwikkelpad
from ontwikkelpad.qr import qr
from opleidingen.document import Aanbieder
from uitgave.pad import Pad
from uitgave.pagina import adres_voor_bezoekers
from werkgevers.document import Begeleiding, Contactpunt, Gespreksvraag, Leerweg, Regeling
from werkgevers.gesprek import (
    NAMEN,
    Gesprekskeuze,
    Suggestie,
    Wegen,
    aanbieders,
    kiesbare_competenties,
    leesbaar_adres,
    passende_leerwegen,
    suggesties,
    vragen,
    wegen,
)
from werkgevers.keuzes import Moment, Voor
from werkgevers.regelingen import geldig

GENOEMD = 3  # unknown values that a page names
RIJEN = 3  # agreements there is room for, before anything is typed
LEESBAAR = 200  # characters: nobody types over a longer address


@dataclass(frozen=True)
class Gesprek:
    """What every page of the conversation shows: what was chosen, and the ways to the goal."""

    pad: Pad
    keuze: Gesprekskeuze
    wegen: Wegen | None
    vandaag: date
    moment: ClassVar[Moment | None] = None
    keuzenamen: ClassVar = NAMEN
    voor_wie: ClassVar = Voor
    momenten: ClassVar = [
        (Moment.NU, "werkgevers:gesprek"),
        (Moment.DOEL, "werkgevers:doel"),
        (Moment.AFSPRAKEN, "werkgevers:afspraken"),
    ]

    @classmethod
    def uit(cls, pad: Pad, vraag: Mapping[str, Sequence[str]], vandaag: date) -> Self:
        """Read the choices from a query string; they name only a route that is there."""
        keuze = Gesprekskeuze.uit(pad, vraag)
        gevonden = wegen(pad, keuze)
        return cls(pad, replace(keuze, via=gevonden.via if gevonden else ()), gevonden, vandaag)

    @property
    def adres(self) -> str:
        return self.keuze.adres()

    @property
    def onbekend(self) -> tuple[str, ...]:
        return self.keuze.onbekend[:GENOEMD]

    @property
    def meer_onbekend(self) -> bool:
        return len(self.keuze.onbekend) > GENOEMD

    @property
    def weg(self) -> Weg | None:
        return self.wegen.gekozen if self.wegen else None

    @property
    def nu_in_woorden(self) -> str:
        """Where somebody is now, for a document that is read without this edition."""
        return self.keuze.van.volledige_naam if self.keuze.van else ""

    @property
    def wens_in_woorden(self) -> str:
        """Where somebody wants to go, for a document that is read without this edition."""
        return self.keuze.naar.volledige_naam if self.keuze.naar else ""

    @property
    def kort(self) -> Kort | None:
        """What is known in short of the goal."""
        return in_het_kort(self.pad, self.keuze.naar) if self.keuze.naar else None

    @property
    def vragen(self) -> list[tuple[Voor, list[Gespreksvraag]]]:
        return vragen(self.pad, self.moment, self.weg) if self.moment else []

    @property
    def leerwegen(self) -> list[Leerweg]:
        return passende_leerwegen(self.pad, self.keuze.wie, self.weg)

    @property
    def regelingen(self) -> list[Regeling]:
        return geldig(self.pad.alle(Regeling).values(), self.vandaag)


class Beginstap(Gesprek):
    """Step 1: what to choose from, for where somebody is now."""

    moment = Moment.NU

    @property
    def rest(self) -> list[tuple[str, str]]:
        return self.keuze.paren(zonder=["van", "opleiding", "wie", "kan"])

    @property
    def achtergronden(self) -> Keuzes:
        return achtergronden(self.pad)

    @property
    def groepen(self) -> list[tuple[Functie | None, list[Competentie]]]:
        return kiesbare_competenties(self.pad, self.keuze)

    @property
    def kan_anders(self) -> bool:
        """True when something was ticked that belongs to neither the functie of now nor the goal."""
        return any(rij in self.keuze.kan for functie, rijen in self.groepen for rij in rijen if functie is None)


class Doelstap(Gesprek):
    """Step 2: the ways to the goal; without a goal, what lies near."""

    moment = Moment.DOEL

    @property
    def rest(self) -> list[tuple[str, str]]:
        return self.keuze.paren(zonder=["naar"])

    @property
    def dichtbij(self) -> list[tuple[Suggestie, str]]:
        return self._met_adres(self._kansen[0])

    @property
    def lijkt(self) -> list[tuple[Suggestie, str]]:
        return self._met_adres(self._kansen[1])

    @property
    def routes(self) -> list[tuple[Weg, str, list[Functie]]]:
        """Each way with the address that shows it, and the functies between begin and goal."""
        alle, functies = self.wegen.alle if self.wegen else (), self.pad.alle(Functie)
        return [
            (weg, self.keuze.adres(via=weg.via if nummer else ()), [functies[slug] for slug in weg.via])
            for nummer, weg in enumerate(alle)
        ]

    @property
    def leiden_hierheen(self) -> list[Paneel]:
        """The functies from where steps do lead to the goal, where none lead there from the functie of now."""
        zonder_route = self.wegen is not None and self.wegen.zonder_route
        return dichtbij(self.pad, self.keuze.naar.slug) if self.keuze.naar and zonder_route else []

    @cached_property
    def _kansen(self) -> tuple[list[Suggestie], list[Suggestie]]:
        return suggesties(self.pad, self.keuze) if self.wegen is None and self.keuze.begonnen else ([], [])

    def _met_adres(self, rijen: Sequence[Suggestie]) -> list[tuple[Suggestie, str]]:
        return [(rij, self.keuze.adres(naar=rij.functie.slug)) for rij in rijen]


class Afsprakenstap(Gesprek):
    """Step 3: room for agreements, and how to guide somebody."""

    moment = Moment.AFSPRAKEN
    rijen = range(1, RIJEN + 1)

    @property
    def begeleiding(self) -> list[Begeleiding]:
        return list(self.pad.alle(Begeleiding).values())


class Gespreksblad(Gesprek):
    """The sheet to print, with where to go on and how somebody else opens the same choices.

    The site knows its own address only from its settings. A page is kept for every host, so it never
    holds the host of a request: without that setting there is no code, and the browser completes the address.
    """

    rijen = range(RIJEN)

    @property
    def aanbieders(self) -> list[tuple[Aanbieder, str]]:
        return [(rij, leesbaar_adres(rij.url)) for rij in aanbieders(self.pad, self.weg)]

    @property
    def contactpunten(self) -> list[tuple[Contactpunt, str]]:
        return [(rij, leesbaar_adres(rij.url)) for rij in self.pad.alle(Contactpunt).values()]

    @property
    def leeroverzicht(self) -> str:
        return leesbaar_adres(self.pad.vaste(Ontwikkelpad).leeroverzicht_url)

    @property
    def deeladres(self) -> str:
        """The address of these choices; one that is too long to type over leaves out what somebody can do."""
        return self._adres(zonder=["kan"]) if self.ingekort else self._adres()

    @property
    def ingekort(self) -> bool:
        return len(self._adres()) > LEESBAAR

    @property
    def qr(self) -> SafeString | str:
        return qr(self._adres()) if settings.SITE_URL else ""

    def _adres(self, zonder: Sequence[str] = ()) -> str:
        return f"{settings.SITE_URL}{adres_voor_bezoekers('werkgevers:doel')}{self.keuze.adres(zonder=zonder)}"
