from django.http import HttpResponse

from profielen.document import Profiel
from profielen.pagina import Profielpagina
from uitgave.pagina import Verzoek, leest, of_404, pagina_of_fragment

PAGINA, FRAGMENT = "profielen/profiel.html", "profielen/_rollen.html"


@leest(opent=["rol"])
def profiel(request: Verzoek, slug: str) -> HttpResponse:
    """What a functie asks; `?rol=` opens one rol, which htmx asks for alone."""
    gevonden = of_404(request.pad, Profiel, slug)
    return pagina_of_fragment(
        request, PAGINA, FRAGMENT, Profielpagina(request.pad, gevonden, request.GET.get("rol", ""))
    )
