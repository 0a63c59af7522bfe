"""The choices that rows about functies have."""

from collections import Counter
from collections.abc import Iterable

from django.db import models


class Kleur(models.TextChoices):
    """Names of colour tokens in the stylesheet, each readable on light and on dark paper."""

    ROOD = "rood", "rood"
    GROEN = "groen", "groen"
    PAARS = "paars", "paars"
    BLAUW = "blauw", "blauw"
    BRUIN = "bruin", "bruin"
    ROZE = "roze", "roze"
    OLIJF = "olijf", "olijfgroen"
    GRAS = "gras", "grasgroen"
    INDIGO = "indigo", "indigo"
    WIJN = "wijn", "wijnrood"
    OKER = "oker", "oker"
    GRIJS = "grijs", "grijs"

    @classmethod
    def vrije(cls, gebruikt: Iterable[str]) -> "Kleur":
        """Return the first colour that is not in use; when all are, the first of those that are used least."""
        aantal = Counter(gebruikt)
        return min(cls, key=lambda kleur: aantal[kleur.value])


class Rol(models.TextChoices):
    """What an opleiding is to a functie: one that fits, or a diploma that you must have."""

    PASSEND = "passend", "passend"
    VEREIST = "vereist", "vereist"


class Stapsoort(models.TextChoices):
    """The three ways to grow of source 001."""

    VERDIEPING = "verdieping", "verdieping"
    VERBREDING = "verbreding", "verbreding"
    DOORSTROOM = "doorstroom", "doorstroom"

    @property
    def uitleg(self) -> str:
        """What this kind of step means, where the word alone does not tell."""
        return {
            Stapsoort.VERDIEPING: "je leert meer over één deel van je vak",
            Stapsoort.VERBREDING: "je doet er ander werk bij",
            Stapsoort.DOORSTROOM: "",
        }[self]


class Gebruikelijk(models.TextChoices):
    """Who says that people mostly take a step: the source, or the editors."""

    BRON = "bron", "ja, dat zegt de bron"
    REDACTIE = "redactie", "ja, dat zegt de redactie"


class Overeenkomst(models.TextChoices):
    """How far a code of a list elsewhere means the same: the names of SKOS, without their `Match`."""

    EXACT = "exact", "precies hetzelfde beroep"
    CLOSE = "close", "bijna hetzelfde beroep"
    BROAD = "broad", "een ruimere groep"
