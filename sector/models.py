"""The sector in figures: the parts of the page, their figures, and with whom the sector works together."""

from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from sector.document import is_oud
from sector.keuzes import Teken, Vorm
from uitgave.inhoud import SLUG_UITLEG, TEKST_UITLEG, Inhoud, MetSleutel, TekstField
from uitgave.volgorde import Volgorde

VOLGORDE_UITLEG = "Een lager getal staat hoger in de lijst."
JAREN = (MinValueValidator(1900), MaxValueValidator(2100))


class Sectordeel(MetSleutel, Inhoud):
    """A part of the page: a heading, texts, and how its figures are shown. Without any there is no such page."""

    naam = models.CharField("kop", max_length=80, help_text="Zeg wat de cijfers laten zien. Hooguit acht woorden.")
    slug = models.SlugField("deel van het webadres", max_length=80, unique=True, help_text=SLUG_UITLEG)
    vorm = models.CharField(
        "zo staan de cijfers er", max_length=8, choices=Vorm, default=Vorm.GETALLEN, help_text="Er staan tabellen bij."
    )
    inleiding = models.CharField(
        "zin onder de kop", max_length=200, blank=True, help_text="Eén of twee korte zinnen. Mag leeg zijn."
    )
    tekst = TekstField("tekst", blank=True, help_text=f"Staat onder de cijfers. {TEKST_UITLEG}")
    zoekwoorden = models.CharField(
        "zoekwoorden",
        max_length=200,
        blank=True,
        help_text="Met deze woorden vinden bezoekers dit deel. Zet er een komma tussen.",
    )
    volgorde = models.PositiveSmallIntegerField("volgorde", default=100, help_text=VOLGORDE_UITLEG)

    class Meta:
        verbose_name = "deel van de sectorpagina"
        verbose_name_plural = "delen van de sectorpagina"
        ordering = ["volgorde", Volgorde("naam")]

    def __str__(self) -> str:
        return self.naam

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class Cijfer(MetSleutel, Inhoud):
    """A figure: what is counted, how many, of how many, when, and who says so."""

    naam = models.CharField("wat", max_length=100, help_text="Wat is er geteld? Een paar woorden, zonder punt.")
    slug = models.SlugField("deel van het webadres", max_length=100, unique=True, help_text=SLUG_UITLEG)
    deel = models.ForeignKey(
        Sectordeel,
        models.CASCADE,
        verbose_name="deel van de pagina",
        related_name="cijfers",
        help_text="Onder welke kop staat dit?",
    )
    vooraf = models.CharField(
        "woord ervoor", max_length=20, blank=True, help_text="Is het niet precies? Bijvoorbeeld: ongeveer, of ruim."
    )
    waarde = models.PositiveIntegerField("getal", help_text="Alleen cijfers, zonder punten.", null=True)
    geheel = models.PositiveIntegerField(
        "van de",
        null=True,
        blank=True,
        help_text="Is het een deel van een geheel? Vul in van hoeveel. 100 geeft procenten.",
    )
    eenheid = models.CharField("eenheid", max_length=40, blank=True, help_text="Wat zijn het? Zoals: plekken.")
    jaar = models.PositiveSmallIntegerField(
        "jaar", null=True, blank=True, validators=JAREN, help_text="Leeg: de site zegt ‘jaar niet genoemd’."
    )
    moment = models.CharField(
        "moment", max_length=40, blank=True, help_text="Weet je het preciezer dan het jaar? Zoals: eind 2026."
    )
    volgens = models.CharField(
        "volgens", max_length=60, blank=True, help_text="Wie telde dit, of zegt dit? Leeg als de bron het niet noemt."
    )
    toelichting = models.CharField(
        "toelichting", max_length=200, blank=True, help_text="Eén of twee korte zinnen onder het getal."
    )
    teken = models.CharField(
        "teken", max_length=4, choices=Teken, default=Teken.BLOK, help_text="Wat de site tekent bij een deel."
    )
    volgorde = models.PositiveSmallIntegerField("volgorde", default=100, help_text=VOLGORDE_UITLEG)

    class Meta:
        verbose_name = "cijfer"
        verbose_name_plural = "cijfers"
        ordering = ["deel__volgorde", Volgorde("deel__naam"), "volgorde", Volgorde("naam")]
        constraints = [
            models.CheckConstraint(
                condition=Q(geheel=None) | Q(geheel__gte=F("waarde")),
                name="cijfer_deel_past_in_geheel",
                violation_error_message="Het getal is meer dan het geheel. Vul bij ‘van de’ een hoger getal in.",
            )
        ]

    def __str__(self) -> str:
        return self.naam

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def clean(self) -> None:
        """Refuse a figure that its part of the page cannot draw."""
        vorm = self.deel.vorm if self.deel_id else ""
        if vorm == Vorm.STAVEN and self.jaar is None:
            raise ValidationError(
                {"jaar": "Dit deel tekent een staaf per jaar. Vul een jaar in, of kies een ander deel."}
            )
        if vorm == Vorm.DELEN and self.geheel is None:
            raise ValidationError({"geheel": "Dit deel tekent hoeveel het er zijn van het geheel. Vul het geheel in."})

    def is_oud(self, vandaag: date) -> bool:
        return is_oud(self.jaar, vandaag)


class Partijgroep(Inhoud):
    """Parties with whom the sector works together, under one name."""

    deel = models.ForeignKey(
        Sectordeel,
        models.CASCADE,
        verbose_name="deel van de pagina",
        related_name="partijgroepen",
        help_text="Onder welke kop staat dit?",
    )
    naam = models.CharField("naam", max_length=60, help_text="Hoe heet deze groep? Een paar woorden.")
    partijen = TekstField("partijen", help_text="Zet elke partij op een eigen regel.")
    volgorde = models.PositiveSmallIntegerField("volgorde", default=100, help_text=VOLGORDE_UITLEG)

    class Meta:
        verbose_name = "groep partijen"
        verbose_name_plural = "groepen partijen"
        ordering = ["deel__volgorde", Volgorde("deel__naam"), "volgorde", Volgorde("naam")]
        constraints = [
            models.UniqueConstraint(
                fields=["deel", "naam"],
                name="partijgroep_eenmaal",
                violation_error_message="Deze groep staat al bij dit deel.",
            )
        ]

    def __str__(self) -> str:
        return self.naam
