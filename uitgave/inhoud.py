"""What every row of content shares, and the field for links that editors type."""

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

SLUG_UITLEG = "Verander dit liever niet: links en prints werken dan niet meer."
TEKST_UITLEG = "Schrijf korte zinnen, van ongeveer tien woorden. Een lege regel begint een nieuwe alinea."


def controleer_link(waarde: str) -> None:
    """Accept `waarde` only when it is a link a visitor may safely follow.

    Raises ValidationError for every scheme but http(s), mailto and tel, for a website without a
    host or with a user name before it, and for a backslash, white space or control characters.
    """
    try:
        delen = urlsplit(waarde)
        website = delen.hostname if "@" not in delen.netloc and delen.port != 0 else None
    except ValueError:
        delen, website = urlsplit(""), None
    volledig = {"http": website, "https": website, "mailto": delen.path, "tel": delen.path}
    if not volledig.get(delen.scheme) or any(
        teken == "\\" or teken.isspace() or not teken.isprintable() for teken in waarde
    ):
        raise ValidationError(
            "‘%(waarde)s’ is geen bruikbare link. Begin met https://, http://, mailto: of tel:.",
            code="link",
            params={"waarde": waarde},
        )


class LinkField(models.CharField):
    """A link to a website, a mail address or a telephone number."""

    default_validators = [controleer_link]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 500)
        super().__init__(*args, **kwargs)


class TekstVeld(forms.CharField):
    """Long text in a form. What a browser sends back unchanged counts as unchanged."""

    def to_python(self, value: Any) -> Any:
        tekst = super().to_python(value)
        return tekst.replace("\r\n", "\n") if tekst else tekst


class TekstField(models.TextField):
    """Long text, with the same line endings whichever browser it was typed in."""

    zinnen = True  # for people to read: how easily it reads is measured, and its links are followed

    def to_python(self, value: object) -> Any:
        tekst = super().to_python(value)
        return tekst.replace("\r\n", "\n") if tekst else tekst

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": TekstVeld, **kwargs})


class CodeField(TekstField):
    """Long text that is for machines, such as a drawing."""

    zinnen = False


class InhoudQuerySet(models.QuerySet):
    """Rows of content, addressed in fixtures by their slug."""

    def zichtbaar(self) -> "InhoudQuerySet":
        return self.filter(zichtbaar=True)

    def get_by_natural_key(self, slug: str) -> Any:
        return self.get(slug=slug)


class Inhoudsrij(models.Model):
    """A row of a kind of content (see `soort.py`)."""

    class Meta:
        abstract = True


class Inhoud(Inhoudsrij):
    """A row that the public can see: where it comes from, when it was checked, whether it shows."""

    bron = TekstField(
        "bron",
        help_text="Waar komt dit vandaan? Noem het document en de datum. "
        "Bij een functie, stap, opleiding en verhaal zien bezoekers dit.",
    )
    gecontroleerd_op = models.DateField(
        "gecontroleerd op", help_text="De dag waarop je voor het laatst hebt nagekeken of dit klopt."
    )
    zichtbaar = models.BooleanField(
        "zichtbaar",
        default=True,
        help_text="Zet dit uit als bezoekers dit niet mogen zien. Het blijft wel bewaard.",
    )

    objects = InhoudQuerySet.as_manager()

    class Meta:
        abstract = True
