"""Photos, as a kind of content."""

from beelden import document as d
from beelden import models
from uitgave.bouwen import op_naam
from uitgave.soort import Soort, registreer

registreer(
    Soort(
        model=models.Foto,
        rij=d.Foto,
        deel="fotos",
        alleen_gebruikt=True,
        gebruikt_bij="verhaal of functie",
        orde=op_naam,
        niet_gepubliceerd=("toestemming_van", "toestemming_op"),
        groep="Teksten",
        plek=32,
        rang=56,
        stil=True,
        beelden=d.bestanden,
    )
)
