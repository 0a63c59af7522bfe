from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError

from redactie.uitwisseling import pakket
from uitgave import document as d
from uitgave.bouwen import bouw
from uitgave.vastleggen import van_een_moment
from uitgave.voortgang import LangeOpdracht


class Command(LangeOpdracht):
    """Write the whole working copy, all of one moment, as the file that `importeer` reads."""

    help = "Write all content as one file, as 'Download alles' does; without a name to the standard output."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "bestand",
            type=Path,
            nargs="?",
            help="is replaced when it is there; one that ends in .zip has the pictures too",
        )

    def handle(self, *args: Any, bestand: Path | None, **options: Any) -> None:
        document = van_een_moment(lambda: bouw(alles=True))
        if bestand is None:
            self.stdout.write(d.schrijf(document), ending="")
            return
        half = bestand.with_name(f".{bestand.name}.half")
        try:
            if bestand.suffix == ".zip":
                pakket.schrijf(document, half)
            else:
                half.write_text(d.schrijf(document), encoding="utf-8")
            half.replace(bestand)
        except OSError as fout:
            raise CommandError(f"{bestand} kan niet worden geschreven. ({fout.strerror or fout})") from fout
        finally:
            half.unlink(missing_ok=True)
        if bestand.suffix != ".zip" and (fotos := len(pakket.bronnen(document))):
            self.stderr.write(f"Zonder {fotos} foto’s: die gaan mee in een bestand dat eindigt op .zip.")
        self.zeg(f"{bestand} ({bestand.stat().st_size / 1024:.0f} kB)")
