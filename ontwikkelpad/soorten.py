"""The texts of the site and how it looks, and where its long words may break, as kinds of content."""

from ontwikkelpad import document as d
from ontwikkelpad import models
from uitgave.soort import Soort, registreer

registreer(
    Soort(
        model=models.Ontwikkelpad,
        rij=d.Ontwikkelpad,
        deel="ontwikkelpad",
        enig=True,
        verplicht=True,
        groep="Teksten",
        plek=31,
        rang=19,
        vroeger=("functies.ontwikkelpad",),
    ),
    Soort(
        model=models.Sitepagina,
        rij=d.Sitepagina,
        deel="paginas",
        aanvullend=True,
        stil=True,
        groep="Teksten",
        plek=32,
    ),
    Soort(
        model=models.Breekwoord,
        bepaald="het lange woord",
        rij=d.Breekwoord,
        deel="breekwoorden",
        naam="{woord}",
        orde=lambda rij: rij.woord,
        aanvullend=True,
        stil=True,
        groep="Teksten",
        plek=34,
    ),
)
