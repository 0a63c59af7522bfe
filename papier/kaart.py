"""The map on one sheet of paper, landscape: where all of it stands. Pure: a map in, a stylesheet in millimetres out."""

from collections.abc import Iterator

from functies.kaart import Kaart

BREED, HOOG = 265.0, 158.0  # of the sheet, for the map with the names of its levels and lanes
NAAM, KOP = 26.0, 10.0  # wide: the names of lanes, high: those of levels
GROOTST = 0.33  # millimetres for a unit of the map, so that a small one does not fill the sheet with a few large cards
SPOOR = 4  # units of the map in a step of its grid


def schaal(kaart: Kaart) -> float:
    """Return how many millimetres a unit of the map is, as large as the sheet allows."""
    vak = kaart.heel
    return min((BREED - NAAM) / (vak.t * SPOOR), (HOOG - KOP) / (vak.e * SPOOR), GROOTST)


def stijl(kaart: Kaart) -> str:
    """Return where the lines, the names of lanes and levels and the cards of a map stand.

    They are called `lijnen`, `baan-…` and `trede-…` with a number from 0, and `kaartje-…` with the slug.
    """
    heel, maat = kaart.heel, schaal(kaart)
    breed, hoog = heel.t * SPOOR * maat, heel.e * SPOOR * maat
    regels = [
        f".kaart {{ width: {NAAM + breed:.2f}mm; height: {KOP + hoog:.2f}mm; font-size: {_letter(maat):.2f}pt }}",
        f".lijnen {{ {_plek(NAAM, KOP, breed, hoog)} }}",
        *_banen(kaart, maat, NAAM + breed),
        *_treden(kaart, maat),
        *_kaartjes(kaart, maat),
    ]
    return "\n".join(regels)


def _letter(maat: float) -> float:
    """Return the size of the names on cards, in points: a card of 100 units has room for some twelve letters."""
    return min(9.0, 30 * maat)


def _banen(kaart: Kaart, maat: float, breed: float) -> Iterator[str]:
    for nummer, band in enumerate(kaart.banen):
        vak = kaart.baanvak(band)
        boven, onder = (rij * SPOOR * maat for rij in (vak.r, vak.e))
        yield f"#baan-{nummer} {{ {_plek(0, KOP + boven + 0.5, breed, onder - boven - 1)} }}"


def _treden(kaart: Kaart, maat: float) -> Iterator[str]:
    for nummer, band in enumerate(kaart.niveaus):
        vak = kaart.niveauvak(band)
        yield f"#trede-{nummer} {{ {_plek(NAAM + vak.k * SPOOR * maat, 0, (vak.t - vak.k) * SPOOR * maat, KOP - 2)} }}"


def _kaartjes(kaart: Kaart, maat: float) -> Iterator[str]:
    for slug, plaats in kaart.plaatsen.items():
        links, boven, rechts, onder = (deel * maat for deel in kaart.kader(plaats))
        yield f"#kaartje-{slug} {{ {_plek(NAAM + links, KOP + boven, rechts - links, onder - boven)} }}"


def _plek(links: float, boven: float, breed: float, hoog: float) -> str:
    return f"left: {links:.2f}mm; top: {boven:.2f}mm; width: {breed:.2f}mm; height: {hoog:.2f}mm"
