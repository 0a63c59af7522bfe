from django.contrib import admin

from ontwikkelpad.models import Breekwoord, Ontwikkelpad
from redactie.modelbeheer import BeheerModel, EnigeRij


@admin.register(Ontwikkelpad)
class OntwikkelpadBeheer(EnigeRij):
    fieldsets = (
        (None, {"fields": ("naam", "sector")}),
        ("De kaart", {"fields": ("kop", "uitleg", "maatwerk", "leeroverzicht_url")}),
        ("De inleiding", {"fields": ("inleiding_kop", "inleiding", "werkcentrum", "werkcentrum_url")}),
        ("Over deze site", {"fields": ("over", "contact_url", "bronnen", "privacy", "toegankelijkheid")}),
    )


@admin.register(Breekwoord)
class BreekwoordBeheer(BeheerModel):
    list_display = ("woord", "delen")
    search_fields = ("woord",)
    fields = ("woord", "delen")
