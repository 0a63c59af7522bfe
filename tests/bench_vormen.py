"""What each form of an edition takes, of 11 and of 1,100 generated functies: `python -m tests.bench_vormen`.

Every form is made once, in a process of its own for each size. PDFs are measured by their kinds, for all of them
together are as many as there are functies: the whole (of 1,100 functies its contents alone), one werkveld, one sheet.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

from tests.sectoren import BAKKERIJ

GROOTTES = (11, 1_100)
Maten = dict[str, float]


def main() -> None:
    gemeten = []
    for aantal in GROOTTES:
        with tempfile.TemporaryDirectory() as map_:
            omgeving = {
                "DJANGO_SETTINGS_MODULE": "ontwikkelpad.settings",
                "DATABASE_URL": f"sqlite:///{map_}/db.sqlite3",
                "UITGAVE_KOPIE": f"{map_}/uitgave.json",
                "STATIC_ROOT": f"{map_}/statisch",
                "SECRET_KEY": "een-bench-" * 5,
                "SECTOR": str(BAKKERIJ),
                "SITE_URL": "https://pad.example.org",
                "PDF": "uit",  # none is made beside the work
                "DEBUG": "",
            }
            opdracht = [sys.executable, "-m", "tests.bench_vormen", str(aantal)]
            uit = subprocess.run(opdracht, env=os.environ | omgeving, check=True, stdout=subprocess.PIPE, text=True)
            gemeten.append(json.loads(uit.stdout.splitlines()[-1]))
    print(f"\n{'forms; seconds of processor time':<50}" + "".join(f"{f'{n:,} functies':>18}" for n in GROOTTES))
    for naam in gemeten[-1]:
        print(f"{naam:<50}" + "".join(f"{maten.get(naam, float('nan')):>18.2f}" for maten in gemeten))


def meet(aantal: int) -> Maten:
    """Return the seconds that each form takes of a sector of this size, the size of some in kB, and memory in MB."""
    import django

    django.setup()
    from django.core.management import call_command

    from data.vormen import GEHEEL, vormen
    from functies.document import Functie
    from functies.paneel import paneel_van
    from ontwikkelpad.spiegel.maken import Spiegel
    from ontwikkelpad.spiegel.wissel import nieuwe_map
    from papier.boek import Blad, Boek
    from papier.drukken import Drukker, ontbreekt
    from tests.sectorkaart import publiceer
    from uitgave.fixtures import laad
    from uitgave.huidig import huidig
    from uitgave.sector import lees_pakket

    call_command("migrate", verbosity=0)
    call_command("collectstatic", "--noinput", verbosity=0)
    laad(lees_pakket(BAKKERIJ))
    huidig.ververs()
    publiceer(aantal, 2026)
    huidig.ververs()
    pad = huidig.pad
    if pad is None:
        raise RuntimeError("there is no edition")
    gemeten: Maten = {}

    def tijd(naam: str, doe: Callable[[], Any]) -> Any:
        begin = process_time()
        gemaakt = doe()
        gemeten[naam] = process_time() - begin
        return gemaakt

    for vorm in GEHEEL:
        inhoud = tijd(vorm.naam, lambda vorm=vorm: vorm.maak(pad))
        gemeten[f"{vorm.naam}, kB"] = len(inhoud) / 1024
    tijd("all other data, a file for each kind", lambda: [v.maak(pad) for v in vormen().values() if v not in GEHEEL])
    with tempfile.TemporaryDirectory() as map_, nieuwe_map(Path(map_, "kopie")) as nieuw:
        gemeten["the site as files: pages"] = tijd("the site as files", Spiegel(pad, nieuw).maak)
    if reden := ontbreekt():
        print(reden, file=sys.stderr)
    else:
        boek, slug = Boek(pad), next(iter(pad.alle(Functie)))
        soorten: dict[str, Any] = {"PDF: all, or its contents": boek}
        soorten["PDF: one sheet"] = Blad(pad, paneel_van(pad, slug))
        if not boek.functies_erbij:
            soorten["PDF: one werkveld"] = Boek(pad, boek.groepen[0][0])
        for naam, deel in soorten.items():
            inhoud = tijd(naam, lambda deel=deel: Drukker().druk(deel.html(), deel.stijl(), deel.tekeningen()))
            gemeten[f"{naam}, kB"] = len(inhoud) / 1024
    gemeten["memory at most, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return gemeten


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(meet(int(sys.argv[1]))))
    else:
        main()
