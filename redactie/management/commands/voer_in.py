from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError

from redactie.kenmerk import kenmerk
from redactie.uitwisseling.invoer import lees_bestand, voer_in
from uitgave.bouwen import bouw
from uitgave.voortgang import LangeOpdracht


class Command(LangeOpdracht):
    """Make the working copy what a file says, however large that is. Exit code 1: it was refused whole."""

    help = "Make the working copy what a download of everything says, of any size. Nothing is asked first."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("bestand", type=Path, help="made with 'Download alles'")

    def handle(self, *args: Any, bestand: Path, **options: Any) -> None:
        try:
            document = lees_bestand(bestand.read_bytes(), meeste=None)
            gedaan = voer_in(document, kenmerk(bouw(alles=True)), None, f"Ingevoerd uit {bestand.name}")
        except (OSError, ValueError) as fout:
            raise CommandError(str(fout)) from fout
        if not gedaan:
            raise CommandError("Intussen is er iets veranderd. Probeer het opnieuw.")
        self.stdout.write(f"De inhoud van {bestand.name} is ingevoerd. Bezoekers zien die na het publiceren.")
