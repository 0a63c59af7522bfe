"""Pages of the desk for many rows at once. Each shows what would change; its button does that, or shows it again."""

from collections.abc import Callable, Sized
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db.models import Model
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse

from redactie import adressen
from redactie.kwaliteit.bevindingen import aanduiding
from redactie.melden import meld
from redactie.uitwisseling.views import mag_alles
from redactie.veel import rekenblad, veld, vervangen
from redactie.veel.ingreep import Ingreep, Wijziging
from redactie.veel.ordenen import Orde, heeft_volgorde
from redactie.veel.zoeken import KORTST, LANGST, zoek
from uitgave.inhoud import RegelVeld
from uitgave.leesfout import hoogstens
from uitgave.pagina import RedactieVerzoek
from uitgave.soort import Soort, is_inhoud, soort_van, soorten
from uitgave.tekst import hoofdletter
from uitgave.vastleggen import alleen
from uitgave.werkkopie import Werkkopie

PER_BLADZIJDE = 50
INGEHAALD = "Intussen is er iets veranderd. Kijk of de volgorde nog klopt en sla daarna op."
NIET_OPGESLAGEN = "De volgorde is nog niet opgeslagen. Verbeter dit eerst en probeer het opnieuw."
VERANDERD = "Intussen is er iets veranderd. Bekijk opnieuw wat er verandert."


class Zoekformulier(forms.Form):
    q = RegelVeld(label="Zoek", min_length=KORTST, max_length=LANGST)
    soort = forms.ChoiceField(label="In", required=False)

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        kinderen = sorted(soorten(), key=lambda soort: soort.plek)
        keuzes = [(soort.model._meta.label_lower, soort.meervoud) for soort in kinderen]
        self.fields["soort"].choices = [("", "Alles"), *keuzes]  # type: ignore[attr-defined]


class Vervangformulier(forms.Form):
    zoek = RegelVeld(label="Zoek", min_length=KORTST, max_length=LANGST)
    door = RegelVeld(label="Zet daar neer", max_length=LANGST, required=False, help_text="Leeg: haal het weg.")
    hoofdletters = forms.BooleanField(label="Alleen met dezelfde hoofdletters", required=False)
    woorden = forms.BooleanField(label="Alleen hele woorden", required=False)


def zoeken(request: RedactieVerzoek) -> HttpResponse:
    """Find a text in all content."""
    formulier = Zoekformulier(request.GET or None)
    bladzijde = None
    if formulier.is_valid():
        model = next((s.model for s in soorten() if s.model._meta.label_lower == formulier.cleaned_data["soort"]), None)
        treffers = list(zoek(Werkkopie(), formulier.cleaned_data["q"], model))
        bladzijde = Paginator(treffers, PER_BLADZIJDE).get_page(request.GET.get("p"))
    context = {"title": "Zoek in alles", "formulier": formulier, "bladzijde": bladzijde}
    return _toon(request, "zoeken", context)


def vervang(request: RedactieVerzoek) -> HttpResponse:
    """Put a text in place of another in the rows that are chosen; first all that have it are."""
    if not mag_alles(request.user, "change"):
        raise PermissionDenied
    formulier = Vervangformulier(request.GET or None)
    context: dict[str, Any] = {"title": "Vervang een tekst", "formulier": formulier}
    if not formulier.is_valid():
        return _toon(request, "vervangen", context)
    vervanging = vervangen.Vervanging(**formulier.cleaned_data)
    gekozen = set(request.POST.getlist("rij")) if request.method == "POST" else None
    wat = f"Vervangen: ‘{vervanging.zoek}’ door ‘{vervanging.door}’"
    if "kies" in request.POST:  # another choice of rows is shown first
        context["ingreep"] = vervangen.ingreep(Werkkopie(), vervanging, gekozen)
        return _toon(request, "vervangen", context | {"rijen": _rijen(vervanging, gekozen)})
    klaar, context["ingreep"] = _stap(request, lambda: vervangen.ingreep(Werkkopie(), vervanging, gekozen), wat)
    return klaar or _toon(request, "vervangen", context | {"rijen": _rijen(vervanging, gekozen)})


def _rijen(vervanging: vervangen.Vervanging, gekozen: set[str] | None) -> list[tuple[str, str, str, bool]]:
    """Return of each row that has the text: its name in the form, what it is called, its page, and if it is chosen."""
    return [
        (naam, hoofdletter(aanduiding(w.rij)), adressen.wijzigen_bij(w.rij), gekozen is None or naam in gekozen)
        for w in vervangen.ingreep(Werkkopie(), vervanging)
        if (naam := vervangen.naam_van(w.rij))
    ]


def veel(request: RedactieVerzoek, content_type_id: int) -> HttpResponse:
    """Give one field of the rows that were chosen in a list the same value."""
    soort = _soort(request, content_type_id, "change")
    pks = request.GET.getlist("rij")[: veld.MEESTE]
    rijen = soort.model._default_manager.filter(pk__in=[pk for pk in pks if pk.isdigit()])
    velden = veld.te_kiezen(soort.model)
    gekozen = next((deze for deze in velden if deze.name == request.GET.get("veld")), None)
    context: dict[str, Any] = {
        "title": f"Verander een veld van {aantal(rijen, soort.model)}",
        "rijen": rijen,
        "velden": velden,
        "gekozen": gekozen,
        "lijst": reverse(f"admin:{adressen.naam(soort.model._meta, 'changelist')}"),
    }
    if gekozen:
        formulier = veld.waardeformulier(gekozen, request.GET if {"waarde", "toon"} & set(request.GET) else None)
        context["formulier"] = formulier
        if formulier.is_valid():
            waarde = formulier.cleaned_data["waarde"]
            wat = f"{soort.meervoud}: {gekozen.verbose_name} veranderd"
            klaar, context["ingreep"] = _stap(
                request, lambda: veld.zelfde_waarde(rijen.all(), gekozen, waarde), wat, context["lijst"]
            )
            if klaar:
                return klaar
    return _toon(request, "veel", context)


def zichtbaar(request: RedactieVerzoek, content_type_id: int, object_id: str) -> HttpResponse:
    """Hide a row with the rows that need it, or show them again."""
    soort = _soort(request, content_type_id, "change")
    if not veld.heeft_zichtbaar(soort.model):
        raise Http404
    rij = get_object_or_404(soort.model, pk=object_id)
    toon = not rij.zichtbaar  # type: ignore[attr-defined]
    wat = f"{'Zichtbaar gemaakt' if toon else 'Verborgen'} met wat erbij hoort: {rij}"
    klaar, ingreep = _stap(
        request,
        lambda: veld.met_steunende(_vers(rij), toon),
        wat,
        adressen.wijzigen(rij),
    )
    titel = f"{'Laat' if toon else 'Verberg'} {rij} {'zien' if toon else ''}".strip()
    return klaar or _toon(request, "zichtbaar", {"title": titel, "rij": rij, "toon": toon, "ingreep": ingreep})


def aantal(rijen: Sized, model: type[Model]) -> str:
    """Return how many rows of a kind these are, in words: "1 opleiding", "3 opleidingen"."""
    opties = model._meta
    return f"{len(rijen)} {opties.verbose_name if len(rijen) == 1 else opties.verbose_name_plural}"


def _vers(rij: Model) -> Model:
    return type(rij)._default_manager.get(pk=rij.pk)


def ordenen(request: RedactieVerzoek, content_type_id: int) -> HttpResponse:
    """Put the rows of a kind in another order."""
    soort = _soort(request, content_type_id, "change")
    if not heeft_volgorde(soort.model):
        raise Http404
    lijst = reverse(f"admin:{adressen.naam(soort.model._meta, 'changelist')}")
    orde = Orde(soort.model)
    if request.method == "POST":
        with alleen():  # nobody changes what was looked at until it is stored
            orde = Orde(soort.model, request.POST)
            if request.POST.get("basis") != orde.basis:
                messages.warning(request, INGEHAALD)
                orde.is_valid()
            elif orde.is_valid():
                wat = f"{soort.meervoud}: andere volgorde"
                try:
                    if ingreep := orde.ingreep():
                        ingreep.voer_uit(request.user, wat)
                        meld(request, f"{wat}.")
                    return redirect(lijst)
                except ValidationError as fout:  # of a row that moves, and of which something else is not right
                    for zin in (NIET_OPGESLAGEN, *hoogstens(fout.messages)):
                        messages.error(request, zin)
    context = {"title": f"Zet op volgorde: {soort.model._meta.verbose_name_plural}", "orde": orde, "lijst": lijst}
    return _toon(request, "ordenen", context)


class Lijstbestand(forms.Form):
    bestand = forms.FileField(
        label="Bestand",
        help_text="Een lijst die je hier als CSV hebt gedownload en hebt veranderd. CSV (UTF-8) of Excel (.xlsx).",
        error_messages={"required": "Kies eerst een bestand.", "empty": "Dit bestand is leeg. Kies een ander bestand."},
        widget=forms.FileInput({"accept": ".csv,.xlsx"}),
    )


def lijst(request: RedactieVerzoek, content_type_id: int) -> HttpResponse:
    """Take rows of one kind in from a spreadsheet. The cells travel along past the page with the difference."""
    soort = _soort(request, content_type_id, "change", "add")
    context: dict[str, Any] = {
        "title": f"Voer een lijst in: {soort.model._meta.verbose_name_plural}",
        "formulier": Lijstbestand(),
        "lijst": reverse(f"admin:{adressen.naam(soort.model._meta, 'changelist')}"),
    }
    try:
        cellen = _cellen(request)
        if cellen is None:
            return _toon(request, "lijst", context)
        context |= {"cellen": cellen, "als_csv": rekenblad.schrijf(cellen)}
        wat = f"Lijst ingevoerd: {soort.model._meta.verbose_name_plural}"
        klaar, context["ingreep"] = _stap(
            request, lambda: rekenblad.ingreep(soort.model, cellen), wat, context["lijst"]
        )
    except ValidationError as fout:
        return _toon(request, "lijst", context | {"fouten": fout.messages})
    return klaar or _toon(request, "lijst", context)


def _cellen(request: RedactieVerzoek) -> Any:
    """Return the cells that were uploaded, or came along; None when there are none yet. Raises ValidationError."""
    if bestand := request.FILES.get("bestand"):
        return rekenblad.lees(str(bestand.name), bestand.read(rekenblad.GROOTSTE + 1))
    if "cellen" in request.POST:
        return rekenblad.lees("cellen.csv", request.POST["cellen"].encode())
    if request.method == "POST":
        raise ValidationError("Kies eerst een bestand.")
    return None


def _stap(
    request: RedactieVerzoek, maak: Callable[[], Ingreep], wat: str, daarna: str = ""
) -> tuple[HttpResponse | None, Ingreep]:
    """Do what was shown, and return where to go; or what would change, when it was not shown yet or is no longer so."""
    if "basis" not in request.POST:
        return None, maak()
    with alleen():  # nobody changes what was looked at until it is stored
        ingreep = maak()
        if request.POST["basis"] == ingreep.kenmerk and ingreep:
            if not request.user.has_perms({_recht(wijziging) for wijziging in ingreep}):
                raise PermissionDenied
            try:
                ingreep.voer_uit(request.user, wat)
            except ValidationError:
                return None, maak()  # which says what is wrong
            aantal = len(ingreep.wijzigingen)
            meld(request, f"{wat}. Dat zijn {aantal} rijen." if aantal > 1 else f"{wat}.")
            return redirect(daarna or "admin:index"), ingreep
    messages.warning(request, VERANDERD)
    return None, ingreep


def _recht(wijziging: Wijziging) -> str:
    """Return what somebody must be allowed to do for this change."""
    opties = wijziging.rij._meta
    return f"{opties.app_label}.{'add' if wijziging.nieuw else 'change'}_{opties.model_name}"


def _soort(request: RedactieVerzoek, content_type_id: int, *acties: str) -> Soort:
    """Return the kind with this number, when the editor may do `acties` with it."""
    model: Any = get_object_or_404(ContentType, pk=content_type_id).model_class()
    if model is None or not is_inhoud(model) or model not in admin.site._registry:
        raise Http404
    opties = model._meta
    if not request.user.has_perms([f"{opties.app_label}.{actie}_{opties.model_name}" for actie in acties]):
        raise PermissionDenied
    return soort_van(model)


def _toon(request: RedactieVerzoek, template: str, context: dict[str, Any]) -> HttpResponse:
    return TemplateResponse(request, f"redactie/veel/{template}.html", {**admin.site.each_context(request), **context})
