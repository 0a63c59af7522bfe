"""Opleidingen and diploma's, and the organisations that know where to follow them."""

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from opleidingen.keuzes import Erkenning, Niveau, Register
from uitgave.inhoud import SLUG_UITLEG, Inhoud, InhoudQuerySet, LinkField, MetSleutel, TekstField
from uitgave.volgorde import Volgorde

# The usual first digits of a code (DUO): a current CREBO starts with 25 or 26; a CROHO with the
# kind of degree (3 hbo bachelor, 4 hbo master, 5 and 6 wo, 7 other masters, 80/81 associate degree).
GEWONE_CODE = {
    Register.CREBO: re.compile(r"2[56]\d{3}"),
    Register.CROHO: re.compile(r"([3-7]\d|8[01])\d{3}"),
}


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


class Opleiding(MetSleutel, Inhoud):
    """An opleiding with its code in a public register, or a diploma of the sector without one."""

    naam = models.CharField(
        "naam", max_length=150, help_text="De naam van de opleiding of het diploma, zonder niveau en zonder code."
    )
    slug = models.SlugField(
        "deel van het webadres",
        max_length=150,
        unique=True,
        help_text=SLUG_UITLEG,
    )
    niveau = models.PositiveSmallIntegerField(
        "niveau", choices=Niveau, null=True, blank=True, help_text="Laat leeg als het niveau niet bekend is."
    )
    register = models.CharField(
        "register", max_length=5, choices=Register, blank=True, help_text="Laat leeg als er geen code is."
    )
    code = models.CharField(
        "code", max_length=5, blank=True, help_text="Vijf cijfers, met de nullen vooraan. Bijvoorbeeld 25695."
    )
    erkenning = models.CharField(
        "erkenning", max_length=8, choices=Erkenning, help_text="Wie erkent deze opleiding: de overheid of de sector?"
    )
    omschrijving = TekstField(
        "omschrijving", blank=True, help_text="Wat leer je hier? Eén tot vier korte zinnen, van ongeveer tien woorden."
    )
    leeroverzicht_url = LinkField(
        "link naar Leeroverzicht",
        blank=True,
        help_text="De pagina van deze opleiding op Leeroverzicht. Laat leeg als je die niet weet.",
    )
    aanbieders = models.ManyToManyField(
        Aanbieder,
        verbose_name="aanbieders",
        blank=True,
        related_name="opleidingen",
        help_text="Alleen voor een diploma dat niet op Leeroverzicht staat.",
    )
    duur = models.CharField(
        "duur", max_length=150, blank=True, help_text="Hoelang duurt het? Eén regel. Alleen met een bron."
    )
    toelating = TekstField(
        "toelating", blank=True, help_text="Wat moet je vooraf hebben? Eén tot drie korte zinnen. Alleen met een bron."
    )
    kosten = models.CharField(
        "kosten", max_length=150, blank=True, help_text="Wat kost het? Eén regel. Alleen met een bron."
    )

    class Meta:
        verbose_name = "opleiding"
        verbose_name_plural = "opleidingen"
        ordering = [Volgorde("naam")]
        constraints = [
            models.UniqueConstraint(
                "register",
                "code",
                condition=~Q(code=""),
                name="opleiding_code_eenmaal",
                violation_error_message="Er is al een opleiding met deze code in dit register.",
            ),
            models.CheckConstraint(
                condition=Q(code="") | Q(code__regex=r"^[0-9]{5}$"),
                name="opleiding_code_vijf_cijfers",
                violation_error_message="Een code heeft precies vijf cijfers, bijvoorbeeld 25695.",
            ),
            models.CheckConstraint(
                condition=Q(code="", register="") | (~Q(code="") & ~Q(register="")),
                name="opleiding_code_met_register",
                violation_error_message="Vul code en register samen in, of laat ze samen leeg.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.naam} ({self.code})" if self.code else self.naam

    def clean(self) -> None:
        """Name the field that is wrong, where the database constraints name only the rule."""
        fouten = {}
        if self.code and not self.code_is_goed():
            fouten["code"] = (
                f"‘{self.code}’ is geen goede code. Een code heeft precies vijf cijfers, bijvoorbeeld 25695."
            )
        if self.code and not self.register:
            fouten["register"] = "Kies het register van deze code: CREBO of CROHO."
        if self.register and not self.code:
            fouten["code"] = "Vul de code in, of maak het register leeg."
        if fouten:
            raise ValidationError(fouten)

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def code_is_goed(self) -> bool:
        """True when the code has the form of a code: five digits."""
        return re.fullmatch(r"[0-9]{5}", self.code) is not None

    def code_is_ongewoon(self) -> bool:
        """True when the code lies outside the usual range of its register: a warning, no error."""
        return bool(self.code and self.register) and not GEWONE_CODE[Register(self.register)].fullmatch(self.code)
