from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.forms import ModelForm
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path

from aanbod.beheer import aanbodpagina, zeg_wat_verandert
from feiten.admin import OpleidingsfeitInline
from opleidingen.models import (
    Aanbieder,
    CodeControle,
    Geldigheid,
    Niveau,
    Opleiding,
    Register,
    Verwijzing,
    Vooropleiding,
    Voortbouw,
)
from opleidingen.vervangen import vervangpagina
from redactie.adressen import naam
from redactie.modelbeheer import BRON, AlleenLezen, BeheerModel, InhoudBeheer, InlineFormulier, zonder
from redactie.templatetags.wie_wanneer import moment
from uitgave.pagina import RedactieVerzoek


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


class GeldigheidInline(admin.StackedInline):
    model = Geldigheid
    form = InlineFormulier
    extra = 0
    max_num = 1
    fk_name = "opleiding"
    autocomplete_fields = ("opvolger",)
    verbose_name_plural = "Hoe lang kun je met deze opleiding beginnen?"
    fields = (("vanaf", "instroom_tot", "einde"), "opvolger", "bron", ("gecontroleerd_op", "zichtbaar"))


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
        (None, {"fields": ("naam", "slug", "op_niveau", "coderegister", "code", "stand_van_de_code")}),
        ("Over de opleiding", {"fields": ("erkenning", "erkenning_zin", "omschrijving")}),
        ("Waar kun je dit leren?", {"fields": ("leeroverzicht_url", "aanbieders", "eenheden")}),
        BRON,
    )
    readonly_fields = ("stand_van_de_code",)
    inlines = (GeldigheidInline, VoortbouwInline, OpleidingsfeitInline)

    def get_urls(self) -> list[Any]:
        aanbod = self.admin_site.admin_view(self.aanbod)
        vervang = self.admin_site.admin_view(self.vervang)
        return [
            path("aanbod/", aanbod, name=naam(self.opts, "aanbod")),
            path("<path:object_id>/vervang/", vervang, name=naam(self.opts, "vervang")),
            *super().get_urls(),
        ]

    def aanbod(self, request: RedactieVerzoek) -> HttpResponse:
        """Show which schools offer what, and decide on it."""
        return aanbodpagina(request, self.admin_site.each_context(request))

    def vervang(self, request: RedactieVerzoek, object_id: str) -> HttpResponse:
        """Put the successor of an opleiding in its place, everywhere."""
        oud = self.get_object(request, unquote(object_id))
        if oud is None:
            raise Http404(object_id)
        if not self.has_change_permission(request, oud):
            raise PermissionDenied
        return vervangpagina(request, oud, self.admin_site.each_context(request))

    @admin.display(description="stand van de code")
    def stand_van_de_code(self, obj: Opleiding) -> str:
        """What the registers said of its code, and when."""
        register = obj.coderegister if obj.code else None
        if register is None or not register.controle:
            return "de site kijkt deze code niet na"
        controle = CodeControle.objects.filter(register=register.slug, code=obj.code).first()
        if controle is None:
            return "nog nooit gecontroleerd"
        return f"{controle.codestand}. {controle.toelichting} Gecontroleerd op {moment(controle.gecontroleerd_op)}."

    def save_model(self, request: HttpRequest, obj: Opleiding, form: ModelForm, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if obj.code_is_ongewoon():
            tekst = "Let op: {} is geen gewone code voor {}. Kijk na of het register klopt."
            messages.warning(request, tekst.format(obj.code, obj.coderegister))
        if "eenheden" in form.changed_data:
            zeg_wat_verandert(request, form.initial.get("eenheden", ""), obj)


@admin.register(Geldigheid)
class GeldigheidBeheer(InhoudBeheer):
    list_display = ("opleiding", "vanaf", "instroom_tot", "einde", "opvolger", "zichtbaar", "gecontroleerd_op")
    list_select_related = ("opleiding", "opvolger")
    search_fields = ("opleiding__naam", "opleiding__code", "opvolger__naam", "bron")
    autocomplete_fields = ("opleiding", "opvolger")
    fieldsets = ((None, {"fields": ("opleiding", ("vanaf", "instroom_tot", "einde"), "opvolger")}), BRON)


@admin.register(CodeControle)
class CodeControleBeheer(AlleenLezen):
    """What came of looking up the codes, each with what was looked up."""

    list_display = ("code", "register", "stand_met_dag", "toelichting", "gecontroleerd_op")
    list_display_links = None
    list_filter = ("stand", "register", "gecontroleerd_op")
    search_fields = ("code", "toelichting")

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        return super().changelist_view(request, {"title": "Gecontroleerde codes", **(extra_context or {})})

    @admin.display(description="stand", ordering="stand")
    def stand_met_dag(self, obj: CodeControle) -> str:
        return str(obj.codestand)


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
