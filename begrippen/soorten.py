"""Begrippen, as a kind of content. Without one there is no such page."""

from begrippen import document as d
from begrippen import models, vindbaar
from uitgave.bouwen import op_naam
from uitgave.soort import Soort, registreer

registreer(
    Soort(
        model=models.Begrip,
        bepaald="het begrip",
        rij=d.Begrip,
        deel="begrippen",
        orde=op_naam,
        aanvullend=True,
        linkwoorden=lambda rij: (rij.naam, *rij.vormen) if rij.gelinkt else (),
        groep="Teksten",
        plek=75,
        rang=45,
        adres=vindbaar.BEGRIP,
        dingen=vindbaar.begrippen,
    ),
)
