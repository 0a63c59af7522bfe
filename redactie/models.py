"""What the desk keeps for itself: nothing here is ever published."""

from django.db import models

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
