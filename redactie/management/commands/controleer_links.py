from argparse import ArgumentTypeError
from collections import Counter
from datetime import timedelta
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.db import DatabaseError
from django.utils import timezone

from redactie.links.controle import Tempo, controleer
from redactie.links.gebruik import bewaar_resultaat, gebruik, te_volgen
from redactie.links.ophalen import Keurder, is_openbaar
from redactie.models import Uitslag
from uitgave.voortgang import LangeOpdracht, Stap, meld


def dagen(waarde: str) -> timedelta:
    """Read the value of --ouder-dan. Raises ArgumentTypeError."""
    if not (waarde.isascii() and waarde.isdecimal() and len(waarde) <= 4):
        raise ArgumentTypeError(f"{waarde!r} is no number of days from 0 to 9999.")
    return timedelta(days=int(waarde))


class Command(LangeOpdracht):
    """Follow every link of the working copy and keep what came of it. Meant for a timer.

    Each result is kept at once, so a run that is stopped loses nothing. A link that does not work is
    no failure of the run: the exit code is 1 only when the database, or every website, is out of reach.
    """

    help = "Check the links in the content, at most one request a second per host; show what needs a look."
    blijft = "What was checked is kept; with --ouder-dan the next run leaves it out."
    stealth_options = ("openbaar", "tempo")  # for the tests: no argument on the command line can set them

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--ouder-dan", type=dagen, metavar="DAGEN", help="skip the links that were checked in the last DAGEN days"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            uitslagen = self.controleer(
                options["ouder_dan"], options.get("openbaar", is_openbaar), options.get("tempo")
            )
        except DatabaseError as fout:
            raise CommandError(f"The database cannot be used: {fout}") from fout
        soorten = [f"{aantal} {soort.label}" for soort in Uitslag if (aantal := uitslagen[soort])]
        self.stdout.write(": ".join(filter(None, [f"{uitslagen.total()} links gecontroleerd", ", ".join(soorten)])))
        if uitslagen.total() > 1 and len(uitslagen) == 1 and uitslagen[Uitslag.ONBEREIKBAAR]:
            raise CommandError("No website answered: is this machine connected to the internet?")

    def controleer(self, ouder_dan: timedelta | None, openbaar: Keurder, tempo: Tempo | None) -> Counter[Uitslag]:
        """Check, keep and tell; return how often each uitslag came out."""
        plekken = gebruik()
        uitslagen: Counter[Uitslag] = Counter()
        urls = te_volgen(plekken, timezone.now() - (ouder_dan or timedelta()))
        for resultaat in controleer(urls, openbaar=openbaar, tempo=tempo):
            bewaar_resultaat(resultaat)
            uitslagen[resultaat.uitslag] += 1
            if resultaat.uitslag != Uitslag.GOED:
                rijen = dict.fromkeys(str(plek.rij) for plek in plekken[resultaat.url])
                self.zeg(f"{resultaat} ({'; '.join(rijen)})")
            meld(Stap.LINKS, uitslagen.total(), len(urls))
        return uitslagen
