"""Photos, with what must be known before one may be shown."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models.signals import pre_save
from django.dispatch import receiver
from django.utils import timezone

from beelden.maten import bronnaam
from beelden.opslaan import zorg_voor_maten
from uitgave.beelden import bestaand
from uitgave.inhoud import InhoudQuerySet, MetSleutel
from uitgave.intrekken import nu_ingetrokken
from uitgave.volgorde import Volgorde

FOCUS = [MaxValueValidator(100, "Kies een getal van 0 tot en met 100.")]
ALT_LENGTE = 150


class Foto(MetSleutel):
    """A picture, cut around its focus. It is known by a hash: the bytes are kept apart (see `uitgave/beelden.py`)."""

    naam = models.CharField(
        "naam", max_length=80, help_text="Hoe noem je deze foto zelf? Bijvoorbeeld: Noor in de spreekkamer."
    )
    slug = models.SlugField(
        "korte naam", max_length=80, unique=True, help_text="Zonder spaties. Verander die liever niet."
    )
    beeld = models.CharField(
        "beeld", max_length=32, blank=True, help_text="Dit vult de site zelf in als je een bestand kiest."
    )
    focus_x = models.PositiveSmallIntegerField(
        "van links naar rechts (%)", default=50, validators=FOCUS, help_text="0 is helemaal links, 100 rechts."
    )
    focus_y = models.PositiveSmallIntegerField(
        "van boven naar beneden (%)", default=40, validators=FOCUS, help_text="0 is helemaal boven, 100 onder."
    )
    alt = models.CharField(
        "wat je ziet",
        max_length=ALT_LENGTE,
        help_text="Voor wie de foto niet ziet. Eén zin: wie doet wat? Begin niet met ‘foto van’.",
    )
    maker = models.CharField("maker", max_length=80, help_text="Wie maakte de foto? Deze naam staat onder de foto.")
    toestemming_van = models.CharField(
        "toestemming van",
        max_length=120,
        blank=True,
        help_text="Wie zei ja? De mensen op de foto, en de maker. Dit zien bezoekers niet.",
    )
    toestemming_op = models.DateField(
        "toestemming gekregen op", null=True, blank=True, help_text="De dag waarop diegene ja zei."
    )
    tot = models.DateField(
        "toestemming tot en met",
        null=True,
        blank=True,
        help_text="De laatste dag. Daarna staat de foto vanzelf niet meer op de site, ook niet in een eerdere uitgave. "
        "Een eerdere dag geldt meteen als je die opslaat. Een latere dag geldt pas na publiceren.",
    )

    objects = InhoudQuerySet.as_manager()

    class Meta:
        verbose_name = "foto"
        verbose_name_plural = "foto’s"
        ordering = [Volgorde("naam")]

    def __str__(self) -> str:
        return self.naam

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def clean(self) -> None:
        """Refuse a picture that this site does not have, unless it was taken back, and a consent that cannot be."""
        fouten = {}
        if self.beeld and not bestaand([bronnaam(self.beeld)]) and self.beeld not in nu_ingetrokken():
            fouten["beeld"] = "Het beeld van deze foto is hier niet. Kies het bestand opnieuw."
        if self.toestemming_op and self.toestemming_op > timezone.localdate():
            fouten["toestemming_op"] = "Deze dag moet nog komen. Zeg op welke dag je toestemming kreeg."
        elif self.toestemming_op and self.tot and self.tot < self.toestemming_op:
            fouten["tot"] = "Deze dag is eerder dan de dag waarop je toestemming kreeg."
        if fouten:
            raise ValidationError(fouten)


@receiver(pre_save, sender=Foto)
def _maak_maten(instance: Foto, **_: Any) -> None:
    """See to it that the sizes are there of what is stored, along whichever way it comes in."""
    if instance.beeld:
        zorg_voor_maten(instance.beeld, instance.focus_x, instance.focus_y)
