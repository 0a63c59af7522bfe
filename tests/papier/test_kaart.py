"""The map on one sheet: all of it on the paper, and to be read."""

import random
import re

import pytest

from functies.kaart import teken
from papier import kaart as papier
from tests.sectorkaart import maak_sector


@pytest.mark.parametrize("aantal", [1, 11, 25, 60])
def test_a_map_on_paper_stays_on_the_sheet_and_its_lines_reach_its_cards(aantal):
    sector = maak_sector(random.Random(aantal), aantal)  # noqa: S311 - the same every time
    kaart = teken(sector.knopen, sector.stappen, sector.werkvelden)
    breed, hoog = papier.maten(kaart)

    vakken = {slug: papier.kader(kaart, plaats) for slug, plaats in kaart.plaatsen.items()}
    assert breed <= papier.BREED - papier.NAAM + 0.01
    assert hoog <= papier.HOOG - papier.KOP + 0.01
    assert all(x >= 0 and x + b <= breed and y >= 0 and y + h <= hoog for x, y, b, h in vakken.values())
    for lijn in kaart.lijnen:
        punten = re.findall(r"(-?[\d.]+) (-?[\d.]+)", papier.lijn(kaart, lijn.d))
        for slug, (px, py) in ((lijn.van, punten[0]), (lijn.naar, punten[-1])):
            x, y, b, h = vakken[slug]
            assert x - 0.1 <= float(px) <= x + b + 0.1
            assert y - 0.1 <= float(py) <= y + h + 0.1


def test_a_map_with_names_too_small_to_read_is_not_drawn():
    sector = maak_sector(random.Random(1), 60)  # noqa: S311
    groot = teken(sector.knopen, sector.stappen, sector.werkvelden)
    klein = teken(sector.knopen[:6], [], sector.werkvelden)

    assert papier.past(klein)
    assert papier.past(groot) == (papier.letter(groot) >= papier.KLEINST)
    assert not papier.past(teken([], [], []))
