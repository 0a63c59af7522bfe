from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from uitgave.sector import LANGSTE_NAAM, is_sectornaam

VOORBEELD = "voorbeeld"
DATUM = "2026-01-01"  # in the files of the example, where the day of making belongs

DAARNA = """Made {map}:
{bestanden}

Next:
  1. Put your content in these files, or start now and do it at /beheer/: a file is loaded once, at the first start.
  2. Start the site, on a database of its own:
     SECTOR={sector} DATABASE_URL=sqlite:///{naam}.sqlite3 UITGAVE_KOPIE=uitgave.{naam}.json make run
  3. Make an account, with the same DATABASE_URL: .venv/bin/python manage.py createsuperuser
"""


class Command(BaseCommand):
    """Make the package of a new sector, small but whole, from the example in `fixtures/`."""

    help = "Make the package of a new sector to begin with, and say what to do next."
    requires_system_checks: list[str] = []  # as Django has it

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("naam", help="small letters, digits and hyphens, such as techniek")
        parser.add_argument("--map", type=Path, default=settings.FIXTURES, help="the folder to make it in")

    def handle(self, *args: Any, naam: str, map: Path, **options: Any) -> None:  # the name of the option
        if not is_sectornaam(naam):
            raise CommandError(
                f"{naam!r} is no name for a sector: use at most {LANGSTE_NAAM} small letters, digits and hyphens, "
                "such as techniek."
            )
        nieuw = map / naam
        try:
            nieuw.mkdir()
            for bestand in sorted((settings.FIXTURES / VOORBEELD).iterdir()):
                tekst = _eigen(bestand.read_text(encoding="utf-8"), naam)
                (nieuw / bestand.name).write_text(tekst, encoding="utf-8")
        except FileExistsError as fout:
            raise CommandError(f"{nieuw} is there already: choose another name, or remove it first.") from fout
        except OSError as fout:
            raise CommandError(f"{nieuw} cannot be made: {fout.strerror or fout}.") from fout
        sector = naam if map.resolve() == settings.FIXTURES.resolve() else nieuw.resolve()
        bestanden = "\n".join(f"  {bestand.name}" for bestand in sorted(nieuw.iterdir()))
        self.stdout.write(DAARNA.format(map=nieuw, bestanden=bestanden, sector=sector, naam=naam))


def _eigen(tekst: str, naam: str) -> str:
    """Return a text of the example with the name of the new sector, and today, in it."""
    titel = naam.replace("-", " ").capitalize()
    tekst = tekst.replace(f'naam = "{VOORBEELD}"', f'naam = "{naam}"')
    tekst = tekst.replace(f"Ontwikkelpad {VOORBEELD.capitalize()}", f"Ontwikkelpad {titel}")
    return tekst.replace(DATUM, str(timezone.localdate()))
