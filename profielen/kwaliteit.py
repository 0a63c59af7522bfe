"""What the gate asks of profielen."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from functies.models import Functie
from profielen.models import Kernbegrip, Profiel, Profielcompetentie, Profielrol
from redactie.kwaliteit.bevindingen import Bevinding, Regel, Werkkopie, fout, let_op, opsomming, regel


def zonder_rollen(kopie: Werkkopie) -> Iterator[Bevinding]:
    met = {rol.profiel_id for rol in kopie.getoond[Profielrol]}
    if leeg := [rij for rij in kopie.getoond[Profiel] if rij.pk not in met]:
        tekst = f"Profiel zonder rollen: {opsomming(leeg)}. Bezoekers zien er geen competenties."
        yield let_op(Regel.ONTBREEKT, f"{tekst} Maak een rol.", *leeg)


def naar_verborgen(kopie: Werkkopie) -> Iterator[Bevinding]:
    """A competentie that refers to a hidden one would vanish from its profiel."""
    weg = [
        rij
        for rij in kopie.rijen[Profielcompetentie]
        if rij.rol.zichtbaar and rij.competentie and not rij.competentie.zichtbaar
    ]
    if weg:
        tekst = f"Competentie van een profiel bij een competentie die niet zichtbaar is: {opsomming(weg)}."
        yield fout(Regel.ZICHTBAAR, f"{tekst} Kies een andere, of laat die leeg.", *weg)


def van_een_ander(kopie: Werkkopie) -> Iterator[Bevinding]:
    """What the functie does not ask cannot go along to a conversation about it."""
    per_functie = {rij.pk: {competentie.pk for competentie in rij.competenties.all()} for rij in kopie.rijen[Functie]}
    gevraagd = {rij.pk: per_functie[rij.functie_id] for rij in kopie.getoond[Profiel]}
    anders = [
        rij
        for rij in kopie.getoond[Profielcompetentie]
        if rij.competentie_id and rij.competentie_id not in gevraagd.get(rij.rol.profiel_id, ())
    ]
    if anders:
        tekst = f"Competentie van een profiel bij een competentie van een andere functie: {opsomming(anders)}."
        yield let_op(Regel.ONGEBRUIKT, f"{tekst} Die gaat niet mee naar het gesprek.", *anders)


def begrip_zonder_rol(kopie: Werkkopie) -> Iterator[Bevinding]:
    rollen: defaultdict[Any, set[Any]] = defaultdict(set)
    for rol in kopie.getoond[Profielrol]:
        rollen[rol.profiel_id].add(rol.competentiegebied_id)
    los = [
        rij
        for rij in kopie.getoond[Kernbegrip]
        if rollen[rij.profiel_id].isdisjoint(gebied.pk for gebied in rij.gebieden.all())
    ]
    if los:
        tekst = f"Kernbegrip zonder rol in zijn profiel: {opsomming(los)}. Bezoekers zien het niet."
        yield let_op(Regel.ONGEBRUIKT, f"{tekst} Kies een rol.", *los)


regel(zonder_rollen, naar_verborgen, van_een_ander, begrip_zonder_rol)
