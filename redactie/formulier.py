"""The form of a row of content: one that visitors do not see may be unfinished, and a new row begins hidden."""

from typing import Any

from django.forms import ModelForm

from uitgave.onaf import ZICHTBAAR, mag_later, verborgen_kan

NIEUW = "Nieuw is eerst niet zichtbaar. Zet dit aan als het af is."
LATER = "Zolang dit uitstaat, mag veel nog leeg blijven."


class InhoudFormulier(ModelForm):
    """Asks for what may come later only when the row becomes visible, or stays so."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        model: Any = type(self.instance)
        if not verborgen_kan(model):
            return
        if ZICHTBAAR in self.fields:
            self._leg_uit(bool(mag_later(model)))
        if self.is_bound and not self._wordt_zichtbaar():
            for naam in mag_later(model).intersection(self.fields):
                self.fields[naam].required = False

    def _leg_uit(self, met_later: bool) -> None:
        veld = self.fields[ZICHTBAAR]
        if self.instance._state.adding:
            self.initial.setdefault(ZICHTBAAR, False)
            veld.help_text = NIEUW
        if met_later:
            veld.help_text = f"{veld.help_text} {LATER}"

    def _wordt_zichtbaar(self) -> bool:
        if ZICHTBAAR not in self.fields:
            return bool(self.instance.zichtbaar)
        widget = self.fields[ZICHTBAAR].widget
        return bool(widget.value_from_datadict(self.data, self.files, self.add_prefix(ZICHTBAAR)))

    @property
    def kan_later(self) -> bool:
        """True when all that is wrong is that something is empty which may be so while visitors do not see the row."""
        model: Any = type(self.instance)
        later = mag_later(model)
        leeg = {
            naam for naam, fouten in self.errors.as_data().items() if all(fout.code == "required" for fout in fouten)
        }
        return bool(self.errors) and leeg == set(self.errors) and leeg <= later
