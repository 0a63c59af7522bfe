from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from redactie.kwaliteit.tekstvelden import MetLeeshints
from redactie.modelbeheer import BRON, BeheerModel, EnigeRij, InhoudBeheer, InlineFormulier, zonder
from werkgevers.models import (
    Artikel,
    Artikelpunt,
    Begeleiding,
    Brief,
    Contactpunt,
    Doelgroep,
    Gespreksvraag,
    Gids,
    Gidslink,
    Gidsstap,
    Gidstekst,
    Leerweg,
    Mijlpaal,
    Regeling,
    Schoolvakantie,
    Taak,
    Werkgevers,
)


@admin.register(Werkgevers)
class WerkgeversBeheer(EnigeRij):
    fieldsets = (
        (None, {"fields": ("inleiding",)}),
        ("Het gesprek", {"fields": ("gesprek_inleiding",)}),
        ("De planning", {"fields": ("planner_uitleg", "schoolvakanties_url")}),
        ("Leren", {"fields": ("leerwegen_inleiding", "praktijk_inleiding")}),
        ("Over deze site", {"fields": ("privacy",)}),
    )


@admin.register(Doelgroep)
class DoelgroepBeheer(InhoudBeheer):
    list_display = ("naam", "uitleg", "volgorde", "zichtbaar", "gecontroleerd_op")
    list_filter = (zonder("leerwegen", "leerwegen", "leerwegen"), *InhoudBeheer.list_filter)
    search_fields = ("naam", "uitleg")
    prepopulated_fields = {"slug": ("naam",)}
    fieldsets = ((None, {"fields": ("naam", "slug", "uitleg", "volgorde")}), BRON)


@admin.register(Leerweg)
class LeerwegBeheer(InhoudBeheer):
    list_display = ("naam", "geschikt", "volgorde", "zichtbaar", "gecontroleerd_op")
    list_filter = ("niveaus", "doelgroepen", zonder("doelgroepen", "zonder", "doelgroepen"), *InhoudBeheer.list_filter)
    search_fields = ("naam", "uitleg", "geschikt")
    autocomplete_fields = ("niveaus", "doelgroepen")
    prepopulated_fields = {"slug": ("naam",)}
    fieldsets = (
        (None, {"fields": ("naam", "slug", "uitleg", "volgorde")}),
        ("Zo ziet je week eruit", {"fields": ("school", "werk", "contract")}),
        ("Voor wie", {"fields": ("niveaus", "geschikt", "doelgroepen")}),
        BRON,
    )


class Geldig(admin.SimpleListFilter):
    """Filter on regelingen that visitors can see today, and those that they cannot see any more, or not yet."""

    title = "geldig"
    parameter_name = "geldig"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return [("nu", "nu"), ("voorbij", "voorbij"), ("later", "later")]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        vandaag = timezone.localdate()
        voorbij, later = Q(geldig_tot__lt=vandaag), Q(geldig_van__gt=vandaag)
        keuzes = {"nu": ~voorbij & ~later, "voorbij": voorbij, "later": later}
        return queryset.filter(keuzes.get(self.value() or "", Q()))


@admin.register(Regeling)
class RegelingBeheer(InhoudBeheer):
    list_display = ("naam", "voor", "geldig_van", "geldig_tot", "url", "zichtbaar", "gecontroleerd_op")
    list_filter = (Geldig, "voor", "functies", "leerwegen", *InhoudBeheer.list_filter)
    search_fields = ("naam", "uitleg", "aanvragen")
    autocomplete_fields = ("functies", "leerwegen")
    prepopulated_fields = {"slug": ("naam",)}
    fieldsets = (
        (None, {"fields": ("naam", "slug", "uitleg")}),
        ("Voor wie", {"fields": ("voor", "functies", "leerwegen")}),
        ("Aanvragen", {"fields": ("aanvragen", "url", ("geldig_van", "geldig_tot"))}),
        BRON,
    )


@admin.register(Contactpunt)
class ContactpuntBeheer(InhoudBeheer):
    list_display = ("naam", "url", "voor", "volgorde", "zichtbaar", "gecontroleerd_op")
    search_fields = ("naam", "uitleg")
    prepopulated_fields = {"slug": ("naam",)}
    fieldsets = ((None, {"fields": ("naam", "slug", "uitleg", "url", "voor", "volgorde")}), BRON)


@admin.register(Gespreksvraag)
class GespreksvraagBeheer(InhoudBeheer):
    list_display = ("vraag", "moment", "voor", "soort", "functie", "volgorde", "zichtbaar")
    list_filter = (
        *("voor", "moment", "soort"),
        ("functie", admin.RelatedOnlyFieldListFilter),
        *InhoudBeheer.list_filter,
    )
    list_select_related = ("functie",)
    search_fields = ("vraag", "functie__naam")
    autocomplete_fields = ("functie",)
    prepopulated_fields = {"slug": ("vraag",)}
    fieldsets = (
        (None, {"fields": ("vraag", "slug", "voor", "moment", "volgorde")}),
        ("Alleen bij", {"fields": ("soort", "functie")}),
        BRON,
    )


@admin.register(Begeleiding)
class BegeleidingBeheer(InhoudBeheer):
    list_display = ("naam", "wanneer", "volgorde", "zichtbaar", "gecontroleerd_op")
    search_fields = ("naam", "wanneer", "uitleg")
    prepopulated_fields = {"slug": ("naam",)}
    fieldsets = ((None, {"fields": ("naam", "slug", "wanneer", "uitleg", "volgorde")}), BRON)


@admin.register(Gids)
class GidsBeheer(InhoudBeheer):
    list_display = ("naam", "voor", "volledig", "voor_kandidaat", "volgorde", "zichtbaar")
    list_filter = ("volledig", "voor_kandidaat", "zichtbaar")
    search_fields = ("naam", "voor")
    prepopulated_fields = {"slug": ("naam",)}
    fieldsets = (
        (None, {"fields": ("naam", "slug", "voor", "inleiding", "volgorde", "zichtbaar")}),
        ("Wat staat erin?", {"fields": ("volledig", "voor_kandidaat")}),
        ("Zoeken", {"fields": ("zoekwoorden",)}),
    )


class TaakInline(MetLeeshints, admin.TabularInline):
    model = Taak
    form = InlineFormulier
    extra = 0


class GidstekstInline(MetLeeshints, admin.StackedInline):
    model = Gidstekst
    form = InlineFormulier
    extra = 0


class GidslinkInline(MetLeeshints, admin.StackedInline):
    model = Gidslink
    form = InlineFormulier
    extra = 0


class MijlpaalInline(MetLeeshints, admin.StackedInline):
    model = Mijlpaal
    form = InlineFormulier
    extra = 0
    fields = ("naam", ("vanaf", "weken"), "toelichting", "volgorde")


class BriefInline(MetLeeshints, admin.StackedInline):
    model = Brief
    form = InlineFormulier
    extra = 0


@admin.register(Gidsstap)
class GidsstapBeheer(InhoudBeheer):
    list_display = ("nummer", "naam", "begin_week", "weken", "zichtbaar", "gecontroleerd_op")
    list_display_links = ("nummer", "naam")
    search_fields = ("naam", "waarom", "taken__tekst")
    prepopulated_fields = {"slug": ("naam",)}
    fieldsets = (
        (None, {"fields": ("nummer", "naam", "slug", "waarom", "wie", "let_op")}),
        (
            "Planning",
            {
                "fields": (("begin_week", "weken"), "na_vorige", "loopt_mee"),
                "description": "De bron noemt geen duur per stap. De site zegt erbij dat dit ons voorstel is.",
            },
        ),
        BRON,
    )
    inlines = (TaakInline, MijlpaalInline, GidstekstInline, GidslinkInline, BriefInline)


@admin.register(Taak)
class TaakBeheer(BeheerModel):
    list_display = ("tekst", "stap", "gids", "partij", "volgorde")
    list_filter = ("gids", "partij", "stap")
    list_select_related = ("stap", "gids")
    search_fields = ("tekst", "stap__naam")
    autocomplete_fields = ("stap",)


@admin.register(Gidstekst)
class GidstekstBeheer(BeheerModel):
    list_display = ("naam", "stap", "gids")
    list_filter = ("gids", "stap")
    list_select_related = ("stap", "gids")
    search_fields = ("naam", "waarom", "stap__naam")
    autocomplete_fields = ("stap",)


@admin.register(Gidslink)
class GidslinkBeheer(BeheerModel):
    list_display = ("naam", "stap", "url", "volgorde")
    list_filter = ("stap",)
    list_select_related = ("stap",)
    search_fields = ("naam", "url", "stap__naam")
    autocomplete_fields = ("stap",)


@admin.register(Mijlpaal)
class MijlpaalBeheer(BeheerModel):
    list_display = ("naam", "stap", "vanaf", "weken", "volgorde")
    list_filter = ("stap",)
    list_select_related = ("stap",)
    search_fields = ("naam", "stap__naam")
    autocomplete_fields = ("stap",)


@admin.register(Brief)
class BriefBeheer(BeheerModel):
    list_display = ("naam", "stap", "volgorde")
    list_filter = ("stap",)
    list_select_related = ("stap",)
    search_fields = ("naam", "tekst", "stap__naam")
    autocomplete_fields = ("stap",)


@admin.register(Schoolvakantie)
class SchoolvakantieBeheer(InhoudBeheer):
    list_display = ("naam", "regio", "van", "tot", "zichtbaar", "gecontroleerd_op")
    list_filter = ("regio", *InhoudBeheer.list_filter)
    search_fields = ("naam",)
    fieldsets = ((None, {"fields": ("naam", "regio", ("van", "tot"))}), BRON)


class ArtikelpuntInline(MetLeeshints, admin.StackedInline):
    model = Artikelpunt
    form = InlineFormulier
    extra = 0


@admin.register(Artikel)
class ArtikelBeheer(InhoudBeheer):
    list_display = ("kop", "soort", "volgorde", "zichtbaar", "gecontroleerd_op")
    list_filter = ("soort", *InhoudBeheer.list_filter)
    search_fields = ("kop", "inleiding", "punten__kop")
    prepopulated_fields = {"slug": ("kop",)}
    fieldsets = ((None, {"fields": ("kop", "slug", "soort", "inleiding", "volgorde")}), BRON)
    inlines = (ArtikelpuntInline,)


@admin.register(Artikelpunt)
class ArtikelpuntBeheer(BeheerModel):
    list_display = ("kop", "artikel", "volgorde")
    list_filter = ("artikel",)
    list_select_related = ("artikel",)
    search_fields = ("kop", "tekst", "artikel__kop")
    autocomplete_fields = ("artikel",)
