from pathlib import Path
from typing import Any

from django.core.management import CommandError, CommandParser
from django.db import DatabaseError

from ontwikkelpad.reservekopie import ReserveFout, zet_terug
from toegang.gebeurtenissen import Soort, noteer
from uitgave.voortgang import LangeOpdracht


class Command(LangeOpdracht):
    """Put a backup back into a new database, that of DATABASE_URL. Stop the site first."""

    help = "Fill a new database with what is in a backup."
    blijft = "The backup is as it was; put it back into a new database, for this one holds no content yet."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("bestand", type=Path)

    def handle(self, *args: Any, bestand: Path, **options: Any) -> None:
        try:
            aantal = zet_terug(bestand)
        except ReserveFout as fout:
            raise CommandError(str(fout)) from fout
        except DatabaseError as fout:
            raise CommandError(f"Nothing was put back; begin with a new database. {fout}") from fout
        noteer(Soort.KOPIE, f"Teruggezet uit {bestand.name}.")
        self.stdout.write(f"{aantal} rows are back.")
