"""Opleidingen and diploma's, their levels and codes, and the organisations that know where to follow them."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q

from opleidingen import codes
from opleidingen.keuzes import Erkenning
from uitgave.inhoud import SLUG_UITLEG, Inhoud, InhoudQuerySet, LinkField, MetSleutel, TekstField
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
    op_niveau = models.ForeignKey(
        Niveau,
        models.PROTECT,
        verbose_name="niveau",
        related_name="opleidingen",
        null=True,
        blank=True,
        help_text="Laat leeg als het niveau niet bekend is.",
    )
    coderegister = models.ForeignKey(
        Register,
        models.PROTECT,
        verbose_name="register",
        related_name="opleidingen",
        null=True,
        blank=True,
        help_text="De lijst waar de code in staat. Laat leeg als er geen code is.",
    )
    code = models.CharField(
        "code", max_length=20, blank=True, help_text="Precies zoals in het register, met de nullen vooraan."
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

    class Meta:
        verbose_name = "opleiding"
        verbose_name_plural = "opleidingen"
        ordering = [Volgorde("naam")]
        constraints = [
            models.UniqueConstraint(
                "coderegister",
                "code",
                condition=~Q(code=""),
                name="opleiding_code_eenmaal",
                violation_error_message="Er is al een opleiding met deze code in dit register.",
            ),
            models.CheckConstraint(
                condition=Q(code="") | Q(coderegister__isnull=False),
                name="opleiding_code_met_register",
                violation_error_message="Een code heeft een register nodig.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.naam} ({self.code})" if self.code else self.naam

    def clean(self) -> None:
        """Say at the field of the code, or of its register, what is wrong."""
        if fout := self.codefout():
            raise ValidationError({"code" if self.coderegister else "coderegister": fout})

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def codefout(self) -> str:
        """Return what is wrong with the code, in Dutch; empty when it has the form that its register asks."""
        register = self.coderegister
        if register is None:
            return "Kies het register van deze code." if self.code else ""
        if not register.masker:
            return f"Maak de code leeg: {register} heeft geen codes." if self.code else ""
        if codes.past(register.masker, self.code):
            return ""
        vorm = (
            f"Een code van {register} heeft de vorm {register.masker}, bijvoorbeeld {codes.voorbeeld(register.masker)}."
        )
        if not self.code:
            return f"Vul de code in, of maak het register leeg. {vorm}"
        return f"‘{self.code}’ is geen goede code. {vorm}"

    def code_is_ongewoon(self) -> bool:
        """True when the code does not begin as those of its register mostly do: a warning, no error."""
        register = self.coderegister if self.code else None
        return register is not None and not codes.is_gewoon(register.gewoon_begin, self.code)
