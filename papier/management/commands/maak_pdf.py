import os
from pathlib import Path
from shutil import copyfile
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError, CommandParser
from django.db import Error as DatabaseError

from ontwikkelpad.serve import die_with_parent
from papier.drukken import ontbreekt
from papier.maken import kenmerk, maak
from uitgave import vormen
from uitgave.huidig import huidig
from uitgave.kopie import kopie
from uitgave.pad import Pad
from uitgave.voortgang import LangeOpdracht


def _pad() -> Pad | None:
    """Return the edition on the site; without the database the copy on disk. None when there is neither."""
    try:
        huidig.ververs()
    except DatabaseError:
        uitgave = kopie(settings.UITGAVE_KOPIE)
        return Pad(uitgave) if uitgave else None
    return huidig.pad


class Command(LangeOpdracht):
    """Make the PDFs of the edition that is on the site: those that are not there yet.

    The site does this by itself after publishing, with this command in a process of its own.
    """

    help = "Make the PDFs of the edition on the site, as far as they are not there; with --map, copy them to a folder."
    blijft = "What was made stays, and the next time it goes on from there."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--map", type=Path, help="a folder to copy them to, under the names of their addresses")

        parser.add_argument("--achtergrond", action="store_true", help="give way to all else on this machine")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["achtergrond"]:
            os.nice(19)
            die_with_parent()
        if reden := ontbreekt():
            raise CommandError(f"No PDF can be made here. {reden}")
        pad = _pad()
        if pad is None:
            raise CommandError("There is no edition yet.")
        try:
            with vormen.slot(vormen.MAKEN):
                aantal = maak(pad)
                if options["map"]:
                    self._kopieer(options["map"], vormen.lijst(kenmerk(pad)))
        except OSError as fout:
            raise CommandError(f"The disk refuses: {fout}") from fout
        self.stdout.write(f"Made {aantal} PDFs of edition {pad.uitgave.nummer}")

    def _kopieer(self, doel: Path, lijst: vormen.Lijst | None) -> None:
        for naam, bestand in (lijst.bestanden if lijst else {}).items():
            (doel / naam).parent.mkdir(parents=True, exist_ok=True)
            copyfile(vormen.map_() / bestand, doel / naam)
