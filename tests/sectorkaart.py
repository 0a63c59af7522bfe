"""Generated sectors to draw: functies at levels and in lanes, with steps as a real sector has them.

To look at one in a browser: `python -m tests.sectorkaart 60 build/zestig` writes a package, to start as SECTOR.
"""

import json
import random
import sys
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

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


DOMEINEN = ["Wijk", "Zorg", "Team", "Woon", "Keten", "Kwaliteits", "Behandel", "Logistiek", "Praktijk", "Opleidings"]
BEROEPEN = ["assistent", "begeleider", "manager", "coördinator", "specialist", "verpleegkundige", "adviseur"]
BRON = {"bron": "Verzonnen", "gecontroleerd_op": "2026-01-01"}


def schrijf_pakket(sector: Sector, map_: Path) -> None:
    """Write a sector as a package that a site can start with; its names are made up and as long as real ones."""
    namen = [f"{domein}{beroep}" for beroep, domein in product(BEROEPEN, DOMEINEN)]
    tekst = {"naam": "Ontwikkelpad Proef", "sector": "de proefsector", "inleiding": "Proef.", "over": "Proef."}
    rijen = [_rij("ontwikkelpad.ontwikkelpad", pk=1, bronnen="Verzonnen.", **tekst)]
    for n in sorted({knoop.niveau for knoop in sector.knopen}, key=str):
        rijen.append(_rij("opleidingen.niveau", naam=f"niveau {n}", slug=f"n{n}", volgorde=n))
    for n, werkveld in enumerate(sector.werkvelden):
        rijen.append(_rij("functies.werkveld", naam=f"{DOMEINEN[n]}huis: groep {n}", slug=werkveld, volgorde=n))
    for n, knoop in enumerate(sector.knopen):
        naam = namen[n * 7 % len(namen)] + (f" {n}" if n >= len(namen) else "")
        velden = {"naam": naam, "slug": knoop.slug, "samenvatting": "Proef.", "omschrijving": "Proef.", **BRON}
        rijen.append(_rij("functies.functie", werkveld=[knoop.werkveld], vanaf_niveau=[f"n{knoop.niveau}"], **velden))
    for van, naar in sector.stappen:
        beide = (naar, van) in sector.stappen
        if van < naar or not beide:
            velden = {"van": [van], "naar": [naar], "soort": "doorstroom", "beide_kanten": beide, **BRON}
            rijen.append(_rij("functies.doorgroei", **velden))
    rijen.append(_rij("uitgave.uitgave", nummer="0.1", datum="2026-01-01", wijzigingen="Proef."))
    map_.mkdir(parents=True, exist_ok=True)
    (map_ / "sector.toml").write_text(f'naam = "{map_.name}"\ntitel = "Proef"\nbestanden = ["0001.json"]\n')
    (map_ / "0001.json").write_text(json.dumps(rijen, ensure_ascii=False, indent=2))


def _rij(model: str, pk: int | None = None, **velden: Any) -> dict[str, Any]:
    return {"model": model, **({"pk": pk} if pk else {}), "fields": velden}


if __name__ == "__main__":
    kans = random.Random(2026)  # noqa: S311 - the same sector every time
    schrijf_pakket(maak_sector(kans, int(sys.argv[1])), Path(sys.argv[2]))
