"""Pages to download all content as one file, and to bring such a file back after seeing the difference."""

from typing import Any

import msgspec
from django import forms
from django.contrib import admin
from django.contrib.auth.models import AnonymousUser, User
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from redactie.bezig import bezig
from redactie.kenmerk import kenmerk
from redactie.melden import meld
from redactie.uitgeven.vindplaats import met_vindplaats
from redactie.uitwisseling.invoer import GROOTSTE, GROTER, lees_bestand, probeer, voer_in
from redactie.uitwisseling.uitvoer import als_json
from uitgave import document as d
from uitgave.bouwen import bouw
from uitgave.leesfout import Leesfout
from uitgave.pagina import RedactieVerzoek
from uitgave.soort import soorten
from uitgave.vastleggen import van_een_moment
from uitgave.verschil import verschillen

VERANDERD = "Intussen is er iets veranderd. Bekijk het verschil opnieuw en voer het bestand dan pas in."


class BestandFormulier(forms.Form):
    """Takes a file with content."""

    document = forms.FileField(
        label="Bestand",
        help_text=f"Een bestand dat je met ‘Download alles’ hebt gemaakt, van hooguit {GROOTSTE // 1024**2} MB.",
        max_length=200,
        error_messages={
            "required": "Kies eerst een bestand.",
            "empty": "Dit bestand is leeg. Kies een ander bestand.",
            "max_length": "De naam van dit bestand is te lang. Geef het een kortere naam.",
        },
        widget=forms.FileInput(attrs={"accept": ".json,application/json"}),
    )

    def clean_document(self) -> d.Document:
        bestand = self.cleaned_data["document"]
        if bestand.size > GROOTSTE:
            raise ValidationError(f"Dit bestand is te groot. Het mag hooguit {GROOTSTE // 1024**2} MB zijn. {GROTER}")
        self.cleaned_data["naam"] = bestand.name
        return _gelezen(bestand.read())


class VerschilFormulier(forms.Form):
    """Carries a file that was read past the page with the difference, with the state it was compared with."""

    naam = forms.CharField(max_length=200, widget=forms.HiddenInput)
    basis = forms.CharField(max_length=32, widget=forms.HiddenInput)
    document = forms.CharField(widget=forms.Textarea(attrs={"hidden": True}))

    def clean_document(self) -> d.Document:
        return _gelezen(self.cleaned_data["document"].encode())


def mag_alles(gebruiker: User | AnonymousUser, *acties: str) -> bool:
    """True for who may do each of `acties` ("view", "add", …) with all content."""
    modellen = [soort.model._meta for soort in soorten()]
    return gebruiker.has_perms([f"{m.app_label}.{actie}_{m.model_name}" for m in modellen for actie in acties])


@require_safe
def uitvoeren(request: RedactieVerzoek) -> HttpResponse:
    """Send the whole working copy as one file."""
    if not mag_alles(request.user, "view"):
        raise PermissionDenied
    return als_json(van_een_moment(lambda: bouw(alles=True)))


def invoeren(request: RedactieVerzoek) -> HttpResponse:
    """Take a file, show what it would change in the working copy, and then change that."""
    if not mag_alles(request.user, "add", "change", "delete"):
        raise PermissionDenied
    soort = VerschilFormulier if "basis" in request.POST else BestandFormulier
    formulier = soort(request.POST, request.FILES) if request.method == "POST" else soort()
    if not formulier.is_valid():
        return _kies(request, [str(fout) for fouten in formulier.errors.values() for fout in fouten])
    gegevens = formulier.cleaned_data
    toelichting = f"Ingevoerd uit {gegevens['naam']}"
    try:
        with bezig(request.user):
            if "basis" in gegevens and voer_in(gegevens["document"], gegevens["basis"], request.user, toelichting):
                return _klaar(request, gegevens["naam"])
            return _verschil(request, gegevens)
    except ValueError as fout:
        return _kies(request, alle_fouten(fout))


def _kies(request: RedactieVerzoek, fouten: list[str]) -> HttpResponse:
    """Ask for a file; say what was wrong with the one before."""
    context = {"title": "Voer een bestand in", "formulier": BestandFormulier(), "fouten": fouten}
    return TemplateResponse(request, "redactie/invoeren.html", admin.site.each_context(request) | context)


def _verschil(request: RedactieVerzoek, gegevens: dict[str, Any]) -> HttpResponse:
    """Show what the file would change; it travels along in the form."""
    document = gegevens["document"]
    nu = probeer(document)
    tekst = msgspec.json.encode(document).decode()
    begin = {"naam": gegevens["naam"], "basis": kenmerk(nu), "document": tekst}
    context = {
        "title": f"Voer {gegevens['naam']} in",
        "formulier": VerschilFormulier(initial=begin),
        "let_op": VERANDERD if "basis" in gegevens else "",
        "verschillen": met_vindplaats(verschillen(nu, d.geordend(document))),
    }
    return TemplateResponse(request, "redactie/invoeren.html", admin.site.each_context(request) | context)


def _klaar(request: RedactieVerzoek, naam: str) -> HttpResponse:
    meld(request, f"De inhoud van {naam} is ingevoerd.")
    return redirect("admin:index")


def alle_fouten(fout: ValueError) -> list[str]:
    """Return all that is wrong with a file, as far as somebody can read it."""
    return fout.getoond if isinstance(fout, Leesfout) else [str(fout)]


def _gelezen(inhoud: bytes) -> d.Document:
    """Return the document in a file. Raises ValidationError."""
    try:
        return lees_bestand(inhoud)
    except ValueError as fout:
        raise ValidationError(alle_fouten(fout)) from fout
