"""Pages of the history: what changed and by whom, what was deleted, and bringing it back."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db.models import Model
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from reversion.models import Revision, Version

from redactie import adressen
from redactie.bezig import bezig
from redactie.geschiedenis.filter import Filter
from redactie.geschiedenis.geheel import delen_van, toelichting, wijzigingen
from redactie.geschiedenis.ongedaan import maak_ongedaan, probeer
from redactie.geschiedenis.versies import regels, revisies_van, verschil_met_nu, verwijderd, zet_terug
from redactie.kenmerk import kenmerk
from redactie.melden import meld
from uitgave.pagina import RedactieVerzoek
from uitgave.vastleggen import alleen

PER_BLADZIJDE = 20


class MetGeschiedenis(admin.ModelAdmin):
    """Shows the history of a row in words, with every earlier version to go back to."""

    def history_view(self, request: Any, object_id: str, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        rij = self.get_object(request, object_id)
        if rij is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_permission(request, rij):
            raise PermissionDenied
        context = {"opts": self.opts, "original": rij, "title": f"Geschiedenis van {rij}"}
        return _geschiedenis(request, revisies_van(rij), rij, context)


def geschiedenis(request: RedactieVerzoek) -> HttpResponse:
    """All changes of all content that the filter asks for, newest first."""
    filter_ = Filter(request.GET)
    context = {"title": "Alle wijzigingen", "filter": filter_}
    return _geschiedenis(request, filter_.kies(wijzigingen()), None, context)


def _geschiedenis(request: RedactieVerzoek, revisies: Any, rij: Model | None, context: dict[str, Any]) -> HttpResponse:
    bladzijde = Paginator(revisies.order_by("-pk"), PER_BLADZIJDE).get_page(request.GET.get("p"))
    context |= {**admin.site.each_context(request), "bladzijde": bladzijde, "regels": regels(bladzijde, rij)}
    return TemplateResponse(request, "redactie/geschiedenis.html", context)


def ongedaan(request: RedactieVerzoek, revisie_id: int) -> HttpResponse:
    """Show what would change if a whole change were undone, and undo it on POST: what was shown, or show it again."""
    revisie = get_object_or_404(Revision.objects.select_related("user"), pk=revisie_id)
    with bezig(request.user), alleen():
        return _ongedaan(request, revisie)


def _ongedaan(request: RedactieVerzoek, revisie: Revision) -> HttpResponse:
    werk, fouten = probeer(revisie)
    for actie, modellen in werk.modellen.items():
        if not request.user.has_perms([f"{m._meta.app_label}.{actie}_{m._meta.model_name}" for m in modellen]):
            raise PermissionDenied
    verschillen = werk.verschillen()
    basis = kenmerk(verschillen)
    if request.method == "POST" and verschillen and not fouten:
        if request.POST.get("basis") == basis:
            maak_ongedaan(revisie, request.user)
            meld(request, "De wijziging is ongedaan gemaakt.")
            return redirect("admin:geschiedenis")
        messages.warning(request, "Intussen is er iets veranderd. Bekijk het verschil opnieuw.")
    context = {
        **admin.site.each_context(request),
        "title": "Maak ongedaan",
        "revisie": revisie,
        "wat": toelichting(delen_van(revisie)),
        "fouten": fouten,
        "verschillen": verschillen,
        "basis": basis,
    }
    return TemplateResponse(request, "redactie/ongedaan.html", context)


def prullenbak(request: RedactieVerzoek) -> HttpResponse:
    """Every row that was deleted and is still away."""
    bladzijde = Paginator(verwijderd(), PER_BLADZIJDE).get_page(request.GET.get("p"))
    context = {**admin.site.each_context(request), "title": "Verwijderd", "bladzijde": bladzijde}
    return TemplateResponse(request, "redactie/verwijderd.html", context)


def terugzetten(request: RedactieVerzoek, versie_id: int) -> HttpResponse:
    """Show what would change if this version came back, and bring it back on POST: what was shown, or show it again."""
    with alleen():
        return _terugzetten(request, versie_id)


def _terugzetten(request: RedactieVerzoek, versie_id: int) -> HttpResponse:
    versie = get_object_or_404(Version.objects.select_related("revision__user", "content_type"), pk=versie_id)
    model = versie.content_type.model_class()
    if model not in admin.site._registry:
        raise Http404
    beheer = admin.site.get_model_admin(model)
    rij = model._default_manager.filter(pk=versie.object_id).first()
    if not (beheer.has_change_permission(request, rij) if rij else beheer.has_add_permission(request)):
        raise PermissionDenied
    verschillen = verschil_met_nu(versie)
    basis = kenmerk(verschillen)
    if request.method == "POST":
        if request.POST.get("basis") == basis:
            return _zet_terug(request, beheer, versie)
        messages.warning(request, "Intussen is er iets veranderd. Bekijk het verschil opnieuw en zet dan pas terug.")
    context = {
        **admin.site.each_context(request),
        "title": f"Zet {versie.object_repr} terug",
        "versie": versie,
        "rij": rij,
        "verschillen": verschillen,
        "basis": basis,
    }
    return TemplateResponse(request, "redactie/terugzetten.html", context)


def _zet_terug(request: RedactieVerzoek, beheer: Any, versie: Version) -> HttpResponse:
    try:
        zet_terug(versie, request.user)
    except ValidationError as fout:
        messages.error(request, " ".join(fout.messages))
        return redirect("admin:terugzetten", versie.pk)
    meld(request, f"{versie.object_repr} is teruggezet.")
    return redirect(f"admin:{adressen.naam(beheer.opts, 'change')}", versie.object_id)
