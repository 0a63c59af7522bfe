"""A story for the tests: the neutral sector has none."""

from datetime import date

from functies.models import Functie
from tests.conftest import BEWIJS
from uitgave.bouwen import bouw
from uitgave.publiceren import publiceer
from verhalen.models import Verhaal


def maak_verhaal() -> Verhaal:
    """Return a new story of somebody who is a broodbakker, on the slug noor."""
    wie = {"voornaam": "Noor", "slug": "noor", "leeftijd": 34, "functie": Functie.objects.get(slug="broodbakker")}
    woorden = {"kernwoord_1": "vroeg", "kernwoord_2": "deeg", "kernwoord_3": "warm", "kop": "Bakken is haar vak"}
    tekst = "Noor staat vroeg op.\n\nZij bakt brood voor de hele straat."
    return Verhaal.objects.create(tekst=tekst, **wie, **woorden, **BEWIJS)


def publiceer_verhaal() -> None:
    """Publish the working copy with a new story in it, as edition 2."""
    maak_verhaal()
    publiceer(bouw(), "2", date(2026, 3, 1), "Er is een verhaal bij.")
