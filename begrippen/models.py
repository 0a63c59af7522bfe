"""Words that visitors may not know, each with what it means."""

from django.db import models

from uitgave.inhoud import SLUG_UITLEG, Inhoud, LinkField, MetSleutel, TekstField
from uitgave.volgorde import Volgorde


class Begrip(MetSleutel, Inhoud):
    """A word with what it means. Where a page uses it first, it leads there."""

    naam = models.CharField(
        "woord",
        max_length=80,
        unique=True,
        help_text="Zoals het in een zin staat. Bij een afkorting tellen de hoofdletters mee.",
    )
    slug = models.SlugField("deel van het webadres", max_length=80, unique=True, help_text=SLUG_UITLEG)
    varianten = models.CharField(
        "andere vormen",
        max_length=250,
        blank=True,
        help_text="Meervoud, afkorting of de hele naam. Zet er een komma tussen. Ook deze woorden leiden hierheen.",
    )
    uitleg = TekstField("uitleg", help_text="Wat betekent het? Hooguit drie korte zinnen.")
    gelinkt = models.BooleanField(
        "leidt in teksten hierheen",
        default=True,
        help_text="Zet dit uit bij een gewoon woord dat overal staat. Het staat dan alleen bij de begrippen.",
    )
    url = LinkField("link", blank=True, help_text="De website met meer uitleg. Begin met https://. Mag leeg zijn.")

    class Meta:
        verbose_name = "begrip"
        verbose_name_plural = "begrippen"
        ordering = [Volgorde("naam")]

    def __str__(self) -> str:
        return self.naam

    def natural_key(self) -> tuple[str]:
        return (self.slug,)
