from typing import Any

from django.contrib import admin
from django.db.models import ForeignKey
from django.http import HttpRequest

from feiten.keuzes import Bij
from feiten.models import Onderwerp
from passen.models import Keuzevraag
from redactie.modelbeheer import BeheerModel


@admin.register(Keuzevraag)
class KeuzevraagBeheer(BeheerModel):
    list_display = ("vraag", "onderwerp", "label_ja", "label_nee", "volgorde")
    list_select_related = ("onderwerp",)
    search_fields = ("vraag", "label_ja", "label_nee")
    prepopulated_fields = {"slug": ("vraag",)}
    fields = ("vraag", "slug", "onderwerp", "label_ja", "label_nee", "volgorde")

    def formfield_for_foreignkey(self, db_field: ForeignKey, request: HttpRequest, **kwargs: Any) -> Any:
        kwargs["queryset"] = Onderwerp.objects.filter(bij=Bij.FUNCTIES).exclude(vraag="")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
