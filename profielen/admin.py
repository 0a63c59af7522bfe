from django.contrib import admin

from profielen.models import Eis, Kernbegrip, Profiel, Profielcompetentie, Profielrol, Profieltekst, Trede
from redactie.kwaliteit.tekstvelden import MetLeeshints
from redactie.modelbeheer import BRON, BeheerModel, InhoudBeheer, InlineFormulier


class ProfieltekstInline(MetLeeshints, admin.StackedInline):
    model = Profieltekst
    form = InlineFormulier
    extra = 0


class ProfielcompetentieInline(MetLeeshints, admin.StackedInline):
    model = Profielcompetentie
    form = InlineFormulier
    extra = 0
    autocomplete_fields = ("competentie",)


class EisInline(MetLeeshints, admin.StackedInline):
    model = Eis
    form = InlineFormulier
    extra = 0


@admin.register(Profiel)
class ProfielBeheer(InhoudBeheer):
    list_display = ("naam", "functie", "zichtbaar", "gecontroleerd_op")
    list_select_related = ("functie",)
    search_fields = ("naam", "functie__naam")
    autocomplete_fields = ("functie",)
    fieldsets = (
        (None, {"fields": ("functie", "naam", "slug", "kop", "inleiding", "gebieden")}),
        ("De trap", {"fields": ("trap_kop", "trap_uitleg")}),
        BRON,
    )
    inlines = (ProfieltekstInline,)


@admin.register(Profieltekst)
class ProfieltekstBeheer(BeheerModel):
    list_display = ("kop", "profiel", "plek", "volgorde")
    list_filter = ("profiel", "plek")
    list_select_related = ("profiel",)
    search_fields = ("kop", "tekst", "profiel__naam")
    autocomplete_fields = ("profiel",)


@admin.register(Profielrol)
class ProfielrolBeheer(InhoudBeheer):
    list_display = ("competentiegebied", "profiel", "volgorde", "zichtbaar", "gecontroleerd_op")
    list_filter = ("profiel", *InhoudBeheer.list_filter)
    list_select_related = ("profiel", "competentiegebied")
    search_fields = ("competentiegebied__naam", "profiel__naam", "competenties__naam")
    autocomplete_fields = ("profiel", "competentiegebied")
    fieldsets = ((None, {"fields": ("profiel", "competentiegebied", "uitleg", "noot", "volgorde")}), BRON)
    inlines = (ProfielcompetentieInline,)


@admin.register(Profielcompetentie)
class ProfielcompetentieBeheer(BeheerModel):
    list_display = ("naam", "rol", "competentie", "volgorde")
    list_filter = ("rol__profiel",)
    list_select_related = ("rol__profiel", "rol__competentiegebied", "competentie")
    search_fields = ("naam", "tekst", "rol__competentiegebied__naam")
    autocomplete_fields = ("rol", "competentie")


@admin.register(Kernbegrip)
class KernbegripBeheer(InhoudBeheer):
    list_display = ("naam", "profiel", "volgorde", "zichtbaar", "gecontroleerd_op")
    list_filter = ("profiel", "gebieden", *InhoudBeheer.list_filter)
    list_select_related = ("profiel",)
    search_fields = ("naam", "uitleg", "profiel__naam")
    autocomplete_fields = ("profiel", "gebieden")
    prepopulated_fields = {"slug": ("naam",)}
    fieldsets = ((None, {"fields": ("profiel", "naam", "slug", "uitleg", "gebieden", "volgorde")}), BRON)


@admin.register(Trede)
class TredeBeheer(InhoudBeheer):
    list_display = ("naam", "niveau", "profiel", "volgorde", "zichtbaar", "gecontroleerd_op")
    list_filter = ("profiel", *InhoudBeheer.list_filter)
    list_select_related = ("profiel",)
    search_fields = ("naam", "profiel__naam", "eisen__tekst")
    autocomplete_fields = ("profiel",)
    fieldsets = ((None, {"fields": ("profiel", "naam", "niveau", "uitleg", "volgorde")}), BRON)
    inlines = (EisInline,)


@admin.register(Eis)
class EisBeheer(BeheerModel):
    list_display = ("tekst", "trede", "volgorde")
    list_filter = ("trede__profiel",)
    list_select_related = ("trede__profiel__functie",)
    search_fields = ("tekst", "punten", "trede__naam")
    autocomplete_fields = ("trede",)
