from django.contrib import admin

from beginnen.models import Beginfase, Deur
from redactie.modelbeheer import BRON, InhoudBeheer


@admin.register(Deur)
class DeurBeheer(InhoudBeheer):
    list_display = ("naam", "soort", "volgorde", "zichtbaar", "gecontroleerd_op")
    search_fields = ("naam", "uitleg")
    prepopulated_fields = {"slug": ("naam",)}
    fieldsets = (
        (None, {"fields": ("naam", "slug", "uitleg", "soort", "volgorde")}),
        ("Achter de deur", {"fields": ("waar", "hoe", "morgen")}),
        ("Zoeken", {"fields": ("zoekwoorden",)}),
        BRON,
    )


@admin.register(Beginfase)
class BeginfaseBeheer(InhoudBeheer):
    list_display = ("naam", "opleiding", "weken", "volgorde", "zichtbaar", "gecontroleerd_op")
    list_filter = ("opleiding", *InhoudBeheer.list_filter)
    list_select_related = ("opleiding",)
    search_fields = ("naam", "opleiding__naam")
    autocomplete_fields = ("opleiding",)
    fieldsets = (
        (None, {"fields": ("opleiding", "naam", "volgorde")}),
        ("Zo ziet de tijd eruit", {"fields": ("weken", "schooldagen", ("werkdagen", "werkdagen_tot"))}),
        ("Wat erbij hoort", {"fields": ("contract", "geld", "tekst")}),
        BRON,
    )
