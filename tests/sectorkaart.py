"""Generated sectors to draw: functies at levels and in lanes, with steps as a real sector has them."""

import random
from dataclasses import dataclass

from functies.kaart import Knoop

Stap = tuple[str, str]


@dataclass(frozen=True)
class Sector:
    """What `teken` is given. A step both ways is there twice."""

    knopen: list[Knoop]
    stappen: list[Stap]
    werkvelden: list[str]


def maak_sector(kans: random.Random, aantal: int | None = None) -> Sector:
    """Return a sector of `aantal` functies, or of 10 to 60: 3-6 levels, 2-5 lanes, 1-2.5 steps for each functie.

    Six in ten steps stay in their lane, seven in ten lead to the next level, and one in ten goes both ways.
    """
    aantal = aantal or kans.randint(10, 60)
    niveaus, banen = kans.randint(3, 6), kans.randint(2, 5)
    knopen = [Knoop(f"f{n:02}", n * niveaus // aantal, f"w{kans.randrange(banen)}") for n in range(aantal)]
    stappen: set[Stap] = set()
    for _ in range(round(aantal * kans.uniform(1, 2.5))):
        van = kans.choice(knopen)
        hoger = kans.choices((0, 1, 2), (15, 70, 15))[0]
        veld = van.werkveld if kans.random() < 0.6 else f"w{kans.randrange(banen)}"
        naar = [k for k in knopen if k.niveau == van.niveau + hoger and k.werkveld == veld and k.slug != van.slug]
        if naar:
            stap = (van.slug, kans.choice(naar).slug)
            if stap[::-1] not in stappen:
                stappen |= {stap, stap[::-1]} if kans.random() < 0.1 else {stap}
    return Sector(knopen, sorted(stappen), [f"w{n}" for n in range(banen)])
