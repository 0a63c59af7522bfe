"""What search needs besides the content: short answers to questions, and names in other languages."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import Resolver404, resolve

from antwoorden.keuzes import Taal
from functies.models import Beroepsvereiste, Functie
from opleidingen.models import Opleiding
from uitgave.inhoud import (
    SLUG_UITLEG,
    TEKST_UITLEG,
    Inhoud,
    InhoudQuerySet,
    Inhoudsrij,
    LinkField,
    MetSleutel,
    TekstField,
)
from uitgave.volgorde import Volgorde

VOLGORDE_UITLEG = "Een lager getal staat hoger in de lijst."


def leidt_ergens_heen(pagina: str) -> bool:
    """True when `pagina` is an address that this site can have: whether the row of it exists is not asked."""
    try:
        resolve(pagina.partition("#")[0].partition("?")[0], "ontwikkelpad.urls_openbaar")
    except Resolver404:
        return False
    return True


def controleer_pagina(waarde: str) -> None:
    """Accept `waarde` only when it is the address of a page of this site. Raises ValidationError."""
    if not waarde.startswith("/") or waarde.startswith("//") or not leidt_ergens_heen(waarde):
        raise ValidationError(
            "‘%(waarde)s’ is geen pagina van deze site. Begin met een schuine streep, zoals /functies/.",
            code="pagina",
            params={"waarde": waarde},
        )


class Antwoord(MetSleutel, Inhoud):
    """A question that visitors ask in their own words, with a short answer and where to read on."""

    naam = models.CharField("vraag", max_length=80, help_text="Een korte vraag, met een vraagteken.")
    slug = models.SlugField("deel van het webadres", max_length=80, unique=True, help_text=SLUG_UITLEG)
    antwoord = TekstField("kort antwoord", help_text=f"Hooguit vier korte zinnen. {TEKST_UITLEG}")
    zoekwoorden = models.CharField(
        "zoekwoorden",
        max_length=500,
        help_text="Met deze woorden vinden bezoekers het antwoord. Zet er een komma tussen. "
        "Meer woorden achter elkaar gelden alleen samen, zoals ‘geen diploma’.",
    )
    bij_niets = models.BooleanField(
        "ook als er niets is gevonden",
        default=False,
        help_text="Zet dit aan als dit antwoord verder helpt wanneer het zoeken niets oplevert.",
    )
    volgorde = models.PositiveSmallIntegerField("volgorde", default=100, help_text=VOLGORDE_UITLEG)

    class Meta:
        verbose_name = "antwoord"
        verbose_name_plural = "antwoorden"
        ordering = ["volgorde", Volgorde("naam")]

    def __str__(self) -> str:
        return self.naam

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class Antwoordlink(Inhoudsrij):
    """Where to read on: a page of this site, or another website."""

    antwoord = models.ForeignKey(
        Antwoord, models.CASCADE, verbose_name="antwoord", related_name="links", help_text="Bij welk antwoord?"
    )
    naam = models.CharField("tekst van de link", max_length=80, help_text="Wat vind je daar? Hooguit acht woorden.")
    pagina = models.CharField(
        "pagina van deze site",
        max_length=200,
        blank=True,
        validators=[controleer_pagina],
        help_text="Het adres zonder de naam van de site, zoals /functies/. Leeg bij een andere website.",
    )
    url = LinkField("andere website", blank=True, help_text="Begin met https://. Leeg bij een pagina van deze site.")
    volgorde = models.PositiveSmallIntegerField("volgorde", default=100, help_text=VOLGORDE_UITLEG)

    class Meta:
        verbose_name = "link bij een antwoord"
        verbose_name_plural = "links bij een antwoord"
        ordering = [Volgorde("antwoord__naam"), "volgorde", Volgorde("naam")]
        constraints = [
            models.UniqueConstraint(
                fields=["antwoord", "naam"],
                name="antwoordlink_eenmaal",
                violation_error_message="Deze link staat al bij dit antwoord.",
            ),
            models.CheckConstraint(
                condition=(Q(pagina="") & ~Q(url="")) | (~Q(pagina="") & Q(url="")),
                name="antwoordlink_een_van_twee",
                violation_error_message="Vul een pagina van deze site in of een andere website: één van de twee.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.antwoord}: {self.naam}"


class VertalingQuerySet(InhoudQuerySet):
    def get_by_natural_key(self, taal: str, woord: str) -> Any:  # type: ignore[override]
        return self.get(taal=taal, woord=woord)


class Vertaling(Inhoud):
    """A word in another language, and what it is here: for the search."""

    woord = models.CharField("woord", max_length=80, help_text="Zoals je het in die taal schrijft.")
    taal = models.CharField("taal", max_length=2, choices=Taal, help_text="In welke taal is het?")
    functies = models.ManyToManyField(
        Functie, verbose_name="functies", blank=True, related_name="vertalingen", help_text="Welke functies zijn dit?"
    )
    opleidingen = models.ManyToManyField(
        Opleiding,
        verbose_name="opleidingen",
        blank=True,
        related_name="vertalingen",
        help_text="Welke opleidingen zijn dit?",
    )
    beroepsvereisten = models.ManyToManyField(
        Beroepsvereiste,
        verbose_name="beroepsvereisten",
        blank=True,
        related_name="vertalingen",
        help_text="Welke beroepsvereisten zijn dit?",
    )
    antwoorden = models.ManyToManyField(
        Antwoord,
        verbose_name="antwoorden",
        blank=True,
        related_name="vertalingen",
        help_text="Welke antwoorden horen bij dit woord?",
    )
    opmerking = models.CharField(
        "opmerking",
        max_length=120,
        blank=True,
        help_text="Eén korte zin als het woord iets anders kan betekenen. Bezoekers zien die. Mag leeg zijn.",
    )

    objects = VertalingQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        verbose_name = "vertaling"
        verbose_name_plural = "vertalingen"
        ordering = ["taal", Volgorde("woord")]
        constraints = [
            models.UniqueConstraint(
                fields=["taal", "woord"],
                name="vertaling_eenmaal",
                violation_error_message="Dit woord staat er al in deze taal.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.woord} ({self.get_taal_display()})"

    def natural_key(self) -> tuple[str, str]:
        return (self.taal, self.woord)
