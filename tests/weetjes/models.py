"""Weetjes: a row with a page of its own, links to other rows, and tips inside it."""

from django.db import models

from functies.models import Competentie, Functie
from uitgave.inhoud import SLUG_UITLEG, Inhoud, Inhoudsrij, LinkField, MetSleutel, TekstField
from uitgave.volgorde import Volgorde


class Weetje(MetSleutel, Inhoud):
    """Something to know about a functie. Its fields have names that mean something else elsewhere."""

    naam = models.CharField("naam", max_length=80, unique=True, help_text="Hooguit zes woorden.")
    slug = models.SlugField("deel van het webadres", max_length=80, unique=True, help_text=SLUG_UITLEG)
    tekst = TekstField("tekst", help_text="Wat moet je weten? Twee korte zinnen.")
    van = models.DateField("geldig van", null=True, blank=True, help_text="De eerste dag. Leeg: altijd.")
    url = LinkField("link", blank=True, help_text="Waar lees je meer?")
    hoofdfunctie = models.ForeignKey(
        Functie,
        models.PROTECT,
        verbose_name="functie",
        related_name="weetjes",
        null=True,
        blank=True,
        help_text="Over welke functie gaat het?",
    )
    kundes = models.ManyToManyField(
        Competentie, verbose_name="competenties", blank=True, related_name="weetjes", help_text="Wat leer je hiervan?"
    )
    notitie = models.CharField("notitie", max_length=80, blank=True, help_text="Alleen voor de redactie.")

    class Meta:
        verbose_name = "weetje"
        verbose_name_plural = "weetjes"
        ordering = [Volgorde("naam")]

    def __str__(self) -> str:
        return self.naam

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class Tip(Inhoudsrij):
    """A tip with a weetje."""

    weetje = models.ForeignKey(
        Weetje, models.CASCADE, verbose_name="weetje", related_name="tips", help_text="Bij welk weetje?"
    )
    zin = models.CharField("zin", max_length=120, help_text="Eén korte zin.")
    volgorde = models.PositiveSmallIntegerField("volgorde", default=100, help_text="Een lager getal staat hoger.")

    class Meta:
        verbose_name = "tip"
        verbose_name_plural = "tips"
        ordering = [Volgorde("weetje__naam"), "volgorde", Volgorde("zin")]
        constraints = [models.UniqueConstraint(fields=["weetje", "zin"], name="tip_eenmaal")]

    def __str__(self) -> str:
        return f"{self.weetje}: {self.zin}"
