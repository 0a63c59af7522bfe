from argparse import ArgumentTypeError
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from datetime import date
from http.client import HTTPException
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.db import DatabaseError
from django.utils import timezone

from aanbod import tabel
from aanbod.datasets import DATASETS, Bestanden, Dataset
from aanbod.document import Aanbod, Stelsel
from aanbod.overnemen import NietOvergenomen, neem_aanbod_over, nieuwste_bestanden
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


@contextmanager
def bij_de_hand(dataset: Dataset, paden: list[Path], peildatum: date) -> Iterator[tuple[Bestanden, date]]:
    """Give files at hand as those of a dataset, in the order of its names. Raises OSError; ValueError for too many."""
    if len(paden) > len(dataset.bestanden):
        raise ValueError(f"{dataset.naam} has no more than {len(dataset.bestanden)} files.")
    with ExitStack() as open_:
        namen = dict(zip(dataset.bestanden, paden, strict=False))
        yield {naam: open_.enter_context(pad.open("rb")) for naam, pad in namen.items()}, peildatum


class Command(LangeOpdracht):
    """Take over who offers which opleiding: the newest overviews of DUO, or files at hand. Meant for a timer.

    Each dataset stands by itself. What is wrong with one, or on the way to it, leaves all of it as it was.
    """

    help = "Take over the overviews of schools by code of DUO; say what they hold."
    stealth_options = ("openbaar", "portaal", "seconden")  # for the tests: no argument on the command line can set them

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--stelsel", choices=list(Stelsel), help="only this dataset; of files at hand: ho, or this")
        parser.add_argument(
            "--bestand", type=Path, nargs="+", metavar="CSV", help="files at hand, as DUO publishes them"
        )
        parser.add_argument("--peildatum", type=datum, metavar="DATUM", help="the day that files at hand tell about")
        parser.add_argument("--toch", action="store_true", help="take it over although it has much less than before")

    def handle(
        self,
        *args: Any,
        stelsel: str | None,
        bestand: list[Path] | None,
        peildatum: date | None,
        toch: bool,
        **options: Any,
    ) -> None:
        if (bestand is None) != (peildatum is None):
            raise CommandError("--bestand and --peildatum go together.")
        anders = {naam: options[naam] for naam in self.stealth_options if naam in options}
        if bestand and peildatum:
            dataset = DATASETS[Stelsel(stelsel or Stelsel.HO)]
            fouten = [self._neem_over(dataset, bij_de_hand(dataset, bestand, peildatum), toch)]
        else:
            gekozen = [dataset for dataset in DATASETS.values() if stelsel in (None, dataset.stelsel)]
            fouten = [self._neem_over(dataset, nieuwste_bestanden(dataset, **anders), toch) for dataset in gekozen]
        if any(fouten):
            raise CommandError("\n".join(filter(None, fouten)))

    def _neem_over(self, dataset: Dataset, bron: AbstractContextManager[tuple[Bestanden, date]], toch: bool) -> str:
        """Take a dataset over, and say what it holds; return what went wrong, if anything did."""
        try:
            with bron as (bestanden, dag):
                aanbod = neem_aanbod_over(dataset, bestanden, dag, toch)
        except NietOpenbaar as fout:
            reden = f"Nothing was taken over: {fout} is not on the public internet."
        except TimeoutError:
            reden = "Nothing was taken over: it took too long."
        except NietOvergenomen as fout:
            reden = f"It waits for an editor. {fout} Is this right? Then use --toch."
        except (OSError, HTTPException, ValueError) as fout:
            reden = f"Nothing was taken over: {fout}"
        except DatabaseError as fout:
            reden = f"The database cannot be used: {fout}"
        else:
            self._zeg_wat_erin_staat(dataset, aanbod)
            return ""
        return f"{dataset.naam}: {reden}"

    def _zeg_wat_erin_staat(self, dataset: Dataset, aanbod: Aanbod) -> None:
        self.zeg(f"{dataset.naam} of {aanbod.peildatum}:")
        for gemist in aanbod.mist:
            self.zeg(f"  not there: {gemist}")
        for code, rijen in aanbod.codes.items():
            scholen = len({rij.school for rij in rijen})
            vermoed = aanbod.vermoed.get(code, ())
            rest = f", {len(vermoed)} only by name: not shown" if vermoed else ""
            if rijen or vermoed:
                self.zeg(f"  {code}: {scholen} schools, {len(rijen)} offers{rest}")
        if leeg := [code for code, rijen in aanbod.codes.items() if not rijen]:
            self.zeg(f"  No school for {', '.join(leeg)}.")
