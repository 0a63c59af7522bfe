from django.http import HttpResponse

from uitgave.pagina import Verzoek, leest, of_404, toon
from verhalen.document import Verhaal
from verhalen.pagina import verhaalpagina, verhalenlijst


@leest(per_dag=True)
def verhalen(request: Verzoek) -> HttpResponse:
    return toon(request, "verhalen/verhalen.html", verhalenlijst(request.pad))


@leest(per_dag=True)
def verhaal(request: Verzoek, slug: str) -> HttpResponse:
    gekozen = of_404(request.pad, Verhaal, slug)
    return toon(request, "verhalen/verhaal.html", verhaalpagina(request.pad, gekozen))
