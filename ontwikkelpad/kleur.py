"""Contrast between colours, and the nearest colour that has enough of it. Pure: colours are texts such as `#0a6a66`."""

import colorsys
import re

WIT, DONKER = "#ffffff", "#1f2831"  # what lies behind a colour, or on it: `--kaart` in static/ontwikkelpad.css
LEESBAAR = 4.5  # contrast that letters need: WCAG 2.2, 1.4.3


def is_kleur(tekst: str) -> bool:
    """True for a colour as the functions below read it."""
    return bool(re.fullmatch(r"#[0-9a-fA-F]{6}", tekst))


def contrast(een: str, ander: str) -> float:
    """Return how far two colours are apart in brightness: from 1, the same, to 21, black on white (WCAG 2.2)."""
    licht, donker = sorted((_helderheid(een), _helderheid(ander)), reverse=True)
    return (licht + 0.05) / (donker + 0.05)


def dichtstbij(kleur: str, naast: str, minstens: float = LEESBAAR) -> str:
    """Return `kleur` itself, or the nearest of its hue, darker or lighter, that has enough contrast with `naast`."""
    tint, licht, vol = colorsys.rgb_to_hls(*_delen(kleur))
    naar = -1 if _helderheid(naast) > 0.18 else 1
    stappen = range(256)
    kleuren = (_schrijf(colorsys.hls_to_rgb(tint, min(max(licht + naar * n / 255, 0), 1), vol)) for n in stappen)
    return next(deze for deze in (kleur, *kleuren) if contrast(deze, naast) >= minstens)


def _delen(kleur: str) -> tuple[float, float, float]:
    rood, groen, blauw = (int(kleur[plek : plek + 2], 16) / 255 for plek in (1, 3, 5))
    return rood, groen, blauw


def _schrijf(delen: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(deel * 255):02x}" for deel in delen)


def _helderheid(kleur: str) -> float:
    rood, groen, blauw = (
        deel / 12.92 if deel <= 0.04045 else ((deel + 0.055) / 1.055) ** 2.4 for deel in _delen(kleur)
    )
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw
