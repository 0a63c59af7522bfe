"""Notes and things to do at a row: on its page, in one list, and on the desk of whom they are for."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.core.paginator import Paginator
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from redactie.adressen import wijzigen
from redactie.bijrij import plek_van, soort_id
from redactie.kwaliteit.bevindingen import Werkkopie, aanduiding
from redactie.leden import leden
from redactie.models import Notitie
from redactie.templatetags.wie_wanneer import wie
from redactie.wachtend import Wacht, wacht
from uitgave.pagina import RedactieVerzoek
from uitgave.soort import is_inhoud
from uitgave.tekst import hoofdletter
from uitgave.vastleggen import alleen

PER_BLADZIJDE = 50
MIJ, NIEMAND = "mij", "niemand"


class _Lid(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return wie(obj)


class NotitieFormulier(forms.ModelForm):
    """What to leave at a row, and for whom."""

    prefix = "notitie"  # it stands on a page with fields of the row
    voor = _Lid(leden(), label="Voor wie", required=False, empty_label="Voor iedereen: een notitie")

    class Meta:
        model = Notitie
        fields = ("tekst", "voor")
        widgets = {"tekst": forms.Textarea({"rows": 3, "class": "vLargeTextField"})}
        labels = {"tekst": "Notitie"}


@dataclass(frozen=True)
class Bij:
    """A note with the row that it stands at."""

    notitie: Notitie
    naam: str
    adres: str


def open_notities() -> QuerySet[Notitie]:
    """Return the notes that nobody is done with, newest first."""
    return Notitie.objects.filter(klaar_op=None).select_related("voor", "door")


def bij_rijen(notities: Iterable[Notitie], kopie: Werkkopie) -> list[Bij]:
    """Return the notes with the rows of the working copy that they stand at."""
    rijen = {(soort_id(model), str(rij.pk)): rij for model, alle in kopie.rijen.items() for rij in alle}
    gevonden = ((notitie, rijen.get(notitie.plek)) for notitie in notities)
    return [Bij(notitie, hoofdletter(aanduiding(rij)), wijzigen(rij)) for notitie, rij in gevonden if rij is not None]


@require_safe
def notities(request: RedactieVerzoek) -> HttpResponse:
    """List the notes: of everybody, or for one person; those that are done only when asked for."""
    klaar, voor = "klaar" in request.GET, request.GET.get("voor", "")
    gevonden = Notitie.objects.filter(klaar_op__isnull=not klaar).select_related("voor", "door", "klaar_door")
    if voor == NIEMAND:
        gevonden = gevonden.filter(voor=None)
    elif voor == MIJ or (voor.isascii() and voor.isdecimal() and len(voor) < 10):
        gevonden = gevonden.filter(voor=request.user.pk if voor == MIJ else int(voor))
    bladzijde = Paginator(gevonden, PER_BLADZIJDE).get_page(request.GET.get("p"))
    context = {
        **admin.site.each_context(request),
        "title": "Notities",
        "bladzijde": bladzijde,
        "notities": bij_rijen(bladzijde, Werkkopie()),
        "leden": leden(),
        "voor": voor,
        "klaar": klaar,
    }
    return TemplateResponse(request, "redactie/notities.html", context)


def plaatsen(request: RedactieVerzoek, soort_id: int, rij_id: str) -> HttpResponse:
    """Leave a note at a row. A GET, after logging in, only leads to its page."""
    rij = _rij(soort_id, rij_id)
    if request.method == "POST":
        formulier = NotitieFormulier(request.POST)
        with alleen():
            if not type(rij)._default_manager.filter(pk=rij.pk).exists():
                raise Http404(rij_id)
            if formulier.is_valid():
                inhoud, pk = plek_van(rij)
                formulier.instance.content_type_id, formulier.instance.object_id = inhoud, pk
                formulier.instance.door = request.user
                formulier.save()
        if formulier.errors:
            fouten = " ".join(str(fout) for deel in formulier.errors.values() for fout in deel)
            messages.error(request, f"De notitie is niet bewaard. {fouten}")
        else:
            messages.success(request, f"De notitie staat bij {aanduiding(rij)}. Bezoekers zien die nooit.")
    return redirect(f"{wijzigen(rij)}#notities")


@require_POST
def klaar(request: RedactieVerzoek, notitie_id: int) -> HttpResponse:
    """Say that a note is done with, or that it is not after all; back to where the button stood."""
    notitie = get_object_or_404(Notitie, pk=notitie_id)
    opnieuw = "opnieuw" in request.POST
    Notitie.objects.filter(pk=notitie.pk, klaar_op__isnull=not opnieuw).update(
        klaar_op=None if opnieuw else timezone.now(), klaar_door=None if opnieuw else request.user
    )
    messages.success(request, "De notitie staat weer open." if opnieuw else "De notitie is klaar.")
    if "lijst" in request.POST:
        return redirect("admin:notities")
    return redirect(f"{wijzigen(_rij(*notitie.plek))}#notities")


def _rij(content_type: int, pk: str) -> Model:
    """Return a row of content. Raises Http404."""
    model: Any = get_object_or_404(ContentType, pk=content_type).model_class()
    if not (model and is_inhoud(model) and pk.isascii() and pk.isdecimal() and len(pk) < 19):
        raise Http404(pk)
    rij: Model = get_object_or_404(model, pk=pk)
    return rij


class MetNotities(admin.ModelAdmin):
    """Shows the notes at a row below its form, with a form of their own to leave one."""

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> Any:
        rij = self.get_object(request, unquote(object_id)) if request.method == "GET" else None
        eigen = _op_pagina(rij) if rij is not None and self.has_view_permission(request, rij) else {}
        return super().change_view(request, object_id, form_url, {**eigen, **(extra_context or {})})


def _op_pagina(rij: Model) -> dict[str, Any]:
    alle = list(Notitie.objects.van(rij).select_related("voor", "door", "klaar_door"))
    return {
        "notities_open": [notitie for notitie in alle if not notitie.klaar_op],
        "notities_klaar": [notitie for notitie in alle if notitie.klaar_op],
        "notitieformulier": NotitieFormulier(),
        "notitie_adres": reverse("admin:notitie_plaatsen", args=plek_van(rij)),
    }


@wacht
def _te_doen(gebruiker: User, kopie: Werkkopie) -> Iterable[Wacht]:
    aantal = open_notities().filter(voor=gebruiker).count()
    if aantal:
        wat = "1 notitie om iets mee te doen" if aantal == 1 else f"{aantal} notities om iets mee te doen"
        yield Wacht(f"Er {'is' if aantal == 1 else 'zijn'} voor jou {wat}.", f"{reverse('admin:notities')}?voor={MIJ}")
