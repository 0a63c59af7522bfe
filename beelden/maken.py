"""From a file that somebody sends to the pictures that the site shows: bytes in, bytes out, without Django.

What came in is decoded under strict limits and written anew: nothing of the file itself is kept, so no place, camera,
profile or hidden part of it either. What cannot be decoded so is refused, in Dutch.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import PurePath
from threading import Lock
from typing import Any

from PIL import Image, ImageCms, ImageFile, ImageOps, UnidentifiedImageError

from beelden.maten import HOOGTES, MATEN

GROOTSTE = 8 * 1024**2  # bytes
MEESTE = 30_000_000  # pixels: decoded they take some 100 MB
SMALST = 960  # pixels across of the part that is shown
LANGSTE = 2000  # pixels of the longest side that is kept
# By what Pillow calls a kind of file: what people call it, and how its name may end. Some telephones make MPO.
MAG = {
    "JPEG": ("JPEG", (".jpg", ".jpeg", ".jpe", ".jfif")),
    "MPO": ("JPEG", (".jpg", ".jpeg", ".jpe", ".jfif", ".mpo")),
    "PNG": ("PNG", (".png",)),
    "WEBP": ("WebP", (".webp",)),
}
KWALITEIT: dict[str, dict[str, Any]] = {
    "avif": {"format": "AVIF", "quality": 55, "speed": 7},
    "webp": {"format": "WEBP", "quality": 78, "method": 4},
    "jpg": {"format": "JPEG", "quality": 80, "optimize": True, "progressive": True},
}
BEWAARD = {"format": "WEBP", "quality": 92, "method": 4}
ANDERS = "Kies een foto die is bewaard als JPEG, PNG of WebP."
BESCHADIGD = "Dit bestand is beschadigd of niet compleet. Kies een ander bestand."
TE_VEEL = f"Deze foto heeft te veel beeldpunten. Het mogen er hooguit {MEESTE // 10**6} miljoen zijn. Maak hem kleiner."
_een_tegelijk = Lock()  # what is decoded takes much memory
# What Pillow raises for a file that is not as it should be; for a bomb a warning too, where those are errors.
KAPOT = (OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, OverflowError, TypeError, MemoryError)
BOM = (Image.DecompressionBombError, Image.DecompressionBombWarning)


class Geweigerd(ValueError):
    """This file cannot be a photo here; the message says why, in Dutch."""


def bron(inhoud: bytes, naam: str) -> bytes:
    """Return what is kept of a file called `naam`: the picture, upright, in sRGB. Raises Geweigerd."""
    if len(inhoud) > GROOTSTE:
        raise Geweigerd(f"Dit bestand is te groot. Het mag hooguit {GROOTSTE // 1024**2} MB zijn.")
    begin = inhoud[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if begin.startswith((b"<svg", b"<?xml", b"<!doctype svg")):
        raise Geweigerd(f"Dit is een tekening (SVG) en geen foto. {ANDERS}")
    with _een_tegelijk, _streng():
        return _geschreven(_gelezen(inhoud, naam), BEWAARD)


def maten(bewaard: bytes, focus_x: int, focus_y: int) -> Iterator[tuple[int, str, bytes]]:
    """Yield each size of what `bron` returned: its width, its kind and its bytes; cut around the focus, in percents.

    A picture that is smaller than a size is not made larger.
    """
    with _een_tegelijk, Image.open(BytesIO(bewaard), formats=["WEBP"]) as heel:
        delen = {
            breedte: _verkleind(heel.crop(uitsnede(heel.size, breedte / hoogte, focus_x, focus_y)), (breedte, hoogte))
            for breedte, hoogte in HOOGTES.items()
        }
        for breedte, soort in MATEN:
            yield breedte, soort, _geschreven(delen[breedte], KWALITEIT[soort])


def uitsnede(maat: tuple[int, int], verhouding: float, focus_x: int, focus_y: int) -> tuple[int, int, int, int]:
    """Return the largest part of a picture with this ratio, as near as can be around the focus."""
    breed, hoog = maat
    eigen = min(breed, round(hoog * verhouding)), min(hoog, round(breed / verhouding))
    begin = (
        min(max(0, round(heel * plek / 100 - deel / 2)), heel - deel)
        for heel, deel, plek in zip(maat, eigen, (focus_x, focus_y), strict=True)
    )
    links, boven = begin
    return links, boven, links + eigen[0], boven + eigen[1]


@contextmanager
def _streng() -> Iterator[None]:
    """Let Pillow refuse a file that is cut off, whatever another library (WeasyPrint) told it for the whole process."""
    soepel, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = soepel


def _gelezen(inhoud: bytes, naam: str) -> Image.Image:
    """Return the picture in a file, at most so large as is kept. Raises Geweigerd."""
    try:
        with Image.open(BytesIO(inhoud), formats=["JPEG", "PNG", "WEBP"]) as beeld:
            _keur(beeld, naam)
            beeld.draft("RGB", (LANGSTE, LANGSTE))  # a JPEG need not be decoded larger
            beeld.load()
            if beeld.mode in ("RGB", "RGBA", "L", "LA", "CMYK"):  # small, before copies are made of it
                beeld.thumbnail((LANGSTE, LANGSTE), Image.Resampling.LANCZOS)
            recht = _in_srgb(ImageOps.exif_transpose(beeld))
            return _verkleind(recht, (LANGSTE, LANGSTE))
    except Geweigerd:
        raise
    except BOM:
        raise Geweigerd(TE_VEEL) from None
    except UnidentifiedImageError:
        raise Geweigerd(f"Dit is geen foto die de site kent. {ANDERS}") from None
    except KAPOT:
        raise Geweigerd(BESCHADIGD) from None


def _keur(beeld: Image.Image, naam: str) -> None:
    """Refuse what the head of a file says already."""
    soort, einden = MAG[str(beeld.format)]
    einde = PurePath(naam).suffix.lower()
    if einde not in einden:
        raise Geweigerd(
            f"De naam van dit bestand eindigt op ‘{einde[:12]}’, maar het is een {soort}. "
            f"Geef het een naam die eindigt op {einden[0]}."
        )
    breed, hoog = beeld.size
    if breed * hoog > MEESTE:
        raise Geweigerd(TE_VEEL)
    if getattr(beeld, "n_frames", 1) > 1 and beeld.format != "MPO":
        raise Geweigerd("Dit is een bewegend beeld. Kies een foto die stilstaat.")
    draai = beeld.getexif().get(0x0112, 1)
    breed, hoog = (hoog, breed) if draai in (5, 6, 7, 8) else (breed, hoog)
    if min(breed, hoog * 3 // 2) < SMALST:
        raise Geweigerd(
            f"Deze foto is te klein. Hij moet minstens {SMALST} beeldpunten breed en {SMALST * 2 // 3} hoog zijn."
        )


def _in_srgb(beeld: Image.Image) -> Image.Image:
    """Return a picture of any kind of colour as plain RGB; what is transparent becomes white."""
    profiel = beeld.info.get("icc_profile")
    if beeld.mode.startswith("I"):  # 16 bits of grey
        beeld = beeld.convert("I").point(lambda waarde: waarde / 256).convert("L")
    elif profiel and beeld.mode in ("RGB", "L", "CMYK"):
        try:
            eigen = ImageCms.ImageCmsProfile(BytesIO(profiel))
            gemaakt = ImageCms.profileToProfile(beeld, eigen, ImageCms.createProfile("sRGB"), outputMode="RGB")
            beeld = gemaakt or beeld
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # a profile that says nothing: as if there were none
    if beeld.has_transparency_data:
        doorzichtig = beeld.convert("RGBA")
        wit = Image.new("RGBA", doorzichtig.size, "white")
        beeld = Image.alpha_composite(wit, doorzichtig)
    return beeld.convert("RGB")


def _verkleind(beeld: Image.Image, maat: tuple[int, int]) -> Image.Image:
    """Return a picture at most so large, in its own ratio."""
    beeld.thumbnail(maat, Image.Resampling.LANCZOS)
    return beeld


def _geschreven(beeld: Image.Image, hoe: dict[str, Any]) -> bytes:
    """Return a picture as a file with nothing in it but the picture."""
    kaal = Image.new("RGB", beeld.size)
    kaal.paste(beeld)
    uit = BytesIO()
    kaal.save(uit, **hoe)
    return uit.getvalue()
