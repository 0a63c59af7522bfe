from argparse import ArgumentTypeError
from datetime import date
from http.client import HTTPException
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.db import DatabaseError
from django.utils import timezone

from aanbod import tabel
from aanbod.overnemen import NietOvergenomen, haal_nieuwste, neem_aanbod_over
from redactie.links.ophalen import NietOpenbaar
from uitgave.voortgang import LangeOpdracht


def datum(waarde: str) -> date:
    """Read the value of --peildatum. Raises ArgumentTypeError."""
    try:
        gelezen = tabel.dag(waarde)
    except ValueError as fout:
        raise ArgumentTypeError(str(fout)) from None
    if gelezen is None or gelezen > timezone.localdate():
        raise ArgumentTypeError("Geef een dag die is geweest, zoals 2026-08-04.")
    return gelezen


class Command(LangeOpdracht):
    """Take over who offers which opleiding: the newest overview of DUO, or a file at hand. Meant for a timer.

    What is wrong with it, or on the way to it, leaves all as it was.
    """

    help = "Take over the overview of schools by code of DUO (ho_opleidingsoverzicht); say what it holds."
    stealth_options = ("openbaar", "portaal", "seconden")  # for the tests: no argument on the command line can set them

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--bestand", type=Path, metavar="CSV", help="a file at hand, as DUO publishes it")
        parser.add_argument("--peildatum", type=datum, metavar="DATUM", help="the day that a file at hand tells about")
        parser.add_argument("--toch", action="store_true", help="take it over although it has much less than before")

    def handle(self, *args: Any, bestand: Path | None, peildatum: date | None, toch: bool, **options: Any) -> None:
        if (bestand is None) != (peildatum is None):
            raise CommandError("--bestand and --peildatum go together.")
        anders = {naam: options[naam] for naam in self.stealth_options if naam in options}
        try:
            inhoud, dag = (bestand.read_bytes(), peildatum) if bestand and peildatum else haal_nieuwste(**anders)
            aanbod = neem_aanbod_over(inhoud, dag, toch)
        except NietOpenbaar as fout:
            raise CommandError(f"Nothing was taken over: {fout} is not on the public internet.") from fout
        except TimeoutError as fout:
            raise CommandError("Nothing was taken over: it took too long.") from fout
        except NietOvergenomen as fout:
            raise CommandError(f"It waits for an editor. {fout} Is this right? Then use --toch.") from fout
        except (OSError, HTTPException, ValueError) as fout:
            raise CommandError(f"Nothing was taken over: {fout}") from fout
        except DatabaseError as fout:
            raise CommandError(f"The database cannot be used: {fout}") from fout
        for code, rijen in aanbod.codes.items():
            scholen = len({rij.school for rij in rijen})
            vermoed = aanbod.vermoed.get(code, ())
            rest = f", {len(vermoed)} only by name: not shown" if vermoed else ""
            self.stdout.write(f"{code}: {scholen} schools, {len(rijen)} offers{rest}")
