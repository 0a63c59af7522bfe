"""The list of all links that were followed: what came of each, and which rows use it."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join

from redactie import adressen
from redactie.links import ronde
from redactie.links.gebruik import gebruik
from redactie.links.knop import controleer_en_meld, mag_controleren
from redactie.modelbeheer import AlleenLezen, Lijst
from redactie.models import LinkControle
from redactie.templatetags.wie_wanneer import moment
from redactie.uitwisseling.views import mag_alles

PLEKKEN = 5  # of one link, shown in the list


def _rondecontext(request: HttpRequest) -> dict[str, Any]:
    return {"ronde": ronde.stand(), "mag_ronde": mag_alles(request.user, "change")}


class LinkLijst(Lijst):
    """Tells of every link which rows use it, and lists those that nobody followed yet."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        plekken = gebruik()
        gevolgd = set(LinkControle.objects.values_list("url", flat=True))
        rijen = {url: plekken[url][0].rij for url in sorted(plekken.keys() - gevolgd)}
        self.nog_niet = [(url, rij, adressen.wijzigen(rij)) for url, rij in rijen.items()]
        for controle in self.result_list:
            controle.plekken = plekken.get(controle.url, [])
            controle.knop = mag_controleren(request, controle.plekken) and (
                reverse("admin:redactie_linkcontrole_controleer", args=[controle.pk]) + self.get_query_string()
            )


class LinkControleBeheer(AlleenLezen):
    """What came of following the links, those that need a look first."""

    change_list_template = "redactie/links.html"
    list_display = ("link", "uitslag", "toelichting", "gebruikt_bij", "gecontroleerd")
    list_display_links = None
    list_filter = ("uitslag", "gecontroleerd_op")
    list_per_page = 50
    ordering = ("-uitslag", "url")  # the codes of what works come last
    search_fields = ("url", "toelichting")

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[Lijst]:
        return LinkLijst

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        eigen = {"title": "Gecontroleerde links", **_rondecontext(request)}
        return super().changelist_view(request, {**eigen, **(extra_context or {})})

    def get_urls(self) -> list[Any]:
        een, alle = self.admin_site.admin_view(self.controleer), self.admin_site.admin_view(self.ronde)
        return [
            path("<int:pk>/controleer/", een, name=adressen.naam(self.opts, "controleer")),
            path("ronde/", alle, name=adressen.naam(self.opts, "ronde")),
            *super().get_urls(),
        ]

    def ronde(self, request: HttpRequest) -> HttpResponse:
        """Begin, or stop, the check of all links, for who may change all content; tell how far it is."""
        if not (self.has_view_permission(request) if request.method != "POST" else mag_alles(request.user, "change")):
            raise PermissionDenied
        if request.method != "POST":
            return render(request, "redactie/_ronde.html", _rondecontext(request))
        if "stop" in request.POST:
            ronde.stop()
        else:
            ronde.begin()
        return redirect("admin:redactie_linkcontrole_changelist")

    def controleer(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Follow this link now, for somebody who may change a row that uses it; back to the list as it was."""
        controle = get_object_or_404(LinkControle, pk=pk)
        if not mag_controleren(request, gebruik().get(controle.url, [])):
            raise PermissionDenied
        if request.method == "POST":
            controleer_en_meld(request, [controle.url])
        return redirect(f"{reverse('admin:redactie_linkcontrole_changelist')}?{request.META['QUERY_STRING']}")

    @admin.display(description="link", ordering="url")
    def link(self, obj: LinkControle) -> str:
        return format_html('<a href="{}" rel="noopener noreferrer" target="_blank">{}</a>', obj.url, obj.url)

    @admin.display(description="gebruikt bij")
    def gebruikt_bij(self, obj: Any) -> str:
        plekken = [(adressen.wijzigen(plek.rij), plek.rij, plek.veld) for plek in obj.plekken[:PLEKKEN]]
        regels = format_html_join("", '<div><a href="{}">{}</a> ({})</div>', plekken)
        meer = len(obj.plekken) - PLEKKEN
        return format_html("{}en nog {} keer", regels, meer) if meer > 0 else regels or "nergens meer"

    @admin.display(description="gecontroleerd op", ordering="gecontroleerd_op")
    def gecontroleerd(self, obj: Any) -> str:
        """When, and a button of the form around the list: it has the CSRF token, the address is the button's own."""
        kenmerken = 'formaction="{}" aria-label="Controleer nu: {}" data-bezig="De link wordt gecontroleerd"'
        knop = format_html(f"<button {kenmerken}>Controleer nu</button>", obj.knop, obj.url) if obj.knop else ""
        return format_html("{} {}", moment(obj.gecontroleerd_op), knop)
