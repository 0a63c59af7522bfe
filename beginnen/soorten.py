"""The kinds of content about beginning. Without a door there is no such page."""

from beginnen import document as d
from beginnen import models, vindbaar
from uitgave.soort import Soort, registreer

GROEP = "Zo begin je"

registreer(
    Soort(
        model=models.Deur,
        rij=d.Deur,
        deel="deuren",
        eigen_teksten=("waar", "hoe", "morgen"),
        groep=GROEP,
        plek=36,
        rang=26,
        openbare_naam="Zo begin je",
        adres=vindbaar.DEUR,
        parameters=("deur",),
        dingen=vindbaar.deuren,
    ),
    Soort(
        model=models.Beginfase,
        rij=d.Beginfase,
        deel="beginfasen",
        hoort_bij=("opleiding",),
        groep=GROEP,
        plek=37,
        rang=27,
        openbare_naam="Zo gaat een opleiding",
    ),
)
