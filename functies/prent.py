"""The picture that stands beside a link elsewhere: the map of an edition, or the place of a functie on it, as PNG."""

import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO

from django.conf import settings
from PIL import Image, ImageColor, ImageDraw, ImageFont

from functies.document import Functie, Werkveld
from functies.kaart import Kaart
from functies.lijnen import SPOOR
from functies.netwerk import hele_kaart, kaart_rond
from uitgave.pad import Pad

BREED, HOOG, RAND = 1200, 630, 56
REK = 2.2  # how much wider than high the map may get, or the other way round: without names it can
KAART = (RAND, 214, BREED - RAND, HOOG - 86)  # where the map stands: left, top, right and bottom
MAAL = 2  # drawn so many times as large, for smooth edges
LETTER = settings.BASE_DIR / "static" / "lettertype" / "atkinson-hyperlegible-next-latin-wght-normal.woff2"
STIJL = settings.BASE_DIR / "static" / "ontwikkelpad.css"
KOPPEN = (68, 58, 48, 40)  # sizes of the heading, the largest first
KLEUREN = 64  # in the picture: enough for smooth edges of text


@cache
def kleuren() -> dict[str, str]:
    """Return the colours of the site on light paper by name, as the stylesheet has them."""
    licht = STIJL.read_text(encoding="utf-8").partition("@media")[0]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", licht))


@cache
def letter(maat: int, dikte: int) -> ImageFont.FreeTypeFont:
    """Return the typeface of the site; sizes are those of the picture."""
    gevonden = ImageFont.truetype(str(LETTER), maat * MAAL)
    gevonden.set_variation_by_axes([dikte])
    return gevonden


def als_prent(pad: Pad, functie: Functie | None = None) -> bytes:
    """Return the picture as PNG: a functie by name with its place on the map, or the name of the site and the map."""
    beeld = Image.new("RGB", (BREED * MAAL, HOOG * MAAL), kleuren()["papier"])
    doek = ImageDraw.Draw(beeld)
    naam = pad.document.sitenaam
    kop, onder = (functie.volledige_naam, functie.regel) if functie else (naam, "")
    _tekst(doek, 92, kop, 700, kleuren()["inkt"], *KOPPEN)
    _tekst(doek, 160, onder, 400, kleuren()["zacht"], 34)
    kaart = hele_kaart(pad)
    if functie and not kaart.past:
        kaart = kaart_rond(pad, functie.slug)
    if kaart.past:
        _kaart(doek, pad, kaart, functie)
    if functie:
        _tekst(doek, HOOG - 46, naam, 600, kleuren()["zacht"], 28)
    uit = BytesIO()
    beeld.resize((BREED, HOOG), Image.Resampling.LANCZOS).quantize(KLEUREN).save(uit, "PNG", optimize=True)
    return uit.getvalue()


def _tekst(doek: ImageDraw.ImageDraw, midden: int, tekst: str, dikte: int, kleur: str, *maten: int) -> None:
    """Write one line, in the first of these sizes in which it fits; in the last one it is cut at a word."""
    ruimte = (BREED - 2 * RAND) * MAAL
    vormen = [letter(maat, dikte) for maat in maten]
    vorm = next((vorm for vorm in vormen if vorm.getlength(tekst) <= ruimte), vormen[-1])
    kort = tekst
    while kort and vorm.getlength(kort if kort == tekst else f"{kort}…") > ruimte:
        kort = kort.rpartition(" ")[0] if " " in kort else kort[:-1]
    kort = kort if kort == tekst else f"{kort}…"
    doek.text((RAND * MAAL, midden * MAAL), kort, fill=kleur, font=vorm, anchor="lm")


def _kaart(doek: ImageDraw.ImageDraw, pad: Pad, kaart: Kaart, gekozen: Functie | None) -> None:
    """Draw lanes, steps and cards; names would be too small to read."""
    links, boven, rechts, onder = KAART
    breed, hoog = kaart.heel.t * SPOOR, kaart.heel.e * SPOOR
    dwars, neer = (rechts - links) / breed, (onder - boven) / hoog
    schaal = min(dwars, neer * REK), min(neer, dwars * REK)

    def op(*maten: float) -> list[float]:
        return [((links, boven)[nummer % 2] + maat * schaal[nummer % 2]) * MAAL for nummer, maat in enumerate(maten)]

    veld = {slug: kleuren()[rij.kleur] for slug, rij in pad.alle(Werkveld).items()}
    for baan in kaart.banen:
        vak = kaart.baanvak(baan)
        tint = _gemengd(veld[str(baan.naam)], kleuren()["papier"], 0.1)
        hoeken = op(vak.k * SPOOR, vak.r * SPOOR + 3, vak.t * SPOOR, vak.e * SPOOR - 3)
        doek.rounded_rectangle(hoeken, 14 * MAAL, fill=tint)
    for punten, kleur, dik in _lijnen(kaart, gekozen):
        doek.line([*map(tuple, (op(*punt) for punt in punten))], fill=kleur, width=dik * MAAL, joint="curve")
    for slug, plaats in kaart.plaatsen.items():
        functie = pad.alle(Functie)[slug]
        kleur, is_gekozen = veld[functie.werkveld], gekozen is not None and slug == gekozen.slug
        vol = is_gekozen or gekozen is None
        doek.rounded_rectangle(
            op(*kaart.kader(plaats)),
            9 * MAAL,
            fill=kleur if vol else kleuren()["kaart"],
            outline=kleuren()["inkt"] if is_gekozen else kleur,
            width=(5 if is_gekozen else 3) * MAAL,
        )


def _lijnen(kaart: Kaart, gekozen: Functie | None) -> Iterator[tuple[tuple[tuple[float, float], ...], str, int]]:
    """Yield the lines with their colour and width, those of the chosen functie last."""
    eigen = {lijn for lijn in kaart.lijnen if gekozen and gekozen.slug in (lijn.van, lijn.naar)}
    for lijn in sorted(kaart.lijnen, key=eigen.__contains__):
        yield lijn.punten, kleuren()["inkt" if lijn in eigen else "lijn"], 6 if lijn in eigen else 3


def _gemengd(kleur: str, met: str, deel: float) -> tuple[int, int, int]:
    """Return `deel` of a colour in another one."""
    een, ander = ImageColor.getrgb(kleur), ImageColor.getrgb(met)
    rood, groen, blauw = (round(a * deel + b * (1 - deel)) for a, b in zip(een[:3], ander[:3], strict=True))
    return rood, groen, blauw
