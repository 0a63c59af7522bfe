from argparse import ArgumentTypeError
from datetime import date
from http.client import HTTPException
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.db import DatabaseError
from django.utils import timezone

from aanbod.ckan import HO, PORTAAL, zoek_bestand
from aanbod.overnemen import NietOvergenomen, neem_aanbod_over
from aanbod.tabel import MEEST_BYTES, dag
from redactie.links.ophalen import Keurder, NietOpenbaar, haal_bestand, is_openbaar
from uitgave.voortgang import LangeOpdracht, Stap, meld

SECONDEN = 300.0  # for all of a file


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
        try:
            inhoud, gevonden = (bestand.read_bytes(), peildatum) if bestand else self.haal(options)
            aanbod = neem_aanbod_over(inhoud, gevonden or timezone.localdate(), toch)
        except NietOpenbaar as fout:
            raise CommandError(f"Nothing was taken over: {fout} is not on the public internet.") from fout
        except TimeoutError as fout:
            raise CommandError("Nothing was taken over: it took too long.") from fout
        except NietOvergenomen as fout:
            raise CommandError(f"Nothing was taken over. {fout} Is this right? Then use --toch.") from fout
        except (OSError, HTTPException, ValueError) as fout:
            raise CommandError(f"Nothing was taken over: {fout}") from fout
        except DatabaseError as fout:
            raise CommandError(f"The database cannot be used: {fout}") from fout
        for code, rijen in aanbod.codes.items():
            scholen = len({rij.school for rij in rijen})
            vermoed = aanbod.vermoed.get(code, ())
            rest = f", {len(vermoed)} only by name: not shown" if vermoed else ""
            self.stdout.write(f"{code}: {scholen} schools, {len(rijen)} offers{rest}")

    def haal(self, opties: dict[str, Any]) -> tuple[bytes, date | None]:
        """Return the newest file, and the day of its last change. Raises as `haal_bestand` and `zoek_bestand` do."""
        openbaar: Keurder = opties.get("openbaar", is_openbaar)
        seconden: float = opties.get("seconden", SECONDEN)

        def haal(url: str) -> bytes:
            return haal_bestand(url, seconden, MEEST_BYTES, openbaar, lambda aantal: meld(Stap.HALEN, aantal // 1024))

        url, veranderd = zoek_bestand(HO, haal, opties.get("portaal", PORTAAL))
        return haal(url), veranderd
