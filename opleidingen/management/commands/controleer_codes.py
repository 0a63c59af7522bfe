from collections import Counter
from typing import Any

from django.core.management.base import CommandError
from django.db import DatabaseError

from opleidingen.codecontrole import Bronnen, controleer, te_controleren
from opleidingen.codestand import WOORDEN, Stand
from redactie.links.controle import Tempo
from uitgave.voortgang import LangeOpdracht, Stap, meld


class Command(LangeOpdracht):
    """Look up every code of an opleiding in the registers of the government. Meant for the timer of the links.

    A look-up that fails changes nothing that was known. The exit code is 1 only when the database, or every register,
    is out of reach: what a register says of a code is for the gate and for the editors.
    """

    help = "Look up the codes of opleidingen; say which are valid, end, or are not found, and what was looked up."
    blijft = "What was looked up is kept."
    stealth_options = ("bronnen", "tempo")  # for the tests: no argument on the command line can set them

    def handle(self, *args: Any, bronnen: Bronnen | None = None, tempo: Tempo | None = None, **options: Any) -> None:
        standen: Counter[Stand] = Counter()
        try:
            aantal = len(te_controleren())
            for uitkomst in controleer(bronnen or Bronnen(), tempo):
                standen[uitkomst.codestand.stand] += 1
                self.zeg(str(uitkomst))
                meld(Stap.CODES, standen.total(), aantal)
        except DatabaseError as fout:
            raise CommandError(f"The database cannot be used: {fout}") from fout
        soorten = [f"{standen[stand]} {WOORDEN[stand]}" for stand in Stand if standen[stand]]
        self.stdout.write(": ".join(filter(None, [f"{aantal} codes gecontroleerd", ", ".join(soorten)])))
        if aantal and standen[Stand.ONBEKEND] == aantal:
            raise CommandError("No code could be looked up: what was known stays.")
