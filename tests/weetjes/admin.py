from django.contrib import admin

from redactie.kwaliteit.tekstvelden import MetLeeshints
from redactie.modelbeheer import BRON, BeheerModel, InhoudBeheer, InlineFormulier
from tests.weetjes.models import Tip, Weetje


class TipInline(MetLeeshints, admin.StackedInline):
    model = Tip
    form = InlineFormulier
    extra = 0


@admin.register(Weetje)
class WeetjeBeheer(InhoudBeheer):
    list_display = ("naam", "van", "zichtbaar", "gecontroleerd_op")
    search_fields = ("naam", "tekst")
    autocomplete_fields = ("hoofdfunctie", "kundes")
    prepopulated_fields = {"slug": ("naam",)}
    fieldsets = (
        (None, {"fields": ("naam", "slug", "tekst", "van", "url", "hoofdfunctie", "kundes", "notitie")}),
        BRON,
    )
    inlines = (TipInline,)


@admin.register(Tip)
class TipBeheer(BeheerModel):
    list_display = ("zin", "weetje", "volgorde")
    list_select_related = ("weetje",)
    search_fields = ("zin",)
    autocomplete_fields = ("weetje",)
