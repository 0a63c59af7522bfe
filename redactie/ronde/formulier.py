"""The date of checking on the page of a row: one tick for today, and a question when only a text was changed."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.contrib import admin, messages
from django.db.models import Model
from django.forms import ModelForm
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join

from redactie.ronde.indeling import waarde_van
from uitgave.inhoud import GECONTROLEERD, Inhoud, tekstvelden
from uitgave.soort import soort_van

VINKJE = "_nagekeken"
KLOPT_ALLES = (
    "Je veranderde een tekst, en ‘gecontroleerd op’ bleef zoals het was. Klopt de rest ook nog? Kijk het na: {}."
)


class MetNakijken(admin.ModelAdmin):
    """Never sets the date by itself: only who ticks, or types another date, says that all of the row was checked."""

    def save_model(self, request: HttpRequest, obj: Any, form: ModelForm, change: bool) -> None:
        if isinstance(obj, Inhoud) and VINKJE in request.POST:
            obj.gecontroleerd_op = timezone.localdate()
        super().save_model(request, obj, form, change)

    def vraag_nakijken(self, request: HttpRequest, form: ModelForm, formsets: Iterable[Any]) -> None:
        """Ask whether the rest still holds of each row of a page that was saved, when only a text of it was changed."""
        binnen = [deel for formset in formsets for deel in formset.initial_forms if deel not in formset.deleted_forms]
        rijen = [deel.instance for deel in binnen if _alleen_tekst(deel)]
        if VINKJE not in request.POST and _alleen_tekst(form):
            rijen.insert(0, form.instance)
        if rijen:
            adres = reverse("admin:ronde")
            links = (f"{adres}?{urlencode({'rij': waarde_van(rij)})}" for rij in rijen)
            namen = format_html_join(", ", '<a href="{}">{}</a>', zip(links, rijen, strict=True))
            messages.info(request, format_html(KLOPT_ALLES, namen))

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        rij: Model | None = context["original"]
        if isinstance(rij, Inhoud) and self.has_change_permission(request, rij):
            context["vinkje_nagekeken"] = VINKJE
            context["nagekeken_wat"] = soort_van(type(rij)).met_lidwoord
        return super().render_change_form(request, context, *args, **kwargs)


def _alleen_tekst(form: ModelForm) -> bool:
    """True when a text was changed, and the date of checking is one of before today that nobody touched."""
    rij: Any = form.instance
    if not isinstance(rij, Inhoud) or GECONTROLEERD in form.changed_data:
        return False
    teksten = {veld.name for veld in tekstvelden(type(rij))} - {"slug"}
    dag = rij.gecontroleerd_op
    return bool(teksten & set(form.changed_data)) and dag is not None and dag < timezone.localdate()


class LangGeleden(admin.SimpleListFilter):
    """Filter on rows that were not checked for a while."""

    title = "gecontroleerd"
    parameter_name = "gecontroleerd"
    DAGEN = {"jaar": ("langer dan een jaar geleden", 365), "halfjaar": ("langer dan een half jaar geleden", 182)}

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return [(waarde, tekst) for waarde, (tekst, _) in self.DAGEN.items()]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if self.value() not in self.DAGEN:
            return queryset
        grens = timezone.localdate() - timedelta(days=self.DAGEN[str(self.value())][1])
        return queryset.filter(gecontroleerd_op__lt=grens)
