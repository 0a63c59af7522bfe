from typing import Any

from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db.models import ForeignKey
from django.http import HttpRequest

from feiten.keuzes import Bij
from feiten.models import Feit, Onderwerp
from redactie.kwaliteit.tekstvelden import MetLeeshints
from redactie.modelbeheer import BRON, BeheerModel, InhoudBeheer, InlineFormulier
from uitgave.inhoud import TekstField

FEIT = ("waarde", "antwoord", "stand", "url", "geldig_tot", "toelichting")


@admin.register(Onderwerp)
class OnderwerpBeheer(BeheerModel):
    list_display = ("naam", "bij", "vraag", "volgorde")
    list_filter = ("bij",)
    search_fields = ("naam", "vraag")
    prepopulated_fields = {"slug": ("naam",)}


@admin.register(Feit)
class FeitBeheer(InhoudBeheer):
    list_display = ("onderwerp", "waarvan", "waarde", "geldig_tot", "zichtbaar", "gecontroleerd_op")
    list_filter = ("onderwerp", "geldig_tot", *InhoudBeheer.list_filter)
    list_select_related = ("onderwerp", "functie", "opleiding")
    search_fields = ("waarde", "onderwerp__naam", "functie__naam", "opleiding__naam")
    autocomplete_fields = ("onderwerp", "functie", "opleiding")
    fieldsets = ((None, {"fields": ("onderwerp", "functie", "opleiding", *FEIT)}), BRON)

    @admin.display(description="bij")
    def waarvan(self, obj: Feit) -> str:
        return str(obj.functie or obj.opleiding)


class FeitInline(MetLeeshints, admin.StackedInline):
    """The feiten of one functie or opleiding; subclasses say of which."""

    model = Feit
    form = InlineFormulier
    extra = 0
    verbose_name_plural = "In het kort: feiten"
    fields = (
        ("onderwerp", "antwoord"),
        "waarde",
        ("stand", "url"),
        "geldig_tot",
        "toelichting",
        "bron",
        ("gecontroleerd_op", "zichtbaar"),
    )
    formfield_overrides = {TekstField: {"widget": AdminTextareaWidget(attrs={"rows": 2})}}
    bij: Bij

    def formfield_for_foreignkey(self, db_field: ForeignKey, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "onderwerp":
            kwargs["queryset"] = Onderwerp.objects.filter(bij=self.bij)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class FunctiefeitInline(FeitInline):
    fk_name = "functie"
    bij = Bij.FUNCTIES


class OpleidingsfeitInline(FeitInline):
    fk_name = "opleiding"
    bij = Bij.OPLEIDINGEN
