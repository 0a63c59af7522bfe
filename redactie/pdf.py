"""What the desk says of the PDF of the edition on the site."""

from dataclasses import dataclass

from django.conf import settings

from uitgave import vormen
from uitgave.models import Uitgave


@dataclass(frozen=True)
class Pdf:
    """How it is with the PDF, as a sentence; `is_er` when visitors can have it, `mislukt` when somebody must help."""

    zin: str
    is_er: bool = False
    mislukt: bool = False


def pdf_van(uitgave: Uitgave | None) -> Pdf | None:
    """Return how it is with the PDF of an edition; None when this site makes none."""
    if uitgave is None or not settings.PDF:
        return None
    stand = vormen.stand()
    if stand is None or stand.nummer != uitgave.nummer or stand.hoe == vormen.Hoe.BEZIG:
        return Pdf("De pdf wordt gemaakt.")
    if stand.hoe == vormen.Hoe.MISLUKT:
        return Pdf(f"De pdf kon niet worden gemaakt. {stand.reden}", mislukt=True)
    return Pdf("De pdf is klaar.", is_er=True)
