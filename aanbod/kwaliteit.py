"""What the gate asks of the overviews of who offers what."""

from collections.abc import Iterator
from datetime import timedelta

from django.utils.formats import date_format

from aanbod.datasets import DATASETS
from aanbod.waar import aanbod
from redactie.kwaliteit.bevindingen import Bevinding, Regel, Werkkopie, let_op, regel
from uitgave import klok
from uitgave.huidig import huidig

HOUDBAAR = timedelta(days=45)  # of an overview: a newer one comes each week


def oude_overzichten(kopie: Werkkopie) -> Iterator[Bevinding]:
    """What visitors read of schools may be wrong by now: nobody fetched it, or there is nothing newer."""
    for stelsel, overzicht in aanbod(huidig.pad).per_stelsel.items() if huidig.pad else ():
        if overzicht.peildatum < klok.vandaag() - HOUDBAAR:
            van = date_format(overzicht.peildatum, "j F Y")
            tekst = f"Het overzicht van scholen bij {DATASETS[stelsel].welk} is van {van}. Dat is meer dan"
            doe = "Haal bij ‘Waar kun je het leren?’ een nieuw overzicht."
            yield let_op(Regel.OUD, f"{tekst} {HOUDBAAR.days} dagen geleden. {doe}")


regel(oude_overzichten)
