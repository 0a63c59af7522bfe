"""What the desk keeps for itself: nothing here is ever published."""

from typing import ClassVar

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from reversion.models import Version

from redactie.kwaliteit.modellen import Acceptatie, Keuring
from redactie.ronde.modellen import Nakijker
from redactie.samen.modellen import Gemaild, Notitie, Voorbeeldlink
from uitgave.inhoud import LinkField, SchoneRij, TekstField
from uitgave.verschil import Rijsleutel
from uitgave.volgorde import Volgorde

__all__ = [
    "Acceptatie",
    "Achterhouding",
    "Gemaild",
    "Keuring",
    "Klaarmelding",
    "LinkControle",
    "LinkRonde",
    "Nakijker",
    "Notitie",
    "OpenPagina",
    "Uitslag",
    "Vermelding",
    "Voorbeeldlink",
]


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


class Uitspraak(SchoneRij):
    """What an editor says of one row of the document, named by its part and what tells it apart there.

    The row may be new, deleted, or without a difference yet: its name is kept for when there is no row to ask. What
    tells a row without a lasting key apart can change: then it is still known by its `nummer` in the database.
    """

    deel = models.CharField("deel", max_length=60, blank=True)
    rij = models.CharField("rij", max_length=800, blank=True)
    nummer = models.PositiveBigIntegerField("nummer van de rij", null=True, editable=False)
    naam = models.CharField("naam", max_length=300)
    notitie = TekstField("notitie", blank=True)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name="door"
    )
    op = models.DateTimeField("op", auto_now=True)
    adres = ""  # where an editor finds the row, for who looked it up

    class Meta:
        abstract = True
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return str(self.naam)

    @property
    def sleutel(self) -> Rijsleutel:
        return Rijsleutel(self.deel, self.rij)


class Achterhouding(Uitspraak):
    """A row that stays as it is published, whatever is changed in it, until somebody lifts that.

    Rows with the same `bundel` are held back together, and lifted together.
    """

    tot = models.DateField("tot en met", null=True, blank=True)
    bundel = models.CharField("hoort bij", max_length=80, blank=True)

    class Meta(Uitspraak.Meta):
        verbose_name = "achtergehouden rij"
        verbose_name_plural = "achtergehouden rijen"
        constraints: ClassVar = [models.UniqueConstraint(fields=["deel", "rij"], name="achterhouding_eenmaal")]

    @property
    def verlopen(self) -> bool:
        """True after its last day: it is still held back, and somebody must look again."""
        return self.tot is not None and self.tot < timezone.localdate()

    @property
    def hef_op(self) -> str:
        """What the button says that lifts this."""
        return f"Hef alles van ‘{self.bundel}’ op" if self.bundel else "Hef op"


class Klaarmelding(Uitspraak):
    """Somebody who may not publish says that a row can be published; without a part, that all can."""

    class Meta(Uitspraak.Meta):
        verbose_name = "klaarmelding"
        verbose_name_plural = "klaarmeldingen"
        constraints: ClassVar = [models.UniqueConstraint(fields=["deel", "rij"], name="klaarmelding_eenmaal")]


class OpenPagina(models.Model):
    """The page of a row that an editor has open, or had, with what was typed there and not saved.

    It is no content: no history has it, and nothing of it is ever published.
    """

    gebruiker = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name="wie")
    content_type = models.ForeignKey(
        ContentType, models.CASCADE, related_name="+", db_constraint=False, verbose_name="soort"
    )
    object_id = models.CharField("rij", max_length=191, blank=True)  # empty for a row that is not there yet
    sinds = models.DateTimeField("open sinds", null=True)  # None: closed again
    gezien_op = models.DateTimeField("laatst gezien op")
    getypt = models.TextField("getypt", blank=True)
    getypt_op = models.DateTimeField("getypt op", null=True)

    class Meta:
        verbose_name = "open pagina"
        verbose_name_plural = "open pagina’s"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["gebruiker", "content_type", "object_id"], name="open_pagina_eenmaal")
        ]

    def __str__(self) -> str:
        return f"{self.gebruiker_id} {self.content_type_id} {self.object_id}"
