from django.contrib import admin

from antwoorden.models import Antwoord, Antwoordlink, Vertaling
from redactie.kwaliteit.tekstvelden import MetLeeshints
from redactie.modelbeheer import BRON, BeheerModel, InhoudBeheer, InlineFormulier


class AntwoordlinkInline(MetLeeshints, admin.TabularInline):
    model = Antwoordlink
    form = InlineFormulier
    extra = 0
    fields = ("naam", "pagina", "url", "volgorde")


@admin.register(Antwoord)
class AntwoordBeheer(InhoudBeheer):
    list_display = ("naam", "bij_niets", "volgorde", "zichtbaar", "gecontroleerd_op")
    list_filter = ("bij_niets", *InhoudBeheer.list_filter)
    search_fields = ("naam", "antwoord", "zoekwoorden")
    prepopulated_fields = {"slug": ("naam",)}
    fieldsets = (
        (None, {"fields": ("naam", "slug", "antwoord", "volgorde")}),
        ("Zoeken", {"fields": ("zoekwoorden", "bij_niets")}),
        BRON,
    )
    inlines = (AntwoordlinkInline,)


@admin.register(Antwoordlink)
class AntwoordlinkBeheer(BeheerModel):
    list_display = ("naam", "antwoord", "pagina", "url", "volgorde")
    list_select_related = ("antwoord",)
    search_fields = ("naam", "pagina", "url")
    autocomplete_fields = ("antwoord",)


@admin.register(Vertaling)
class VertalingBeheer(InhoudBeheer):
    list_display = ("woord", "taal", "opmerking", "zichtbaar", "gecontroleerd_op")
    list_filter = ("taal", *InhoudBeheer.list_filter)
    search_fields = ("woord",)
    autocomplete_fields = ("functies", "opleidingen", "beroepsvereisten", "antwoorden")
    fieldsets = (
        (None, {"fields": ("woord", "taal", "opmerking")}),
        ("Dit is hier", {"fields": autocomplete_fields}),
        BRON,
    )
