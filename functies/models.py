"""The working copy: functies, what they ask, and how they lead to one another."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from functies.keuzes import CanMEDS, Kleur, Rol, Stapsoort
from opleidingen.keuzes import Niveau
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


def zonder_streep(waarde: str) -> None:
    """Refuse the | that once stood in a name on the map, where a word may break."""
    if "|" in waarde:
        raise ValidationError("Laat de | weg. Ga naar ‘Lange woorden’ en zeg daar waar het woord mag afbreken.")


class SynoniemQuerySet(models.QuerySet):
    def get_by_natural_key(self, woord: str) -> Any:
        return self.get(woord=woord)


class Werkveld(MetSleutel):
    """A lane of the map. The grouping is our own, the source has none."""

    naam = models.CharField("naam", max_length=60, help_text="Hooguit vier woorden. Deze naam staat op de kaart.")
    slug = models.SlugField("deel van het webadres", unique=True, help_text=SLUG_UITLEG)
    kleur = models.CharField(
        "kleur", max_length=10, choices=Kleur, help_text="Kies een kleur die nog geen ander werkveld heeft."
    )
    volgorde = models.PositiveSmallIntegerField(
        "volgorde", help_text="Van boven naar beneden op de kaart: 1 staat bovenaan."
    )

    objects = InhoudQuerySet.as_manager()

    class Meta:
        verbose_name = "werkveld"
        verbose_name_plural = "werkvelden"
        ordering = ["volgorde", Volgorde("naam")]

    def __str__(self) -> str:
        return self.naam

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class Beroepsvereiste(MetSleutel, Inhoud):
    """Something you must have before you may do the work, such as a VOG."""

    naam = models.CharField(
        "naam", max_length=80, help_text="Kort, want deze naam staat bij elke functie. Bijvoorbeeld: VOG."
    )
    slug = models.SlugField("deel van het webadres", unique=True, help_text=SLUG_UITLEG)
    uitleg = TekstField("uitleg", help_text="Wat is het, en hoe kom je eraan? Twee of drie korte zinnen.")
    url = LinkField(
        "link", blank=True, help_text="Een website waar je hier meer over leest of dit aanvraagt. Begin met https://."
    )

    class Meta:
        verbose_name = "beroepsvereiste"
        verbose_name_plural = "beroepsvereisten"
        ordering = [Volgorde("naam")]

    def __str__(self) -> str:
        return self.naam

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class Competentie(MetSleutel, Inhoud):
    """A skill; one row for all functies that ask it, so that functies can be compared."""

    naam = models.CharField("naam", max_length=120, help_text="Wat moet je kunnen? Hooguit tien woorden, zonder punt.")
    slug = models.SlugField("deel van het webadres", max_length=120, unique=True, help_text=SLUG_UITLEG)
    gebied = models.CharField(
        "gebied (CanMEDS)",
        max_length=30,
        choices=CanMEDS,
        blank=True,
        help_text="Kies het gebied als een bron het noemt. Laat het anders leeg.",
    )
    volgorde = models.PositiveSmallIntegerField(
        "volgorde", default=100, help_text="Een lager getal staat hoger in de lijst bij een functie."
    )

    class Meta:
        verbose_name = "competentie"
        verbose_name_plural = "competenties"
        ordering = ["volgorde", Volgorde("naam")]

    def __str__(self) -> str:
        return self.naam

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class Functie(MetSleutel, Inhoud):
    """A job in the sector: a card on the map, with its panel."""

    naam = models.CharField("naam", max_length=100, help_text="De volledige naam, zonder afkorting.")
    afkorting = models.CharField(
        "afkorting", max_length=15, blank=True, help_text="De letters die mensen in het werk gebruiken. Mag leeg zijn."
    )
    kaartnaam = models.CharField(
        "naam op de kaart",
        max_length=60,
        blank=True,
        help_text="Leeg: de gewone naam. Waar een woord mag afbreken, staat bij ‘Lange woorden’.",
        validators=[zonder_streep],
    )
    slug = models.SlugField("deel van het webadres", max_length=100, unique=True, help_text=SLUG_UITLEG)
    werkveld = models.ForeignKey(
        Werkveld,
        models.PROTECT,
        verbose_name="werkveld",
        related_name="functies",
        help_text="Kies de groep op de kaart waar deze functie bij hoort.",
    )
    niveau = models.PositiveSmallIntegerField(
        "niveau", choices=Niveau, help_text="Het niveau van de opleidingen die passen bij deze functie."
    )
    samenvatting = models.CharField(
        "samenvatting", max_length=300, help_text="Wat doe je in deze functie? Twee of drie korte zinnen, met ‘je’."
    )
    omschrijving = TekstField("omschrijving", help_text=f"Vertel in twee of drie alinea’s meer. {TEKST_UITLEG}")
    beroepsvereisten = models.ManyToManyField(
        Beroepsvereiste,
        verbose_name="beroepsvereisten",
        blank=True,
        related_name="functies",
        help_text="Kies wat je moet hebben voordat je dit werk mag doen.",
    )
    competenties = models.ManyToManyField(
        Competentie,
        verbose_name="competenties",
        blank=True,
        related_name="functies",
        help_text="Kies wat je voor deze functie moet kunnen. Kies liever een bestaande dan dat je er een maakt.",
    )
    opleidingen = models.ManyToManyField(
        Opleiding,
        through="FunctieOpleiding",
        verbose_name="opleidingen",
        related_name="functies",
        help_text="Kies de opleidingen en diploma’s die bij deze functie horen.",
    )
    geen_vervolg = models.BooleanField(
        "geen volgende stap",
        default=False,
        help_text="Zet dit aan als de bron zegt dat er in de sector geen volgende stap is. De site zegt dat dan ook.",
    )

    class Meta:
        verbose_name = "functie"
        verbose_name_plural = "functies"
        ordering = ["niveau", Volgorde("naam")]

    def __str__(self) -> str:
        return f"{self.naam} ({self.afkorting})" if self.afkorting else self.naam

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class FunctieOpleiding(Inhoudsrij):
    """An opleiding or diploma that belongs to a functie."""

    functie = models.ForeignKey(
        Functie,
        models.CASCADE,
        verbose_name="functie",
        related_name="opleidingslinks",
        help_text="Kies de functie waar deze opleiding bij hoort.",
    )
    opleiding = models.ForeignKey(
        Opleiding,
        models.PROTECT,
        verbose_name="opleiding",
        related_name="functielinks",
        help_text="Kies de opleiding of het diploma.",
    )
    rol = models.CharField(
        "rol",
        max_length=7,
        choices=Rol,
        default=Rol.PASSEND,
        help_text="Passend: hiermee kun je instromen. Vereist: zonder dit diploma mag je dit werk niet doen.",
    )
    toelichting = models.CharField(
        "toelichting",
        max_length=200,
        blank=True,
        help_text="Eén korte zin over deze opleiding bij deze functie. Mag leeg zijn.",
    )
    volgorde = models.PositiveSmallIntegerField(
        "volgorde", default=1, help_text="Een lager getal staat hoger in de lijst bij een functie."
    )

    class Meta:
        verbose_name = "opleiding bij een functie"
        verbose_name_plural = "opleidingen bij functies"
        ordering = ["volgorde", Volgorde("opleiding__naam")]
        constraints = [
            models.UniqueConstraint(
                fields=["functie", "opleiding"],
                name="functie_opleiding_eenmaal",
                violation_error_message="Deze opleiding hoort al bij deze functie.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.functie}: {self.opleiding}"


class Doorgroei(Inhoud):
    """A step from one functie to another, with the evidence for it."""

    van = models.ForeignKey(
        Functie,
        models.CASCADE,
        verbose_name="van",
        related_name="vervolg",
        help_text="Kies de functie waar de stap begint.",
    )
    naar = models.ForeignKey(
        Functie,
        models.CASCADE,
        verbose_name="naar",
        related_name="vooraf",
        help_text="Kies de functie waar je daarna werkt.",
    )
    soort = models.CharField(
        "soort",
        max_length=10,
        choices=Stapsoort,
        help_text="Verdieping: meer leren over je vak. Verbreding: ander werk erbij. Doorstroom: een andere functie.",
    )
    voorwaarde = models.CharField(
        "voorwaarde", max_length=300, blank=True, help_text="Wat moet je eerst hebben? Eén of twee korte zinnen."
    )

    class Meta:
        verbose_name = "stap"
        verbose_name_plural = "stappen"
        ordering = ["van__niveau", Volgorde("van__naam"), "naar__niveau", Volgorde("naar__naam")]
        constraints = [
            models.UniqueConstraint(
                fields=["van", "naar"],
                name="doorgroei_eenmaal",
                violation_error_message="Deze stap staat er al: van deze functie naar die functie.",
            ),
            models.CheckConstraint(
                condition=~Q(van=F("naar")),
                name="doorgroei_niet_naar_zichzelf",
                violation_error_message="Een functie kan niet naar zichzelf doorgroeien. Kies twee functies.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.van} → {self.naar}"


class Zijpad(Inhoud):
    """A move to work outside the sector."""

    functie = models.ForeignKey(
        Functie,
        models.CASCADE,
        verbose_name="functie",
        related_name="zijpaden",
        help_text="Kies de functie waar je nu werkt.",
    )
    omschrijving = models.CharField(
        "omschrijving", max_length=200, help_text="Waar kun je dan werken? Hooguit tien woorden, zonder punt."
    )
    url = LinkField("link", blank=True, help_text="Een website over dat werk. Begin met https://.")
    volgorde = models.PositiveSmallIntegerField(
        "volgorde", default=1, help_text="Een lager getal staat hoger in de lijst bij een functie."
    )

    class Meta:
        verbose_name = "zijpad"
        verbose_name_plural = "zijpaden"
        ordering = [Volgorde("functie__naam"), "volgorde", Volgorde("omschrijving")]
        constraints = [
            models.UniqueConstraint(
                fields=["functie", "omschrijving"],
                name="zijpad_eenmaal",
                violation_error_message="Dit zijpad staat al bij deze functie.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.functie}: {self.omschrijving}"


class Synoniem(Inhoudsrij):
    """A word that visitors use, and what we call it: for the search."""

    woord = models.CharField(
        "woord", max_length=80, unique=True, help_text="Een woord dat bezoekers gebruiken. Kleine letters."
    )
    betekenis = models.CharField("betekenis", max_length=80, help_text="Zo heet het op deze site. Kleine letters.")

    objects = SynoniemQuerySet.as_manager()

    class Meta:
        verbose_name = "ander woord"
        verbose_name_plural = "andere woorden"
        ordering = [Volgorde("woord")]

    def __str__(self) -> str:
        return f"{self.woord} = {self.betekenis}"

    def natural_key(self) -> tuple[str]:
        return (self.woord,)
