"""Pictures for the tests: made here, of nobody."""

from datetime import date, timedelta
from functools import cache
from io import BytesIO
from typing import Any

from django.utils import timezone
from PIL import Image, ImageDraw

from beelden import maken
from beelden.maten import bronnaam, naam
from beelden.models import Foto
from uitgave.beelden import bewaar, merk_van

ROOD, BLAUW = (200, 30, 30), (30, 30, 200)
MAAT = (1200, 900)
FOCUS = (50, 40)


def beeld(maat: tuple[int, int] = MAAT, modus: str = "RGB") -> Image.Image:
    """A blue picture, of which the left third is red."""
    kleurig = Image.new("RGB", maat, BLAUW)
    ImageDraw.Draw(kleurig).rectangle((0, 0, maat[0] // 3, maat[1]), fill=ROOD)
    return kleurig if modus == "RGB" else kleurig.convert(modus)


def bestand(soort: str = "JPEG", beeld: Image.Image | None = None, **opties: Any) -> bytes:
    """A picture as a file."""
    uit = BytesIO()
    (beeld or globals()["beeld"]()).save(uit, soort, **opties)
    return uit.getvalue()


@cache
def _bestanden() -> tuple[str, dict[str, bytes]]:
    """The picture of `maak_foto`, with its files: making them takes a while."""
    bron = maken.bron(bestand(), "noor.jpg")
    merk = merk_van(bron)
    maten = {naam(merk, *FOCUS, breedte, soort): inhoud for breedte, soort, inhoud in maken.maten(bron, *FOCUS)}
    return merk, {bronnaam(merk): bron, **maten}


def maak_foto(heet: str = "Noor in de bakkerij", tot: date | None = None, **anders: Any) -> Foto:
    """A photo that may be shown for a year."""
    merk, bestanden = _bestanden()
    for naam_, inhoud in bestanden.items():
        bewaar(naam_, inhoud)
    velden = {
        "slug": heet.lower().replace(" ", "-"),
        "beeld": merk,
        "focus_x": FOCUS[0],
        "focus_y": FOCUS[1],
        "alt": "Een vrouw haalt brood uit de oven.",
        "maker": "Ans de Wit",
        "toestemming_van": "Noor en Ans de Wit",
        "toestemming_op": date(2026, 1, 1),
        "tot": tot or timezone.localdate() + timedelta(days=365),
        **anders,
    }
    return Foto.objects.create(naam=heet, **velden)
