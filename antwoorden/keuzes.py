"""The choices that rows about searching have."""

from django.db import models


class Taal(models.TextChoices):
    """The languages in which people look for work here, each with its code."""

    ENGELS = "en", "Engels"
    TURKS = "tr", "Turks"
    ARABISCH = "ar", "Arabisch"
    POOLS = "pl", "Pools"
    OEKRAIENS = "uk", "Oekraïens"

    @property
    def richting(self) -> str:
        """The way in which it is written, as HTML says that."""
        return "rtl" if self == Taal.ARABISCH else "ltr"
