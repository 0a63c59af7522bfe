from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import CommandError, CommandParser
from django.db import DatabaseError
from msgspec.structs import replace

from ontwikkelpad.spiegel.maken import Spiegel
from ontwikkelpad.spiegel.wissel import GeenPlek, nieuwe_map
from uitgave.huidig import huidig, lees_bijlagen, lees_nieuwste, uit_kopie
from uitgave.kopie import lees_kopie
from uitgave.leesbaar import kenmerk_van_uitgaven
from uitgave.pad import Pad
from uitgave.voortgang import LangeOpdracht


class Command(LangeOpdracht):
    """Write the whole public site as files, from the edition that visitors see."""

    help = "Write the public site as files for any web server, or to open from a disk. An earlier copy is replaced."
    blijft = "What was in the folder stays."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("map", type=Path, help="a folder that is new, empty, or holds an earlier copy")

    def handle(self, *args: Any, map: Path, **options: Any) -> None:  # the name of the option
        huidig.pad = geserveerd()
        try:
            with nieuwe_map(map) as nieuw:
                spiegel = Spiegel(huidig.pad, nieuw)
                aantal = spiegel.maak()
        except (GeenPlek, OSError) as fout:
            raise CommandError(str(fout)) from fout
        for adres, van in spiegel.ontbreekt.items():
            self.stderr.write(f"{van} leads to {adres}, which is not there.")
        if not settings.SITE_URL:
            self.zeg("SITE_URL is not set: what needs the server says that this copy cannot do it.")
        self.zeg(f"{map}: {aantal} pages of version {huidig.pad.uitgave.nummer}.")


def geserveerd() -> Pad:
    """Return the edition that visitors see: of the database, or when that is away of the copy on disk."""
    try:
        uitgave = lees_nieuwste(kenmerk_van_uitgaven(), uit_kopie(settings.UITGAVE_KOPIE)).uitgave
        uitgave = uitgave and replace(uitgave, bijlagen=lees_bijlagen())
    except DatabaseError:
        uitgave, _ = lees_kopie(settings.UITGAVE_KOPIE)
    if uitgave is None:
        raise CommandError("There is no edition yet: publish one first.")
    return Pad(uitgave)
