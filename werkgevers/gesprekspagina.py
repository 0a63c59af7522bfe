"""What the pages of the career conversation show: three steps and a sheet, each from the same choices."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import ClassVar, Self
from urllib.parse import urlencode

from django.conf import settings
from django.utils.safestring import SafeString

from feiten.kort import Kort, in_het_kort
from functies.document import Competentie, Functie
from functies.keuzes import Stapsoort
from functies.netwerk import niveau_van
from functies.paneel import Paneel
from functies.reis import Weg, Wegstap, dichtbij
from functies.verkenner import Keuzes, achtergronden
from niveaus.document import Groeiwijze
from ontwikkelpad.document import Ontwikkelpad
from ontwikkelpad.qr import qr
from opleidingen.document import Aanbieder, Opleiding
from opleidingen.geldig import keuzenaam
from opleidingen.niveaus import Bereik
from profielen.keuzes import Antwoord
from uitgave.pad import Pad
from uitgave.pagina import adres_voor_bezoekers
from uitgave.tekst import hoofdletter, opsomming
from werkgevers.antwoorden import code_van
from werkgevers.document import Begeleiding, Contactpunt, Gespreksvraag, Leerweg, Regeling
from werkgevers.gesprek import (
    Lijsten,
    Suggestie,
    Wegen,
    aanbieders,
    aanleidingen,
    kiesbare_competenties,
    leesbaar_adres,
    lijsten,
    passende_leerwegen,
    suggesties,
    vragen,
    wegen,
)
from werkgevers.gesprekskeuze import MEEST, NAMEN, Gesprekskeuze, antwoordnamen, verbreding
from werkgevers.hulp import hulp_voor
from werkgevers.keuzes import Doel, Lezer, Moment, Voor, Werk
from werkgevers.regelingen import geldt_voor

GENOEMD = 3  # unknown values that a page names
RIJEN = 3  # agreements there is room for, before anything is typed
DIPLOMAS = "Diploma’s en certificaten"  # above the opleidingen with which nobody begins


@dataclass(frozen=True)
class Richting:
    """A functie that the conversation is about, and the ways there; None for who grows where they are."""

    pad: Pad
    keuze: Gesprekskeuze
    functie: Functie
    wegen: Wegen | None

    @property
    def weg(self) -> Weg | None:
        return self.wegen.gekozen if self.wegen else None

    @property
    def niveau(self) -> Bereik:
        return niveau_van(self.pad, self.functie)

    @property
    def kort(self) -> Kort:
        """What is known in short of it."""
        return in_het_kort(self.pad, self.functie)

    @property
    def alleen(self) -> str:
        """What a button says for this functie as the only goal."""
        return self.keuze.doel_anders(doel=(), naar=self.functie.slug)

    @property
    def zonder(self) -> str:
        """What a button says to leave this functie out."""
        return self.keuze.doel_anders(naar=[rij.slug for rij in self.keuze.naar if rij != self.functie])


@dataclass(frozen=True)
class Gesprek:
    """What every page of the conversation shows: what was chosen, and the ways to where it leads."""

    pad: Pad
    keuze: Gesprekskeuze
    richtingen: tuple[Richting, ...]
    vandaag: date
    moment: ClassVar[Moment | None] = None
    antwoorden: ClassVar = tuple(Antwoord)
    voor_wie: ClassVar = Voor
    momenten: ClassVar = [
        (Moment.NU, "werkgevers:gesprek"),
        (Moment.DOEL, "werkgevers:doel"),
        (Moment.AFSPRAKEN, "werkgevers:afspraken"),
    ]

    @classmethod
    def uit(cls, pad: Pad, vraag: Mapping[str, Sequence[str]], vandaag: date) -> Self:
        """Read the choices from a query string; they name only a route that is there, of a goal alone."""
        keuze = Gesprekskeuze.uit(pad, vraag)
        gevonden = [wegen(pad, keuze, functie) for functie in keuze.naar]
        keuze = replace(keuze, via=gevonden[0].via if len(gevonden) == 1 else ())
        groei = [Richting(pad, keuze, functie, None) for functie in keuze.doelen if not gevonden]
        heen = [Richting(pad, keuze, *paar) for paar in zip(keuze.naar, gevonden, strict=True)]
        return cls(pad, keuze, (*groei, *heen), vandaag)

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
    def doel(self) -> Doel | None:
        return self.keuze.doel

    @property
    def wegen(self) -> Wegen | None:
        """The ways to the goal, when there is one."""
        return self.richtingen[0].wegen if len(self.richtingen) == 1 else None

    @property
    def weg(self) -> Weg | None:
        return self.wegen.gekozen if self.wegen else None

    @property
    def keuzenamen(self) -> list[str]:
        """The names by which an address says the choices."""
        return [*NAMEN, *antwoordnamen(self.pad)]

    @property
    def nu_in_woorden(self) -> str:
        """Where somebody is now, for a document that is read without this edition."""
        return opsomming(rij.volledige_naam for rij in self.keuze.van)

    @property
    def wens_in_woorden(self) -> str:
        """Where somebody wants to go, for a document that is read without this edition."""
        namen = opsomming(rij.volledige_naam for rij in self.keuze.doelen)
        return f"{self.doel.label}: {namen}" if self.doel and namen and self.doel != Doel.FUNCTIE else namen

    @property
    def stappen(self) -> list[Wegstap]:
        """The steps to every functie that the conversation is about."""
        return [stap for richting in self.richtingen if richting.weg for stap in richting.weg.stappen]

    @cached_property
    def lijsten(self) -> Lijsten:
        return lijsten(self.pad, self.keuze)

    @property
    def vragen(self) -> list[tuple[Voor, list[Gespreksvraag]]]:
        return vragen(self.pad, self.moment, aanleidingen(self.keuze, self.stappen)) if self.moment else []

    @property
    def leerwegen(self) -> list[Leerweg]:
        return passende_leerwegen(self.pad, self.keuze.wie, self.stappen if self.richtingen else None)

    @property
    def regelingen(self) -> list[Regeling]:
        """Those for a functie that the conversation is about, or on the way to it, and for a leerweg that suits."""
        functies = [rij.slug for rij in (*self.keuze.doelen, *(stap.paneel.functie for stap in self.stappen))]
        leerwegen = [rij.slug for rij in self.leerwegen]
        return geldt_voor(self.pad.alle(Regeling).values(), functies, leerwegen, None, self.vandaag)

    @property
    def contactpunten(self) -> list[Contactpunt]:
        """Who helps those who talk: the kandidaat and the werkgever."""
        voor = [*hulp_voor(self.pad, Lezer.KANDIDAAT), *hulp_voor(self.pad, Lezer.WERKGEVER)]
        return [rij for rij in self.pad.alle(Contactpunt).values() if rij in voor]

    @cached_property
    def _kansen(self) -> tuple[list[Suggestie], list[Suggestie]]:
        zoekt = self.doel in (None, Doel.FUNCTIE) and not self.keuze.naar
        zoekt |= self.doel == Doel.VERKENNEN and len(self.keuze.naar) < MEEST["naar"]
        return suggesties(self.pad, self.keuze) if zoekt and self.keuze.begonnen else ([], [])


class Beginstap(Gesprek):
    """Step 1: what to choose from, for where somebody is now."""

    moment = Moment.NU
    werken: ClassVar = tuple(Werk)

    @property
    def rest(self) -> list[tuple[str, str]]:
        """What the form keeps: the goal, and answers that are no tick; a tick later in the form counts for more."""
        paren = self.keuze.paren(zonder=["van", "opleiding", "werk", "wie"])
        ja = {punt.code for punt in self.lijsten.punten if punt.antwoord == Antwoord.KAN}
        return [(naam, waarde) for naam, waarde in paren if naam not in ja]

    @property
    def functievelden(self) -> list[Functie | None]:
        """The functies that were chosen, and room for one more."""
        return [*self.keuze.van, None][: MEEST["van"]]

    @property
    def opleidingvelden(self) -> list[str]:
        """The opleidingen that were chosen, and room for one more."""
        return [*(rij.slug for rij in self.keuze.opleidingen), ""][: MEEST["opleiding"]]

    @property
    def achtergronden(self) -> Keuzes:
        """What somebody can have: as on every page, and besides that what comes on top of an opleiding."""
        groepen = achtergronden(self.pad)
        al = {slug for _, opties in groepen for slug, _ in opties}
        rest = [(slug, keuzenaam(self.pad, rij)) for slug, rij in self.pad.alle(Opleiding).items() if slug not in al]
        return [*groepen, (DIPLOMAS, rest)] if rest else groepen

    @property
    def groepen(self) -> list[tuple[Functie | None, list[tuple[Competentie, str, Antwoord]]]]:
        """All competenties with their code and answer, below the functie that they belong to."""
        return [
            (functie, [(rij, code_van(self.pad)[rij.slug], self.keuze.antwoord(rij)) for rij in rijen])
            for functie, rijen in kiesbare_competenties(self.pad, self.keuze)
        ]

    @property
    def kan_anders(self) -> bool:
        """True when something was ticked that belongs to neither the functies of now nor the goal."""
        return any(a == Antwoord.KAN for functie, rijen in self.groepen if functie is None for _, _, a in rijen)


class Doelstap(Gesprek):
    """Step 2: the ways to the goal; without a goal, what lies near."""

    moment = Moment.DOEL
    doelsoorten: ClassVar = tuple(Doel)

    @property
    def rest(self) -> list[tuple[str, str]]:
        """What the form keeps: where somebody is. The answers are fields of their own."""
        return self.keuze.paren(zonder=["doel", "naar", *(punt.code for punt in self.lijsten.punten)])

    @property
    def naast(self) -> str:
        """The question that puts side by side what is explored."""
        return f"?{urlencode([('functie', rij.slug) for rij in self.keuze.naar])}"

    @property
    def doelvelden(self) -> list[Functie | None]:
        """The functies that were chosen to go to, and room for one more where several may be kept."""
        if self.doel == Doel.VERKENNEN:
            return [*self.keuze.naar, None][: MEEST["naar"]]
        return [*self.keuze.naar] or [None]

    @property
    def kiesbaar(self) -> list[Functie]:
        """The functies to choose a goal from."""
        if self.doel == Doel.ERBIJ:
            return verbreding(self.pad, self.keuze.van)
        return [rij for rij in self.pad.alle(Functie).values() if rij not in self.keuze.van]

    @property
    def groeiwijze(self) -> Groeiwijze | None:
        """What the edition says of work that one does besides, with its example."""
        rijen = self.pad.alle(Groeiwijze).values()
        return next((rij for rij in rijen if rij.soort == Stapsoort.VERBREDING), None)

    @property
    def dichtbij(self) -> list[tuple[Suggestie, str]]:
        return self._met_knop(self._kansen[0])

    @property
    def lijkt(self) -> list[tuple[Suggestie, str]]:
        return self._met_knop(self._kansen[1])

    @property
    def routes(self) -> list[tuple[Weg, str, list[Functie]]]:
        """Each way with what its button says, and the functies between begin and goal."""
        alle, functies = self.wegen.alle if self.wegen else (), self.pad.alle(Functie)
        return [
            (weg, self.keuze.doel_anders(via=weg.via if nummer else ()), [functies[slug] for slug in weg.via])
            for nummer, weg in enumerate(alle)
        ]

    @property
    def leiden_hierheen(self) -> list[Paneel]:
        """The functies from where steps do lead to the goal, where none lead there from the functie of now."""
        return dichtbij(self.pad, self.keuze.naar[0].slug) if self.wegen and self.wegen.zonder_route else []

    def _met_knop(self, rijen: Sequence[Suggestie]) -> list[tuple[Suggestie, str]]:
        al = [rij.slug for rij in self.keuze.naar]
        return [(rij, self.keuze.doel_anders(naar=[*al, rij.functie.slug])) for rij in rijen]


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
    def nu(self) -> list[tuple[str, str]]:
        """Where somebody is now, as far as the heading does not say it: what it is, and in words."""
        keuze, weg = self.keuze, self.weg
        in_kop = len(keuze.van) == 1 and self.doel != Doel.VERKENNEN
        in_kop &= self.doel in (Doel.GROEIEN, Doel.ERBIJ) or bool(weg and (weg.begin or not weg.bekend))
        werk = f"{keuze.werk.label}, buiten {self.pad.vaste(Ontwikkelpad).sector}" if keuze.werk else ""
        leert = keuze.wie.naam if keuze.wie else ""
        if leert and self.richtingen and self.leerwegen:
            leert += f". Dat kan zo: {opsomming(rij.naam for rij in self.leerwegen)}"
        rijen = [
            ("Werkt als", "" if in_kop else opsomming(rij.naam for rij in keuze.van)),
            ("Heeft", ", ".join(rij.naam for rij in keuze.opleidingen)),
            ("Ander werk", werk),
            ("Leert als", leert),
        ]
        return [(kop, hoofdletter(tekst)) for kop, tekst in rijen if tekst]

    @property
    def dichtbij(self) -> list[Suggestie]:
        """What lies near, for who has not chosen where to go."""
        return [] if self.richtingen else [rij for rijen in self._kansen for rij in rijen]

    @property
    def hulp(self) -> list[tuple[Aanbieder | Contactpunt, str]]:
        """Who helps, with an address as people type it: who offers what is needed, and the contactpunten."""
        rijen: list[Aanbieder | Contactpunt] = [*aanbieders(self.pad, self.stappen), *self.contactpunten]
        return [(rij, leesbaar_adres(rij.url)) for rij in rijen]

    @property
    def geld(self) -> list[tuple[Regeling, str]]:
        return [(rij, leesbaar_adres(rij.url)) for rij in self.regelingen]

    @property
    def leeroverzicht(self) -> str:
        return leesbaar_adres(self.pad.vaste(Ontwikkelpad).leeroverzicht_url)

    @property
    def deeladres(self) -> str:
        """The address of these choices."""
        return f"{settings.SITE_URL}{adres_voor_bezoekers('werkgevers:doel')}{self.adres}"

    @property
    def qr(self) -> SafeString | str:
        return qr(self.deeladres) if settings.SITE_URL else ""
