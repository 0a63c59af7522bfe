"""The kinds of content with feiten."""

from feiten import document as d
from feiten import models, vindbaar
from uitgave.soort import Soort, registreer

GROEP = "In het kort"

registreer(
    Soort(
        model=models.Onderwerp,
        rij=d.Onderwerp,
        deel="onderwerpen",
        gebruikt_bij="feit",
        groep=GROEP,
        plek=29,
        rang=24,
        aanvullend=True,
        adres=vindbaar.ONDERWERP,
        dingen=vindbaar.onderwerpen,
    ),
    Soort(
        model=models.Feit,
        rij=d.Feit,
        deel="feiten",
        hoort_bij=("functie", "opleiding"),
        naam="{onderwerp}: {functie}{opleiding}",
        na=("onderwerp", "functie", "opleiding"),
        orde=lambda rij: rij.waarde,
        groep=GROEP,
        plek=30,
        rang=25,
        aanvullend=True,
    ),
)
