"""Profielen: what a functie asks somebody to know and to be able to, as the profession itself wrote it down."""

from typing import Any

from django.db import models

from functies.models import Competentie, Competentiegebied, Functie
from profielen.keuzes import Plek
from uitgave.inhoud import SLUG_UITLEG, TEKST_UITLEG, Inhoud, InhoudQuerySet, Inhoudsrij, MetSleutel, TekstField
from uitgave.volgorde import Volgorde

VOLGORDE_UITLEG = "Een lager getal staat hoger in de lijst."
PER_REGEL = "Zet elk punt op een eigen regel. Mag leeg zijn."


class Profiel(MetSleutel, Inhoud):
    """The profile of a functie: the page with its rollen, their competenties, and how somebody learns them."""

    functie = models.ForeignKey(
        Functie,
        models.CASCADE,
        verbose_name="functie",
        related_name="profielen",
        help_text="Van welke functie is dit het profiel?",
    )
    naam = models.CharField("naam", max_length=120, unique=True, help_text="Zoals het document heet, met het jaar.")
    slug = models.SlugField(
        "deel van het webadres",
        max_length=100,
        unique=True,
        help_text=f"Neem dit over van de functie. {SLUG_UITLEG}",
    )
    kop = models.CharField(
        "kop", max_length=120, help_text="De titel van de pagina. Een korte vraag, of hooguit acht woorden."
    )
    inleiding = models.CharField("inleiding", max_length=300, help_text="Twee of drie korte zinnen onder de kop.")
    gebieden = TekstField("deskundigheidsgebieden", blank=True, help_text=f"Waar gaat het werk over? {PER_REGEL}")
    trap_kop = models.CharField(
        "kop van de trap", max_length=120, blank=True, help_text="De kop boven de treden. Hooguit acht woorden."
    )
    trap_uitleg = TekstField("uitleg bij de trap", blank=True, help_text="Hoe leer je het? Twee of drie korte zinnen.")

    class Meta:
        verbose_name = "profiel"
        verbose_name_plural = "profielen"
        ordering = [Volgorde("naam")]
        constraints = [
            models.UniqueConstraint(
                fields=["functie"],
                name="profiel_eenmaal",
                violation_error_message="Deze functie heeft al een profiel.",
            )
        ]

    def __str__(self) -> str:
        return self.naam

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class Profieltekst(Inhoudsrij):
    """A short text with a profiel, under a heading of its own."""

    profiel = models.ForeignKey(
        Profiel,
        models.CASCADE,
        verbose_name="profiel",
        related_name="teksten",
        help_text="Bij welk profiel hoort deze tekst?",
    )
    plek = models.CharField("plek", max_length=7, choices=Plek, help_text="Waar gaat deze tekst over?")
    kop = models.CharField("kop", max_length=80, help_text="Een korte vraag, of hooguit vijf woorden.")
    tekst = TekstField("tekst", help_text=TEKST_UITLEG)
    volgorde = models.PositiveSmallIntegerField("volgorde", default=100, help_text=VOLGORDE_UITLEG)

    class Meta:
        verbose_name = "tekst bij een profiel"
        verbose_name_plural = "teksten bij profielen"
        ordering = [Volgorde("profiel__naam"), "volgorde", Volgorde("kop")]
        constraints = [
            models.UniqueConstraint(
                fields=["profiel", "kop"],
                name="profieltekst_eenmaal",
                violation_error_message="Deze kop staat al bij dit profiel.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.profiel}: {self.kop}"


class RolQuerySet(InhoudQuerySet):
    def get_by_natural_key(self, profiel: str, gebied: str) -> Any:  # type: ignore[override]
        return self.get(profiel__slug=profiel, competentiegebied__slug=gebied)


class Profielrol(Inhoud):
    """A rol in a profiel: it has the name of the competentiegebied to which its competenties belong."""

    profiel = models.ForeignKey(
        Profiel,
        models.CASCADE,
        verbose_name="profiel",
        related_name="rollen",
        help_text="Bij welk profiel hoort deze rol?",
    )
    competentiegebied = models.ForeignKey(
        Competentiegebied,
        models.PROTECT,
        verbose_name="gebied",
        related_name="rollen",
        help_text="De rol krijgt de naam van dit gebied.",
    )
    uitleg = TekstField("uitleg", help_text=f"Wat doe je in deze rol? {TEKST_UITLEG}")
    noot = TekstField("let op", blank=True, help_text="Moet je voor iets nog extra leren? Mag leeg zijn.")
    volgorde = models.PositiveSmallIntegerField("volgorde", default=100, help_text=VOLGORDE_UITLEG)

    objects = RolQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        verbose_name = "rol van een profiel"
        verbose_name_plural = "rollen van profielen"
        ordering = [Volgorde("profiel__naam"), "volgorde", Volgorde("competentiegebied__naam")]
        constraints = [
            models.UniqueConstraint(
                fields=["profiel", "competentiegebied"],
                name="profielrol_eenmaal",
                violation_error_message="Deze rol staat al bij dit profiel.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.profiel}: {self.competentiegebied}"

    def natural_key(self) -> tuple[str, str]:
        return (self.profiel.slug, self.competentiegebied.slug)


class Profielcompetentie(MetSleutel):
    """What somebody must be able to in a rol, in the words of the profiel. The self-check asks about each."""

    rol = models.ForeignKey(
        Profielrol,
        models.CASCADE,
        verbose_name="rol",
        related_name="competenties",
        help_text="Bij welke rol hoort deze competentie?",
    )
    naam = models.CharField("naam", max_length=120, help_text="Wat moet je kunnen? Hooguit tien woorden, zonder punt.")
    tekst = TekstField("tekst", help_text="Wat houdt dat in? Twee of drie korte zinnen, met ‘je’.")
    competentie = models.ForeignKey(
        Competentie,
        models.PROTECT,
        verbose_name="competentie van de functie",
        related_name="in_profielen",
        null=True,
        blank=True,
        help_text="Staat deze ook bij de functie? Wie dit kan, kan die dan meenemen naar het gesprek. Mag leeg zijn.",
    )
    volgorde = models.PositiveSmallIntegerField("volgorde", default=100, help_text=VOLGORDE_UITLEG)

    class Meta:
        verbose_name = "competentie van een profiel"
        verbose_name_plural = "competenties van profielen"
        ordering = [Volgorde("rol__profiel__naam"), "rol__volgorde", "volgorde", Volgorde("naam")]
        constraints = [
            models.UniqueConstraint(
                fields=["rol", "naam"],
                name="profielcompetentie_eenmaal",
                violation_error_message="Deze competentie staat al bij deze rol.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.rol}: {self.naam}"


class Kernbegrip(MetSleutel, Inhoud):
    """A term of a profiel, explained with each rol to which it belongs."""

    profiel = models.ForeignKey(
        Profiel,
        models.CASCADE,
        verbose_name="profiel",
        related_name="kernbegrippen",
        help_text="Bij welk profiel hoort dit begrip?",
    )
    naam = models.CharField("naam", max_length=100, help_text="Het woord zelf, zoals het in het profiel staat.")
    slug = models.SlugField("deel van het webadres", max_length=100, unique=True, help_text=SLUG_UITLEG)
    uitleg = TekstField("uitleg", help_text="Wat betekent het? Hooguit drie korte zinnen.")
    gebieden = models.ManyToManyField(
        Competentiegebied,
        verbose_name="rollen",
        related_name="kernbegrippen",
        help_text="Bij welke rollen staat dit woord?",
    )
    volgorde = models.PositiveSmallIntegerField("volgorde", default=100, help_text=VOLGORDE_UITLEG)

    class Meta:
        verbose_name = "kernbegrip"
        verbose_name_plural = "kernbegrippen"
        ordering = [Volgorde("profiel__naam"), "volgorde", Volgorde("naam")]

    def __str__(self) -> str:
        return self.naam

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class TredeQuerySet(InhoudQuerySet):
    def get_by_natural_key(self, profiel: str, naam: str) -> Any:  # type: ignore[override]
        return self.get(profiel__slug=profiel, naam=naam)


class Trede(Inhoud):
    """A level on which the profiel puts what an opleiding must teach, from knowing to doing."""

    profiel = models.ForeignKey(
        Profiel,
        models.CASCADE,
        verbose_name="profiel",
        related_name="treden",
        help_text="Bij welk profiel hoort deze trede?",
    )
    naam = models.CharField("naam", max_length=60, help_text="Een of twee woorden.")
    niveau = models.CharField(
        "naam in het model", max_length=60, blank=True, help_text="Hoe heet dit niveau in de bron? Mag leeg zijn."
    )
    uitleg = models.CharField("uitleg", max_length=200, help_text="Wat kun je op deze trede? Eén korte zin.")
    volgorde = models.PositiveSmallIntegerField(
        "volgorde", default=100, help_text="De laagste trede heeft het laagste getal."
    )

    objects = TredeQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        verbose_name = "trede van een profiel"
        verbose_name_plural = "treden van profielen"
        ordering = [Volgorde("profiel__naam"), "volgorde", Volgorde("naam")]
        constraints = [
            models.UniqueConstraint(
                fields=["profiel", "naam"],
                name="trede_eenmaal",
                violation_error_message="Deze trede staat al bij dit profiel.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.profiel}: {self.naam}"

    def natural_key(self) -> tuple[str, str]:
        return (self.profiel.slug, self.naam)


class Eis(Inhoudsrij):
    """Something that an opleiding must teach, on one level."""

    trede = models.ForeignKey(
        Trede, models.CASCADE, verbose_name="trede", related_name="eisen", help_text="Op welke trede staat deze eis?"
    )
    tekst = models.CharField("eis", max_length=250, help_text="Wat moet je weten of kunnen? Eén of twee korte zinnen.")
    punten = TekstField("punten", blank=True, help_text=f"Bestaat de eis uit delen? {PER_REGEL}")
    volgorde = models.PositiveSmallIntegerField("volgorde", default=100, help_text=VOLGORDE_UITLEG)

    class Meta:
        verbose_name = "opleidingseis"
        verbose_name_plural = "opleidingseisen"
        ordering = [Volgorde("trede__profiel__naam"), "trede__volgorde", "volgorde", Volgorde("tekst")]
        constraints = [
            models.UniqueConstraint(
                fields=["trede", "tekst"],
                name="eis_eenmaal",
                violation_error_message="Deze eis staat al op deze trede.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.trede}: {self.tekst}"
