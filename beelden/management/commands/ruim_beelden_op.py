import re
from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from reversion.models import Version

from beelden.maten import bronnaam, namen
from beelden.models import Foto
from uitgave import document as d
from uitgave.beelden import genoemd
from uitgave.intrekken import nu_ingetrokken
from uitgave.models import Beeldbestand, Uitgave
from uitgave.toestemming import MERK
from uitgave.vastleggen import alleen

KORT = timedelta(days=1)  # what came in since may be of a form that is still open
HASH = re.compile(rf'"beeld": ?"([0-9a-f]{{{MERK}}})"')


class Command(BaseCommand):
    """Remove the files of pictures that no edition, no row and no earlier version of a row names."""

    help = "Remove the bytes of pictures that nothing names any more: no edition, no photo, no version of a photo."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--ingetrokken",
            action="store_true",
            help="also those whose consent was taken back, whatever names them; they cannot come back",
        )

    def handle(self, *args: Any, ingetrokken: bool, **options: Any) -> None:
        with alleen():
            weg = nu_ingetrokken() if ingetrokken else frozenset()
            houden = {naam for naam in te_houden() if naam[:MERK] not in weg}
            oud = Beeldbestand.objects.filter(gemaakt_op__lt=timezone.now() - KORT).values_list("naam", flat=True)
            alle = Beeldbestand.objects.values_list("naam", flat=True)
            te_veel = {naam for naam in oud if naam not in houden} | {naam for naam in alle if naam[:MERK] in weg}
            for naam in te_veel:
                Beeldbestand.objects.filter(naam=naam).delete()
        self.stdout.write(f"Removed {len(te_veel)} files of pictures.")


def te_houden() -> set[str]:
    """Return the names of the files that something names; of what only a version names, not its sizes."""
    houden = {naam for foto in Foto.objects.all() for naam in namen(foto.beeld, foto.focus_x, foto.focus_y)}
    teksten = list(Version.objects.get_for_model(Foto).values_list("serialized_data", flat=True))
    for tekst in Uitgave.objects.values_list("document", flat=True).iterator(chunk_size=10):
        teksten.append(tekst)
        try:
            houden |= genoemd(d.lees(tekst))
        except ValueError:  # an edition that cannot be read: what it names stays, as far as it can be found
            continue
    merken = {naam[:MERK] for naam in houden} | {merk for tekst in teksten for merk in HASH.findall(tekst)}
    return houden | {bronnaam(merk) for merk in merken}
