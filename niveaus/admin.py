from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget

from niveaus.models import Groeiwijze, Niveauuitleg, Omweg, Traject, Trajectstap
from redactie.kwaliteit.tekstvelden import MetLeeshints
from redactie.modelbeheer import BRON, InhoudBeheer, InlineFormulier
from uitgave.inhoud import TekstField


@admin.register(Niveauuitleg)
class NiveauuitlegBeheer(InhoudBeheer):
    list_display = ("niveau", "indicatie", "zichtbaar", "gecontroleerd_op")
    list_select_related = ("niveau",)
    search_fields = ("niveau__naam", "tekst")
    autocomplete_fields = ("niveau",)
    fieldsets = ((None, {"fields": ("niveau", "tekst", "indicatie", "buiten_de_kaart")}), BRON)


@admin.register(Groeiwijze)
class GroeiwijzeBeheer(InhoudBeheer):
    list_display = ("soort", "voorbeeld", "volgorde", "zichtbaar", "gecontroleerd_op")
    search_fields = ("soort", "uitleg", "voorbeeld")
    fieldsets = ((None, {"fields": ("soort", "uitleg", "voorbeeld", "volgorde")}), BRON)


@admin.register(Omweg)
class OmwegBeheer(InhoudBeheer):
    list_display = ("van", "naar", "zichtbaar", "gecontroleerd_op")
    list_display_links = ("van", "naar")
    list_select_related = ("van", "naar")
    search_fields = ("van__naam", "naar__naam", "tekst")
    autocomplete_fields = ("van", "naar")
    fieldsets = ((None, {"fields": ("van", "naar", "tekst")}), BRON)


class TrajectstapInline(MetLeeshints, admin.StackedInline):
    model = Trajectstap
    form = InlineFormulier
    extra = 0
    fields = (("naam", "fase"), ("jaren", "volgorde"), "tekst", "bron", ("gecontroleerd_op", "zichtbaar"))
    formfield_overrides = {TekstField: {"widget": AdminTextareaWidget(attrs={"rows": 2})}}


@admin.register(Traject)
class TrajectBeheer(InhoudBeheer):
    list_display = ("naam", "niveau", "volgorde", "zichtbaar", "gecontroleerd_op")
    list_select_related = ("niveau",)
    search_fields = ("naam", "inleiding", "tekst")
    autocomplete_fields = ("niveau",)
    prepopulated_fields = {"slug": ("naam",)}
    fieldsets = (
        (None, {"fields": ("naam", "slug", "niveau", "inleiding", "tekst", "volgorde")}),
        ("Zoeken", {"fields": ("zoekwoorden",)}),
        BRON,
    )
    inlines = (TrajectstapInline,)


@admin.register(Trajectstap)
class TrajectstapBeheer(InhoudBeheer):
    list_display = ("naam", "traject", "fase", "jaren", "volgorde", "zichtbaar", "gecontroleerd_op")
    list_filter = ("traject", *InhoudBeheer.list_filter)
    list_select_related = ("traject",)
    search_fields = ("naam", "tekst", "traject__naam")
    autocomplete_fields = ("traject",)
    fieldsets = ((None, {"fields": ("traject", "naam", "fase", "jaren", "tekst", "volgorde")}), BRON)
