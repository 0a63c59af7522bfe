"""What somebody can have that is no opleiding of this sector: the rows of the edition, or the one that always is."""

from collections.abc import Mapping
from datetime import date

from opleidingen.document import Niveau, Opleiding, Vooropleiding
from uitgave.pad import Pad, eens
from uitgave.sleutels import vrij

GEEN = "geen"  # the word in an address for: no diploma in this sector


@eens
def vooropleidingen(pad: Pad) -> Mapping[str, Vooropleiding]:
    """Return what can be chosen, by the lasting key: that is its word in an address, so a changed name loses nothing.

    A word that an opleiding has, or had, means that opleiding: then it is another one. An edition without such rows has
    one: no diploma, with which one begins at the lowest level there is.
    """
    rijen = tuple(pad.alle(Vooropleiding).values()) or (_geen(pad),)
    bezet = {*pad.alle(Opleiding), *pad.verhuisd["opleidingen"]}
    eigen = {rij.sleutel for rij in rijen} - bezet
    return {
        rij.sleutel if rij.sleutel in eigen else vrij(f"{rij.sleutel}-vooraf", (bezet | eigen).__contains__): rij
        for rij in rijen
    }


def _geen(pad: Pad) -> Vooropleiding:
    gebruikt = {rij.op_niveau for rij in pad.alle(Opleiding).values()}
    laagste = next((slug for slug in pad.alle(Niveau) if slug in gebruikt), None)
    return Vooropleiding(
        sleutel=GEEN,
        slug=GEEN,
        naam="geen diploma in deze sector",
        niveaus=(laagste,) if laagste else (),
        opent="Zonder diploma in deze sector begin je met een opleiding.",
        vraag="Vraag de school wat voor jou meetelt.",
        bron="",
        gecontroleerd_op=date.min,
    )
