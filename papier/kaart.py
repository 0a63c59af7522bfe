"""The map on one sheet of paper, landscape: where all of it stands. Pure: a map in, a stylesheet in millimetres out."""

import re

from functies.kaart import Kaart, Plaats

BREED, HOOG = 265.0, 158.0  # of the sheet, for the map with the names of its levels and lanes
NAAM, KOP = 26.0, 10.0  # wide: the names of lanes, high: those of levels
GROOTST = 0.33  # millimetres for a unit of the map, so that a small one does not fill the sheet with a few large cards
KLEINST = 5.5  # points that can still be read
RAND, REGEL, PUNT = 2.0, 1.15, 2.83  # in a card: millimetres around its name, height of a line, points in a millimetre
PAAR = re.compile(r"(-?[\d.]+) (-?[\d.]+)")
SPOOR = 4  # units of the map in a step of its grid


def schaal(kaart: Kaart) -> tuple[float, float]:
    """Return how many millimetres a unit of the map is, across and down: each as large as the sheet allows."""
    vak = kaart.heel
    return min((BREED - NAAM) / (vak.t * SPOOR), GROOTST), min((HOOG - KOP) / (vak.e * SPOOR), GROOTST)


def maten(kaart: Kaart) -> tuple[float, float]:
    """Return how wide and high the map is without the names around it, in millimetres."""
    (over, neer), vak = schaal(kaart), kaart.heel
    return vak.t * SPOOR * over, vak.e * SPOOR * neer


def letter(kaart: Kaart) -> float:
    """Return the size of the names on cards, in points: a card holds a long word, and two lines."""
    over, neer = schaal(kaart)
    laagste = min((onder - boven for _, boven, _, onder in map(kaart.kader, kaart.plaatsen.values())), default=0)
    return min(9.0, 30 * over, (laagste * neer - RAND) / 2 / REGEL * PUNT)


def past(kaart: Kaart) -> bool:
    """True when the names can be read on one sheet."""
    return kaart.past and bool(kaart.plaatsen) and letter(kaart) >= KLEINST


def dik(kaart: Kaart) -> float:
    """Return how thick lines are, as a part of how thick they are on a small map."""
    return max(min(schaal(kaart)) / GROOTST, 0.4)


def lijn(kaart: Kaart, d: str) -> str:
    """Return path data in units of the map as millimetres on the sheet. It has pairs of numbers alone, x and y."""
    over, neer = schaal(kaart)
    return PAAR.sub(lambda paar: f"{float(paar[1]) * over:.2f} {float(paar[2]) * neer:.2f}", d)


def kader(kaart: Kaart, plaats: Plaats) -> tuple[float, float, float, float]:
    """Return the left, top, width and height of a card, in millimetres."""
    over, neer = schaal(kaart)
    links, boven, rechts, onder = kaart.kader(plaats)
    return links * over, boven * neer, (rechts - links) * over, (onder - boven) * neer


def stijl(kaart: Kaart) -> str:
    """Return where the lines, the names of lanes and levels and the cards of a map stand.

    They are called `lijnen`, `baan-…` and `trede-…` with a number from 0, and `kaartje-…` with the slug.
    """
    (over, neer), (breed, hoog) = schaal(kaart), maten(kaart)
    regels = [
        f".kaart {{ width: {NAAM + breed:.2f}mm; height: {KOP + hoog:.2f}mm; font-size: {letter(kaart):.2f}pt }}",
        f".lijnen {{ {_plek(NAAM, KOP, breed, hoog)} }}",
    ]
    for nummer, band in enumerate(kaart.banen):
        vak = kaart.baanvak(band)
        boven, onder = (rij * SPOOR * neer for rij in (vak.r, vak.e))
        regels.append(f"#baan-{nummer} {{ {_plek(0, KOP + boven + 0.5, NAAM + breed, onder - boven - 1)} }}")
    for nummer, band in enumerate(kaart.niveaus):
        vak = kaart.niveauvak(band)
        links, rechts = (kolom * SPOOR * over for kolom in (vak.k, vak.t))
        regels.append(f"#trede-{nummer} {{ {_plek(NAAM + links, 0, rechts - links, KOP - 2)} }}")
    for slug, plaats in kaart.plaatsen.items():
        links, boven, wijd, diep = kader(kaart, plaats)
        regels.append(f"#kaartje-{slug} {{ {_plek(NAAM + links, KOP + boven, wijd, diep)} }}")
    return "\n".join(regels)


def _plek(links: float, boven: float, breed: float, hoog: float) -> str:
    return f"left: {links:.2f}mm; top: {boven:.2f}mm; width: {breed:.2f}mm; height: {hoog:.2f}mm"
