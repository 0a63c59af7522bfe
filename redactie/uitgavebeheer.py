"""The list of editions: which one is on the site, going back, and correcting what is said of one."""

from typing import Any

from django.contrib import admin
from django.db import transaction
from django.db.models import Model
from django.forms import ModelForm
from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import localize
from django.utils.html import format_html
from django.utils.timezone import localtime

from redactie.kwaliteit.tekstvelden import MetLeeshints
from redactie.modelbeheer import AlleenLezen
from redactie.pdf import pdf_van
from redactie.tegelijk.opslaan import Gelijktijdig
from redactie.templatetags.wie_wanneer import moment, wie
from uitgave.huidig import huidig
from uitgave.leesbaar import op_de_site
from uitgave.models import Uitgave
from uitgave.vastleggen import alleen

UITLEG = (
    "De inhoud van een uitgave verandert nooit. Wat je er hier over zegt, kan een eindredacteur verbeteren. "
    "Bezoekers zien dat meteen."
)


class UitgaveBeheer(Gelijktijdig, MetLeeshints, AlleenLezen):
    """Editions as they were published. Who may publish may correct number, date and words, on record."""

    search_fields = ("nummer", "wijzigingen")
    fieldsets = (
        (None, {"fields": ("nummer", "datum", "wijzigingen"), "description": UITLEG}),
        ("Publicatie", {"fields": ("gepubliceerd_op", "door", "vanaf", "gekeurd_op", "gestopt")}),
    )
    readonly_fields = ("gepubliceerd_op", "door", "vanaf", "gekeurd_op", "gestopt")
    csv_zonder = ("document",)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return request.user.has_perm("uitgave.publiceren")

    def get_list_display(self, request: HttpRequest) -> Any:
        """Say of every edition whether it is on the site, can go back there, or cannot be read."""
        nu = op_de_site()
        redenen = {rij.id: rij.reden for rij in nu.overgeslagen}

        @admin.display(description="op de site")
        def opnieuw(obj: Uitgave) -> str:
            if obj == nu.uitgave:
                pdf = pdf_van(obj)
                return f"Staat nu op de site. {pdf.zin}" if pdf else "Staat nu op de site"
            if not obj.is_verschenen:
                zin = f"Verschijnt {moment(obj.vanaf)}" if obj.is_gepland and obj.vanaf else "Gaat niet door"
                return format_html('<a href="{}">{}</a>', reverse("admin:geplande_uitgave", args=[obj.pk]), zin)
            if obj.pk in redenen:
                return f"Kan niet worden gelezen: {redenen[obj.pk]}"
            adres = reverse("admin:opnieuw_publiceren", args=[obj.pk])
            return format_html('<a href="{}">Publiceer deze uitgave opnieuw</a>', adres)

        @admin.display(description="in het beheer")
        def gelijk(obj: Uitgave) -> str:
            if not obj.is_verschenen or obj.pk in redenen:
                return ""
            return format_html(
                '<a href="{}">Maak het beheer hieraan gelijk</a>', reverse("admin:gelijkmaken", args=[obj.pk])
            )

        @admin.display(description="gepubliceerd op", ordering="gepubliceerd_op")
        def gepubliceerd(obj: Uitgave) -> str:
            return localize(localtime(obj.vanaf or obj.gepubliceerd_op)) if obj.is_verschenen else ""

        @admin.display(description="door", ordering="door")
        def door(obj: Uitgave) -> str:
            return wie(obj.door)

        return ("__str__", opnieuw, gelijk, "datum", "wijzigingen", gepubliceerd, door)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        if request.method != "POST":
            return super().changeform_view(request, object_id, form_url, extra_context)
        with alleen():
            return super().changeform_view(request, object_id, form_url, extra_context)

    def save_model(self, request: HttpRequest, obj: Uitgave, form: ModelForm, change: bool) -> None:
        super().save_model(request, obj, form, change)
        transaction.on_commit(huidig.ververs, robust=True)

    def construct_change_message(self, request: HttpRequest, form: Any, formsets: Any, add: bool = False) -> Any:
        """Keep on record what each field was and became."""
        velden = [(str(form[naam].label), form.initial[naam], form.cleaned_data[naam]) for naam in form.changed_data]
        if not velden:
            return super().construct_change_message(request, form, formsets, add)
        return " ".join(f"{naam} was ‘{localize(oud)}’ en is nu ‘{localize(nieuw)}’." for naam, oud, nieuw in velden)
