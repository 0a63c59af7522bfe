from django.contrib import admin

from beelden.admin import plaatje
from redactie.modelbeheer import BRON, InhoudBeheer
from verhalen.models import Verhaal


@admin.register(Verhaal)
class VerhaalBeheer(InhoudBeheer):
    list_display = ("voornaam", "beeldje", "leeftijd", "functie", "kop", "zichtbaar", "gecontroleerd_op")
    list_filter = ("functie", *InhoudBeheer.list_filter)
    list_select_related = ("functie", "foto")
    search_fields = ("voornaam", "kop", "tekst", "functie__naam")
    autocomplete_fields = ("functie", "foto")
    prepopulated_fields = {"slug": ("voornaam",)}
    fieldsets = (
        (None, {"fields": ("voornaam", "slug", "leeftijd", "functie", "foto", "kop", "tekst")}),
        ("Kernwoorden", {"fields": ("kernwoord_1", "kernwoord_2", "kernwoord_3")}),
        BRON,
    )

    @admin.display(description="foto")
    def beeldje(self, obj: Verhaal) -> str:
        return plaatje(obj.foto)
