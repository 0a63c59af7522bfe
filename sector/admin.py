from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget

from redactie.kwaliteit.tekstvelden import MetLeeshints
from redactie.modelbeheer import BRON, InhoudBeheer, InlineFormulier
from sector.models import Cijfer, Partijgroep, Sectordeel
from uitgave.inhoud import TekstField


class PartijgroepInline(MetLeeshints, admin.StackedInline):
    model = Partijgroep
    form = InlineFormulier
    extra = 0
    fields = (("naam", "volgorde"), "partijen", "bron", ("gecontroleerd_op", "zichtbaar"))
    formfield_overrides = {TekstField: {"widget": AdminTextareaWidget(attrs={"rows": 4})}}


@admin.register(Sectordeel)
class SectordeelBeheer(InhoudBeheer):
    list_display = ("naam", "vorm", "volgorde", "zichtbaar", "gecontroleerd_op")
    search_fields = ("naam", "inleiding", "tekst")
    prepopulated_fields = {"slug": ("naam",)}
    fieldsets = (
        (None, {"fields": ("naam", "slug", "vorm", "inleiding", "tekst", "volgorde")}),
        ("Zoeken", {"fields": ("zoekwoorden",)}),
        BRON,
    )
    inlines = (PartijgroepInline,)


@admin.register(Cijfer)
class CijferBeheer(InhoudBeheer):
    list_display = ("naam", "waarde", "jaar", "deel", "zichtbaar", "gecontroleerd_op")
    list_filter = ("deel", *InhoudBeheer.list_filter)
    list_select_related = ("deel",)
    search_fields = ("naam", "toelichting", "volgens")
    autocomplete_fields = ("deel",)
    prepopulated_fields = {"slug": ("naam",)}
    fieldsets = (
        (None, {"fields": ("naam", "slug", "deel", "volgorde")}),
        ("Het cijfer", {"fields": ("vooraf", ("waarde", "geheel"), "eenheid", "teken")}),
        ("Van wanneer en van wie", {"fields": (("jaar", "moment"), "volgens", "toelichting")}),
        BRON,
    )


@admin.register(Partijgroep)
class PartijgroepBeheer(InhoudBeheer):
    list_display = ("naam", "deel", "volgorde", "zichtbaar", "gecontroleerd_op")
    list_select_related = ("deel",)
    search_fields = ("naam", "partijen")
    autocomplete_fields = ("deel",)
    fieldsets = ((None, {"fields": ("deel", "naam", "partijen", "volgorde")}), BRON)
