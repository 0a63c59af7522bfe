"""What the levels mean, the ways to grow from one to the next, and a long way that leads past the map."""

from typing import Any

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q

from functies.keuzes import Stapsoort
from functies.models import Functie
from opleidingen.models import Niveau
from uitgave.inhoud import SLUG_UITLEG, TEKST_UITLEG, Inhoud, InhoudQuerySet, MetSleutel, TekstField
from uitgave.volgorde import Volgorde

VOLGORDE_UITLEG = "Een lager getal staat hoger in de lijst."
JAREN_HOOGUIT = 10


class NiveauuitlegQuerySet(InhoudQuerySet):
    def get_by_natural_key(self, niveau: str) -> Any:
        return self.get(niveau__slug=niveau)


class Niveauuitleg(Inhoud):
    """What one level means."""

    niveau = models.ForeignKey(
        Niveau,
        models.CASCADE,
        verbose_name="niveau",
        related_name="uitleg",
        help_text="Welk niveau leg je uit?",
    )
    tekst = TekstField("wat betekent het?", help_text=f"Wat leer je op dit niveau, en hoe lang? {TEKST_UITLEG}")
    indicatie = models.BooleanField(
        "het getal is een indicatie",
        default=False,
        help_text="Zet dit aan als de bron zegt dat het getal van het NLQF een schatting is.",
    )
    buiten_de_kaart = TekstField(
        "buiten de kaart",
        blank=True,
        help_text="Staat op dit niveau een beroep dat niet op de kaart staat? Eén of twee korte zinnen.",
    )

    objects = NiveauuitlegQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        verbose_name = "uitleg bij een niveau"
        verbose_name_plural = "uitleg bij niveaus"
        ordering = ["niveau__volgorde", Volgorde("niveau__naam")]
        constraints = [
            models.UniqueConstraint(
                fields=["niveau"],
                name="niveauuitleg_eenmaal",
                violation_error_message="Dit niveau heeft al een uitleg.",
            )
        ]

    def __str__(self) -> str:
        return str(self.niveau)

    def natural_key(self) -> tuple[str]:
        return (self.niveau.slug,)


class GroeiwijzeQuerySet(InhoudQuerySet):
    def get_by_natural_key(self, soort: str) -> Any:
        return self.get(soort=soort)


class Groeiwijze(Inhoud):
    """What one kind of step means, with an example of the source."""

    soort = models.CharField(
        "soort stap",
        max_length=10,
        choices=Stapsoort,
        unique=True,
        help_text="De stappen van deze soort op de kaart staan er vanzelf bij.",
    )
    uitleg = TekstField("uitleg", help_text="Wat verandert er in je werk? Eén tot drie korte zinnen.")
    voorbeeld = models.CharField(
        "voorbeeld", max_length=160, blank=True, help_text="Een voorbeeld uit de bron. Eén korte zin."
    )
    volgorde = models.PositiveSmallIntegerField("volgorde", default=100, help_text=VOLGORDE_UITLEG)

    objects = GroeiwijzeQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        verbose_name = "manier van groeien"
        verbose_name_plural = "manieren van groeien"
        ordering = ["volgorde", "soort"]

    def __str__(self) -> str:
        return str(Stapsoort(self.soort).label)

    def natural_key(self) -> tuple[str]:
        return (self.soort,)


class OmwegQuerySet(InhoudQuerySet):
    def get_by_natural_key(self, van: str, naar: str) -> Any:  # type: ignore[override]
        return self.get(van__slug=van, naar__slug=naar)


class Omweg(Inhoud):
    """Growth that a source names, but that is no single step: what stands between."""

    van = models.ForeignKey(
        Functie,
        models.CASCADE,
        verbose_name="van",
        related_name="omwegen_vanaf",
        help_text="De functie waar iemand nu werkt.",
    )
    naar = models.ForeignKey(
        Functie,
        models.CASCADE,
        verbose_name="naar",
        related_name="omwegen_naar",
        help_text="De functie waar de bron die groei naartoe noemt. Op die pagina staat de tekst.",
    )
    tekst = TekstField("wat staat ertussen?", help_text="Wat moet iemand eerst halen of doen? Eén tot vier zinnen.")

    objects = OmwegQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        verbose_name = "omweg"
        verbose_name_plural = "omwegen"
        ordering = [Volgorde("naar__naam"), Volgorde("van__naam")]
        constraints = [
            models.UniqueConstraint(
                fields=["van", "naar"],
                name="omweg_eenmaal",
                violation_error_message="Deze omweg staat er al: van deze functie naar die functie.",
            ),
            models.CheckConstraint(
                condition=~Q(van=F("naar")),
                name="omweg_niet_naar_zichzelf",
                violation_error_message="Een omweg gaat naar een andere functie. Kies twee functies.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.van} naar {self.naar}"

    def natural_key(self) -> tuple[str, str]:
        return self.van.slug, self.naar.slug


class Traject(MetSleutel, Inhoud):
    """A long way of learning that ends above the map, drawn as steps."""

    naam = models.CharField("naam", max_length=80, help_text="Waar leidt het heen, en hoe lang duurt het? Eén regel.")
    slug = models.SlugField("deel van het webadres", max_length=80, unique=True, help_text=SLUG_UITLEG)
    niveau = models.ForeignKey(
        Niveau,
        models.PROTECT,
        verbose_name="niveau",
        related_name="trajecten",
        help_text="Het niveau waarop het eindigt.",
        null=True,
    )
    inleiding = TekstField("inleiding", blank=True, help_text="Waarom staat dit hier? Eén of twee korte zinnen.")
    tekst = TekstField("meer", blank=True, help_text="Wat moet je nog weten? Dit staat onder de stappen.")
    zoekwoorden = models.CharField(
        "zoekwoorden",
        max_length=200,
        blank=True,
        help_text="Met deze woorden vinden bezoekers het traject. Zet er een komma tussen.",
    )
    volgorde = models.PositiveSmallIntegerField("volgorde", default=100, help_text=VOLGORDE_UITLEG)

    class Meta:
        verbose_name = "traject"
        verbose_name_plural = "trajecten"
        ordering = ["volgorde", Volgorde("naam")]

    def __str__(self) -> str:
        return self.naam

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class Trajectstap(Inhoud):
    """A step of a traject: how many years it takes, and what happens in them."""

    traject = models.ForeignKey(
        Traject, models.CASCADE, verbose_name="traject", related_name="stappen", help_text="Van welk traject is dit?"
    )
    naam = models.CharField("naam", max_length=60, help_text="Hooguit vijf woorden, zonder punt.")
    fase = models.CharField(
        "fase", max_length=40, blank=True, help_text="Stappen van dezelfde fase krijgen dezelfde kleur."
    )
    jaren = models.PositiveSmallIntegerField(
        "aantal jaren",
        validators=[MaxValueValidator(JAREN_HOOGUIT)],
        help_text="Hoeveel jaar duurt deze stap? 0: dit is waar het traject eindigt.",
        null=True,
    )
    tekst = TekstField("tekst", help_text="Wat doe je dan? Eén of twee korte zinnen.")
    volgorde = models.PositiveSmallIntegerField("volgorde", default=100, help_text=VOLGORDE_UITLEG)

    class Meta:
        verbose_name = "stap van een traject"
        verbose_name_plural = "stappen van een traject"
        ordering = ["traject__volgorde", Volgorde("traject__naam"), "volgorde", Volgorde("naam")]
        constraints = [
            models.UniqueConstraint(
                fields=["traject", "naam"],
                name="trajectstap_eenmaal",
                violation_error_message="Deze stap staat al bij dit traject.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.traject}: {self.naam}"
