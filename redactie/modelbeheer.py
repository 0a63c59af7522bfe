"""What the admin pages of all content share."""

from collections.abc import Iterable
from typing import Any

import reversion
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.models import LogEntry
from django.contrib.admin.views.main import ChangeList
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode

from redactie.adressen import wijzigen
from redactie.formulier import InhoudFormulier
from redactie.gebruik import MetGebruik
from redactie.geschiedenis.terugzetten import MetGeschiedenis
from redactie.kwaliteit.tekstvelden import MetLeeshints
from redactie.links.knop import MetLinkKnop
from redactie.melden import gedaan, meld
from redactie.ronde.formulier import LangGeleden, MetNakijken
from redactie.samen.notities import MetNotities
from redactie.tegelijk.opslaan import Gelijktijdig
from redactie.uitgeven.achterhouden import MetAchterhouding
from redactie.uitwisseling.uitvoer import MetCsv
from redactie.veel.ordenen import heeft_volgorde
from uitgave.huidig import huidig
from uitgave.soort import alle_modellen, is_inhoud, soort_van
from uitgave.tekst import hoofdletter
from uitgave.vastleggen import vastleggen, verwijder
from uitgave.volgorde import is_tekst, op_tekst

# The last part of the page of a row that visitors can see.
BRON = ("Bron en zichtbaarheid", {"fields": ("bron", "gecontroleerd_op", "zichtbaar")})

NIEUW_ADRES = (
    "Het webadres is nieuw. Na het publiceren brengt het oude adres (‘{}’) bezoekers vanzelf naar het nieuwe, "
    "ook van een print of een QR-code."
)
LANGSTE_VRAAG = 200  # characters to search for: each word makes the question to the database longer
MEESTE_RIJEN = 200  # inside one page; each takes some 20 ms to draw


class InlineFormulier(InhoudFormulier):
    """A form for a row inside its parent's page. Stock inlines skip the constraints that name the parent."""

    def add_error(self, field: str | None, error: Any) -> None:
        """Say it when a colleague deleted the row: stock inlines put that on a field nobody sees."""
        if field == "id":
            field, error = None, "Deze rij is intussen verwijderd. Bewaar wat je wilt houden en open de pagina opnieuw."
        super().add_error(field, error)

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]  # not in the stubs
        # Of a parent that is not saved yet, a constraint would see that there is none.
        velden = self.instance._meta.concrete_fields
        nieuw = {
            veld.name for veld in velden if veld.is_relation and _is_nieuw(getattr(self.instance, veld.name, None))
        }
        try:
            self.instance.validate_constraints(exclude=nieuw.union(self.errors))
        except ValidationError as fout:
            self.add_error(None, fout.messages)


def _is_nieuw(rij: Model | None) -> bool:
    return rij is not None and rij._state.adding


class Lijst(ChangeList):
    """A list that sorts text as people do, also by the head of a column."""

    def get_ordering_field(self, field_name: Any) -> Any:
        veld = super().get_ordering_field(field_name)
        return op_tekst(self.model, [veld])[0] if veld else veld


class LichteLijst(admin.ModelAdmin):
    """A list in the order of its model, in which capitals and accents make no difference.

    Refuses what nobody asks of a list, and an address can: an endless pattern, the year 0, a very long search.
    """

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return Lijst

    def get_ordering(self, request: HttpRequest) -> Any:
        """Name the order of the model here: a count in the list would make Django forget it."""
        return op_tekst(self.model, self.ordering or self.model._meta.ordering)

    def get_search_fields(self, request: HttpRequest) -> list[str]:
        velden = super().get_search_fields(request)
        return [f"{veld}__bevat" if is_tekst(self.model, veld) else veld for veld in velden]

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple[QuerySet, bool]:
        return super().get_search_results(request, queryset, search_term[:LANGSTE_VRAAG])

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        zwaar = {"regex", "iregex", "year", "iso_year"} & set(lookup.split("__"))
        return not zwaar and super().lookup_allowed(lookup, value, request)


class BeheerModel(
    Gelijktijdig,
    MetAchterhouding,
    MetGeschiedenis,
    MetLinkKnop,
    MetGebruik,
    MetLeeshints,
    MetCsv,
    MetNakijken,
    MetNotities,
    LichteLijst,
    admin.ModelAdmin,
):
    """Puts every change on record, and says that visitors do not see it yet, with publishing at hand."""

    form = InhoudFormulier
    actions = ("verander_veld",)

    @admin.action(description="Verander een veld van wat ik aanvink", permissions=["change"])
    def verander_veld(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse:
        """Go on to the page where a field and its new value are chosen."""
        vraag = urlencode({"rij": [str(pk) for pk in queryset.values_list("pk", flat=True)]}, doseq=True)
        return redirect(f"{reverse('admin:veel', args=[_nummer(self.model)])}?{vraag}")

    def get_formsets_with_inlines(self, request: HttpRequest, obj: Any = None) -> Any:
        """Draw no more rows inside a page than a form may hold, whatever number it claims to have."""
        for formset, inline in super().get_formsets_with_inlines(request, obj):
            formset.max_num = min(formset.max_num, MEESTE_RIJEN)
            formset.absolute_max = MEESTE_RIJEN
            yield formset, inline

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """Say what to do first when an action was asked for no row at all."""
        if "action" in request.POST and not request.POST.getlist(ACTION_CHECKBOX_NAME):
            messages.warning(request, "Zet eerst een vinkje bij wat je wilt verwijderen.")
            return redirect(request.get_full_path())
        te_ordenen = heeft_volgorde(self.model) and self.has_change_permission(request)
        hier = {"soort_nummer": _nummer(self.model), "te_ordenen": te_ordenen}
        return super().changelist_view(request, {**hier, **(extra_context or {})})

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        """Offer to hide a row, or show it, with the rows that need it."""
        rij = kwargs.get("obj")
        if rij is not None and hasattr(rij, "zichtbaar"):
            context["zichtbaar_adres"] = reverse("admin:zichtbaar", args=[_nummer(self.model), rij.pk])
        return super().render_change_form(request, context, *args, **kwargs)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        if request.method != "POST":
            return super().changeform_view(request, object_id, form_url, extra_context)
        with vastleggen(request.user):
            return super().changeform_view(request, object_id, form_url, extra_context)

    def log_addition(self, request: HttpRequest, obj: Model, message: Any) -> Any:
        return self._toegelicht(super().log_addition(request, obj, message))

    def log_change(self, request: HttpRequest, obj: Model, message: Any) -> Any:
        return self._toegelicht(super().log_change(request, obj, message))

    def _get_obj_does_not_exist_redirect(self, request: HttpRequest, opts: Any, object_id: str) -> HttpResponse:
        tekst = 'Deze pagina bestaat niet meer. Misschien is {} verwijderd. Kijk bij <a href="{}">Verwijderd</a>.'
        messages.warning(request, format_html(tekst, soort_van(self.model).met_lidwoord, reverse("admin:verwijderd")))
        return redirect("admin:index")

    def _toegelicht(self, regel: LogEntry) -> LogEntry:
        """Give the revision the words of Django's log, where there is a revision."""
        if reversion.is_active():
            reversion.set_comment(regel.get_change_message())
        return regel

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Protect what other rows use: they would lose it without being changed themselves. Name only real rows."""
        weg, aantallen, zonder_recht, beschermd = super().get_deleted_objects(objs, request)
        return _zonder_koppelingen(weg), aantallen, zonder_recht, [*beschermd, *_gebruikers(objs)]

    def save_related(self, request: HttpRequest, form: ModelForm, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        meld(request, gedaan(form.instance, "opgeslagen" if change else "toegevoegd"))
        if change and "slug" in form.changed_data and _gepubliceerd(form.instance, form.initial["slug"]):
            messages.info(request, NIEUW_ADRES.format(form.initial["slug"]))
        if change:
            self.vraag_nakijken(request, form, formsets)

    def delete_model(self, request: HttpRequest, obj: Model) -> None:
        verwijder(obj, request.user)
        self.meld_verwijderd(request, gedaan(obj, "verwijderd"))

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet) -> None:
        rijen = list(queryset)
        with vastleggen(request.user):
            for obj in rijen:
                verwijder(obj, request.user)
        veel = f"{len(rijen)} {self.opts.verbose_name_plural} zijn verwijderd."
        self.meld_verwijderd(request, gedaan(rijen[0], "verwijderd") if len(rijen) == 1 else veel)

    def meld_verwijderd(self, request: HttpRequest, zin: str) -> None:
        """Say in `zin` what was deleted, and what visitors see of that."""
        meld(request, zin)

    def message_user(self, request: Any, message: Any, level: Any = messages.INFO, *rest: Any, **opties: Any) -> None:
        """Leave out what Django says of a change that went well: `meld` says it, with what visitors see of it."""
        if level != messages.SUCCESS:
            super().message_user(request, message, level, *rest, **opties)


def _nummer(model: type[Model]) -> int:
    """Return the number by which pages for many rows know a kind."""
    return ContentType.objects.get_for_model(model).pk


def _gepubliceerd(rij: Any, slug: str) -> bool:
    """True when visitors know `rij` by this slug now."""
    soort = soort_van(type(rij))
    if not (huidig.pad and (soort.adres or soort.parameters)):
        return False
    op_de_site = huidig.pad.delen[soort.deel].get(slug)
    return op_de_site is not None and op_de_site.sleutel == rij.sleutel


def _zonder_koppelingen(weg: Iterable[Any]) -> list[Any]:
    """Return what goes, each a text with its rows in a list behind it, without the entries of lists of rows."""
    lijsten: list[Any] = [veld.remote_field.through for model in alle_modellen() for veld in model._meta.many_to_many]
    # The capital letter is that of Django, whose words these are.
    soorten = {hoofdletter(str(lijst._meta.verbose_name)) for lijst in lijsten if lijst._meta.auto_created}
    delen = [_zonder_koppelingen(deel) if isinstance(deel, list) else deel for deel in weg]
    return [deel for deel in delen if deel and (isinstance(deel, list) or deel.partition(":")[0] not in soorten)]


def _gebruikers(rijen: Iterable[Model]) -> list[str]:
    """Return, as links, the rows that have one of `rijen` in a list."""
    return [
        format_html('{}: <a href="{}">{}</a>', relatie.related_model._meta.verbose_name, wijzigen(gebruiker), gebruiker)
        for rij in rijen
        for relatie in rij._meta.related_objects
        if relatie.many_to_many and relatie.through._meta.auto_created
        for gebruiker in getattr(rij, str(relatie.get_accessor_name())).all()
    ]


def openbaar_adres(rij: Any) -> str:
    """Return where visitors see a row of content; empty when they see it nowhere by itself."""
    adres = soort_van(type(rij)).adres if is_inhoud(type(rij)) else None
    return adres(getattr(rij, "slug", "")) if adres else ""


class InhoudBeheer(BeheerModel):
    """The page of a row that visitors can see. The link on it leads to the preview, never to the site."""

    list_filter = ("zichtbaar", LangGeleden)

    def view_on_site(self, obj: Model) -> str | None:
        adres = openbaar_adres(obj)
        return reverse("admin:voorbeeld") + adres.removeprefix("/") if adres else None


class EnigeRij(BeheerModel):
    """Texts that are one row: to be changed, never deleted, and added only when they are not there."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and not self.model._default_manager.exists()

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


class AlleenLezen(MetCsv, LichteLijst, admin.ModelAdmin):
    """Rows that the site itself keeps: to be seen, not to be typed."""

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


class Zonder(admin.SimpleListFilter):
    """Filter on rows that have none of a relation: subclasses name it."""

    relatie = ""

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return [("zonder", "zonder"), ("met", "met")]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() not in ("zonder", "met"):
            return queryset
        return queryset.filter(**{f"{self.relatie}__isnull": self.value() == "zonder"}).distinct()


def zonder(titel: str, parameter: str, relatie: str) -> type[Zonder]:
    """Return a filter with this title and URL parameter on rows with or without `relatie`."""
    return type(
        f"Zonder{relatie.capitalize()}", (Zonder,), {"title": titel, "parameter_name": parameter, "relatie": relatie}
    )
