"""The choices that rows for employers have."""

from django.db import models

from werkgevers.planning import EINDE, OPLEIDING


class Voor(models.TextChoices):
    """Who asks a question to themselves, or to the other."""

    KANDIDAAT = "kandidaat", "de kandidaat"
    WERKGEVER = "werkgever", "de werkgever"
    SAMEN = "samen", "jullie samen"


class Lezer(models.TextChoices):
    """The reader for whom alone something is."""

    KANDIDAAT = "kandidaat", "alleen de kandidaat"
    WERKGEVER = "werkgever", "alleen de werkgever"


class Moment(models.TextChoices):
    """The three steps of the conversation."""

    NU = "nu", "waar sta je nu"
    DOEL = "doel", "waar wil je heen"
    AFSPRAKEN = "afspraken", "wat spreken we af"


class Artikelsoort(models.TextChoices):
    """What a row is to its reader: something to read, or something to tick off."""

    ARTIKEL = "artikel", "artikel"
    CHECKLIST = "checklist", "checklist"


class Werk(models.TextChoices):
    """Work that somebody has and that is no functie of this sector."""

    VERWANT = "verwant", "werk dat hierop lijkt"
    ANDERS = "anders", "ander werk"


class Doel(models.TextChoices):
    """Where a conversation leads to."""

    GROEIEN = "groeien", "groeien in mijn functie"
    ERBIJ = "erbij", "er werk bij doen"
    FUNCTIE = "functie", "een andere functie"
    VERKENNEN = "verkennen", "nog verkennen"


class Partij(models.TextChoices):
    """Who does a task of the guide."""

    PROJECTGROEP = "projectgroep", "de projectgroep"
    WERKGEVER = "werkgever", "de werkgever"
    KANDIDAAT = "kandidaat", "de kandidaat"
    SCHOOL = "school", "de school"


class Vanaf(models.TextChoices):
    """What a milestone counts from."""

    BEGIN = "begin", "de eerste dag van de stap"
    EINDE = EINDE, "de laatste dag van de stap"
    OPLEIDING = OPLEIDING, "de eerste dag van de opleiding"


class Regio(models.TextChoices):
    """The regions of the school holidays."""

    NOORD = "noord", "Noord"
    MIDDEN = "midden", "Midden"
    ZUID = "zuid", "Zuid"
