from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import PermissionDenied
from django.db.models import Subquery
from django.forms import ModelForm
from django.forms.widgets import Script
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from beelden.maken import GROOTSTE, Geweigerd
from beelden.maten import MERK, SOORT, VIERKANT, bronnaam, naam
from beelden.models import Foto
from beelden.opslaan import neem_op, zorg_voor_maten
from beelden.toestemming import beelden_van, is_korter, is_weg, laat_zien
from redactie import adressen
from redactie.modelbeheer import BeheerModel, zonder
from uitgave.beelden import bestaand, uit_database
from uitgave.intrekken import trek_in
from uitgave.models import Bijlage
from uitgave.pagina import RedactieVerzoek
from uitgave.toestemming import INGETROKKEN, ingetrokken
from uitgave.vastleggen import alleen

NODIG = {
    "toestemming_van": "Zeg wie toestemming gaf.",
    "toestemming_op": "Zeg op welke dag je toestemming kreeg.",
    "tot": "Kies tot welke dag de toestemming geldt.",
}


class FotoFormulier(ModelForm):
    """The form of a photo. A file that came with it was kept before, and is in `beeld`; `geweigerd` says why not."""

    geweigerd = ""
    bestand = forms.FileField(
        label="Bestand",
        required=False,
        widget=forms.FileInput({"accept": ".jpg,.jpeg,.png,.webp"}),
        help_text=f"Een foto als JPEG, PNG of WebP, van hooguit {GROOTSTE // 1024**2} MB. "
        "Waar en met welke camera de foto is gemaakt, bewaart de site niet.",
    )

    class Meta:
        widgets = {"beeld": forms.HiddenInput}

    def clean(self) -> Any:
        """Ask who said yes, and until when, as soon as there is a picture."""
        gegevens = super().clean() or self.cleaned_data
        if self.geweigerd:
            self.add_error("bestand", self.geweigerd)
        for veld, vraag in NODIG.items() if gegevens.get("beeld") else ():
            if veld not in self.errors and not gegevens.get(veld):
                self.add_error(veld, vraag)
        tot = gegevens.get("tot")
        if tot and tot < timezone.localdate() and self.instance._state.adding:
            self.add_error("tot", "Deze dag is voorbij. Een nieuwe foto staat dan nergens op de site.")
        return gegevens


def plaatje(foto: Foto | None) -> str:
    """Return a small picture of a photo for a list of the desk; it has no words, for the name stands beside it."""
    if foto is None or not MERK.fullmatch(foto.beeld):
        return ""
    bestand = naam(foto.beeld, foto.focus_x, foto.focus_y, VIERKANT, "webp")
    return render_to_string("beelden/_plaatje.html", {"bestand": bestand})


@admin.register(Foto)
class FotoBeheer(BeheerModel):
    form = FotoFormulier
    list_display = ("beeldje", "naam", "alt", "maker", "toestemming")
    list_display_links = ("naam",)
    list_filter = (zonder("verhaal", "verhaal", "verhalen"), zonder("functie", "functie", "functies"))
    search_fields = ("naam", "alt", "maker")
    prepopulated_fields = {"slug": ("naam",)}
    fieldsets = (
        (None, {"fields": ("naam", "slug", "bestand", "beeld", "het_beeld", "focus_x", "focus_y")}),
        ("Bij de foto", {"fields": ("alt", "maker")}),
        ("Toestemming", {"fields": ("toestemming_van", ("toestemming_op", "tot"))}),
    )
    readonly_fields = ("het_beeld",)

    class Media:
        js = (Script("foto.js", defer=True),)

    def get_urls(self) -> list[Any]:
        eigen = self.admin_site.admin_view
        return [
            path("bestand/<str:naam>/", eigen(require_safe(self.bestand)), name=adressen.naam(self.opts, "bestand")),
            path("<int:pk>/toestemming/", eigen(self.toestemming_pagina), name=adressen.naam(self.opts, "toestemming")),
            *super().get_urls(),
        ]

    def get_queryset(self, request: HttpRequest) -> Any:
        """Read with each row which pictures are shown nowhere: one question for the whole list."""
        nieuwste = Bijlage.objects.filter(naam=INGETROKKEN, wacht_op="").values("inhoud")[:1]
        return super().get_queryset(request).annotate(ingetrokken=Subquery(nieuwste))

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        """Make pictures of what was sent before the lock of all content is taken: that takes seconds."""
        if request.method == "POST" and self._mag_opslaan(request, object_id):
            _neem_bestand(request)
        return super().changeform_view(request, object_id, form_url, extra_context)

    def _mag_opslaan(self, request: HttpRequest, object_id: str | None) -> bool:
        return self.has_change_permission(request) if object_id else self.has_add_permission(request)

    def get_form(self, request: Any, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        formulier: Any = super().get_form(request, obj, change=change, **kwargs)
        reden = getattr(request, "foto_geweigerd", "")
        return type(formulier.__name__, (formulier,), {"geweigerd": reden}) if reden else formulier

    @admin.display(description="waar het om gaat")
    def het_beeld(self, obj: Foto) -> str:
        """The picture, on which static/foto.js lets an editor point at what it is about."""
        return render_to_string(
            "beelden/_kies.html", {"bestand": bronnaam(obj.beeld) if MERK.fullmatch(obj.beeld) else ""}
        )

    @admin.display(description="foto")
    def beeldje(self, obj: Foto) -> str:
        return plaatje(obj)

    @admin.display(description="toestemming", ordering="tot")
    def toestemming(self, obj: Any) -> str:
        if obj.beeld and obj.beeld in ingetrokken({INGETROKKEN: obj.ingetrokken}):
            return "ingetrokken"
        return f"tot en met {date_format(obj.tot, 'j F Y')}" if obj.tot else ""

    def save_related(self, request: HttpRequest, form: ModelForm, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        voor, na = form.initial.get("tot"), form.instance.tot
        if change and na and (voor is None or na < voor):
            messages.info(request, "De kortere toestemming geldt nu al. Daarvoor hoef je niet te publiceren.")

    def meld_verwijderd(self, request: HttpRequest, zin: str) -> None:
        messages.success(request, format_html("{} Bezoekers zien geen verwijderde foto’s meer.", zin))

    def bestand(self, request: HttpRequest, naam: str) -> HttpResponse:
        """Show a file of a picture to an editor, whether or not visitors see it."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        inhoud, soort = uit_database(naam), SOORT.get(naam.rpartition(".")[2])
        if inhoud is None or soort is None:
            raise Http404(naam)
        return HttpResponse(inhoud, soort, headers={"Cache-Control": "private, max-age=3600"})

    def toestemming_pagina(self, request: RedactieVerzoek, pk: int) -> HttpResponse:
        """Ask whether the consent was taken back, and then show the picture nowhere; or show it again."""
        foto = get_object_or_404(Foto, pk=pk)
        if not self.has_change_permission(request, foto):
            raise PermissionDenied
        if request.method == "POST":
            if {"intrekken", "weer"} & request.POST.keys():
                _beslis(request, foto, weer="weer" in request.POST)
            return redirect(adressen.wijzigen(foto))
        context = {
            **self.admin_site.each_context(request),
            "title": "Toestemming ingetrokken",
            "opts": self.opts,
            "foto": foto,
            "beelden": beelden_van(foto),
            "weg": is_weg(foto),
            "korter": is_korter(foto),
            "mag_weer": request.user.has_perm("uitgave.publiceren"),
        }
        return TemplateResponse(request, "beelden/toestemming.html", context)


def _neem_bestand(request: Any) -> None:
    """Keep the file that was sent, and go on as if its picture had been typed; make the sizes that are asked for."""
    gegevens = request.POST.copy()
    if bestand := request.FILES.get("bestand"):
        try:
            gegevens["beeld"] = neem_op(bestand.read(), bestand.name or "")
        except Geweigerd as fout:
            request.foto_geweigerd = str(fout)
        request.POST = gegevens
    focus = [gegevens.get(veld, "") for veld in ("focus_x", "focus_y")]
    if all(deel.isascii() and deel.isdecimal() and len(deel) <= 3 and int(deel) <= 100 for deel in focus):
        zorg_voor_maten(gegevens.get("beeld", ""), *map(int, focus))


def _beslis(request: RedactieVerzoek, foto: Foto, weer: bool) -> None:
    """Show the picture nowhere from now on; `weer` shows it again, which is publishing. Raises PermissionDenied."""
    if weer and not request.user.has_perm("uitgave.publiceren"):
        raise PermissionDenied
    if weer and not bestaand([bronnaam(foto.beeld)]):
        messages.error(request, "Het bestand van deze foto is voorgoed weg. Kies het bestand opnieuw bij de foto.")
        return
    with alleen():
        trek_in([foto.beeld] if weer else beelden_van(foto), request.user, weer)
        if weer:
            laat_zien(foto)
    wat = "Toestemming opnieuw gekregen." if weer else "Toestemming ingetrokken."
    LogEntry.objects.log_actions(request.user.pk, [foto], CHANGE, wat)
    if weer:
        messages.success(
            request,
            "De foto mag weer op de site. Staat hij in de uitgave die nu op de site staat? "
            "Dan zien bezoekers hem meteen weer.",
        )
    else:
        messages.success(request, "De foto staat nergens meer op de site. Haal hem nu ook weg waar hij is gekozen.")
