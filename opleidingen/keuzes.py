"""The choices that rows about opleidingen have."""

from django.db import models


class Erkenning(models.TextChoices):
    OVERHEID = "overheid", "erkend door de overheid"
    BRANCHE = "branche", "erkend door de sector"


class Controle(models.TextChoices):
    """Where the codes of a register are looked up."""

    RIO = "rio", "RIO"
    RIO_HO = "rio-ho", "overzicht van erkenningen in het hoger onderwijs, en anders RIO"
