"""What people said of the warnings of the gate, and which ones there were at the last publication."""

from django.core.validators import MinLengthValidator
from django.db import models
from django.utils import timezone

from redactie.bijrij import iemand
from uitgave.inhoud import SchoneRij, TekstField


class Acceptatie(SchoneRij):
    """Somebody read a warning and leaves it as it is, with a reason and for a time. An error is never accepted."""

    merk = models.CharField("merk", max_length=32, unique=True)  # of the warning: see `Bevinding.merk`
    tekst = TekstField("waarschuwing")  # as it was then
    reden = TekstField(
        "waarom mag dit zo blijven",
        validators=[MinLengthValidator(10, "Leg in een paar woorden uit waarom dit zo mag blijven.")],
    )
    tot = models.DateField("tot en met")
    door = iemand("door")
    op = models.DateTimeField("wanneer", default=timezone.now)

    class Meta:
        verbose_name = "geaccepteerde waarschuwing"
        verbose_name_plural = "geaccepteerde waarschuwingen"
        ordering = ["tot", "pk"]

    def __str__(self) -> str:
        return self.tekst


class Keuring(models.Model):
    """The warnings that were there when somebody published: what is not among them is new."""

    op = models.DateTimeField("wanneer", default=timezone.now)
    merken = models.JSONField("merken", default=list)

    class Meta:
        verbose_name = "keuring bij het publiceren"
        verbose_name_plural = "keuringen bij het publiceren"

    def __str__(self) -> str:
        return str(self.op)
