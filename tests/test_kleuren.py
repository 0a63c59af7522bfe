"""Every colour of a lane can be read, as text and as line, on light and on dark; and no two look alike."""

import re
from itertools import combinations
from math import dist

import pytest
from django.conf import settings

from functies.keuzes import Kleur

CSS = (settings.BASE_DIR / "static" / "ontwikkelpad.css").read_text(encoding="utf-8")
LICHT, DONKER = re.findall(r":root, :host \{(.*?)\}", CSS, re.S)[:2]
STANDEN = {"light": LICHT, "dark": LICHT + DONKER}


def tokens(blok):
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,8}|\d+%);", blok))


def lineair(kleur):
    """The linear red, green and blue of a colour such as #1d5c94 or #fff, or of three bytes."""
    if isinstance(kleur, str):
        kaal = kleur.removeprefix("#")
        kaal = "".join(teken * 2 for teken in kaal) if len(kaal) == 3 else kaal
        kleur = [int(kaal[n : n + 2], 16) for n in (0, 2, 4)]
    delen = [byte / 255 for byte in kleur]
    return [deel / 12.92 if deel <= 0.04045 else ((deel + 0.055) / 1.055) ** 2.4 for deel in delen]


def contrast(een, ander):
    """The contrast of WCAG 2.2 between two colours."""
    donker, licht = sorted(
        0.2126 * rood + 0.7152 * groen + 0.0722 * blauw for rood, groen, blauw in map(lineair, (een, ander))
    )
    return (licht + 0.05) / (donker + 0.05)


def oklab(kleur):
    rood, groen, blauw = lineair(kleur)
    l_, m, s = (
        (a * rood + b * groen + c * blauw) ** (1 / 3)
        for a, b, c in (
            (0.4122214708, 0.5363325363, 0.0514459929),
            (0.2119034982, 0.6806995451, 0.1073969566),
            (0.0883024619, 0.2817188376, 0.6299787005),
        )
    )
    return (
        0.2104542553 * l_ + 0.793617785 * m - 0.0040720468 * s,
        1.9779984951 * l_ - 2.428592205 * m + 0.4505937099 * s,
        0.0259040371 * l_ + 0.7827717662 * m - 0.808675766 * s,
    )


def baan(token, kleur):
    """The colour of a lane: a little of its own over the paper, as kaart.css mixes it."""
    deel = int(token["tint"].rstrip("%")) / 100
    paren = zip(*([int(k[n : n + 2], 16) for n in (1, 3, 5)] for k in (kleur, token["papier"])), strict=True)
    return [boven * deel + onder * (1 - deel) for boven, onder in paren]


@pytest.mark.parametrize("stand", STANDEN)
def test_there_are_a_dozen_colours_and_text_in_each_is_read_wherever_it_stands(stand):
    token = tokens(STANDEN[stand])

    assert len(Kleur) >= 12
    for naam in Kleur.values:
        kleur = token[naam]
        for onder in (token["papier"], token["kaart"], token["vlak"], baan(token, kleur)):
            assert contrast(kleur, onder) >= 4.5, naam
        assert contrast(token["op-kleur"], kleur) >= 4.5, naam  # on the card that is chosen


@pytest.mark.parametrize("stand", STANDEN)
def test_the_lines_of_the_map_are_seen_on_every_lane(stand):
    token = tokens(STANDEN[stand])

    for onder in (token["papier"], *(baan(token, token[naam]) for naam in Kleur.values)):
        assert contrast(token["lijn"], onder) >= 3
        assert contrast(token["inkt"], onder) >= 4.5


@pytest.mark.parametrize("stand", STANDEN)
def test_no_two_colours_look_alike(stand):
    token = tokens(STANDEN[stand])

    te_gelijk = [(a, b) for a, b in combinations(Kleur.values, 2) if dist(oklab(token[a]), oklab(token[b])) < 0.08]
    assert te_gelijk == []


def test_every_colour_has_its_class_and_is_black_on_paper():
    afdruk = CSS[CSS.index("@media print") :]

    for naam in Kleur.values:
        assert f".kleur-{naam} {{ --kleur: var(--{naam}); }}" in CSS
        assert f"--{naam}: #000;" in afdruk
