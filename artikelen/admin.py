from django.contrib import admin

from artikelen.models import Leesartikel
from redactie.modelbeheer import BRON, InhoudBeheer


@admin.register(Leesartikel)
class LeesartikelBeheer(InhoudBeheer):
    list_display = ("titel", "voor", "eenvoudig", "volgorde", "zichtbaar", "gecontroleerd_op")
    list_filter = ("voor", "eenvoudig", *InhoudBeheer.list_filter)
    search_fields = ("titel", "samenvatting", "tekst")
    prepopulated_fields = {"slug": ("titel",)}
    fieldsets = (
        (None, {"fields": ("titel", "slug", "samenvatting", "tekst")}),
        ("Voor wie", {"fields": ("voor", "eenvoudig", "volgorde")}),
        BRON,
    )
