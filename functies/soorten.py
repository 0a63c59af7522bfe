"""The kinds of content about functies."""

from functies import document as d
from functies import models, vindbaar
from uitgave.bouwen import op_naam
from uitgave.soort import Soort, registreer
from uitgave.tekst import volgorde

KAART, NODIG, TEKSTEN = "De kaart", "Wat je nodig hebt", "Teksten"

registreer(
    Soort(
        model=models.Werkveld,
        rij=d.Werkveld,
        deel="werkvelden",
        gebruikt_bij="functie",
        verplicht=True,
        alleen_gebruikt=True,  # until one of its functies shows, it is a draft too
        groep=KAART,
        vaktaal=True,
        plek=14,
        rang=7,
    ),
    Soort(
        model=models.Beroepsvereiste,
        rij=d.Beroepsvereiste,
        deel="beroepsvereisten",
        gebruikt_bij="functie",
        verplicht=True,
        orde=op_naam,
        eigen_teksten=("uitleg",),
        groep=NODIG,
        plek=24,
        rang=4,
        adres=vindbaar.VEREISTE,
        dingen=vindbaar.beroepsvereisten,
    ),
    Soort(
        model=models.Competentie,
        rij=d.Competentie,
        deel="competenties",
        naam_eenmaal=True,
        gebruikt_bij="functie",
        verplicht=True,
        groep=NODIG,
        plek=25,
        rang=5,
        adres=vindbaar.COMPETENTIE,
        dingen=vindbaar.competenties,
    ),
    Soort(
        model=models.Functie,
        rij=d.Functie,
        deel="functies",
        verplicht=True,
        orde=lambda rij: (rij.niveau, *op_naam(rij)),
        eigen_teksten=("samenvatting", "omschrijving"),
        groep=KAART,
        plek=11,
        rang=1,
        geteld=True,
        vaktaal=True,
        adres=vindbaar.FUNCTIE,
        dingen=vindbaar.functies,
        andere_woorden=vindbaar.afkorting,
    ),
    Soort(
        model=models.FunctieOpleiding,
        rij=d.Opleidingslink,
        hoort_bij=("functie",),
        naam="{opleiding}",
        groep=NODIG,
        plek=22,
    ),
    Soort(
        model=models.Doorgroei,
        rij=d.Doorgroei,
        deel="doorgroei",
        verplicht=True,
        hoort_bij=("van", "naar"),
        naam="{van} → {naar}",
        orde=lambda rij: (rij.van, rij.naar),
        groep=KAART,
        plek=12,
        rang=3,
        geteld=True,
    ),
    Soort(
        model=models.Zijpad,
        rij=d.Zijpad,
        hoort_bij=("functie",),
        naam="{omschrijving}",
        groep=KAART,
        plek=13,
    ),
    Soort(
        model=models.Synoniem,
        rij=d.Synoniem,
        deel="synoniemen",
        verplicht=True,
        naam="{woord}",
        orde=lambda rij: volgorde(rij.woord),
        groep=TEKSTEN,
        plek=33,
        rang=19,
        openbare_naam="Woorden om mee te zoeken",
        andere_woorden=lambda rij: [(rij.woord, rij.betekenis)],
    ),
)
