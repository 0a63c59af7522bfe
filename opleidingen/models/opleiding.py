"""Opleidingen and diploma's with their codes, what they build on, and where to go from there."""

from collections.abc import Iterable, Iterator
from itertools import islice

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q

from opleidingen import codes
from opleidingen.keuzes import Erkenning
from opleidingen.models.lijsten import Aanbieder, Niveau, Register
from opleidingen.sjabloon import Sjabloon, fout_in
from uitgave.inhoud import (
    SLUG_UITLEG,
    CodeField,
    Inhoud,
    LinkField,
    MetSleutel,
    OpmaakField,
    TekstField,
)
from uitgave.volgorde import Volgorde

EENHEID = "[0-9]{4}O[0-9]{4}"
EENHEID_FOUT = "Een eenheid is vier cijfers, de letter O en vier cijfers. Bijvoorbeeld: 1001O0001, 1001O0002."


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
    erkenning_zin = models.CharField(
        "zin over de erkenning",
        max_length=150,
        blank=True,
        help_text="Alleen als je het niet zeker weet: dit lezen bezoekers dan. Leeg: de gewone woorden.",
    )
    omschrijving = OpmaakField(
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
    eenheden = CodeField(
        "eenheden in het overzicht van DUO",
        blank=True,
        validators=[RegexValidator(rf"\A{EENHEID}(, ?{EENHEID})*\Z", EENHEID_FOUT)],
        help_text="Alleen als een school ontbreekt: de eenheden van die school, met een komma ertussen. Bezoekers zien "
        "dit niet. Ze zien wel de scholen.",
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
        """Say at the field of the address, the code, its register or its units what is wrong."""
        if vooraf := Vooropleiding.objects.filter(sleutel=self.slug).first() if self.slug else None:
            waarom = f"Links met dit woord horen bij de vooropleiding ‘{vooraf}’. Kies een ander webadres."
            raise ValidationError({"slug": waarom})
        if fout := self.codefout():
            raise ValidationError({"code" if self.coderegister else "coderegister": fout})
        if fout := self.eenheidfout():
            raise ValidationError({"eenheden": fout})

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

    def eigen_eenheden(self) -> list[str]:
        """Return the units that an editor joined to the code."""
        return self.eenheden.replace(",", " ").split()

    def eenheidfout(self) -> str:
        """Return in Dutch which unit is at another opleiding too; empty when none is."""
        anderen = Opleiding.objects.exclude(pk=self.pk).exclude(eenheden="") if self.eenheden else ()
        van = {eenheid: opleiding for opleiding in anderen for eenheid in opleiding.eigen_eenheden()}
        dubbel = [f"{eenheid} staat al bij {van[eenheid]}" for eenheid in self.eigen_eenheden() if eenheid in van]
        waarom = "Een eenheid hoort bij één opleiding. Haal die bij één van de twee weg."
        return f"{', '.join(dubbel)}. {waarom}" if dubbel else ""

    def code_is_ongewoon(self) -> bool:
        """True when the code does not begin as those of its register mostly do: a warning, no error."""
        register = self.coderegister if self.code else None
        return register is not None and not codes.is_gewoon(register.gewoon_begin, self.code)


class Voortbouw(Inhoud):
    """That one opleiding builds on another: who has it, has one of those on which it builds."""

    opleiding = models.ForeignKey(
        Opleiding,
        models.CASCADE,
        verbose_name="opleiding",
        related_name="bouwt_voort_op",
        help_text="De opleiding die later komt, zoals een master.",
    )
    op = models.ForeignKey(
        Opleiding,
        models.CASCADE,
        verbose_name="bouwt voort op",
        related_name="vervolgopleidingen",
        help_text="Een opleiding die je dan al hebt. Zijn het er meer? Dan heb je één daarvan.",
    )

    class Meta:
        verbose_name = "opleiding die voortbouwt"
        verbose_name_plural = "opleidingen die voortbouwen"
        ordering = [Volgorde("opleiding__naam"), Volgorde("op__naam")]
        constraints = [
            models.UniqueConstraint(
                fields=["opleiding", "op"],
                name="voortbouw_eenmaal",
                violation_error_message="Dit staat er al: deze opleiding bouwt voort op die opleiding.",
            ),
            models.CheckConstraint(
                condition=~Q(opleiding=F("op")),
                name="voortbouw_niet_op_zichzelf",
                violation_error_message="Een opleiding bouwt niet voort op zichzelf. Kies twee opleidingen.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.opleiding} na {self.op}"


class Vooropleiding(MetSleutel, Inhoud):
    """What somebody can have that is no opleiding of this sector, such as a diploma of another school, or none."""

    naam = models.CharField("naam", max_length=60, help_text="Zo staat het in de keuzelijst. Kort, met kleine letters.")
    slug = models.SlugField(
        "korte naam",
        max_length=60,
        unique=True,
        help_text="Zonder spaties. Dit is niet de korte naam van een opleiding.",
    )
    volgorde = models.PositiveSmallIntegerField("volgorde", help_text="1 staat bovenaan in de keuzelijst.")
    niveaus = models.ManyToManyField(
        Niveau,
        verbose_name="daarna kun je leren op",
        blank=True,
        related_name="vooropleidingen",
        help_text="Op deze niveaus kan een opleiding beginnen. De kaart laat zien waar. Leeg: niet te zeggen.",
    )
    opent = TekstField("wat kun je hiermee?", help_text="Twee tot vier korte zinnen. Beloof niets: de school beslist.")
    vraag = TekstField("wie kan dit uitzoeken?", help_text="Wie zegt wat voor jou meetelt? Een of twee korte zinnen.")
    url = LinkField("link", blank=True, help_text="De website van wie dit uitzoekt.")

    class Meta:
        verbose_name = "vooropleiding"
        verbose_name_plural = "vooropleidingen"
        ordering = ["volgorde", Volgorde("naam")]

    def __str__(self) -> str:
        return self.naam

    def clean(self) -> None:
        """In an address both stand behind the same word, so they need names of their own."""
        if self.slug and Opleiding.objects.filter(slug=self.slug).exists():
            raise ValidationError({"slug": "Er is een opleiding met deze korte naam. Kies een andere."})

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class Verwijzing(MetSleutel, Inhoud):
    """A website that helps somebody on, with an address that is made for each opleiding."""

    naam = models.CharField(
        "tekst op de knop", max_length=40, help_text="Wat doe je daar? Hooguit vier woorden, zoals ‘Zoek een stage’."
    )
    slug = models.SlugField(
        "korte naam", max_length=60, unique=True, help_text="Korte naam zonder spaties. Bezoekers zien die niet."
    )
    uitleg = models.CharField(
        "uitleg", max_length=200, help_text="Waarom is dit handig, en wat vind je daar? Eén of twee korte zinnen."
    )
    adres = LinkField(
        "webadres",
        max_length=300,
        help_text="Zet {code} of {naam} waar de code of de naam van de opleiding komt. Het mag ook zonder. "
        "Zo bijvoorbeeld: https://www.website.nl/zoek?code={code}.",
    )
    registers = models.ManyToManyField(
        Register,
        verbose_name="registers",
        blank=True,
        related_name="verwijzingen",
        help_text="Bij opleidingen uit welk register? Leeg: bij alle.",
    )
    niveaus = models.ManyToManyField(
        Niveau,
        verbose_name="niveaus",
        blank=True,
        related_name="verwijzingen",
        help_text="Bij opleidingen op welk niveau? Leeg: bij alle.",
    )
    volgorde = models.PositiveSmallIntegerField(
        "volgorde", default=100, help_text="Een lager getal staat hoger in de lijst."
    )

    class Meta:
        verbose_name = "verwijzing"
        verbose_name_plural = "verwijzingen"
        ordering = ["volgorde", Volgorde("naam")]

    def __str__(self) -> str:
        return self.naam

    def clean(self) -> None:
        """Say at the address what is wrong with it."""
        if self.adres and (fout := fout_in(self.adres)):
            raise ValidationError({"adres": fout})

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def adressen(self, opleidingen: Iterable[Opleiding]) -> Iterator[str]:
        """Yield the address for each of `opleidingen` that it is for."""
        sjabloon = Sjabloon(
            self.adres, [rij.pk for rij in self.registers.all()], [rij.pk for rij in self.niveaus.all()]
        )
        adressen = (sjabloon.voor(rij.naam, rij.code, rij.coderegister_id, rij.op_niveau_id) for rij in opleidingen)
        return filter(None, adressen)

    def te_volgen(self, link: str) -> list[str]:
        """Return the address for the first opleiding that it is for: that is one that visitors follow."""
        return list(islice(self.adressen(Opleiding.objects.zichtbaar()), 1)) if Sjabloon(link).heeft_plekken else [link]
