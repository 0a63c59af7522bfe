"""The pages of a round of checking: what is due on one screen, and who checks what."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django.contrib import admin, messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse

from redactie.kwaliteit.bevindingen import Werkkopie
from redactie.leden import leden
from redactie.melden import meld
from redactie.ronde import nakijken
from redactie.ronde.gezegd import Gezegd
from redactie.ronde.indeling import Beurt, Ronde, nakijkbaar
from uitgave.pagina import RedactieVerzoek
from uitgave.soort import soort_van

PER_BLADZIJDE = 200
NIEMAND = "niemand"


@dataclass(frozen=True)
class Keuze:
    """Which rows somebody wants to see, as the address says; what it does not know counts as not said."""

    soort: str = ""
    wie: str = ""
    rij: str = ""
    alles: bool = False
    gekozen: bool = False  # every row with a tick: for who has no script

    @classmethod
    def uit(cls, vraag: Any) -> "Keuze":
        return cls(
            soort=vraag.get("soort", ""),
            wie=vraag.get("wie", ""),
            rij=vraag.get("rij", ""),
            alles="alles" in vraag,
            gekozen="kies" in vraag,
        )

    def past(self, beurt: Beurt) -> bool:
        wie = str(beurt.nakijker.pk) if beurt.nakijker else NIEMAND
        return (
            (self.alles or bool(self.rij) or beurt.aan_de_beurt)
            and self.soort in ("", beurt.rij._meta.label_lower)
            and self.wie in ("", wie)
            and self.rij in ("", beurt.waarde)
        )

    def vraag(self, **anders: str) -> str:
        """Return this choice as it stands in an address, with something else in it."""
        zelf = {"soort": self.soort, "wie": self.wie, "rij": self.rij, "alles": "ja" if self.alles else ""}
        return urlencode({naam: waarde for naam, waarde in (zelf | anders).items() if waarde})


def ronde(request: RedactieVerzoek) -> HttpResponse:
    """Show what should be checked again; say that rows still hold, or who checks them."""
    keuze = Keuze.uit(request.GET)
    if request.method == "POST":
        _doe(request)
        return redirect(f"{reverse('admin:ronde')}?{keuze.vraag()}")
    basis = nakijken.stand()  # before reading: what changes meanwhile counts as changed
    kopie = Werkkopie()
    alles = Ronde(kopie)
    bladzijde = Paginator([b for b in alles.beurten if keuze.past(b)], PER_BLADZIJDE).get_page(request.GET.get("p"))
    gezegd = Gezegd(kopie)
    for beurt in bladzijde:
        beurt.zegt = [veld for veld in gezegd.van(beurt.rij) if veld.nieuw not in beurt.links]
    context = {
        **admin.site.each_context(request),
        "title": "Controleronde",
        "keuze": keuze,
        "basis": basis,
        "bladzijde": bladzijde,
        "groepen": _groepen(bladzijde),
        "delen": alles.delen,
        "leden": leden(),
        "soorten": [(model._meta.label_lower, soort_van(model).meervoud) for model in nakijkbaar()],
        "kies_alles": keuze.vraag(kies="alles", p=str(bladzijde.number)),
    }
    return TemplateResponse(request, "redactie/ronde.html", context)


def _groepen(beurten: Iterable[Beurt]) -> list[tuple[str, list[Beurt]]]:
    """Return the rows below the name of their kind, in the order of the desk."""
    op_soort = sorted(beurten, key=lambda beurt: beurt.soort.plek)
    return [(kop, list(groep)) for kop, groep in groupby(op_soort, lambda beurt: beurt.soort.meervoud)]


def _doe(request: RedactieVerzoek) -> None:
    gekozen = request.POST.getlist("rij")
    if not gekozen:
        messages.warning(request, "Zet eerst een vinkje bij wat je hebt nagekeken.")
    elif "geef" in request.POST:
        wie = _lid(request.POST.get("wie", ""))
        aantal = nakijken.geef_rijen(gekozen, wie)
        messages.success(request, f"{wie or 'Wie de soort nakijkt'} kijkt vanaf nu {_keer(aantal)} na.")
    else:
        basis = request.POST.get("basis", "")
        _zeg(request, nakijken.klopt_nog(gekozen, int(basis) if basis.isdecimal() else 0, request.user))


def _zeg(request: RedactieVerzoek, uitkomst: nakijken.Uitkomst) -> None:
    if uitkomst.gedaan:
        meld(request, f"Vandaag nagekeken: {_keer(len(uitkomst.gedaan))}.")
    if uitkomst.veranderd:
        namen = ", ".join(str(rij) for rij in uitkomst.veranderd)
        messages.warning(request, f"Intussen veranderd, dus nog niet nagekeken: {namen}. Kijk daar nog eens naar.")
    if uitkomst.weg:
        messages.warning(request, f"Intussen verwijderd: {_keer(uitkomst.weg)}.")


def verdeling(request: RedactieVerzoek) -> HttpResponse:
    """Show and change who checks the rows of each kind."""
    alles = Ronde()
    if request.method == "POST":
        for model in nakijkbaar():
            nieuw = request.POST.get(model._meta.label_lower)
            oud = alles.van_soort(model)
            if nieuw is not None and nieuw != (str(oud.pk) if oud else ""):
                lid = _lid(nieuw)
                if lid or not nieuw:  # who is no option any more, takes nothing from somebody else
                    nakijken.geef_soort(model, lid)
        messages.success(request, "Opgeslagen wie wat nakijkt.")
        return redirect("admin:ronde")
    aantallen = Counter(type(beurt.rij) for beurt in alles.beurten)
    context = {
        **admin.site.each_context(request),
        "title": "Wie kijkt wat na?",
        "soorten": [
            (model._meta.label_lower, soort_van(model).meervoud, aantallen[model], alles.van_soort(model))
            for model in nakijkbaar()
        ],
        "leden": leden(),
    }
    return TemplateResponse(request, "redactie/ronde_verdeling.html", context)


def _lid(pk: str) -> Any:
    return leden().filter(pk=int(pk)).first() if pk.isascii() and pk.isdecimal() and len(pk) < 10 else None


def _keer(aantal: int) -> str:
    return "1 onderdeel" if aantal == 1 else f"{aantal} onderdelen"
