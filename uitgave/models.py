"""What the site keeps of publishing: the editions, its sector and the files loaded of it, and what was done once."""

from typing import ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone

from uitgave.inhoud import SchoneRij, TekstField


class Uitgave(SchoneRij):
    """A publication: the whole public content as one document, with the number its editors gave it."""

    nummer = models.CharField(
        "nummer",
        max_length=20,
        unique=True,
        error_messages={"unique": "Er is al een uitgave met dit nummer. Kies een ander nummer."},
        help_text="Bijvoorbeeld 1, 1.1 of 2.",
    )
    datum = models.DateField("datum", help_text="De datum die bezoekers bij deze uitgave zien.")
    wijzigingen = TekstField(
        "wat is er veranderd", help_text="Vertel bezoekers wat er nieuw is. Twee of drie korte zinnen."
    )
    document = models.TextField("document", editable=False)
    gepubliceerd_op = models.DateTimeField("gepubliceerd op", auto_now_add=True)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, verbose_name="door"
    )

    vroeger: ClassVar = ("functies.uitgave",)  # as of a Soort

    class Meta:
        verbose_name = "uitgave"
        verbose_name_plural = "uitgaven"
        ordering = ["-id"]
        permissions = [("publiceren", "Mag een uitgave publiceren")]

    def __str__(self) -> str:
        return f"Uitgave {self.nummer}"

    def clean(self) -> None:
        """Refuse a date that is still to come: what is published, everybody reads at once."""
        if self.datum and self.datum > timezone.localdate():
            raise ValidationError({"datum": "Deze datum is nog niet geweest. Kies vandaag of een dag ervoor."})


class Bijlage(models.Model):
    """A dataset that is shown beside the editions, such as who offers what: not written and not published by editors.

    Each time that one is taken over is a row, which never changes. Of each name the newest is served.
    """

    naam = models.CharField("naam", max_length=40)
    inhoud = models.TextField("inhoud", editable=False)
    overgenomen_op = models.DateTimeField("overgenomen op", auto_now_add=True)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, verbose_name="door"
    )

    class Meta:
        verbose_name = "bijlage"
        verbose_name_plural = "bijlagen"
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.naam} van {self.overgenomen_op:%d-%m-%Y}"


class Sector(models.Model):
    """The sector that this site holds: one row, made at the first start. Of another one nothing is ever loaded."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    naam = models.CharField("sector", max_length=40)
    laadfout = models.TextField("waarom nieuwe bestanden niet konden worden ingelezen", blank=True, default="")

    class Meta:
        verbose_name = "sector"
        verbose_name_plural = "sectoren"
        constraints = [models.CheckConstraint(condition=Q(id=1), name="sector_een_rij")]

    def __str__(self) -> str:
        return self.naam


class GegevenSleutel(models.Model):
    """A lasting key that a row of content was given: no other row of its kind ever gets it, for editions hold it."""

    soort = models.CharField("soort", max_length=100)  # the label of its model
    sleutel = models.SlugField("vaste sleutel", max_length=160)

    class Meta:
        verbose_name = "gegeven sleutel"
        verbose_name_plural = "gegeven sleutels"
        constraints = [models.UniqueConstraint(fields=["soort", "sleutel"], name="sleutel_eenmaal")]

    def __str__(self) -> str:
        return f"{self.soort} {self.sleutel}"


class GeladenFixture(models.Model):
    """A file of a sector ("techniek/0001_teksten.json") that was loaded: never again, editors own its content now."""

    naam = models.CharField("bestand", max_length=100, unique=True)
    geladen_op = models.DateTimeField("geladen op", auto_now_add=True)

    vroeger: ClassVar = ("functies.geladenfixture",)

    class Meta:
        verbose_name = "geladen bestand"
        verbose_name_plural = "geladen bestanden"
        ordering = ["naam"]

    def __str__(self) -> str:
        return self.naam


class Eenmalig(models.Model):
    """Something that a new release does once to the content of a database, at its first start."""

    naam = models.CharField("naam", max_length=50, unique=True)
    gedaan_op = models.DateTimeField("gedaan op", auto_now_add=True)

    class Meta:
        verbose_name = "eenmalige klus"
        verbose_name_plural = "eenmalige klussen"

    def __str__(self) -> str:
        return self.naam
