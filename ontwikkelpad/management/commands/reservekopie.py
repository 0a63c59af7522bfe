from typing import Any

from django.conf import settings
from django.core.management import CommandError, CommandParser
from django.db import DatabaseError
from django.utils import timezone

from ontwikkelpad.reservekopie import maak, ruim_op
from toegang.gebeurtenissen import Soort, noteer
from uitgave.voortgang import LangeOpdracht


class Command(LangeOpdracht):
    """Keep the whole site in one file, while it runs and people edit. Meant for a timer; the desk says when."""

    help = "Write a backup of the whole site into the folder RESERVEKOPIE, and print its path."
    blijft = "No backup was made; the earlier ones are kept."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--bewaar", type=int, metavar="AANTAL", help="remove the oldest, until there are AANTAL")

    def handle(self, *args: Any, bewaar: int | None, **options: Any) -> None:
        if bewaar is not None and bewaar < 1:
            raise CommandError("--bewaar: keep at least one.")
        try:
            bestand = maak(settings.RESERVEKOPIE, timezone.localtime())
            if bewaar:
                ruim_op(bestand, bewaar)
            noteer(Soort.KOPIE, f"Reservekopie gemaakt: {bestand.name}.")
        except (OSError, DatabaseError) as fout:
            raise CommandError(f"No backup was made: {fout}") from fout
        self.stdout.write(f"{bestand} ({bestand.stat().st_size / 1024:.0f} kB)")
