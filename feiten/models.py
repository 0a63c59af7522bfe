"""Feiten: what somebody asks of a functie or an opleiding, each with its source and date."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from feiten.keuzes import Antwoord, Bij, Pictogram
from functies.models import Functie
from opleidingen.models import Opleiding
from uitgave.inhoud import SLUG_UITLEG, Inhoud, InhoudQuerySet, LinkField, MetSleutel, TekstField
from uitgave.volgorde import Volgorde

LANGSTE_WAARDE = 120


class Onderwerp(MetSleutel):
    """Something that is asked of every functie, or of every opleiding, such as the working hours."""

    naam = models.CharField("naam", max_length=60, help_text="Hooguit vijf woorden, zonder punt.")
    slug = models.SlugField("deel van het webadres", max_length=60, unique=True, help_text=SLUG_UITLEG)
    bij = models.CharField(
        "bij", max_length=11, choices=Bij, help_text="Gaat dit over functies of over opleidingen? Kies één van de twee."
    )
    kort = models.CharField(
        "korte naam", max_length=20, blank=True, help_text="Voor het blokje ‘In het kort’. Leeg: de gewone naam."
    )
    vraag = models.CharField(
        "vraag",
        max_length=120,
        blank=True,
        help_text="De vraag waar het antwoord ja, nee of deels op is. Laat leeg als er niet zo’n vraag is.",
    )
    onbekend = models.CharField(
        "als het niet bekend is",
        max_length=120,
        blank=True,
        help_text="Wie weet het wel? Eén korte zin. De site zegt er eerst ‘Niet bekend’ bij. "
        "Leeg: vraag het een werkgever, of de school.",
    )
    alleen_bekend = models.BooleanField(
        "alleen als het bekend is",
        default=False,
        help_text="Zet dit aan als het onderwerp niet overal speelt. Dan zegt de site nergens ‘niet bekend’.",
    )
    linktekst = models.CharField(
        "tekst van de link", max_length=80, blank=True, help_text="Wat staat er op die website? Hooguit acht woorden."
    )
    url = LinkField("link", blank=True, help_text="De website waar dit staat. Begin met https://. Mag leeg zijn.")
    pictogram = models.CharField(
        "pictogram", max_length=10, choices=Pictogram, blank=True, help_text="Een tekening voor de naam. Mag leeg zijn."
    )
    volgorde = models.PositiveSmallIntegerField(
        "volgorde", default=100, help_text="Een lager getal staat hoger in de lijst."
    )

    objects = InhoudQuerySet.as_manager()

    class Meta:
        verbose_name = "onderwerp"
        verbose_name_plural = "onderwerpen"
        ordering = ["volgorde", Volgorde("naam")]
        constraints = [
            models.CheckConstraint(
                condition=Q(url="") | ~Q(linktekst=""),
                name="onderwerp_link_met_tekst",
                violation_error_message="Een link heeft een tekst nodig.",
            )
        ]

    def __str__(self) -> str:
        return self.naam

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class FeitQuerySet(InhoudQuerySet):
    def get_by_natural_key(  # type: ignore[override]
        self, onderwerp: str, functie: str | None, opleiding: str | None
    ) -> Any:
        return self.get(onderwerp__slug=onderwerp, functie__slug=functie, opleiding__slug=opleiding)


class Feit(Inhoud):
    """What is known of one onderwerp, for one functie or one opleiding."""

    onderwerp = models.ForeignKey(
        Onderwerp,
        models.PROTECT,
        verbose_name="onderwerp",
        related_name="feiten",
        help_text="Waar gaat dit feit over?",
    )
    functie = models.ForeignKey(
        Functie,
        models.CASCADE,
        verbose_name="functie",
        related_name="feiten",
        null=True,
        blank=True,
        help_text="De functie waar dit bij hoort. Leeg bij een opleiding.",
    )
    opleiding = models.ForeignKey(
        Opleiding,
        models.CASCADE,
        verbose_name="opleiding",
        related_name="feiten",
        null=True,
        blank=True,
        help_text="De opleiding waar dit bij hoort. Leeg bij een functie.",
    )
    waarde = models.CharField(
        "waarde", max_length=LANGSTE_WAARDE, help_text="Het feit zelf, het liefst in een paar woorden. Zonder punt."
    )
    antwoord = models.CharField(
        "ja of nee",
        max_length=5,
        choices=Antwoord,
        blank=True,
        help_text="Het antwoord op de vraag van het onderwerp. Laat leeg als er geen vraag is, of geen antwoord.",
    )
    toelichting = TekstField(
        "toelichting", blank=True, help_text="Moet je er meer over weten? Eén tot drie korte zinnen. Mag leeg zijn."
    )
    stand = models.CharField(
        "klein erbij",
        max_length=60,
        blank=True,
        help_text="Waar staat het, en van welk jaar is het? Dit staat klein onder het feit. Mag leeg zijn.",
    )
    url = LinkField(
        "link", blank=True, help_text="Alleen als dit ergens anders staat dan bij het onderwerp. Begin met https://."
    )
    geldig_tot = models.DateField(
        "geldig tot en met",
        null=True,
        blank=True,
        help_text="De laatste dag. Daarna zegt de site ‘niet bekend’. Leeg: er is geen einde bekend.",
    )

    objects = FeitQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        verbose_name = "feit"
        verbose_name_plural = "feiten"
        ordering = [
            "onderwerp__volgorde",
            Volgorde("onderwerp__naam"),
            Volgorde("functie__naam"),
            Volgorde("opleiding__naam"),
        ]
        constraints = [
            # This one tells rows apart. A database takes no two empty fields for equal: it needs the other two.
            models.UniqueConstraint(fields=["onderwerp", "functie", "opleiding"], name="feit_eenmaal"),
            models.UniqueConstraint(
                fields=["onderwerp", "functie"],
                condition=Q(opleiding=None),
                name="feit_eenmaal_bij_functie",
                violation_error_message="Over dit onderwerp is er al een feit bij deze functie.",
            ),
            models.UniqueConstraint(
                fields=["onderwerp", "opleiding"],
                condition=Q(functie=None),
                name="feit_eenmaal_bij_opleiding",
                violation_error_message="Over dit onderwerp is er al een feit bij deze opleiding.",
            ),
            models.CheckConstraint(
                condition=Q(functie=None, opleiding__isnull=False) | Q(functie__isnull=False, opleiding=None),
                name="feit_bij_een_van_twee",
                violation_error_message="Kies een functie of een opleiding: één van de twee.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.onderwerp}: {self.functie or self.opleiding}"

    def clean(self) -> None:
        """Refuse an onderwerp of opleidingen at a functie, and the other way round."""
        if self.onderwerp_id and (self.functie or self.opleiding) and not self.past():
            raise ValidationError({"onderwerp": f"Dit onderwerp is voor {self.onderwerp.bij}. Kies een ander."})

    def past(self) -> bool:
        """True when it is about what its onderwerp is about."""
        return self.onderwerp.bij == (Bij.FUNCTIES if self.functie else Bij.OPLEIDINGEN)

    def natural_key(self) -> tuple[str | None, ...]:
        rijen = (self.onderwerp, self.functie, self.opleiding)
        return tuple(rij.slug if rij else None for rij in rijen)
