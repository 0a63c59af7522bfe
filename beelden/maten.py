"""In which sizes and kinds a picture is there, and how its files are called."""

import re

BREED = (480, 960, 1600)  # pixels across of the picture of 3 by 2
STROOK = 800  # pixels across of the one that is low, at the head of a functie
VIERKANT = 192  # pixels of the square one
HOOGTES = {480: 320, 960: 640, 1600: 1067, STROOK: 320, VIERKANT: VIERKANT}
SOORT = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}  # the best first
JPEG = (960, STROOK, VIERKANT)  # for browsers that know nothing newer, one size will do
# What there is of each picture: how many pixels across, in which kind.
MATEN = tuple((breedte, soort) for breedte in HOOGTES for soort in SOORT if soort != "jpg" or breedte in JPEG)
MERK = re.compile(r"[0-9a-f]{32}")


def bronnaam(merk: str) -> str:
    """Return the name of what is kept of a picture, of which its sizes are made."""
    return f"{merk}.webp"


def naam(merk: str, focus_x: int, focus_y: int, breedte: int, soort: str) -> str:
    """Return the name of a size of a picture: the same name is always the same part of the same picture."""
    return f"{merk}-{focus_x}-{focus_y}-{breedte}.{soort}"


def namen(merk: str, focus_x: int, focus_y: int) -> list[str]:
    """Return the names of all sizes of a picture; of what is no picture, none."""
    return [naam(merk, focus_x, focus_y, *maat) for maat in MATEN] if MERK.fullmatch(merk) else []
