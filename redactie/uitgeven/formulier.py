"""The form of a new edition."""

from typing import Any

from django import forms
from django.utils import timezone

from redactie.kwaliteit.tekstvelden import TekstMetHint
from uitgave.inhoud import RegelVeld
from uitgave.models import GEWEEST, Uitgave
from uitgave.publiceren import AL_GEPLAND


class PublicatieFormulier(forms.ModelForm):
    """What an editor says of a new edition, and on which state that editor based it."""

    basis = forms.CharField(widget=forms.HiddenInput, required=False)
    gelezen = forms.BooleanField(
        label="Ik heb de punten bij ‘let op’ gelezen en wil publiceren",
        error_messages={"required": "Lees de punten bij ‘let op’. Wil je toch publiceren? Zet dan dit vinkje."},
    )

    class Meta:
        model = Uitgave
        fields = ("nummer", "datum", "vanaf", "wijzigingen")
        field_classes = {"nummer": RegelVeld}
        widgets = {
            "datum": forms.DateInput({"type": "date"}, "%Y-%m-%d"),
            "vanaf": forms.DateTimeInput({"type": "datetime-local"}, "%Y-%m-%dT%H:%M"),
            "wijzigingen": TekstMetHint({"rows": 4}),
        }

    def __init__(self, *args: Any, vraag: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not vraag:
            del self.fields["gelezen"]

    def clean(self) -> dict[str, Any]:
        """Give an edition that is planned the date of its day."""
        super().clean()
        if vanaf := self.cleaned_data.get("vanaf"):
            self.cleaned_data["datum"] = timezone.localdate(vanaf)
            if vanaf <= timezone.now():
                self.add_error("vanaf", GEWEEST)
            if ander := Uitgave.objects.gepland().exclude(pk=self.instance.pk).first():
                self.add_error("vanaf", AL_GEPLAND.format(ander))
        return self.cleaned_data
