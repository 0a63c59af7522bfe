from collections import Counter
from typing import Any

from redactie.kwaliteit.bevindingen import Ernst, bevindingen
from uitgave.voortgang import LangeOpdracht


class Command(LangeOpdracht):
    """Print what is to be mended or judged in the working copy, one line each. Exit code 1: something is wrong."""

    help = "Check the content of the working copy; exit with 1 when there is anything that must be mended."

    def handle(self, *args: Any, **options: Any) -> None:
        gevonden = bevindingen()
        for bevinding in gevonden:
            akkoord = f" (geaccepteerd tot en met {bevinding.acceptatie.tot})" if bevinding.acceptatie else ""
            self.stdout.write(f"{bevinding.ernst.label:<6}  {' '.join(bevinding.tekst.split())}{akkoord}")
        aantal = Counter(bevinding.ernst for bevinding in gevonden)
        fouten, let_op = aantal[Ernst.FOUT], aantal[Ernst.WAARSCHUWING]
        self.stdout.write(f"{fouten} {'fout' if fouten == 1 else 'fouten'} en {let_op} keer let op.")
        if fouten:
            raise SystemExit(1)
