"""The questions of *Wat past bij mij?*."""

from django.db import models

from feiten.keuzes import Bij
from feiten.models import Onderwerp
from uitgave.inhoud import SLUG_UITLEG, InhoudQuerySet, MetSleutel
from uitgave.volgorde import Volgorde


class Keuzevraag(MetSleutel):
    """A question to a visitor about the work they want; the feiten about its onderwerp answer it for each functie."""

    vraag = models.CharField("vraag", max_length=100, unique=True, help_text="Korte vraag aan de bezoeker, met je.")
    slug = models.SlugField("deel van het webadres", max_length=60, unique=True, help_text=SLUG_UITLEG)
    onderwerp = models.ForeignKey(
        Onderwerp,
        models.PROTECT,
        verbose_name="onderwerp",
        related_name="keuzevragen",
        limit_choices_to={"bij": Bij.FUNCTIES},
        help_text="De feiten over dit onderwerp geven het antwoord per functie. Kies er een met een ja-of-neevraag.",
    )
    label_ja = models.CharField(
        "keuze bij ja", max_length=60, help_text="Dit kiest wie werk wil waarbij het feit ja zegt. Een paar woorden."
    )
    label_nee = models.CharField(
        "keuze bij nee", max_length=60, help_text="Dit kiest wie werk wil waarbij het feit nee zegt. Een paar woorden."
    )
    volgorde = models.PositiveSmallIntegerField(
        "volgorde", default=100, help_text="Een lager getal staat hoger in de lijst."
    )

    objects = InhoudQuerySet.as_manager()

    class Meta:
        verbose_name = "keuzevraag"
        verbose_name_plural = "keuzevragen"
        ordering = ["volgorde", Volgorde("vraag")]

    def __str__(self) -> str:
        return self.vraag

    def natural_key(self) -> tuple[str]:
        return (self.slug,)
