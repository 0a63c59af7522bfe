"""What a form that asks for a new password says, in our own words."""

from typing import Any

from django import forms
from django.contrib.auth.forms import PasswordChangeForm

from toegang.gebeurtenissen import Soort, noteer

NIET_GELIJK = "De twee wachtwoorden zijn niet gelijk. Vul twee keer hetzelfde wachtwoord in."


def leg_uit(velden: dict[str, forms.Field], eerste: str = "password1", tweede: str = "password2") -> None:
    """Say what the two fields of a new password ask for."""
    velden[eerste].help_text = "Minstens acht tekens. Geen naam of gewoon woord, en niet alleen cijfers."
    velden[tweede].label, velden[tweede].help_text = "Nog een keer", "Vul hetzelfde wachtwoord in."


class EigenWachtwoord(PasswordChangeForm):
    """Gives an editor another password, after asking for the one that is there."""

    error_messages = {
        "password_mismatch": NIET_GELIJK,
        "password_incorrect": "Dit is niet je wachtwoord van nu. Let op hoofdletters.",
    }
    required_css_class = "required"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["old_password"].label = "Wachtwoord van nu"
        leg_uit(self.fields, "new_password1", "new_password2")

    def save(self, commit: bool = True) -> Any:
        noteer(Soort.WACHTWOORD, "Eigen wachtwoord veranderd.", self.user)
        return super().save(commit)
