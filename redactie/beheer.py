"""The admin site: Django's own, with preview and publishing at hand on every page."""

import logging
from typing import Any

from django.contrib.admin import AdminSite
from django.db import DataError
from django.http import HttpRequest, HttpResponse
from django.urls import path

from ontwikkelpad.pagina import foutpagina
from redactie import uitgeven

logger = logging.getLogger(__name__)


class Beheer(AdminSite):
    site_title = "Beheer"
    site_header = "Beheer van het Ontwikkelpad"
    index_title = "Inhoud van de site"

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """Answer 400 where hostile input makes the database or a number refuse, and log it."""
        eigen = super().admin_view(view, cacheable)

        def zonder_onzin(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            try:
                return eigen(request, *args, **kwargs)
            except (DataError, OverflowError):
                logger.warning("Refused input at %s", request.path_info, exc_info=True)
                return foutpagina(request, 400)

        return zonder_onzin

    def get_urls(self) -> list[Any]:
        voorbeeld, publiceren = self.admin_view(uitgeven.voorbeeld), self.admin_view(uitgeven.publiceren)
        eigen = [
            path("voorbeeld/", voorbeeld, name="voorbeeld"),
            path("voorbeeld/<path:adres>", voorbeeld),
            path("publiceren/", publiceren, name="publiceren"),
            path("publiceren/<int:uitgave_id>/", publiceren, name="opnieuw_publiceren"),
        ]
        return [*eigen, *super().get_urls()]
