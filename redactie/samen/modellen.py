"""What editors leave for one another, and for an expert without an account. Nothing of it is ever published."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

from redactie.bijrij import BijRij, iemand
from uitgave.inhoud import SchoneRij, TekstField

GELDIG = timedelta(days=7)


def over_een_week() -> datetime:
    """Return the moment at which a link that is made now stops working."""
    return timezone.now() + GELDIG


class Notitie(BijRij, SchoneRij):
    """A note at a row; with a name, something for that person to do."""

    tekst = TekstField("notitie", max_length=2000)
    voor = iemand("voor wie")
    door = iemand("door")
    op = models.DateTimeField("wanneer", default=timezone.now)
    klaar_op = models.DateTimeField("klaar op", null=True, blank=True)
    klaar_door = iemand("klaar volgens")

    class Meta:
        verbose_name = "notitie"
        verbose_name_plural = "notities"
        ordering = ["-op", "-pk"]
        indexes = [models.Index(fields=["content_type", "object_id"], name="notitie_rij")]

    def __str__(self) -> str:
        return self.tekst


class Voorbeeldlink(SchoneRij):
    """A link to the preview that works for a week without an account. Of what opens it only a fingerprint is kept."""

    vingerafdruk = models.CharField("vingerafdruk", max_length=64, unique=True)
    voor = models.CharField(
        "voor wie", max_length=100, help_text="Wie krijgt deze link? Bijvoorbeeld: mevrouw De Vries."
    )
    door = iemand("door")
    op = models.DateTimeField("gemaakt op", default=timezone.now)
    tot = models.DateTimeField("werkt tot", default=over_een_week)
    ingetrokken_op = models.DateTimeField("ingetrokken op", null=True)
    ingetrokken_door = iemand("ingetrokken door")

    class Meta:
        verbose_name = "voorbeeldlink"
        verbose_name_plural = "voorbeeldlinks"
        ordering = ["-op", "-pk"]

    def __str__(self) -> str:
        return self.voor

    @property
    def werkt(self) -> bool:
        return self.ingetrokken_op is None and self.tot > timezone.now()


class Gemaild(models.Model):
    """The day on which somebody last got a mail about what waits for them: at most one a day."""

    wie = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name="wie")
    op = models.DateField("op")

    class Meta:
        verbose_name = "mail over wat wacht"
        verbose_name_plural = "mails over wat wacht"

    def __str__(self) -> str:
        return f"{self.wie} {self.op}"
