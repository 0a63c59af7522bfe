"""The kinds of content about the profiel of a functie. A functie without one has no such page."""

from profielen import document as d
from profielen import models, vindbaar
from uitgave.bouwen import op_naam
from uitgave.soort import Soort, registreer

GROEP = "Profielen"

registreer(
    Soort(
        model=models.Profiel,
        bepaald="het profiel",
        rij=d.Profiel,
        deel="profielen",
        hoort_bij=("functie",),
        orde=op_naam,
        eigen_teksten=("inleiding",),
        groep=GROEP,
        plek=60,
        rang=30,
        adres=vindbaar.PROFIEL,
        dingen=vindbaar.profielen,
    ),
    Soort(
        model=models.Profieltekst,
        rij=d.Profieltekst,
        hoort_bij=("profiel",),
        naam="{kop}",
        eigen_teksten=("tekst",),
        groep=GROEP,
        plek=61,
    ),
    Soort(
        model=models.Profielrol,
        rij=d.Profielrol,
        deel="profielrollen",
        hoort_bij=("profiel",),
        naam="{competentiegebied}",
        eigen_teksten=("uitleg",),
        groep=GROEP,
        plek=62,
        rang=31,
    ),
    Soort(
        model=models.Profielcompetentie,
        rij=d.Profielcompetentie,
        hoort_bij=("rol",),
        eigen_teksten=("tekst",),
        groep=GROEP,
        plek=63,
    ),
    Soort(
        model=models.Kernbegrip,
        bepaald="het kernbegrip",
        rij=d.Kernbegrip,
        deel="kernbegrippen",
        hoort_bij=("profiel",),
        eigen_teksten=("uitleg",),
        groep=GROEP,
        vaktaal=True,
        plek=64,
        rang=32,
        dingen=vindbaar.kernbegrippen,
    ),
    Soort(
        model=models.Trede,
        rij=d.Trede,
        deel="profieltreden",
        hoort_bij=("profiel",),
        groep=GROEP,
        plek=65,
        rang=33,
    ),
    Soort(model=models.Eis, rij=d.Eis, hoort_bij=("trede",), naam="{tekst}", groep=GROEP, plek=66),
)
