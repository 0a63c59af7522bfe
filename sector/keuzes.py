"""The choices that rows about the sector in figures have."""

from django.db import models


class Vorm(models.TextChoices):
    """How the figures of a part are shown."""

    GETALLEN = "getallen", "grote getallen"
    STAVEN = "staven", "staven, een per jaar"
    DELEN = "delen", "tekens, een deel gekleurd"


class Teken(models.TextChoices):
    """The sign that is drawn for each of a whole."""

    BLOK = "blok", "blokje"
    MENS = "mens", "mens"
    HUIS = "huis", "huis"

    @property
    def tekening(self) -> str:
        """The outline of the sign, as the path of an SVG of 24 by 24."""
        return _TEKENINGEN[self]


_TEKENINGEN = {
    Teken.BLOK: "M3 3h18v18H3z",
    Teken.MENS: "M12 2a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9zM3.5 22c0-5.5 3.5-8.5 8.5-8.5s8.5 3 8.5 8.5z",
    Teken.HUIS: "M3 22V10l9-7 9 7v12z",
}
