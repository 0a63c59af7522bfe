"""The kind of content of *Wat past bij mij?*."""

from passen import document as d
from passen import models, vindbaar
from uitgave.soort import Soort, registreer

registreer(
    Soort(
        model=models.Keuzevraag,
        rij=d.Keuzevraag,
        deel="keuzevragen",
        naam="{vraag}",
        groep="In het kort",
        plek=31,
        rang=26,
        aanvullend=True,
        dingen=vindbaar.pagina,
    ),
)
