"""Stories of people who do the work."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from beelden.models import Foto
from functies.models import Functie
from uitgave.inhoud import SLUG_UITLEG, Inhoud, MetSleutel, OpmaakField
from uitgave.volgorde import Volgorde

KERNWOORD_UITLEG = "Wat past bij dit verhaal? Eén of twee woorden."


class Verhaal(MetSleutel, Inhoud):
    """What somebody tells about the work, retold in the third person: never in invented quotes."""

    voornaam = models.CharField(
        "voornaam", max_length=50, help_text="Alleen de voornaam. Vraag eerst of het verhaal op de site mag."
    )
    slug = models.SlugField(
        "deel van het webadres",
        unique=True,
        help_text=SLUG_UITLEG,
    )
    leeftijd = models.PositiveSmallIntegerField(
        "leeftijd",
        validators=[MinValueValidator(16), MaxValueValidator(99)],
        help_text="De leeftijd in jaren: een getal van 16 tot en met 99.",
        null=True,
    )
    functie = models.ForeignKey(
        Functie,
        models.PROTECT,
        verbose_name="functie",
        related_name="verhalen",
        help_text="Kies de functie van deze persoon.",
        null=True,
    )
    foto = models.ForeignKey(
        Foto,
        models.PROTECT,
        verbose_name="foto",
        related_name="verhalen",
        null=True,
        blank=True,
        help_text="Kies een foto, of maak er een met de plus. Leeg: de eerste letter van de naam.",
    )
    kop = models.CharField(
        "kop",
        max_length=120,
        help_text="Eén korte zin in je eigen woorden. Leg niemand woorden in de mond.",
    )
    kernwoord_1 = models.CharField("eerste kernwoord", max_length=40, help_text=KERNWOORD_UITLEG)
    kernwoord_2 = models.CharField("tweede kernwoord", max_length=40, help_text=KERNWOORD_UITLEG)
    kernwoord_3 = models.CharField("derde kernwoord", max_length=40, help_text=KERNWOORD_UITLEG)
    tekst = OpmaakField(
        "tekst", help_text="Vertel over hem of haar, in korte zinnen. Een lege regel begint een nieuwe alinea."
    )

    class Meta:
        verbose_name = "verhaal"
        verbose_name_plural = "verhalen"
        ordering = [Volgorde("voornaam")]

    def __str__(self) -> str:
        return f"{self.voornaam} ({self.leeftijd})" if self.leeftijd else self.voornaam

    @property
    def kernwoorden(self) -> tuple[str, str, str]:
        return self.kernwoord_1, self.kernwoord_2, self.kernwoord_3

    def natural_key(self) -> tuple[str]:
        return (self.slug,)
