"""Generated sectors to draw: functies at levels and in lanes, with steps as a real sector has them.

To look at one in a browser: `python -m tests.sectorkaart 60 build/zestig` writes a package, to start as SECTOR.
"""

import json
import random
import sys
from dataclasses import dataclass
from datetime import date
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
    tekst = {"naam": "Ontwikkelpad Proef", "sector": "de proefsector", "inleiding": "Proef.", "over": "Proef."}
    rijen = [_rij("ontwikkelpad.ontwikkelpad", pk=1, bronnen="Verzonnen.", **tekst)]
    inhoud = _inhoud(sector)
    for n, velden in enumerate(inhoud["niveaus"]):
        rijen.append(_rij("opleidingen.niveau", volgorde=n, **velden))
    for n, velden in enumerate(inhoud["werkvelden"]):
        rijen.append(_rij("functies.werkveld", volgorde=n, **velden))
    for velden in inhoud["functies"]:
        verwijst = {naam: [velden[naam]] for naam in ("werkveld", "vanaf_niveau")}
        rijen.append(_rij("functies.functie", **velden | verwijst))
    for velden in inhoud["doorgroei"]:
        rijen.append(_rij("functies.doorgroei", **velden | {naam: [velden[naam]] for naam in ("van", "naar")}))
    rijen.append(_rij("uitgave.uitgave", nummer="0.1", datum="2026-01-01", wijzigingen="Proef."))
    map_.mkdir(parents=True, exist_ok=True)
    (map_ / "sector.toml").write_text(f'naam = "{map_.name}"\ntitel = "Proef"\nbestanden = ["0001.json"]\n')
    (map_ / "0001.json").write_text(json.dumps(rijen, ensure_ascii=False, indent=2))


def in_uitgave(gegevens: dict[str, Any], sector: Sector) -> dict[str, Any]:
    """Return the document that shows a sector: the functies of `sector`, in a site with the texts of `gegevens`."""
    leeg = {"beroepsvereisten": [], "competenties": [], "opleidingen": [], "zijpaden": [], "geen_vervolg": False}
    leeg |= {"afkorting": "", "kaartnaam": ""}
    inhoud = _inhoud(sector)
    for deel in ("niveaus", "werkvelden", "functies"):
        inhoud[deel] = [rij | {"sleutel": rij["slug"]} for rij in inhoud[deel]]
    inhoud["functies"] = [leeg | rij for rij in inhoud["functies"]]
    inhoud["doorgroei"] = [{"voorwaarde": ""} | rij for rij in inhoud["doorgroei"]]
    return {deel: [] if isinstance(rijen, list) else rijen for deel, rijen in gegevens.items()} | inhoud


def publiceer(aantal: int, zaad: int) -> None:
    """Publish a sector of `aantal` functies, with the texts of the newest edition."""
    from uitgave import document, publiceren
    from uitgave.models import Uitgave

    gegevens = json.loads(Uitgave.objects.latest("id").document)
    inhoud = in_uitgave(gegevens, maak_sector(random.Random(zaad), aantal))  # noqa: S311 - the same sector every time
    nummer = str(1 + Uitgave.objects.count())
    publiceren.publiceer(document.lees(json.dumps(inhoud)), nummer, date(2026, 1, 1), "Proef.")


def _inhoud(sector: Sector) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of a sector by part of the document, as far as they are not empty."""
    namen = [f"{domein}{beroep}" for beroep, domein in product(BEROEPEN, DOMEINEN)]
    kleuren = ["rood", "groen", "paars", "blauw", "bruin"]
    functies, stappen = [], []
    for n, knoop in enumerate(sector.knopen):
        naam = namen[n * 7 % len(namen)] + (f" {n}" if n >= len(namen) else "")
        velden = {"naam": naam, "slug": knoop.slug, "samenvatting": "Proef.", "omschrijving": "Proef.", **BRON}
        functies.append({"werkveld": knoop.werkveld, "vanaf_niveau": f"n{knoop.niveau}", **velden})
    for van, naar in sector.stappen:
        beide = (naar, van) in sector.stappen
        if van < naar or not beide:
            stappen.append({"van": van, "naar": naar, "soort": "doorstroom", "beide_kanten": beide, **BRON})
    return {
        "niveaus": [
            {"naam": f"niveau {n}", "slug": f"n{n}"} for n in sorted({k.niveau for k in sector.knopen}, key=str)
        ],
        "werkvelden": [
            {"naam": f"{DOMEINEN[n]}huis: groep {n}", "slug": slug, "kleur": kleuren[n]}
            for n, slug in enumerate(sector.werkvelden)
        ],
        "functies": functies,
        "doorgroei": stappen,
    }


def _rij(model: str, pk: int | None = None, **velden: Any) -> dict[str, Any]:
    return {"model": model, **({"pk": pk} if pk else {}), "fields": velden}


if __name__ == "__main__":
    kans = random.Random(2026)  # noqa: S311 - the same sector every time
    schrijf_pakket(maak_sector(kans, int(sys.argv[1])), Path(sys.argv[2]))
