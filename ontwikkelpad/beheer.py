"""The admin site: Django's own, with preview and publishing at hand on every page."""

from typing import Any

from django.contrib.admin import AdminSite
from django.urls import path

from ontwikkelpad import redactie


class Beheer(AdminSite):
    site_title = "Beheer"
    site_header = "Beheer van het Ontwikkelpad"
    index_title = "Inhoud van de site"

    def get_urls(self) -> list[Any]:
        voorbeeld, publiceren = self.admin_view(redactie.voorbeeld), self.admin_view(redactie.publiceren)
        eigen = [
            path("voorbeeld/", voorbeeld, name="voorbeeld"),
            path("voorbeeld/<path:adres>", voorbeeld),
            path("publiceren/", publiceren, name="publiceren"),
            path("publiceren/<int:uitgave_id>/", publiceren, name="opnieuw_publiceren"),
        ]
        return [*eigen, *super().get_urls()]
