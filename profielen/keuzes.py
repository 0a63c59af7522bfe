"""The choices that rows about profielen have."""

from django.db import models


class Plek(models.TextChoices):
    """Where a text about a profiel stands: with what it says of the work, or with what it says of itself."""

    WERK = "werk", "over het werk"
    PROFIEL = "profiel", "over het profiel"


class Antwoord(models.TextChoices):
    """What somebody answers to a competentie, as in the conversation. The answers stay in the browser."""

    KAN = "kan", "kan ik"
    HALF = "half", "een beetje"
    LEER = "leer", "wil ik leren"
    LATER = "later", "niet besproken"
