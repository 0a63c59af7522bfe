from argparse import ArgumentTypeError
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.db import DatabaseError
from django.utils import timezone

from aanbod.overnemen import NietOvergenomen, neem_aanbod_over
from aanbod.tabel import Tabelfout, dag
from uitgave.voortgang import LangeOpdracht


def datum(waarde: str) -> date:
    """Read the value of --peildatum. Raises ArgumentTypeError."""
    try:
        gelezen = dag(waarde)
    except ValueError as fout:
        raise ArgumentTypeError(str(fout)) from None
    if gelezen is None or gelezen > timezone.localdate():
        raise ArgumentTypeError("Geef een dag die is geweest, zoals 2026-08-04.")
    return gelezen


class Command(LangeOpdracht):
    """Take over who offers which opleiding, from a file of DUO at hand. What is wrong with it leaves all as it was."""

    help = "Take over an overview of schools by code (ho_opleidingsoverzicht of DUO, CSV); say what it holds."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--bestand", type=Path, required=True, metavar="CSV", help="the file, as DUO publishes it")
        parser.add_argument("--peildatum", type=datum, required=True, metavar="DATUM", help="the day it tells about")
        parser.add_argument("--toch", action="store_true", help="take it over although it has much less than before")

    def handle(self, *args: Any, bestand: Path, peildatum: date, toch: bool, **options: Any) -> None:
        try:
            aanbod = neem_aanbod_over(bestand.read_bytes(), peildatum, toch)
        except (OSError, Tabelfout) as fout:
            raise CommandError(f"Nothing was taken over: {fout}") from fout
        except NietOvergenomen as fout:
            raise CommandError(f"Nothing was taken over. {fout} Is this right? Then use --toch.") from fout
        except DatabaseError as fout:
            raise CommandError(f"The database cannot be used: {fout}") from fout
        for code, rijen in aanbod.codes.items():
            scholen = len({rij.school for rij in rijen})
            vermoed = aanbod.vermoed.get(code, ())
            rest = f", {len(vermoed)} only by name: not shown" if vermoed else ""
            self.stdout.write(f"{code}: {scholen} schools, {len(rijen)} offers{rest}")
