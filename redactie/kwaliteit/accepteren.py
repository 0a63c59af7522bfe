"""The page on which an editor accepts a warning of the gate for a time, with a reason."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from redactie.kwaliteit import oordeel
from redactie.kwaliteit.bevindingen import bevindingen
from redactie.kwaliteit.modellen import Acceptatie
from uitgave.pagina import RedactieVerzoek

GEWOON = timedelta(days=182)  # the time that is filled in at first


class Formulier(forms.ModelForm):
    """Why, and until when; with `ook`, the number of other points of the same kind, whether it holds for those too."""

    ook = forms.BooleanField(required=False)

    def __init__(self, *args: Any, ook: int, **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.fields["ook"].label = f"Dit geldt ook voor de andere punten hieronder ({ook})"
        if not ook:
            del self.fields["ook"]

    class Meta:
        model = Acceptatie
        fields = ("reden", "tot")
        widgets = {
            "reden": forms.Textarea({"rows": 3, "class": "vLargeTextField"}),
            "tot": forms.DateInput({"type": "date"}, "%Y-%m-%d"),
        }
        help_texts = {"tot": "Hooguit een jaar."}


def accepteren(request: RedactieVerzoek, merk: str) -> HttpResponse:
    """Accept a warning that is there now, change that, or take it back; for who may publish."""
    if not request.user.has_perm("uitgave.publiceren"):
        raise PermissionDenied
    if request.method == "POST" and "trek_in" in request.POST:
        oordeel.trek_in(merk)
        messages.success(request, "Ingetrokken. Dit punt staat weer bij wat aandacht vraagt.")
        return redirect("admin:index")
    gevonden = [deze for deze in bevindingen() if deze.is_waarschuwing]
    bevinding = next((deze for deze in gevonden if deze.merk == merk), None)
    if bevinding is None:
        messages.info(request, "Dit punt is er niet meer, of er is iets aan veranderd. Kijk bij ‘Dit vraagt aandacht’.")
        return redirect("admin:index")
    anders = [b for b in oordeel.te_lezen(gevonden) if b.regel == bevinding.regel and b.merk != merk]
    begin = {} if bevinding.acceptatie else {"tot": timezone.localdate() + GEWOON}
    formulier = Formulier(request.POST or None, instance=bevinding.acceptatie, initial=begin, ook=len(anders))
    if request.method == "POST" and formulier.is_valid():
        gegevens = formulier.cleaned_data
        wat = [bevinding, *(anders if gegevens.pop("ook", False) else [])]
        try:
            oordeel.accepteer(wat, **gegevens, wie=request.user)
        except ValidationError as fout:
            formulier.add_error(None, fout)
        else:
            messages.success(request, f"Geaccepteerd: {len(wat)}. Je vindt dit terug onder ‘Geaccepteerd’.")
            return redirect("admin:index")
    context = {
        **admin.site.each_context(request),
        "title": "Accepteer dit punt",
        "bevinding": bevinding,
        "anders": anders,
        "formulier": formulier,
    }
    return TemplateResponse(request, "redactie/accepteren.html", context)
