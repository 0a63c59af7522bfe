"""Two editors, one row: whoever saves second is shown what the first one did, and loses nothing.

A form carries what it started from. At saving that is compared, inside the lock, with what is stored
now and with what was typed. When they differ the form comes back, with what happened above it, and
with the stored row as its new start. So pressing save again is done knowingly.
"""

from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.forms import ModelForm
from django.http import HttpResponse
from django.template.response import TemplateResponse

from redactie.tegelijk.openstaand import Plek
from redactie.tegelijk.samenvoegen import door, laatste_stand, voeg_samen
from redactie.tegelijk.stand import Getypt, Lijst, getypt, leesbaar, lijst_van, lijst_van_inline, lijsten, pak_in

GEWEIGERD = "Kijk eerst bovenaan deze pagina wat er intussen is veranderd."


class Gelijktijdig(admin.ModelAdmin):
    """Refuses to save over what a colleague saved. Call its `changeform_view` inside the lock of all content."""

    bewaart_concepten = True  # what is typed is kept until it is saved: in the tab of the editor, and by the server

    def changeform_view(
        self,
        request: Any,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        if "_saveasnew" in request.POST:  # a button of Django's that no page here has
            raise SuspiciousOperation("_saveasnew")
        if request.method != "POST" or object_id is None:
            pagina: Any = super().changeform_view(request, object_id, form_url, extra_context)
            if object_id and request.method == "GET" and getattr(pagina, "context_data", {}).get("concept"):
                Plek(request.user, self.model, unquote(object_id)).open_()
            return pagina
        rij = self.get_object(request, unquote(object_id))
        if not self.has_change_permission(request, rij):
            raise PermissionDenied
        if rij is None:
            return self._verdwenen(request, unquote(object_id))
        opgeslagen = self._zoals_opgeslagen(request, object_id)
        request.POST, verslag = voeg_samen(lijsten(opgeslagen), request.POST, request.user)
        request.geweigerd = bool(verslag)
        context = {"stand": opgeslagen["stand"], "botsing": verslag, **(extra_context or {})}
        return super().changeform_view(request, object_id, form_url, context)

    def _zoals_opgeslagen(self, request: Any, object_id: str) -> dict[str, Any]:
        """Return the context of the page as it would open now."""
        request.method = "GET"
        try:
            pagina: Any = super().changeform_view(request, object_id)
        finally:
            request.method = "POST"
        return dict(pagina.context_data)

    def get_form(self, request: Any, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """Return the form of the page; one that refuses when a colleague was first."""
        formulier: Any = super().get_form(request, obj, change=change, **kwargs)
        return _weigerend(formulier) if getattr(request, "geweigerd", False) else formulier

    def render_change_form(
        self,
        request: Any,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> Any:
        """Give the form what it starts from: exactly what it shows, so nothing can come in between."""
        mag = add or self.has_change_permission(request, obj)
        if mag and self.bewaart_concepten:
            context["concept"] = Plek(request.user, self.model, str(obj.pk) if obj else "")
        if change and mag and not context["adminform"].form.is_bound:
            context["stand"] = pak_in(lijsten(context))
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        """Save the rows inside the page, and with that all of it: then what was typed need not be kept."""
        super().save_related(request, form, formsets, change)
        if self.bewaart_concepten:
            Plek(request.user, self.model, str(form.instance.pk) if change else "").vergeet()

    def _verdwenen(self, request: Any, pk: str) -> HttpResponse:
        """Show what was typed for a row that a colleague deleted."""
        leeg = [
            lijst_van(self.get_form(request)()),
            *(
                lijst_van_inline(formset(instance=self.model()), inline.verbose_name)
                for formset, inline in self.get_formsets_with_inlines(request)
            ),
        ]
        versie = laatste_stand(self.model, pk)
        context = {
            **self.admin_site.each_context(request),
            "title": "Niet opgeslagen",
            "opts": self.opts,
            "versie": versie,
            "door": door(versie and versie.revision, request.user),
            "rijen": [_in_woorden(lijst, rij) for lijst in leeg for rij in getypt(lijst, request.POST) or []],
        }
        return TemplateResponse(request, "redactie/verdwenen.html", context, status=410)


def _weigerend(formulier: type[ModelForm]) -> type[ModelForm]:
    class Weigerend(formulier):  # type: ignore[misc, valid-type]
        def clean(self) -> Any:
            self.add_error(None, GEWEIGERD)
            return super().clean()

    return Weigerend


def _in_woorden(lijst: Lijst, rij: Getypt) -> dict[str, Any]:
    """Return a row that was typed, in words."""
    velden = [(veld.label, leesbaar(veld, rij.rij[naam])) for naam, veld in lijst.velden.items()]
    return {"naam": lijst.naam(rij.rij) if lijst.prefix else "", "velden": velden, "weg": rij.weg}
