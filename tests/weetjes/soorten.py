"""Weetjes and tips, as kinds of content."""

from collections.abc import Iterator
from functools import partial

from tests.weetjes import document as d
from tests.weetjes import models
from uitgave.adressen import bladzijde
from uitgave.bouwen import op_naam
from uitgave.document import Document
from uitgave.soort import Soort, registreer
from zoeken.ding import TEKST, Ding, Veld, maak_ding

ADRES = bladzijde("weetjes:weetje")


def vindbaar(document: Document) -> Iterator[Ding]:
    for rij in document.alle(d.Weetje):
        velden = [Veld("Tekst", rij.tekst, TEKST), *(Veld("Tip", tip.zin, TEKST) for tip in rij.tips)]
        yield maak_ding("Weetje", rij.slug, rij.naam, partial(ADRES, rij.slug), *velden)


registreer(
    Soort(
        model=models.Weetje,
        bepaald="het weetje",
        rij=d.Weetje,
        deel="weetjes",
        orde=op_naam,
        niet_gepubliceerd=("notitie",),
        eigen_teksten=("tekst",),
        groep="Weetjes",
        adres=ADRES,
        dingen=vindbaar,
    ),
    Soort(model=models.Tip, rij=d.Tip, hoort_bij=("weetje",), naam="{zin}", groep="Weetjes"),
)
