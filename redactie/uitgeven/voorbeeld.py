"""The preview: the public site as it would be, for editors only."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect
from django.urls import Resolver404, ResolverMatch, get_script_prefix, resolve, reverse, set_script_prefix
from django_htmx.http import HttpResponseClientRedirect

from redactie.adressen import maken
from redactie.beginnen import mag_maken
from redactie.samen.veranderen import met_veranderlinks
from redactie.uitgeven.voorstel import Voorstel
from uitgave import document as d
from uitgave import klok, verhuizing
from uitgave.bouwen import Ontbreekt, bouw
from uitgave.pad import Pad
from uitgave.pagina import RedactieVerzoek, Verzoek, alleen_fragment, leest_van
from uitgave.verhuizing import Verhuisd404, verhuisd_adres, verhuisde_vraag
from uitgave.wijzigingen import vul_aan


def voorbeeld(request: RedactieVerzoek, adres: str = "", alles: bool = True) -> HttpResponse:
    """Show a public page as it would be if the working copy were published; not `alles`: without what stays behind."""
    gevonden = openbaar(adres)
    try:
        document = bouw() if alles else Voorstel().standaard.document
    except ValueError as fout:
        if alleen_fragment(request):
            return HttpResponseClientRedirect(request.get_full_path())  # the whole page says why
        return terug(request, fout)
    request.voorbeeld_van_alles = alles
    begin = reverse("admin:voorbeeld" if alles else "admin:voorbeeld_uitgave")
    antwoord = als_bezoeker(request, gevonden, voorbeeldpad(document, getattr(request, "pad", None)), begin)
    with binnen(begin):
        return met_veranderlinks(request, antwoord)


def openbaar(adres: str) -> ResolverMatch:
    """Return the public page at a path without its first slash. Raises Http404."""
    try:
        return resolve(f"/{adres}", "ontwikkelpad.urls_openbaar")
    except Resolver404:
        raise Http404(adres) from None


def als_bezoeker(request: Verzoek, gevonden: ResolverMatch, pad: Pad, begin: str) -> HttpResponse:
    """Show a public page as it is in `pad`, in which every link stays below the path `begin`."""
    leest = leest_van(gevonden.func)
    if antwoord := verhuisde_vraag(request, pad, leest.namen(pad)):
        return antwoord
    request.GET = QueryDict(leest.vraag(pad, request.GET))
    request.pad, request.voorbeeld, request.resolver_match = pad, True, gevonden
    with binnen(begin):
        try:
            return gevonden.func(request, *gevonden.args, **gevonden.kwargs)
        except Verhuisd404 as fout:
            return verhuisd_adres(request, gevonden, fout)


@contextmanager
def binnen(begin: str) -> Iterator[None]:
    """Let every address that is made inside stand below the path `begin`."""
    voorvoegsel = get_script_prefix()
    set_script_prefix(begin)
    try:
        yield
    finally:
        set_script_prefix(voorvoegsel)


def voorbeeldpad(document: d.Document, huidige: Pad | None, kop: d.Wijziging | None = None) -> Pad:
    """Return the Pad of `document` as if it were published now, after the edition that is served."""
    kop = kop or d.Wijziging(nummer="(voorbeeld)", datum=klok.vandaag(), wijzigingen="")
    eerdere, vorige = (huidige.geschiedenis, huidige.uitgave.document) if huidige else ((), None)
    eigenaars = huidige.uitgave.eigenaars if huidige else {}
    return Pad(
        d.Uitgave(
            id=0,
            nummer=kop.nummer,
            datum=kop.datum,
            wijzigingen=kop.wijzigingen,
            document=document,
            geschiedenis=vul_aan(eerdere, kop, vorige, document),
            eigenaars=verhuizing.vul_aan(eigenaars, document),
            bijlagen=huidige.uitgave.bijlagen if huidige else {},
        )
    )


def terug(request: RedactieVerzoek, fout: Exception) -> HttpResponseRedirect:
    """Say what is wrong where it can be mended: at the form for the row that is missing, or at the desk."""
    if isinstance(fout, Ontbreekt) and mag_maken(request.user, fout.soort.model):
        messages.warning(request, str(fout))
        return redirect(maken(fout.soort.model))
    messages.error(request, " ".join(fout.messages) if isinstance(fout, ValidationError) else str(fout))
    return redirect("admin:index")
