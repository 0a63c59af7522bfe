"""The buttons that check links while an editor waits: few links, little time, one editor at a time."""

import time
from collections.abc import Iterable, Sequence
from threading import Lock
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse

from redactie import adressen
from redactie.links.controle import Tempo, controleer
from redactie.links.gebruik import Gebruik, bewaar_resultaat, links_van, oudste_eerst
from redactie.links.ronde import SECONDEN_PER_LINK, stand
from redactie.models import Uitslag

PER_KEER = 5  # links for one press of the button
SAMEN = 10.0  # seconds after which no other link is begun

NIVEAUS = {
    Uitslag.GOED: messages.SUCCESS,
    Uitslag.OMGELEID: messages.WARNING,
    Uitslag.STUK: messages.ERROR,
    Uitslag.ONBEREIKBAAR: messages.WARNING,
    Uitslag.GEWEIGERD: messages.WARNING,
}
# Waiting editors hold one of the few places for requests to the admin, so never more than one of them.
_bezig = Lock()
_tempo = Tempo()


def mag_controleren(request: HttpRequest, plekken: Iterable[Gebruik]) -> bool:
    """True for somebody who may change one of these places."""
    return any(admin.site.get_model_admin(type(plek.rij)).has_change_permission(request, plek.rij) for plek in plekken)


def controleer_en_meld(request: HttpRequest, urls: Sequence[str]) -> None:
    """Check the first few of `urls`, keep the results, and tell the editor what came of each."""
    if stand().loopt or not _bezig.acquire(blocking=False):
        messages.warning(request, "Er loopt al een controle van links. Wacht even en probeer het dan opnieuw.")
        return
    try:
        over = len(urls) - _controleer(request, urls[:PER_KEER])
    finally:
        _bezig.release()
    if over:
        messages.info(request, f"Nog niet aan de beurt: {over} van de {len(urls)} links. Druk nog een keer op de knop.")


def _controleer(request: HttpRequest, urls: Sequence[str]) -> int:
    """Return how many of `urls` were checked before the time was up."""
    einde = time.monotonic() + SAMEN
    for aantal, resultaat in enumerate(controleer(urls, seconden=SECONDEN_PER_LINK, tempo=_tempo), start=1):
        bewaar_resultaat(resultaat)
        messages.add_message(request, NIVEAUS[resultaat.uitslag], f"De link {resultaat}")
        if time.monotonic() > einde:
            return aantal
    return len(urls)


class MetLinkKnop(admin.ModelAdmin):
    """Gives the page of a row with links a button that checks them as they were saved."""

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(self.controleer_links)
        return [path("<path:object_id>/links/", view, name=adressen.naam(self.opts, "links")), *super().get_urls()]

    def controleer_links(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Check the links of a row and of what is edited with it. A GET, after logging in, only goes back."""
        rij = self.get_object(request, unquote(object_id))
        if rij is None:
            raise Http404(object_id)
        if not self.has_change_permission(request, rij):
            raise PermissionDenied
        if request.method == "POST":
            controleer_en_meld(request, oudste_eerst(links_van(rij)))
        return redirect(adressen.wijzigen(rij))

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        rij: Model | None = context["original"]
        if rij and self.has_change_permission(request, rij) and links_van(rij):
            context["links_adres"] = reverse(f"admin:{adressen.naam(self.opts, 'links')}", args=[rij.pk])
        return super().render_change_form(request, context, *args, **kwargs)
