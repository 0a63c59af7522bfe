"""The kinds of content about levels and growth. Without an uitleg, a groeiwijze and a traject there is no such page."""

from niveaus import document as d
from niveaus import models, vindbaar
from uitgave.soort import Soort, registreer

GROEP = "Niveaus en groei"

registreer(
    Soort(
        model=models.Niveauuitleg,
        rij=d.Niveauuitleg,
        deel="niveauuitleg",
        hoort_bij=("niveau",),
        naam="{niveau}",
        na=("niveau",),
        orde=lambda rij: rij.niveau,
        eigen_teksten=("tekst",),
        groep=GROEP,
        plek=67,
        rang=37,
        openbare_naam="Niveaus uitgelegd",
    ),
    Soort(
        model=models.Groeiwijze,
        rij=d.Groeiwijze,
        deel="groeiwijzen",
        naam="{soort}",
        eigen_teksten=("uitleg",),
        groep=GROEP,
        plek=68,
        rang=38,
        dingen=vindbaar.groeiwijzen,
    ),
    Soort(
        model=models.Omweg,
        rij=d.Omweg,
        deel="omwegen",
        hoort_bij=("van", "naar"),
        naam="{van} naar {naar}",
        orde=lambda rij: (rij.naar, rij.van),
        groep=GROEP,
        plek=69,
        rang=39,
    ),
    Soort(
        model=models.Traject,
        bepaald="het traject",
        rij=d.Traject,
        deel="trajecten",
        eigen_teksten=("tekst",),
        groep=GROEP,
        plek=70,
        rang=40,
        adres=vindbaar.TRAJECT,
        dingen=vindbaar.trajecten,
    ),
    Soort(
        model=models.Trajectstap,
        rij=d.Trajectstap,
        hoort_bij=("traject",),
        eigen_teksten=("tekst",),
        groep=GROEP,
        plek=71,
        rang=41,
    ),
)
