import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError

from redactie.kenmerk import kenmerk
from redactie.uitwisseling import pakket
from redactie.uitwisseling.invoer import lees_bestand, probeer, voer_in
from uitgave import document as d
from uitgave.bouwen import bouw
from uitgave.leesfout import Leesfout
from uitgave.vastleggen import van_een_moment
from uitgave.verschil import Verschil, verschillen
from uitgave.voortgang import LangeOpdracht

TEKENS = {"toegevoegd": "+", "verwijderd": "-"}  # before a row; one that changed gets ~


class Command(LangeOpdracht):
    """Make the working copy what a file says, however large that is. Exit code 1: it was refused whole."""

    help = "Make the working copy what a file of `exporteer` says, of any size, after showing the difference."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("bestand", type=Path, help="made with `exporteer`, or with 'Download alles'")
        parser.add_argument("--ja", action="store_true", help="do not ask first")

    def handle(self, *args: Any, bestand: Path, ja: bool, **options: Any) -> None:
        try:
            document = lees_bestand(pakket.lees(bestand), meeste=None)
            nu = van_een_moment(lambda: bouw(alles=True)) if ja else probeer(document)
            anders = verschillen(nu, d.geordend(document))
            self.toon(anders)
            if anders and (ja or self.vraag()):
                if not voer_in(document, kenmerk(nu), None, f"Ingevoerd op de opdrachtregel uit {bestand.name}"):
                    raise CommandError("Intussen is er iets veranderd. Probeer het opnieuw.")
                self.zeg(f"De inhoud van {bestand.name} is ingevoerd. Bezoekers zien die na het publiceren.")
        except Leesfout as fout:
            raise CommandError("\n".join(fout.fouten)) from fout
        except (OSError, ValueError) as fout:
            raise CommandError(str(fout)) from fout

    def toon(self, anders: list[Verschil]) -> None:
        """Write each row that differs on a line, and below it the fields that do."""
        for verschil in anders:
            self.zeg(f"{TEKENS.get(verschil.wat, '~')} {verschil.soort}: {verschil.naam}")
            for veld in verschil.velden if verschil.wat not in TEKENS else ():
                self.stdout.write(f"    {veld.naam}")
        aantal = (
            f"{len(anders)} {'verschil' if len(anders) == 1 else 'verschillen'}." if anders else "Er is geen verschil."
        )
        self.zeg(aantal)

    def vraag(self) -> bool:
        """Ask whether to go on; without somebody to ask that must be said with --ja."""
        if not sys.stdin.isatty():
            raise CommandError("Er is niets ingevoerd. Voer het in met --ja.")
        gezegd = input("Dit invoeren? [j/N] ").strip().lower() in ("j", "ja")
        if not gezegd:
            self.stdout.write("Er is niets ingevoerd.")
        return gezegd
