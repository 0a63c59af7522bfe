"""The drawing of the map beside Graphviz `dot`, on generated sectors: `python -m tests.bench_kaart [seed]`.

60 sectors of 10 to 60 functies, the same every time, and 60 of a seed that is free. In `dot` a level is a rank and a
lane a cluster; it chooses the order of the lanes itself, where the map takes the one that it is given. It draws twice:
with right angles as the map has, and with curves, which have no bends to count. Then the time of the map and of what
stands in for it, by size. Without `dot` only the map is measured. It prints and judges nothing.
"""

import json
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from statistics import median
from time import process_time
from typing import Any

from functies.banen import beste_volgorde
from functies.kaart import Kaart, overzicht, teken
from functies.oordeel import Punt, Tekening, tekening_van
from tests.sectorkaart import Sector, maak_sector

AANTAL, VAST, STUKJES = 60, 2026, 12
MATEN: dict[str, Callable[[Tekening], float]] = {
    "crossings": lambda t: t.kruisingen,
    "lines through cards": lambda t: t.door_kaarten,
    "pairs closer than 6 px": lambda t: t.versmolten,
    "bends": lambda t: t.bochten,
    "length, in widths of a card": lambda t: t.lengte / _kaartbreedte(t),
}


def main() -> None:
    vrij = int(sys.argv[1]) if len(sys.argv) > 1 else random.SystemRandom().randrange(10_000)
    if not shutil.which("dot"):
        print("There is no `dot` here to compare with: install Debian's package graphviz.")
    for zaad in (VAST, vrij):
        kans = random.Random(zaad)  # noqa: S311 - the same sectors every time
        vergelijk(zaad, [maak_sector(kans) for _ in range(AANTAL)])
    tijden()


def vergelijk(zaad: int, sectoren: Sequence[Sector]) -> None:
    """Print how each drawing of these sectors measures: median, the worst but six, and the worst."""
    kaarten, duur = [], []
    for sector in sectoren:
        begin = process_time()
        kaarten.append(_kaart(sector))
        duur.append((process_time() - begin) * 1000)
    tekeningen = {"map": [tekening_van(kaart) for kaart in kaarten]}
    if shutil.which("dot"):
        tekeningen |= {
            "dot, right angles": [dot(s, "ortho") for s in sectoren],
            "dot, curves": [dot(s, "true") for s in sectoren],
        }
    lijnen = [len(kaart.lijnen) for kaart in kaarten]
    print(f"\n{f'{AANTAL} sectors of seed {zaad}':<48}{'median':>9}{'p90':>9}{'worst':>9}")
    _regel("functies", [len(sector.knopen) for sector in sectoren])
    _regel("lines", lijnen)
    for naam, maat in MATEN.items():
        for maker, getekend in tekeningen.items():
            if (naam, maker) != ("bends", "dot, curves"):
                _regel(f"{naam}: {maker}", [maat(tekening) for tekening in getekend])
    _regel("columns: map", [kaart.kolommen for kaart in kaarten])
    _regel("rows: map", [kaart.rijen for kaart in kaarten])
    _regel("milliseconds of processor time: map", duur)


def tijden() -> None:
    """Print the time of the map, of what stands in for it and of the best order of lanes, by size."""
    print(f"\n{'milliseconds of processor time':<48}{'median':>9}{'p90':>9}{'worst':>9}")
    for aantal in (11, 25, 60, 300, 1_100):
        kans = random.Random(VAST)  # noqa: S311
        sectoren = [maak_sector(kans, aantal) for _ in range(12)]
        _regel(f"map of {aantal} functies", [_duur(lambda s=s: _kaart(s)) for s in sectoren])
        _regel(
            f"overview of {aantal} functies", [_duur(lambda s=s: overzicht(s.knopen, s.werkvelden)) for s in sectoren]
        )
        if aantal == 25:
            _regel("best order of lanes, 25 functies", [_duur(lambda s=s: _beste(s)) for s in sectoren[:4]])


def _kaart(sector: Sector) -> Kaart:
    return teken(sector.knopen, sector.stappen, sector.werkvelden)


def _beste(sector: Sector) -> list[str]:
    return beste_volgorde(sector.knopen, sector.stappen, sector.werkvelden)


def _duur(doe: Callable[[], Any]) -> float:
    begin = process_time()
    doe()
    return (process_time() - begin) * 1000


def _regel(naam: str, getallen: Iterable[float]) -> None:
    rij = sorted(getallen)
    print(f"{naam:<48}{median(rij):>9.1f}{rij[len(rij) * 9 // 10]:>9.1f}{rij[-1]:>9.1f}")


def _kaartbreedte(tekening: Tekening) -> float:
    links, _, rechts, _ = next(iter(tekening.kaarten.values()))
    return rechts - links


def dot(sector: Sector, lijnen: str) -> Tekening:
    """Return a sector as `dot` draws it, with lines of a kind that it knows: `ortho` or `true`."""
    bron = _bron(sector, lijnen)
    # It complains of lines that it draws all the same.
    uit = subprocess.run(["dot", "-Tjson"], input=bron, check=True, capture_output=True, text=True).stdout  # noqa: S607
    graaf = json.loads(uit)
    namen = {ding["_gvid"]: ding["name"] for ding in graaf["objects"]}
    kaarten = {}
    for ding in graaf["objects"]:
        if "width" in ding:
            (x, y), breed, hoog = _punt(ding["pos"]), 36 * float(ding["width"]), 36 * float(ding["height"])
            kaarten[ding["name"]] = (x - breed, y - hoog, x + breed, y + hoog)
    zichtbaar = [lijn for lijn in graaf.get("edges", []) if lijn.get("style") != "invis"]
    paden = [[_punt(punt) for punt in lijn["pos"].split(";")[0].split()] for lijn in zichtbaar]
    return Tekening(
        [_hoeken(pad) if lijnen == "ortho" else _kromme(pad) for pad in paden],
        kaarten,
        [(namen[lijn["tail"]], namen[lijn["head"]]) for lijn in zichtbaar],
    )


def _bron(sector: Sector, lijnen: str) -> str:
    kaart = 'shape=box,fixedsize=true,width=1.39,height=1.11,label=""'
    regels = [f"digraph{{rankdir=LR;newrank=true;nodesep=0.33;ranksep=0.4;splines={lijnen};node[{kaart}]"]
    regels += ["edge[arrowhead=none]"]
    for nummer, werkveld in enumerate(sector.werkvelden):
        slugs = [knoop.slug for knoop in sector.knopen if knoop.werkveld == werkveld]
        regels.append(f"subgraph cluster_{nummer}{{{';'.join(slugs)}}}")
    per_niveau: dict[int | None, list[str]] = {}
    for knoop in sector.knopen:
        per_niveau.setdefault(knoop.niveau, []).append(knoop.slug)
    regels += [f"{{rank=same;{';'.join(slugs)}}}" for slugs in per_niveau.values()]
    regels += [f"{een[0]}->{ander[0]}[style=invis]" for een, ander in pairwise(per_niveau.values())]
    stappen = set(sector.stappen)
    regels += [f"{van}->{naar}" for van, naar in sorted(stappen) if van < naar or (naar, van) not in stappen]
    return "\n".join([*regels, "}"])


def _punt(tekst: str) -> Punt:
    x, y = tekst.split(",")
    return float(x), float(y)


def _hoeken(pad: Sequence[Punt]) -> tuple[Punt, ...]:
    """Return the corners of a line of right angles, which comes as curves without a bend in them."""
    return tuple(dict.fromkeys(pad[::3]))


def _kromme(pad: Sequence[Punt]) -> tuple[Punt, ...]:
    """Return points along a row of Bézier curves."""
    punten = [pad[0]]
    for begin in range(0, len(pad) - 1, 3):
        for stukje in range(1, STUKJES + 1):
            t, u = stukje / STUKJES, 1 - stukje / STUKJES
            gewicht = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
            x, y = (sum(g * p[as_] for g, p in zip(gewicht, pad[begin : begin + 4], strict=True)) for as_ in (0, 1))
            punten.append((x, y))
    return tuple(punten)


if __name__ == "__main__":
    main()
