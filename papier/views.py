from django.http import HttpResponse
from django.utils.text import slugify

from functies.document import Functie, Werkveld
from ontwikkelpad.document import Ontwikkelpad
from papier.boek import NAAM, functienaam, werkveldnaam
from papier.drukken import kan
from papier.maken import kenmerk
from uitgave import vormen
from uitgave.pagina import Verzoek, foutpagina, of_404

BEWAREN = "public, no-cache"  # a browser asks again at every visit: the ETag follows from the file
STRAKS = "30"  # seconds
IN_VOORBEELD = ("Hier is nog geen pdf van", "Een pdf komt er als je publiceert.")
GEEN = ("Hier is geen pdf van", "Open de pagina en print die. Kies daarbij voor ‘opslaan als pdf’.")
NOG_NIET = ("De pdf wordt gemaakt", "Dat duurt meestal een minuut. Laad deze pagina straks opnieuw.")
MISLUKT = ("De pdf is er nu niet", "Het maken is niet gelukt. Open de pagina en print die, of kom later terug.")


def ontwikkelpad(request: Verzoek) -> HttpResponse:
    """All of the edition; of a large one what there is, and where the PDF of each werkveld is."""
    naam = slugify(request.pad.vaste(Ontwikkelpad).naam)
    return _pdf(request, NAAM, f"{naam}-{slugify(request.pad.uitgave.nummer.replace('.', '-'))}")


def werkveld(request: Verzoek, slug: str) -> HttpResponse:
    """All functies of a werkveld, of an edition that is too large for one PDF."""
    of_404(request.pad, Werkveld, slug)
    return _pdf(request, werkveldnaam(slug), slug)


def functie(request: Verzoek, slug: str) -> HttpResponse:
    """The sheet of one functie."""
    of_404(request.pad, Functie, slug)
    return _pdf(request, functienaam(slug), slug)


def _pdf(request: Verzoek, naam: str, als: str) -> HttpResponse:
    """Return the PDF of this edition, or the page that says why it is not there."""
    if getattr(request, "voorbeeld", False):
        return foutpagina(request, 404, woorden=IN_VOORBEELD)
    if not kan():
        return foutpagina(request, 404, woorden=GEEN)
    eigen = kenmerk(request.pad)
    if lijst := vormen.lijst(eigen):
        return _bestand(lijst, naam, als) or foutpagina(request, 404, woorden=GEEN)
    stand = vormen.stand()
    mislukt = stand and stand.kenmerk == eigen and stand.hoe == vormen.Hoe.MISLUKT
    return foutpagina(request, 503, {"Retry-After": STRAKS}, woorden=MISLUKT if mislukt else NOG_NIET)


def _bestand(lijst: vormen.Lijst, naam: str, als: str) -> HttpResponse | None:
    """Return a file of an edition; None when it has none of this name, or it was just removed."""
    if naam not in lijst.bestanden:
        return None
    try:
        inhoud = (vormen.map_() / lijst.bestanden[naam]).read_bytes()
    except OSError:
        return None
    koppen = {"Cache-Control": BEWAREN, "Content-Disposition": f'inline; filename="{als}.pdf"'}
    return HttpResponse(inhoud, content_type="application/pdf", headers=koppen)
