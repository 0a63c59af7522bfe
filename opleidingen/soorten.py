"""The kinds of content about opleidingen."""

from functies.vindbaar import niveaus
from opleidingen import document as d
from opleidingen import drietallen, models, vindbaar
from uitgave.bouwen import op_naam
from uitgave.soort import Soort, registreer

NODIG = "Wat je nodig hebt"

registreer(
    Soort(
        model=models.Niveau,
        bepaald="het niveau",
        rij=d.Niveau,
        deel="niveaus",
        groep=NODIG,
        plek=26,
        rang=21,
        parameters=("niveau",),
        dingen=niveaus,
        drietallen=drietallen.niveau,
        termen=drietallen.NLQF,
    ),
    Soort(
        model=models.Register,
        bepaald="het register",
        rij=d.Register,
        deel="registers",
        orde=op_naam,
        groep=NODIG,
        plek=27,
        rang=22,
    ),
    Soort(
        model=models.Aanbieder,
        rij=d.Aanbieder,
        deel="aanbieders",
        gebruikt_bij="opleiding",
        alleen_gebruikt=True,
        orde=op_naam,
        groep=NODIG,
        plek=23,
        rang=8,
        drietallen=drietallen.aanbieder,
    ),
    Soort(
        model=models.Opleiding,
        rij=d.Opleiding,
        deel="opleidingen",
        gebruikt_bij="functie",
        verplicht=True,
        orde=op_naam,
        eigen_teksten=("omschrijving",),
        groep=NODIG,
        plek=21,
        rang=2,
        geteld=True,
        adres=vindbaar.OPLEIDING,
        parameters=("opleiding", "lijst-opleiding"),
        niet_gepubliceerd=("eenheden",),
        dingen=vindbaar.opleidingen,
        drietallen=drietallen.opleiding,
    ),
    Soort(
        model=models.Voortbouw,
        rij=d.Voortbouw,
        deel="voortbouw",
        hoort_bij=("opleiding", "op"),
        naam="{opleiding} na {op}",
        orde=lambda rij: (rij.opleiding, rij.op),
        groep=NODIG,
        plek=20,
        rang=25,
        drietallen=drietallen.voortbouw,
    ),
    Soort(
        model=models.Vooropleiding,
        rij=d.Vooropleiding,
        deel="vooropleidingen",
        eigen_teksten=("opent",),
        groep=NODIG,
        plek=29,
        rang=24,
        dingen=vindbaar.vooropleidingen,
    ),
    Soort(
        model=models.Verwijzing,
        rij=d.Verwijzing,
        deel="verwijzingen",
        eigen_teksten=("uitleg",),
        groep=NODIG,
        plek=30,
        rang=26,
        openbare_naam="Links bij opleidingen",
    ),
)
