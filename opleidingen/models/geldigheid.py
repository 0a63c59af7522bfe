"""How long somebody can begin with an opleiding, as editors say it; and what a register said of its code."""

from datetime import date

from django.db import models
from django.db.models import F, Q

from opleidingen.codestand import WOORDEN, Codestand, Stand
from opleidingen.geldigheid import sluit
from opleidingen.models.opleiding import Opleiding
from uitgave.inhoud import Inhoud, SchoneRij
from uitgave.volgorde import Volgorde


class Geldigheid(Inhoud):
    """How long somebody can begin with an opleiding, and which one takes its place. On a day that is named here it is
    over: the last one was the day before.
    """

    opleiding = models.ForeignKey(
        Opleiding,
        models.CASCADE,
        verbose_name="opleiding",
        related_name="geldigheden",
        help_text="Over welke opleiding gaat dit?",
    )
    vanaf = models.DateField(
        "geldig vanaf", null=True, blank=True, help_text="Vanaf deze dag kun je beginnen. Leeg: dat kan allang."
    )
    instroom_tot = models.DateField(
        "instroom tot", null=True, blank=True, help_text="Vanaf deze dag kan niemand meer beginnen. Leeg: niet bekend."
    )
    einde = models.DateField(
        "einde", null=True, blank=True, help_text="Vanaf deze dag bestaat de opleiding niet meer. Leeg: niet bekend."
    )
    opvolger = models.ForeignKey(
        Opleiding,
        models.CASCADE,
        verbose_name="opvolger",
        related_name="voorgangers",
        null=True,
        blank=True,
        help_text="Welke opleiding komt ervoor in de plaats? Leeg: geen, of niet bekend.",
    )

    class Meta:
        verbose_name = "geldigheid van een opleiding"
        verbose_name_plural = "geldigheid van opleidingen"
        ordering = [Volgorde("opleiding__naam")]
        constraints = [
            models.UniqueConstraint(
                fields=["opleiding"],
                name="geldigheid_eenmaal",
                violation_error_message="Bij deze opleiding staat al hoe lang ze geldt. Verander dat.",
            ),
            models.CheckConstraint(
                condition=Q(opvolger__isnull=True) | ~Q(opvolger=F("opleiding")),
                name="geldigheid_niet_door_zichzelf",
                violation_error_message="Een opleiding volgt zichzelf niet op. Kies een andere opvolger.",
            ),
            models.CheckConstraint(
                condition=Q(vanaf__isnull=True) | Q(einde__isnull=True) | Q(vanaf__lt=F("einde")),
                name="geldigheid_begint_voor_einde",
                violation_error_message="Het einde moet na het begin liggen. Kijk de dagen na.",
            ),
            models.CheckConstraint(
                condition=Q(instroom_tot__isnull=True) | Q(einde__isnull=True) | Q(instroom_tot__lte=F("einde")),
                name="geldigheid_instroom_voor_einde",
                violation_error_message="Na het einde kan niemand meer beginnen. Kijk de dagen na.",
            ),
        ]

    def __str__(self) -> str:
        return str(self.opleiding)

    @property
    def sluit(self) -> date | None:
        """The first day on which nobody can begin any more; None when that is not known."""
        return sluit(self.instroom_tot, self.einde)


class CodeControle(SchoneRij):
    """The last time that a code was looked up in a register of the government, and what came of it."""

    register = models.SlugField("register", max_length=60)
    code = models.CharField("code", max_length=20)
    stand = models.CharField("stand", max_length=16, choices=[(stand.value, WOORDEN[stand]) for stand in Stand])
    dag = models.DateField("dag", null=True)
    opvolger = models.CharField("opvolger", max_length=20, blank=True)
    toelichting = models.CharField("wat is nagekeken", max_length=300, blank=True)
    gecontroleerd_op = models.DateTimeField("gecontroleerd op")

    class Meta:
        verbose_name = "gecontroleerde code"
        verbose_name_plural = "gecontroleerde codes"
        ordering = [Volgorde("register"), Volgorde("code")]
        constraints = [models.UniqueConstraint(fields=["register", "code"], name="codecontrole_eenmaal")]

    def __str__(self) -> str:
        return f"{self.register} {self.code}"

    @property
    def codestand(self) -> Codestand:
        return Codestand(Stand(self.stand), self.dag, self.opvolger)
