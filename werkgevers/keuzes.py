"""The choices that rows for employers have."""

from django.db import models
from django.urls import reverse


class Voor(models.TextChoices):
    """Who asks a question to themselves, or to the other."""

    KANDIDAAT = "kandidaat", "de kandidaat"
    WERKGEVER = "werkgever", "de werkgever"
    SAMEN = "samen", "jullie samen"


class Moment(models.TextChoices):
    """The three steps of the conversation."""

    NU = "nu", "waar sta je nu"
    DOEL = "doel", "waar wil je heen"
    AFSPRAKEN = "afspraken", "wat spreken we af"


class Versie(models.TextChoices):
    """The versions of the guide: a whole region, one employer, or the kandidaat."""

    REGIO = "regio", "een regio"
    HUISARTS = "huisarts", "één werkgever"
    KANDIDAAT = "kandidaat", "de kandidaat"

    @property
    def titel(self) -> str:
        """What this version of the guide is called on the site."""
        return {
            Versie.REGIO: "Zij-instroom met een hele regio",
            Versie.HUISARTS: "Zelf één zij-instromer opleiden",
            Versie.KANDIDAAT: "Zelf overstappen uit een ander beroep",
        }[self]

    @property
    def adres(self) -> str:
        """Where this version of the guide is."""
        if self is Versie.REGIO:
            return reverse("werkgevers:zij_instroom")
        return reverse("werkgevers:gids", args=[self.value])


class Artikelsoort(models.TextChoices):
    """What a row is to its reader: something to read, or something to tick off."""

    ARTIKEL = "artikel", "artikel"
    CHECKLIST = "checklist", "checklist"
