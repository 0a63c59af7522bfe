"""Articles: texts with a page of their own, each for one kind of reader."""

from django.db import models

from artikelen.keuzes import Lezer
from uitgave.inhoud import SLUG_UITLEG, TEKST_UITLEG, Inhoud, MetSleutel, OpmaakField
from uitgave.volgorde import Volgorde


class Leesartikel(MetSleutel, Inhoud):
    """A text to read, from its title to its end."""

    titel = models.CharField("titel", max_length=80, unique=True, help_text="Hooguit tien woorden, zonder punt.")
    slug = models.SlugField("deel van het webadres", max_length=80, unique=True, help_text=SLUG_UITLEG)
    samenvatting = models.CharField(
        "samenvatting", max_length=200, help_text="Wat lees je hier? Eén of twee korte zinnen."
    )
    tekst = OpmaakField("tekst", koppen=True, help_text=f"{TEKST_UITLEG} Een kop begint met ## en een spatie.")
    voor = models.CharField("voor wie", max_length=10, choices=Lezer, help_text="Wie heeft hier het meest aan?")
    eenvoudig = models.BooleanField(
        "in eenvoudige woorden",
        default=False,
        help_text="Voor wie moeite heeft met lezen: gewone woorden, en zinnen van hooguit tien woorden. "
        "Onder aan elke pagina staat een link naar dit artikel.",
    )
    volgorde = models.PositiveSmallIntegerField(
        "volgorde", default=100, help_text="Een lager getal staat hoger in de lijst."
    )

    class Meta:
        verbose_name = "leesartikel"
        verbose_name_plural = "leesartikelen"
        ordering = ["volgorde", Volgorde("titel")]

    def __str__(self) -> str:
        return self.titel

    def natural_key(self) -> tuple[str]:
        return (self.slug,)
