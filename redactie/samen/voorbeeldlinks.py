"""Links to the preview for somebody without an account: making one, taking it back, and what it shows.

What opens the preview is in the address alone. The database has its fingerprint, so nobody can read it back. Only on
the way from making it to the page that shows it, it waits in the session of who made it.
"""

import hashlib
import re
import secrets

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from redactie.models import Voorbeeldlink
from redactie.uitgeven.voorbeeld import als_bezoeker, binnen, openbaar, voorbeeldpad
from uitgave.bouwen import bouw
from uitgave.inhoud import RegelVeld
from uitgave.pagina import RedactieVerzoek, Verzoek, foutpagina

PER_BLADZIJDE = 50
NIEUW = "nieuwe_voorbeeldlink"  # in the session
TOKEN = re.compile(r"[\w-]{43}", re.ASCII)
WEG = (
    "Deze link werkt niet",
    "Een link naar het voorbeeld werkt een week. Misschien is die voorbij. Vraag een nieuwe link aan wie je deze gaf.",
)
NU_NIET = ("Het voorbeeld is er nu niet", "Er wordt aan de teksten gewerkt. Probeer het later nog een keer.")


class LinkFormulier(forms.ModelForm):
    """For whom a new link is."""

    class Meta:
        model = Voorbeeldlink
        fields = ("voor",)
        field_classes = {"voor": RegelVeld}
        widgets = {"voor": forms.TextInput({"class": "vTextField"})}


def vingerafdruk(token: str) -> str:
    """Return what is kept of a token: it leads to the same text, and not back."""
    return hashlib.sha256(token.encode()).hexdigest()


def gedeeld(request: Verzoek, token: str, adres: str = "") -> HttpResponse:
    """Show a public page of the working copy to whoever has a link that works; the same 404 for any other."""
    links = Voorbeeldlink.objects.filter(door__is_active=True)
    link = links.filter(vingerafdruk=vingerafdruk(token)).first() if TOKEN.fullmatch(token) else None
    if link is None or not link.werkt:
        return foutpagina(request, 404, woorden=WEG)
    request.gedeeld_tot = timezone.localtime(link.tot)
    begin = reverse("voorbeeldlink", args=[token])
    try:
        return als_bezoeker(request, openbaar(adres), voorbeeldpad(bouw(), getattr(request, "pad", None)), begin)
    except Http404:
        request.voorbeeld = True
        with binnen(begin):
            return foutpagina(request, 404)
    except ValueError:
        return foutpagina(request, 503, woorden=NU_NIET)


def voorbeeldlinks(request: RedactieVerzoek) -> HttpResponse:
    """List the links, and make or take back one. What opens a new one is shown this once."""
    if request.method == "POST" and "trek_in" in request.POST:
        return _trek_in(request)
    formulier = LinkFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        token = secrets.token_urlsafe(32)
        formulier.instance.vingerafdruk, formulier.instance.door = vingerafdruk(token), request.user
        formulier.save()
        request.session[NIEUW] = [formulier.instance.pk, token]
        return redirect("admin:voorbeeldlinks")
    nieuw, token = request.session.pop(NIEUW, None) or (None, "")
    alle = Voorbeeldlink.objects.select_related("door", "ingetrokken_door")
    context = {
        **admin.site.each_context(request),
        "title": "Laat het voorbeeld aan iemand zien",
        "formulier": formulier,
        "adres": f"{settings.ADRES}{reverse('voorbeeldlink', args=[token])}" if token else "",
        "nieuw": nieuw,
        "bladzijde": Paginator(alle, PER_BLADZIJDE).get_page(request.GET.get("p")),
    }
    return TemplateResponse(request, "redactie/voorbeeldlinks.html", context)


def _trek_in(request: RedactieVerzoek) -> HttpResponse:
    pk = request.POST["trek_in"]
    bekend = pk.isascii() and pk.isdecimal() and len(pk) < 19
    openstaand = Voorbeeldlink.objects.filter(pk=int(pk) if bekend else 0, ingetrokken_op=None)
    openstaand.update(ingetrokken_op=timezone.now(), ingetrokken_door=request.user)
    messages.success(request, "De link is ingetrokken. Wie de link heeft, ziet niets meer.")
    return redirect("admin:voorbeeldlinks")
