from django.contrib import admin

from redactie.modelbeheer import BRON, InhoudBeheer
from verhalen.models import Verhaal


@admin.register(Verhaal)
class VerhaalBeheer(InhoudBeheer):
    list_display = ("voornaam", "leeftijd", "functie", "kop", "zichtbaar", "gecontroleerd_op")
    list_filter = ("functie", *InhoudBeheer.list_filter)
    list_select_related = ("functie",)
    search_fields = ("voornaam", "kop", "tekst", "functie__naam")
    autocomplete_fields = ("functie",)
    prepopulated_fields = {"slug": ("voornaam",)}
    fieldsets = (
        (None, {"fields": ("voornaam", "slug", "leeftijd", "functie", "kop", "tekst")}),
        ("Kernwoorden", {"fields": ("kernwoord_1", "kernwoord_2", "kernwoord_3")}),
        BRON,
    )
