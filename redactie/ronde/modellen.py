"""Who goes through which rows in a round of checking."""

from django.conf import settings
from django.db import models

from redactie.bijrij import BijRij


class Nakijker(BijRij):
    """The editor who checks a row again each year; without a row, all rows of a kind that have no one of their own."""

    wie = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name="wie")

    class Meta:
        verbose_name = "nakijker"
        verbose_name_plural = "nakijkers"
        constraints = [models.UniqueConstraint(fields=["content_type", "object_id"], name="nakijker_eenmaal")]

    def __str__(self) -> str:
        return str(self.wie)
