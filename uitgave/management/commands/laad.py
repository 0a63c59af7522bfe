from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from uitgave.fixtures import FixtureFout, laad
from uitgave.opschonen import schoon_op


class Command(BaseCommand):
    """Load each fixture file once; the first time, publish the edition that it announces.

    Rows from before there was a history get their first version here. Then, once, all texts are cleaned.
    """

    help = "Load the fixture files that were not loaded before, and publish the first edition."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            geladen = laad(settings.FIXTURES)
        except FixtureFout as fout:
            raise CommandError(f"Nothing was loaded. {fout}") from fout
        call_command("createinitialrevisions", comment="Het begin van de geschiedenis", verbosity=0)
        if aantal := schoon_op():
            self.stdout.write(f"Cleaned the texts of {aantal} rows; their history says so")
        for naam in geladen:
            self.stdout.write(f"Loaded {naam}")
