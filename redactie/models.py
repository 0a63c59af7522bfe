"""What the desk keeps for itself: nothing here is ever published."""

from django.contrib.contenttypes.models import ContentType
from django.db import models
from reversion.models import Version

from uitgave.inhoud import LinkField, SchoneRij
from uitgave.volgorde import Volgorde


class Uitslag(models.TextChoices):
    """What came of following a link."""

    GOED = "goed", "werkt"
    OMGELEID = "omgeleid", "verhuisd"
    STUK = "stuk", "werkt niet"
    ONBEREIKBAAR = "onbereikbaar", "geen antwoord"
    GEWEIGERD = "geweigerd", "niet gecontroleerd"


class LinkControle(SchoneRij):
    """The last time that a link in the content was followed, and what came of it."""

    url = LinkField("link", unique=True)
    uitslag = models.CharField("uitslag", max_length=12, choices=Uitslag)
    toelichting = models.CharField("toelichting", max_length=700, blank=True)
    gecontroleerd_op = models.DateTimeField("gecontroleerd op")

    class Meta:
        verbose_name = "gecontroleerde link"
        verbose_name_plural = "gecontroleerde links"
        ordering = [Volgorde("url")]

    def __str__(self) -> str:
        return self.url


class LinkRonde(models.Model):
    """The check of all links that somebody began at the desk: one row, which one process at a time may work on.

    What it did so far follows from the links that were followed since it began.
    """

    begonnen_op = models.DateTimeField("begonnen op")
    van = models.PositiveIntegerField("aantal links", default=0)
    leeft_tot = models.DateTimeField("leeft tot")  # who works on it moves this on; after it, another may
    stoppen = models.BooleanField("stoppen", default=False)
    klaar_op = models.DateTimeField("klaar op", null=True)

    class Meta:
        verbose_name = "controle van alle links"
        verbose_name_plural = "controles van alle links"

    def __str__(self) -> str:
        return str(self.begonnen_op)


class Vermelding(models.Model):
    """A row in whose history a version stands: the row itself, or one that it belongs to.

    The database does not hold on to what is named here: a migration of another app may take it away.
    """

    versie = models.ForeignKey(Version, models.CASCADE, db_constraint=False, verbose_name="versie")
    content_type = models.ForeignKey(
        ContentType, models.CASCADE, related_name="+", db_constraint=False, db_index=False, verbose_name="soort"
    )
    object_id = models.CharField("rij", max_length=191)  # as reversion has it

    class Meta:
        verbose_name = "vermelding in de geschiedenis"
        verbose_name_plural = "vermeldingen in de geschiedenis"
        constraints = [
            models.UniqueConstraint(fields=["content_type", "object_id", "versie"], name="vermelding_eenmaal")
        ]

    def __str__(self) -> str:
        return f"{self.content_type_id} {self.object_id}"
