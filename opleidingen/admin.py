from django.contrib import admin, messages
from django.forms import ModelForm
from django.http import HttpRequest

from feiten.admin import OpleidingsfeitInline
from opleidingen.models import Aanbieder, Niveau, Opleiding, Register, Verwijzing, Vooropleiding, Voortbouw
from redactie.modelbeheer import BRON, BeheerModel, InhoudBeheer, InlineFormulier, zonder


@admin.register(Niveau)
class NiveauBeheer(BeheerModel):
    list_display = ("naam", "volgorde", "nlqf")
    search_fields = ("naam",)
    prepopulated_fields = {"slug": ("naam",)}


@admin.register(Register)
class RegisterBeheer(BeheerModel):
    list_display = ("naam", "afkorting", "masker", "gewoon_begin")
    search_fields = ("naam", "afkorting")
    prepopulated_fields = {"slug": ("afkorting",)}


@admin.register(Aanbieder)
class AanbiederBeheer(BeheerModel):
    list_display = ("naam", "url", "toelichting")
    search_fields = ("naam", "url")
    prepopulated_fields = {"slug": ("naam",)}


class VoortbouwInline(admin.StackedInline):
    model = Voortbouw
    form = InlineFormulier
    extra = 0
    fk_name = "opleiding"
    autocomplete_fields = ("op",)
    verbose_name_plural = "Deze opleiding bouwt voort op"
    fields = ("op", "bron", ("gecontroleerd_op", "zichtbaar"))


@admin.register(Opleiding)
class OpleidingBeheer(InhoudBeheer):
    list_display = ("naam", "op_niveau", "coderegister", "code", "erkenning", "zichtbaar", "gecontroleerd_op")
    list_filter = (
        "op_niveau",
        "coderegister",
        "erkenning",
        zonder("functies", "functies", "functielinks"),
        *InhoudBeheer.list_filter,
    )
    list_select_related = ("op_niveau", "coderegister")
    search_fields = ("naam", "code", "aanbieders__naam")
    autocomplete_fields = ("aanbieders",)
    prepopulated_fields = {"slug": ("naam",)}
    fieldsets = (
        (None, {"fields": ("naam", "slug", "op_niveau", "coderegister", "code", "erkenning", "omschrijving")}),
        ("Waar kun je dit leren?", {"fields": ("leeroverzicht_url", "aanbieders", "eenheden")}),
        BRON,
    )
    inlines = (VoortbouwInline, OpleidingsfeitInline)

    def save_model(self, request: HttpRequest, obj: Opleiding, form: ModelForm, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if obj.code_is_ongewoon():
            tekst = "Let op: {} is geen gewone code voor {}. Kijk na of het register klopt."
            messages.warning(request, tekst.format(obj.code, obj.coderegister))


@admin.register(Vooropleiding)
class VooropleidingBeheer(InhoudBeheer):
    list_display = ("naam", "volgorde", "url", "zichtbaar", "gecontroleerd_op")
    search_fields = ("naam", "opent")
    prepopulated_fields = {"slug": ("naam",)}
    autocomplete_fields = ("niveaus",)
    fieldsets = ((None, {"fields": ("naam", "slug", "volgorde", "niveaus", "opent", "vraag", "url")}), BRON)


@admin.register(Voortbouw)
class VoortbouwBeheer(InhoudBeheer):
    list_display = ("opleiding", "op", "zichtbaar", "gecontroleerd_op")
    list_display_links = ("opleiding", "op")
    list_select_related = ("opleiding", "op")
    search_fields = ("opleiding__naam", "op__naam", "bron")
    autocomplete_fields = ("opleiding", "op")
    fieldsets = ((None, {"fields": ("opleiding", "op")}), BRON)


@admin.register(Verwijzing)
class VerwijzingBeheer(InhoudBeheer):
    list_display = ("naam", "adres", "volgorde", "zichtbaar", "gecontroleerd_op")
    search_fields = ("naam", "adres")
    autocomplete_fields = ("registers", "niveaus")
    prepopulated_fields = {"slug": ("naam",)}
    fieldsets = (
        (None, {"fields": ("naam", "slug", "uitleg", "adres", "volgorde")}),
        ("Bij welke opleidingen?", {"fields": ("registers", "niveaus")}),
        BRON,
    )
