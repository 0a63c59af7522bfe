"""The choices that rows about beginning have."""

from django.db import models


class Deursoort(models.TextChoices):
    """What somebody has who comes in by a door, and so what the page lets them choose."""

    NIETS = "niets", "nog geen opleiding voor dit werk"
    OPLEIDING = "opleiding", "een opleiding"
    FUNCTIE = "functie", "een functie in de sector"
