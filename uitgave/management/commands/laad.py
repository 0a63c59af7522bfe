from typing import Any

from django.core.management import call_command
from django.core.management.base import CommandError

from uitgave.fixtures import SectorFout, werk_bij
from uitgave.opschonen import schoon_op
from uitgave.sector import FixtureFout
from uitgave.voortgang import LangeOpdracht


class Command(LangeOpdracht):
    """Load each file of the site's sector once; the first time, publish the edition that they announce.

    Rows from before there was a history get their first version here. Then, once, all texts are cleaned.
    """

    help = "Load the files of the sector that were not loaded before, and publish the first edition."
    blijft = "Nothing half is kept: the next time it goes on from what was finished."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            geladen = werk_bij()
        except SectorFout as fout:
            raise CommandError(str(fout)) from fout
        except FixtureFout as fout:
            raise CommandError(f"Nothing was loaded. {fout}") from fout
        call_command("createinitialrevisions", comment="Het begin van de geschiedenis", verbosity=0)
        if aantal := schoon_op():
            self.stdout.write(f"Cleaned the texts of {aantal} rows; their history says so")
        for naam in geladen:
            self.stdout.write(f"Loaded {naam}")
