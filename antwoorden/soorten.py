"""The kinds of content for the search: answers, and names in other languages."""

from antwoorden import document as d
from antwoorden import models, vindbaar
from uitgave.soort import Soort, registreer
from uitgave.tekst import volgorde

GROEP = "Zoeken"

registreer(
    Soort(
        model=models.Antwoord,
        bepaald="het antwoord",
        rij=d.Antwoord,
        deel="antwoorden",
        eigen_teksten=("antwoord",),
        groep=GROEP,
        plek=79,
        rang=49,
        openbare_naam="Veelgestelde vragen",
        adres=vindbaar.ANTWOORD,
        dingen=vindbaar.antwoorden,
    ),
    Soort(model=models.Antwoordlink, rij=d.Antwoordlink, hoort_bij=("antwoord",), groep=GROEP, plek=80),
    Soort(
        model=models.Vertaling,
        rij=d.Vertaling,
        deel="vertalingen",
        naam="{woord}",
        orde=lambda rij: (rij.taal, volgorde(rij.woord)),
        groep=GROEP,
        plek=81,
        rang=50,
        openbare_naam="Woorden in andere talen",
        namen=vindbaar.vertalingen,
    ),
)
