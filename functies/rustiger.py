"""Whether another order of werkvelden makes a calmer map: the map as it is beside a proposal, and taking that over."""

from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.safestring import SafeString, mark_safe
from msgspec.structs import replace

from functies import document as d
from functies.models import Werkveld
from functies.netwerk import hele_kaart, rustigste_volgorde
from functies.oordeel import tekening_van
from functies.verkenner import Kaartkeuze, verkenner
from redactie import adressen
from redactie.kenmerk import kenmerk
from redactie.melden import meld
from redactie.uitgeven.voorbeeld import terug, voorbeeldpad
from redactie.uitwisseling.volgorde import nummers
from uitgave.bouwen import bouw
from uitgave.pad import Pad
from uitgave.pagina import RedactieVerzoek, toon
from uitgave.tekst import volgorde
from uitgave.vastleggen import vastleggen

INGEHAALD = "De werkvelden zijn intussen veranderd. Er is niets opgeslagen. Kijk hieronder opnieuw."


@dataclass(frozen=True)
class Getekend:
    """A map in some order of werkvelden, drawn as visitors get it, and how often its lines cross."""

    werkvelden: list[d.Werkveld]
    kruisingen: int
    kaart: SafeString


class MetVolgorde(admin.ModelAdmin):
    """Offers, at the list of werkvelden, the order in which lines of the map cross least."""

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(self.rustiger)
        return [path("volgorde/", view, name=adressen.naam(self.opts, "volgorde")), *super().get_urls()]

    def rustiger(self, request: RedactieVerzoek) -> HttpResponse:
        """Show the map of the working copy, with a calmer one when there is; a POST takes that order over."""
        mag = self.has_change_permission(request)
        if not (mag or (request.method != "POST" and self.has_view_permission(request))):
            raise PermissionDenied
        if request.method == "POST":
            return self._neem_over(request)
        basis = _basis()
        try:
            document = bouw()
        except ValueError as fout:
            return terug(request, fout)
        context = {
            **self.admin_site.each_context(request),
            "title": "Volgorde van de werkvelden",
            "opts": self.opts,
            "mag_wijzigen": mag,
            "basis": basis,
            **_vergeleken(request, voorbeeldpad(document, getattr(request, "pad", None))),
        }
        return TemplateResponse(request, "functies/rustiger.html", context)

    def _neem_over(self, request: RedactieVerzoek) -> HttpResponse:
        """Store the order that the page showed, unless a werkveld changed since; only what must gets another number."""
        orde = request.POST.getlist("werkveld")
        with vastleggen(request.user):
            rijen = {rij.slug: rij for rij in Werkveld.objects.all()}
            kan = request.POST.get("basis") == _basis() and sorted(orde) == sorted(rijen)
            gewenst = [rijen[slug] for slug in orde] if kan else []
            nieuw = nummers([(rij.volgorde, volgorde(rij.naam)) for rij in gewenst])
            for rij, nummer in zip(gewenst, nieuw, strict=True):
                if rij.volgorde != nummer:
                    rij.volgorde = nummer
                    rij.save(update_fields=["volgorde"])
                    self.log_change(request, rij, [{"changed": {"fields": ["volgorde"]}}])
        if kan:
            meld(request, "De nieuwe volgorde van de werkvelden is opgeslagen.")
            return redirect(reverse(f"admin:{adressen.naam(self.opts, 'changelist')}"))
        messages.warning(request, INGEHAALD)
        return redirect(request.path)


def _basis() -> str:
    """Return what is another text once somebody changed, added or deleted a werkveld."""
    return kenmerk(list(Werkveld.objects.values_list("pk", "slug", "naam", "volgorde")))


def _vergeleken(request: RedactieVerzoek, pad: Pad) -> dict[str, Any]:
    """Return the map of `pad` as it is, and with its lanes in the calmest order that was found, if that is another."""
    kaart = hele_kaart(pad)
    if not kaart.past or len(kaart.banen) < 2:
        return {"te_groot": not kaart.past}
    orde = rustigste_volgorde(pad)
    if orde == list(pad.alle(d.Werkveld)):
        return {"nu": _getekend(request, pad)}
    werkvelden = tuple(pad.alle(d.Werkveld)[slug] for slug in orde)
    anders = Pad(replace(pad.uitgave, document=replace(pad.document, werkvelden=werkvelden)))
    return {"nu": _getekend(request, pad), "voorstel": _getekend(request, anders)}


def _getekend(request: RedactieVerzoek, pad: Pad) -> Getekend:
    vorige: Any = getattr(request, "pad", None)
    request.pad = pad
    try:
        html = toon(request, "functies/_tekening.html", verkenner(pad, Kaartkeuze())).text
    finally:
        request.pad = vorige
    kruisingen = tekening_van(hele_kaart(pad)).kruisingen
    return Getekend(list(pad.alle(d.Werkveld).values()), kruisingen, mark_safe(html))
