from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db.models import Count, QuerySet
from django.forms.widgets import Script
from django.http import HttpRequest
from django.template.loader import render_to_string

from feiten.admin import FunctiefeitInline
from functies.models import (
    Beroepsvereiste,
    Competentie,
    Competentiegebied,
    Doorgroei,
    Functie,
    FunctieOpleiding,
    Synoniem,
    Werkveld,
    Zijpad,
)
from functies.rustiger import MetVolgorde
from redactie.kwaliteit.tekstvelden import MetLeeshints
from redactie.modelbeheer import BRON, BeheerModel, InhoudBeheer, InlineFormulier, zonder
from uitgave.inhoud import TekstField

KORT = {TekstField: {"widget": AdminTextareaWidget(attrs={"rows": 2})}}


@admin.register(Werkveld)
class WerkveldBeheer(MetVolgorde, BeheerModel):
    list_display = ("naam", "kleur", "pictogram", "volgorde")
    search_fields = ("naam",)
    prepopulated_fields = {"slug": ("naam",)}


@admin.register(Beroepsvereiste)
class BeroepsvereisteBeheer(InhoudBeheer):
    list_display = ("naam", "url", "zichtbaar", "gecontroleerd_op")
    list_filter = (zonder("functies", "functies", "functies"), *InhoudBeheer.list_filter)
    search_fields = ("naam", "uitleg")
    prepopulated_fields = {"slug": ("naam",)}
    fieldsets = ((None, {"fields": ("naam", "slug", "uitleg", "url")}), BRON)


@admin.register(Competentiegebied)
class CompetentiegebiedBeheer(BeheerModel):
    list_display = ("naam", "volgorde")
    search_fields = ("naam",)
    prepopulated_fields = {"slug": ("naam",)}


@admin.register(Competentie)
class CompetentieBeheer(InhoudBeheer):
    list_display = ("naam", "competentiegebied", "aantal_functies", "volgorde", "zichtbaar", "gecontroleerd_op")
    list_select_related = ("competentiegebied",)
    list_filter = ("competentiegebied", zonder("functies", "functies", "functies"), *InhoudBeheer.list_filter)
    search_fields = ("naam",)
    prepopulated_fields = {"slug": ("naam",)}
    fieldsets = ((None, {"fields": ("naam", "slug", "competentiegebied", "volgorde")}), BRON)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).annotate(aantal=Count("functies", distinct=True))

    @admin.display(description="functies", ordering="aantal")
    def aantal_functies(self, obj: Competentie) -> int:
        return obj.aantal


class OpleidingInline(MetLeeshints, admin.StackedInline):
    model = FunctieOpleiding
    form = InlineFormulier
    extra = 0
    verbose_name = "opleiding"
    verbose_name_plural = "Opleidingen bij deze functie"
    autocomplete_fields = ("opleiding",)
    fields = (("opleiding", "rol"), "toelichting", "volgorde")


STAP = (("gebruikelijk", "beide_kanten"), "voorwaarde", "bron", ("gecontroleerd_op", "zichtbaar"))


class StapInline(MetLeeshints, admin.StackedInline):
    """Steps seen from one functie; subclasses say at which end it stands."""

    model = Doorgroei
    form = InlineFormulier
    extra = 0
    verbose_name = "stap"
    formfield_overrides = KORT


class VervolgInline(StapInline):
    fk_name = "van"
    autocomplete_fields = ("naar",)
    verbose_name_plural = "Zo groei je door: stappen vanaf deze functie"
    fields = (
        ("naar", "soort"),
        ("gebruikelijk", "beide_kanten"),
        "voorwaarde",
        "bron",
        ("gecontroleerd_op", "zichtbaar"),
    )


class VoorafInline(StapInline):
    fk_name = "naar"
    autocomplete_fields = ("van",)
    verbose_name_plural = "Zo kom je hier: stappen naar deze functie"
    fields = (
        ("van", "soort"),
        ("gebruikelijk", "beide_kanten"),
        "voorwaarde",
        "bron",
        ("gecontroleerd_op", "zichtbaar"),
    )


class ZijpadInline(MetLeeshints, admin.StackedInline):
    model = Zijpad
    form = InlineFormulier
    extra = 0
    fields = ("omschrijving", ("url", "volgorde"), "bron", ("gecontroleerd_op", "zichtbaar"))
    formfield_overrides = KORT


@admin.register(Functie)
class FunctieBeheer(InhoudBeheer):
    list_display = (
        "naam",
        "zichtbaar",
        "werkveld",
        "vanaf_niveau",
        "tot_niveau",
        "aantal_opleidingen",
        "aantal_stappen",
        "gecontroleerd_op",
    )
    list_filter = (
        "werkveld",
        "vanaf_niveau",
        zonder("opleidingen", "opleiding", "opleidingslinks"),
        zonder("stappen", "stap", "vervolg"),
        zonder("verhaal", "verhaal", "verhalen"),
        *InhoudBeheer.list_filter,
    )
    list_select_related = ("werkveld", "vanaf_niveau", "tot_niveau")
    search_fields = ("naam", "afkorting", "samenvatting")
    autocomplete_fields = ("foto", "beroepsvereisten", "competenties")
    prepopulated_fields = {"slug": ("naam",)}
    fieldsets = (
        (None, {"fields": ("naam", "afkorting", "kaartnaam", "slug", "werkveld", ("vanaf_niveau", "tot_niveau"))}),
        ("Teksten", {"fields": ("samenvatting", "in_een_regel", "omschrijving", "foto")}),
        ("Wat je nodig hebt en kunt", {"fields": ("beroepsvereisten", "competenties", "geen_vervolg")}),
        ("Open data", {"fields": (("esco", "esco_soort"), ("isco", "isco_soort"))}),
        BRON,
        (
            "De kaart",
            {
                "fields": ("op_de_kaart",),
                "description": "Zo ziet een bezoeker de kaart als je publiceert wat nu is opgeslagen. "
                "Kies een functie op de kaart om die in het voorbeeld te bekijken.",
            },
        ),
    )
    inlines = (FunctiefeitInline, OpleidingInline, VervolgInline, VoorafInline, ZijpadInline)
    readonly_fields = ("op_de_kaart",)

    class Media:
        js = (Script("kaartvenster.js", defer=True),)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        aantallen = {"telling_opleidingen": "opleidingslinks", "telling_stappen": "vervolg"}
        return (
            super()
            .get_queryset(request)
            .annotate(**{naam: Count(relatie, distinct=True) for naam, relatie in aantallen.items()})
        )

    @admin.display(description="op de kaart")
    def op_de_kaart(self, obj: Functie) -> str:
        """The map of the preview with this functie chosen, which static/kaartvenster.js fetches; at least a link."""
        opgeslagen = Functie.objects.filter(pk=obj.pk).first()  # `obj` has what was typed, also when refused
        if opgeslagen is None:
            return "Sla de functie eerst op. Daarna zie je hier de kaart."
        if not opgeslagen.zichtbaar:
            return "Deze functie staat niet op de kaart, want ‘zichtbaar’ staat uit."
        context = {"functie": opgeslagen, "adres": self.view_on_site(opgeslagen)}
        return render_to_string("functies/_kaartvenster.html", context)

    @admin.display(description="opleidingen", ordering="telling_opleidingen")
    def aantal_opleidingen(self, obj: Functie) -> int:
        return obj.telling_opleidingen

    @admin.display(description="stappen", ordering="telling_stappen")
    def aantal_stappen(self, obj: Functie) -> int:
        return obj.telling_stappen


@admin.register(Doorgroei)
class DoorgroeiBeheer(InhoudBeheer):
    list_display = ("van", "naar", "soort", "beide_kanten", "voorwaarde", "zichtbaar", "gecontroleerd_op")
    list_display_links = ("van", "naar")
    list_filter = (
        "soort",
        "gebruikelijk",
        "beide_kanten",
        ("van", admin.RelatedOnlyFieldListFilter),
        *InhoudBeheer.list_filter,
    )
    list_select_related = ("van", "naar")
    search_fields = ("van__naam", "naar__naam", "voorwaarde", "bron")
    autocomplete_fields = ("van", "naar")
    fieldsets = ((None, {"fields": ("van", "naar", "soort", "gebruikelijk", "beide_kanten", "voorwaarde")}), BRON)


@admin.register(Zijpad)
class ZijpadBeheer(InhoudBeheer):
    list_display = ("omschrijving", "functie", "url", "zichtbaar", "gecontroleerd_op")
    list_filter = ("functie", *InhoudBeheer.list_filter)
    list_select_related = ("functie",)
    search_fields = ("omschrijving", "functie__naam")
    autocomplete_fields = ("functie",)
    fieldsets = ((None, {"fields": ("functie", "omschrijving", "url", "volgorde")}), BRON)


@admin.register(FunctieOpleiding)
class FunctieOpleidingBeheer(BeheerModel):
    list_display = ("functie", "opleiding", "rol", "volgorde")
    list_filter = ("rol", "functie")
    list_select_related = ("functie", "opleiding")
    search_fields = ("functie__naam", "opleiding__naam", "opleiding__code")
    autocomplete_fields = ("functie", "opleiding")


@admin.register(Synoniem)
class SynoniemBeheer(BeheerModel):
    list_display = ("woord", "betekenis")
    search_fields = ("woord", "betekenis")
