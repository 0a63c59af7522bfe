"""What editors do besides editing: look at the working copy as a visitor, and publish it."""

import hashlib
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.models import ADDITION, LogEntry
from django.contrib.admin.widgets import AdminDateWidget
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import Resolver404, get_script_prefix, resolve, reverse, set_script_prefix
from django.utils import timezone

from functies.models import Ontwikkelpad, Uitgave
from ontwikkelpad import document as d
from ontwikkelpad.pad import Pad
from ontwikkelpad.pagina import Verzoek
from ontwikkelpad.publiceren import bouw, publiceer, waarschuwingen
from ontwikkelpad.verschil import verschillen


class RedactieVerzoek(Verzoek):
    """A request of somebody who is logged in to the admin."""

    user: User


def voorbeeld(request: RedactieVerzoek, adres: str = "") -> HttpResponse:
    """Show a public page as it would be if the working copy were published now.

    The script prefix makes every link on the page stay inside the preview.
    """
    try:
        gevonden = resolve(f"/{adres}", "ontwikkelpad.urls_openbaar")
    except Resolver404:
        raise Http404(adres) from None
    try:
        document = bouw()
    except (ValidationError, ValueError) as fout:
        return _terug(request, fout)
    uitgave = d.Uitgave(id=0, nummer="(voorbeeld)", datum=timezone.localdate(), wijzigingen="", document=document)
    request.pad, request.voorbeeld, request.resolver_match = Pad(uitgave), True, gevonden
    voorvoegsel = get_script_prefix()
    set_script_prefix(reverse("admin:voorbeeld"))
    try:
        return gevonden.func(request, *gevonden.args, **gevonden.kwargs)
    finally:
        set_script_prefix(voorvoegsel)


class PublicatieFormulier(forms.ModelForm):
    """What an editor says of a new edition, and on which state that editor based it."""

    basis = forms.CharField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Uitgave
        fields = ("nummer", "datum", "wijzigingen")
        widgets = {"datum": AdminDateWidget}


def publiceren(request: RedactieVerzoek, uitgave_id: int | None = None) -> HttpResponse:
    """Show what would change for visitors, and publish it: the working copy or an earlier edition."""
    if not request.user.has_perm("functies.publiceren"):
        raise PermissionDenied
    eerdere = get_object_or_404(Uitgave, pk=uitgave_id) if uitgave_id else None
    try:
        with transaction.atomic():
            # One at a time: whoever comes second sees what the first one published.
            Ontwikkelpad.objects.select_for_update().first()
            return _publiceren(request, eerdere)
    except (ValidationError, ValueError) as fout:
        return _terug(request, fout)


def _publiceren(request: RedactieVerzoek, eerdere: Uitgave | None) -> HttpResponse:
    document = d.lees(eerdere.document) if eerdere else bouw()
    huidige = Uitgave.objects.first()
    basis = _kenmerk(huidige, document)
    formulier = PublicatieFormulier(request.POST or None, initial=_begin(eerdere))
    if request.method == "POST" and formulier.is_valid():
        if formulier.cleaned_data["basis"] == basis:
            return _klaar(request, formulier.cleaned_data, document)
        formulier.add_error(None, "Intussen is er iets veranderd. Bekijk het verschil opnieuw en publiceer dan pas.")
    formulier.data = {**formulier.data.dict(), "basis": basis} if formulier.is_bound else formulier.data
    formulier.initial["basis"] = basis
    context = {
        **admin.site.each_context(request),
        "title": f"Publiceer {eerdere} opnieuw" if eerdere else "Publiceer",
        "formulier": formulier,
        "huidige": huidige,
        "eerdere": eerdere,
        "verschillen": verschillen(_gelezen(huidige), document),
        "waarschuwingen": [] if eerdere else waarschuwingen(document),
    }
    return TemplateResponse(request, "redactie/publiceren.html", context).render()


def _klaar(request: RedactieVerzoek, gegevens: dict[str, Any], document: d.Document) -> HttpResponseRedirect:
    uitgave = publiceer(document, gegevens["nummer"], gegevens["datum"], gegevens["wijzigingen"], request.user)
    LogEntry.objects.log_actions(request.user.pk, [uitgave], ADDITION, "Gepubliceerd.")
    messages.success(request, f"{uitgave} is gepubliceerd. Bezoekers zien deze versie vanaf nu.")
    return redirect("admin:functies_uitgave_changelist")


def _gelezen(uitgave: Uitgave | None) -> d.Document | None:
    """Return the document of an edition; None when there is none that this version of the site can read."""
    try:
        return d.lees(uitgave.document) if uitgave else None
    except ValueError:
        return None


def _begin(eerdere: Uitgave | None) -> dict[str, Any]:
    tekst = f"We zijn teruggegaan naar de inhoud van versie {eerdere.nummer}." if eerdere else ""
    return {"datum": timezone.localdate(), "wijzigingen": tekst}


def _kenmerk(huidige: Uitgave | None, document: d.Document) -> str:
    """Return a short text that is another when the current edition or the new document is another."""
    return hashlib.sha256(f"{huidige and huidige.pk}\n{d.schrijf(document)}".encode()).hexdigest()[:32]


def _terug(request: RedactieVerzoek, fout: Exception) -> HttpResponseRedirect:
    messages.error(request, " ".join(fout.messages) if isinstance(fout, ValidationError) else str(fout))
    return redirect("admin:index")
