"""What opleidingen have in common: their levels, the registers of their codes, and who tells where to follow them."""

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models

from opleidingen import codes
from opleidingen.keuzes import Controle
from uitgave.inhoud import SLUG_UITLEG, InhoudQuerySet, LinkField, MetSleutel
from uitgave.volgorde import Volgorde

NLQF = (MinValueValidator(1), MaxValueValidator(8))
MASKER_FOUT = "Gebruik alleen het cijfer 9 en hoofdletters, bijvoorbeeld K9999."


class Niveau(MetSleutel):
    """A level of education. Which there are, and what they are called, is up to the sector."""

    naam = models.CharField("naam", max_length=60, help_text="Kort, met kleine letters. Zo staat het op de kaart.")
    slug = models.SlugField("deel van het webadres", max_length=60, unique=True, help_text=SLUG_UITLEG)
    volgorde = models.PositiveSmallIntegerField(
        "volgorde", help_text="Van laag naar hoog: 1 is het laagste niveau. Zo staan ze ook op de kaart."
    )
    nlqf = models.PositiveSmallIntegerField(
        "niveau in het NLQF",
        null=True,
        blank=True,
        validators=NLQF,
        help_text="Een getal van 1 tot en met 8. Laat leeg als je dat niet weet.",
    )

    objects = InhoudQuerySet.as_manager()

    class Meta:
        verbose_name = "niveau"
        verbose_name_plural = "niveaus"
        ordering = ["volgorde", Volgorde("naam")]

    def __str__(self) -> str:
        return self.naam

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class Register(MetSleutel):
    """A public list that gives opleidingen their code; a code alone does not tell of which list it is."""

    naam = models.CharField("naam", max_length=60, help_text="De naam van de lijst, en voor wie die is.")
    slug = models.SlugField(
        "deel van het webadres",
        max_length=60,
        unique=True,
        help_text="Korte naam zonder spaties. Verander die liever niet.",
    )
    afkorting = models.CharField("afkorting", max_length=20, help_text="Dit staat voor de code op de site.")
    uitleg = models.CharField(
        "uitleg", max_length=200, blank=True, help_text="Waarvoor is deze lijst? Eén korte zin. Mag leeg zijn."
    )
    masker = models.CharField(
        "vorm van de code",
        max_length=20,
        blank=True,
        validators=[RegexValidator(rf"\A{codes.MASKER}\Z", MASKER_FOUT)],
        help_text="Een 9 is een cijfer, een hoofdletter is die letter. Bijvoorbeeld: K9999. Leeg: zonder code.",
    )
    gewoon_begin = models.CharField(
        "gewone begincijfers",
        max_length=60,
        blank=True,
        help_text="Hoe beginnen de codes meestal? Met spaties ertussen. Bij een ander begin zegt de site dat.",
    )
    controle = models.CharField(
        "controle van de codes",
        max_length=9,
        choices=Controle,
        blank=True,
        help_text="Waar kijkt de site na of een code nog geldt? Leeg: de site kijkt dat niet na.",
    )

    objects = InhoudQuerySet.as_manager()

    class Meta:
        verbose_name = "register"
        verbose_name_plural = "registers"
        ordering = [Volgorde("naam")]

    def __str__(self) -> str:
        return self.naam

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class Aanbieder(MetSleutel):
    """An organisation that tells who offers an opleiding or diploma."""

    naam = models.CharField("naam", max_length=150, help_text="De naam die de organisatie zelf gebruikt.")
    slug = models.SlugField(
        "deel van het webadres",
        max_length=150,
        unique=True,
        help_text="Korte naam zonder spaties. Verander die liever niet.",
    )
    url = LinkField("link", help_text="De website van de organisatie. Begin met https://.")
    toelichting = models.CharField(
        "toelichting",
        max_length=200,
        blank=True,
        help_text="Waar op die website moet je kijken? Eén korte zin.",
    )

    objects = InhoudQuerySet.as_manager()

    class Meta:
        verbose_name = "aanbieder"
        verbose_name_plural = "aanbieders"
        ordering = [Volgorde("naam")]

    def __str__(self) -> str:
        return self.naam

    def natural_key(self) -> tuple[str]:
        return (self.slug,)
