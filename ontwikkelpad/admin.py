from django.contrib import admin

from ontwikkelpad.models import Breekwoord, Ontwikkelpad, Sitepagina
from redactie.modelbeheer import BeheerModel, EnigeRij


@admin.register(Ontwikkelpad)
class OntwikkelpadBeheer(EnigeRij):
    fieldsets = (
        (None, {"fields": ("naam", "sector")}),
        ("De kaart", {"fields": ("kop", "uitleg")}),
        ("De inleiding", {"fields": ("inleiding_kop", "inleiding", "verhalen_kop")}),
        (
            "Bij elke opleiding",
            {"fields": ("maatwerk", "leeroverzicht_url", "leeroverzicht_knop", "leeroverzicht_zoek")},
        ),
        (
            "Hulp bij het kiezen",
            {
                "fields": ("hulp_naam", "hulp", "hulp_url"),
                "description": "Is er in jouw sector een loket dat bezoekers helpt? Laat anders alles leeg.",
            },
        ),
        (
            "Logo en kleur",
            {
                "fields": ("logo", "kleur"),
                "description": "Open je logo in een teksteditor om de tekst te kopiëren. Bekijk na het bewaren het "
                "voorbeeld, op een licht en op een donker scherm. Daar maakt de site zelf een lichtere kleur.",
            },
        ),
        ("Over deze site", {"fields": ("over", "contact_url", "bronnen", "privacy", "toegankelijkheid")}),
    )


@admin.register(Sitepagina)
class SitepaginaBeheer(BeheerModel):
    list_display = ("naam", "pagina", "plek", "volgorde", "kop")
    list_filter = ("plek",)
    fields = ("pagina", "naam", "kop", "plek", "volgorde")


@admin.register(Breekwoord)
class BreekwoordBeheer(BeheerModel):
    list_display = ("woord", "delen")
    search_fields = ("woord",)
    fields = ("woord", "delen")
