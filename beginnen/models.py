"""Where somebody can begin: the doors of the page, and the time that an opleiding takes for who begins with it."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from beginnen.keuzes import Deursoort
from opleidingen.models import Opleiding
from uitgave.inhoud import SLUG_UITLEG, TEKST_UITLEG, Inhoud, MetSleutel, OpmaakField, TekstField
from uitgave.volgorde import Volgorde

VOLGORDE_UITLEG = "Een lager getal staat hoger in de lijst."
DAGEN_IN_WEEK = 7
WEKEN_HOOGUIT = 520


class Deur(MetSleutel, Inhoud):
    """Who somebody is that wants to begin. Without a door there is no page about beginning."""

    naam = models.CharField(
        "naam", max_length=80, help_text="Wie gaat hier naar binnen? Een zin met ‘ik’, zonder punt."
    )
    slug = models.SlugField("deel van het webadres", max_length=80, unique=True, help_text=SLUG_UITLEG)
    uitleg = models.CharField("uitleg", max_length=160, help_text="Voor wie is deze deur? Eén korte zin.")
    soort = models.CharField(
        "wat heb je al?",
        max_length=10,
        choices=Deursoort,
        help_text="Dit bepaalt wat de bezoeker achter de deur kan kiezen.",
    )
    waar = OpmaakField("waar kun je beginnen?", blank=True, help_text=f"Staat bij 1. {TEKST_UITLEG} Mag leeg zijn.")
    hoe = OpmaakField("hoe gaat dat?", blank=True, help_text=f"Staat bij 2. {TEKST_UITLEG} Mag leeg zijn.")
    morgen = OpmaakField("wat kun je morgen doen?", blank=True, help_text=f"Staat bij 3. {TEKST_UITLEG} Mag leeg zijn.")
    zoekwoorden = models.CharField(
        "zoekwoorden",
        max_length=200,
        blank=True,
        help_text="Met deze woorden vinden bezoekers de deur. Zet er een komma tussen.",
    )
    volgorde = models.PositiveSmallIntegerField("volgorde", default=100, help_text=VOLGORDE_UITLEG)

    class Meta:
        verbose_name = "deur"
        verbose_name_plural = "deuren"
        ordering = ["volgorde", Volgorde("naam")]

    def __str__(self) -> str:
        return self.naam

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class Beginfase(Inhoud):
    """A part of the time that an opleiding takes for who begins with it: how a week looks, and what belongs to it."""

    opleiding = models.ForeignKey(
        Opleiding,
        models.CASCADE,
        verbose_name="opleiding",
        related_name="beginfasen",
        help_text="Met welke opleiding begint iemand?",
    )
    naam = models.CharField("naam", max_length=80, help_text="Wat gebeurt er in deze tijd? Hooguit vijf woorden.")
    weken = models.PositiveSmallIntegerField(
        "aantal weken",
        validators=[MinValueValidator(1), MaxValueValidator(WEKEN_HOOGUIT)],
        help_text="Hoeveel weken duurt dit deel? Een jaar is 52 weken.",
        null=True,
    )
    schooldagen = models.PositiveSmallIntegerField(
        "dagen school", default=0, validators=[MaxValueValidator(DAGEN_IN_WEEK)], help_text="Hoeveel dagen per week?"
    )
    werkdagen = models.PositiveSmallIntegerField(
        "dagen werk",
        default=0,
        validators=[MaxValueValidator(DAGEN_IN_WEEK)],
        help_text="Hoeveel dagen per week, op zijn minst?",
    )
    werkdagen_tot = models.PositiveSmallIntegerField(
        "hooguit",
        null=True,
        blank=True,
        validators=[MaxValueValidator(DAGEN_IN_WEEK)],
        help_text="Kan het ook meer zijn? Vul dan in hoeveel dagen hooguit.",
    )
    contract = models.CharField("contract", max_length=200, blank=True, help_text="Welk contract hoort erbij?")
    geld = models.CharField(
        "geld", max_length=200, blank=True, help_text="Wat is bekend over loon of een uitkering? Noem geen bedragen."
    )
    tekst = TekstField("meer", blank=True, help_text="Wat moet je nog weten? Eén of twee korte zinnen.")
    volgorde = models.PositiveSmallIntegerField("volgorde", default=100, help_text=VOLGORDE_UITLEG)

    class Meta:
        verbose_name = "deel van een opleiding"
        verbose_name_plural = "delen van een opleiding"
        # Two opleidingen can have one name: the key keeps the parts of each together, the same in every database.
        ordering = [Volgorde("opleiding__naam"), Volgorde("opleiding__sleutel"), "volgorde", Volgorde("naam")]
        constraints = [
            models.UniqueConstraint(
                fields=["opleiding", "naam"],
                name="beginfase_eenmaal",
                violation_error_message="Dit deel staat al bij deze opleiding.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.opleiding}: {self.naam}"

    def clean(self) -> None:
        school, werk, tot = self.schooldagen or 0, self.werkdagen or 0, self.werkdagen_tot
        if tot is not None and tot <= werk:
            raise ValidationError(
                {"werkdagen_tot": "Dit is niet meer dan de dagen werk. Laat het leeg, of vul meer in."}
            )
        if school + max(werk, tot or 0) > DAGEN_IN_WEEK:
            raise ValidationError({"werkdagen": "Samen met school zijn dit meer dagen dan een week heeft."})
