"""What the site keeps of publishing: the editions, its sector and the files loaded of it, and what was done once."""

from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format

from uitgave import klok
from uitgave.inhoud import SchoneRij, TekstField
from uitgave.sleutels import vrij

GEWEEST = "Dit moment is al geweest. Kies een moment dat nog komt, of laat dit leeg."


class Uitgaven(models.QuerySet["Uitgave"]):
    """Editions: those that visitors saw, the one that waits for its moment, and those that never got there."""

    def verschenen(self) -> "Uitgaven":
        """Keep the editions that are on the site, or were."""
        return self.filter(Q(vanaf=None) | Q(vanaf__lte=timezone.now()), gestopt="")

    def gepland(self) -> "Uitgaven":
        """Keep the edition that appears by itself at its moment."""
        return self.filter(vanaf__gt=timezone.now(), gestopt="")

    def niet_verschenen(self) -> "Uitgaven":
        """Keep the edition that is planned, and those that were stopped."""
        return self.filter(Q(vanaf__gt=timezone.now()) | ~Q(gestopt=""))


class Uitgave(SchoneRij):
    """A publication: the whole public content as one document, with the number its editors gave it.

    A planned one is there before visitors see it. It appears at its moment (`vanaf`), unless it is stopped before
    that: then `gestopt` says why, in Dutch. Whoever asks which edition is served asks `Uitgaven.verschenen`.
    """

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
    vanaf = models.DateTimeField(
        "vanaf",
        null=True,
        blank=True,
        help_text="Laat dit leeg om nu te publiceren. Of kies een dag en tijd: de uitgave verschijnt dan vanzelf.",
    )
    gestopt = models.TextField("waarom deze uitgave niet verschijnt", blank=True, default="", editable=False)
    gekeurd_op = models.DateTimeField("nog eens gekeurd op", null=True, blank=True, editable=False)
    sleutel = models.CharField("vaste sleutel", max_length=30, unique=True, blank=True, editable=False)
    document = models.TextField("document", editable=False)
    gepubliceerd_op = models.DateTimeField("gepubliceerd op", auto_now_add=True)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, verbose_name="door"
    )

    objects = Uitgaven.as_manager()

    vroeger: ClassVar = ("functies.uitgave",)  # as of a Soort

    class Meta:
        verbose_name = "uitgave"
        verbose_name_plural = "uitgaven"
        ordering = ["-id"]
        permissions = [("publiceren", "Mag een uitgave publiceren")]

    def __str__(self) -> str:
        return f"Uitgave {self.nummer}"

    @property
    def is_gepland(self) -> bool:
        """True while it waits for its moment."""
        return self.vanaf is not None and not self.gestopt and self.vanaf > timezone.now()

    @property
    def is_verschenen(self) -> bool:
        """True when visitors see it, or saw it."""
        return not self.gestopt and not self.is_gepland

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Give a new edition what lasts of it: its first number, with another behind it where that is taken."""
        if not self.sleutel:
            self.sleutel = vrij(self.nummer, lambda sleutel: Uitgave.objects.filter(sleutel=sleutel).exists())
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Refuse a date after the day on which everybody reads it, and to plan for a moment that has been."""
        dag = timezone.localdate(self.vanaf) if self.vanaf else klok.vandaag()
        if self.datum and self.datum > dag:
            kies = f"Kies {date_format(dag, 'j F Y')}" if dag > klok.vandaag() else "Kies vandaag"
            raise ValidationError({"datum": f"Deze datum is nog niet geweest. {kies} of een dag ervoor."})
        if self._state.adding and self.vanaf and self.vanaf <= timezone.now():
            raise ValidationError({"vanaf": GEWEEST})


class Bijlage(models.Model):
    """A dataset that is shown beside the editions, such as who offers what: not written and not published by editors.

    Each time that one comes in is a row. Of each name the newest is served that does not wait for an editor.
    """

    naam = models.CharField("naam", max_length=40)
    inhoud = models.TextField("inhoud", editable=False)
    overgenomen_op = models.DateTimeField("overgenomen op", auto_now_add=True)
    wacht_op = models.TextField("waarom iemand ernaar moet kijken", blank=True, default="")
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, verbose_name="door"
    )

    class Meta:
        verbose_name = "bijlage"
        verbose_name_plural = "bijlagen"
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.naam} van {self.overgenomen_op:%d-%m-%Y}"


class Beeldbestand(models.Model):
    """A file of a picture, known by its name (see `beelden.py`). The desk shows it where it is chosen."""

    naam = models.CharField("naam", max_length=80, primary_key=True)
    inhoud = models.BinaryField("inhoud")
    gemaakt_op = models.DateTimeField("gemaakt op", auto_now_add=True)

    class Meta:
        verbose_name = "bestand van een foto"
        verbose_name_plural = "bestanden van foto’s"

    def __str__(self) -> str:
        return self.naam


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
