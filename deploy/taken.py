"""What the timers in systemd/ do, at the same times, where there is no systemd: the service `taken` of compose.yaml."""

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from threading import Thread
from zoneinfo import ZoneInfo

UNITS = Path(__file__).parent / "systemd"
DAGEN = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
WANNEER = re.compile(rf"^OnCalendar=(?:({'|'.join(DAGEN)}) )?([0-9]{{2}}:[0-9]{{2}})$", re.MULTILINE)
OPDRACHT = re.compile(r"^ExecStart=\S+/python (manage\.py .+)$", re.MULTILINE)
MINUUT = timedelta(minutes=1)

Taak = tuple[str, str, list[str]]  # on which day, or each one when that is empty; at what time; the commands


def lees_taken(units: Path = UNITS) -> list[Taak]:
    """Return what each timer does, and when. Ends with its name when one cannot be read."""
    taken = []
    for timer in sorted(units.glob("*.timer")):
        wanneer = WANNEER.search(timer.read_text())
        opdrachten = OPDRACHT.findall(timer.with_suffix(".service").read_text())
        if not (wanneer and opdrachten):
            sys.exit(f"{timer.name} says nothing that can be done here.")
        taken.append((wanneer[1] or "", wanneer[2], opdrachten))
    return taken


def aan_de_beurt(taken: list[Taak], moment: datetime) -> Iterator[list[str]]:
    """Yield the commands, one after the other, of each task that begins in this minute."""
    for dag, tijd, opdrachten in taken:
        if dag in ("", DAGEN[moment.weekday()]) and tijd == f"{moment:%H:%M}":
            yield opdrachten


def doe(opdrachten: list[str]) -> None:
    """Run them here; what one says goes to the log, and the next one follows whatever comes of it."""
    for opdracht in opdrachten:
        print(f"{opdracht} begins.", flush=True)
        code = subprocess.run([sys.executable, *opdracht.split()], check=False).returncode  # noqa: S603  # ours
        print(f"{opdracht} ended with {code}.", flush=True)


def main() -> None:
    taken, gehad = lees_taken(), _minuut()
    while True:
        time.sleep(20)
        while gehad < _minuut():
            gehad += MINUUT
            for opdrachten in aan_de_beurt(taken, gehad):
                Thread(target=doe, args=[opdrachten]).start()


def _minuut() -> datetime:
    """Return the minute that it is, by the clock on the wall."""
    return datetime.now(ZoneInfo("Europe/Amsterdam")).replace(second=0, microsecond=0, tzinfo=None)


if __name__ == "__main__":
    main()
