from django.http import HttpResponse
from django.shortcuts import redirect

from aanbod.waar import gevraagde_plaats, waar, zonder_huis
from opleidingen.document import Opleiding
from opleidingen.pagina import opleidingenlijst, opleidingpagina
from uitgave import klok
from uitgave.pagina import Verzoek, leest, of_404, toon


@leest(per_dag=True)
def opleidingen(request: Verzoek) -> HttpResponse:
    return toon(request, "opleidingen/opleidingen.html", opleidingenlijst(request.pad))


@leest("plaats", "postcode", "vorm", per_dag=True)
def opleiding(request: Verzoek, slug: str) -> HttpResponse:
    """An opleiding, what it leads to, and where it is given.

    `?plaats=` or the two digits of `?postcode=` put the schools there first, `?vorm=` narrows them.
    A whole postcode does not stay in the address.
    """
    gekozen = of_404(request.pad, Opleiding, slug)
    if korter := zonder_huis(request.GET):
        return redirect(f"{request.path}?{korter}")
    keuzes = gevraagde_plaats(request.GET), request.GET.get("vorm", "")
    scholen = waar(request.pad, gekozen, klok.vandaag(), *keuzes)
    return toon(request, "opleidingen/opleiding.html", opleidingpagina(request.pad, gekozen, scholen))
