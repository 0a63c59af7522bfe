"""The kinds of content about the sector in figures. Without a part there is no such page."""

from sector import document as d
from sector import models, vindbaar
from uitgave.soort import Soort, registreer

GROEP = "De sector in cijfers"

registreer(
    Soort(
        model=models.Sectordeel,
        bepaald="het deel van de sectorpagina",
        rij=d.Sectordeel,
        deel="sectordelen",
        eigen_teksten=("tekst",),
        groep=GROEP,
        plek=72,
        rang=42,
        openbare_naam="Over de sector",
        adres=vindbaar.DEEL,
        dingen=vindbaar.delen,
    ),
    Soort(
        model=models.Cijfer,
        bepaald="het cijfer",
        rij=d.Cijfer,
        deel="cijfers",
        hoort_bij=("deel",),
        groep=GROEP,
        plek=73,
        rang=43,
        adres=vindbaar.CIJFER,
    ),
    Soort(
        model=models.Partijgroep,
        rij=d.Partijgroep,
        deel="partijgroepen",
        hoort_bij=("deel",),
        groep=GROEP,
        plek=74,
        rang=44,
    ),
)
