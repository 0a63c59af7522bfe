"""What the quality gate says of the working copy: one finding, under which rule, and what it is known by."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.db import models

from redactie.adressen import wijzigen
from redactie.kenmerk import kenmerk
from redactie.kwaliteit.modellen import Acceptatie
from uitgave.soort import SLEUTEL, soort_van
from uitgave.tekst import hoofdletter

# A number that counts, such as words in a sentence; not a code or a year, and not what is quoted.
TELT = re.compile(r"‘[^’]*’|\b\d{1,3}\b")
WOORD = re.compile(r"[^\W\d]+")


class Ernst(models.TextChoices):
    """How bad a finding is, with the word that stands before it."""

    FOUT = "fout", "fout"
    WAARSCHUWING = "waarschuwing", "let op"


class Regel(models.TextChoices):
    """The rules, each with the heading of its findings."""

    SITE = "site", "Teksten van de site"
    ONTBREEKT = "ontbreekt", "Er ontbreekt iets"
    NAAM = "naam", "Namen op de kaart"
    VERVOLG = "vervolg", "Wel of geen volgende stap"
    NIVEAU = "niveau", "Niveaus van functies"
    ZICHTBAAR = "zichtbaar", "Wel en niet zichtbaar"
    DUBBEL = "dubbel", "Dubbele teksten"
    CODE = "code", "Codes van opleidingen"
    BRON = "bron", "Bronnen"
    LINK = "link", "Links die niet werken"
    OPMAAK = "opmaak", "Tekens van opmaak"
    ZINNEN = "zinnen", "Lange zinnen"
    ONGEBRUIKT = "ongebruikt", "Nergens gebruikt"
    VERLOPEN = "verlopen", "Voorbij"
    OUD_CIJFER = "oud-cijfer", "Oude cijfers"
    OUD = "oud", "Lang niet gecontroleerd"


@dataclass(frozen=True)
class Bevinding:
    """One thing to mend or to judge: a line that names the rows, and the rows themselves."""

    ernst: Ernst
    regel: Regel
    tekst: str
    rijen: tuple[models.Model, ...] = ()
    acceptatie: Acceptatie | None = None  # who said that it may stay so, and until when
    nieuw: bool = False  # it was not there at the last publication

    @property
    def is_waarschuwing(self) -> bool:
        return self.ernst == Ernst.WAARSCHUWING

    @cached_property
    def merk(self) -> str:
        """What this finding is known by: its rule, its rows by their lasting key, and what it says of them.

        It stays the same when a row gets another name or a number that counts changes; it is another one when the
        finding is about another field, quotes something else, or another row joins.
        """
        zegt = _zonder_namen(self.tekst, self.rijen)
        zegt = TELT.sub(lambda deel: deel[0] if deel[0].startswith("‘") else "#", zegt)
        rijen = sorted(f"{rij._meta.label_lower} {getattr(rij, SLEUTEL, rij.pk)}" for rij in self.rijen)
        return kenmerk(str(self.regel), zegt, rijen)

    def zegt_minder_dan(self, ander: "Bevinding") -> bool:
        """True when this says what `ander` says, of not all of its rows: the words between the names are the same."""
        if (self.regel, self.ernst) != (ander.regel, ander.ernst) or not set(self.rijen) < set(ander.rijen):
            return False
        eigen, van_ander = (set(WOORD.findall(_zonder_namen(een.tekst, ander.rijen))) for een in (self, ander))
        return bool(self.rijen) and eigen <= van_ander

    @property
    def links(self) -> list[tuple[str, str]]:
        """The rows as they are called, each with the address of the page where an editor changes it."""
        return [(hoofdletter(aanduiding(rij)), wijzigen(rij)) for rij in self.rijen]


def _zonder_namen(tekst: str, rijen: Iterable[models.Model]) -> str:
    """Return a text with … for each name of one of `rijen`."""
    namen = {naam for rij in rijen for naam in (str(rij), getattr(rij, "naam", "")) if naam}
    for naam in sorted(namen, key=len, reverse=True):
        tekst = tekst.replace(naam, "…")
    return tekst


def aanduiding(rij: models.Model) -> str:
    """Return what an editor calls `rij`: its kind and its name."""
    if soort_van(type(rij)).enig:
        return str(rij._meta.verbose_name_plural)
    return f"{rij._meta.verbose_name} {rij}"
