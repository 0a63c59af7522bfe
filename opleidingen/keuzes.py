"""The choices that rows about opleidingen have."""

from django.db import models


class Erkenning(models.TextChoices):
    OVERHEID = "overheid", "erkend door de overheid"
    BRANCHE = "branche", "erkend door de sector"
