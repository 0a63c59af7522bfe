"""What every row of content shares, and the field for links that editors type."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models.signals import pre_save
from django.dispatch import receiver
from django.utils import timezone

from uitgave.eenmaal import weiger_dubbel
from uitgave.onaf import nog_leeg
from uitgave.opmaak import geplakt, kan_link_zijn
from uitgave.soort import SLEUTEL
from uitgave.tekst import schoon

SLUG_UITLEG = (
    "Dit staat in het webadres. Je mag het veranderen. Een adres dat al gepubliceerd is, blijft werken, ook op papier."
)
GECONTROLEERD = "gecontroleerd_op"  # the field with the day on which a row was last checked
TEKST_UITLEG = "Schrijf korte zinnen, van ongeveer tien woorden. Een lege regel begint een nieuwe alinea."


def controleer_link(waarde: str) -> None:
    """Accept `waarde` only when it is a link a visitor may safely follow.

    Raises ValidationError for every scheme but http(s), mailto and tel, for a website without a
    host or with a user name before it, and for a backslash, white space or control characters.
    """
    if not kan_link_zijn(waarde):
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


class Lengte(MaxLengthValidator):
    """Refuses a text that is too long, and says how much of it must go."""

    def __call__(self, value: Any) -> None:
        hoogstens: Any = self.limit_value
        if (teveel := len(value) - hoogstens) > 0:
            tekens = "1 teken" if teveel == 1 else f"{teveel} tekens"
            uitleg = f"Dit is {tekens} te lang: het zijn er {len(value)}, en er passen er {hoogstens}."
            raise ValidationError(uitleg, code="max_length")


class Geteld(forms.CharField):
    """A text in a form of which a browser cuts nothing off: whoever pastes too much reads how much must go."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.validators = [
            Lengte(deze.limit_value) if type(deze) is MaxLengthValidator else deze for deze in self.validators
        ]

    def widget_attrs(self, widget: Any) -> dict[str, Any]:
        attrs = super().widget_attrs(widget)
        return {"data-hoogstens" if naam == "maxlength" else naam: waarde for naam, waarde in attrs.items()}


class SlugVeld(Geteld, forms.SlugField):
    """A part of an address in a form."""


class RegelVeld(Geteld):
    """A text of one line in a form, clean: a line break that was pasted becomes a space."""

    een_regel = True

    def to_python(self, value: Any) -> Any:
        return super().to_python(schoon(value, self.een_regel) if isinstance(value, str) else value)


class TekstVeld(RegelVeld):
    """Long text in a form, clean. What a browser sends back unchanged counts as unchanged."""

    een_regel = False


class OpmaakVeld(TekstVeld):
    """Long text with form in a form: a list that was pasted from a word processor becomes one."""

    def to_python(self, value: Any) -> Any:
        return super().to_python(geplakt(value) if isinstance(value, str) else value)


class TekstField(models.TextField):
    """Long text."""

    opmaak = False  # its marks of form are shown as form
    zinnen = True  # for people to read: how easily it reads is measured, and its links are followed

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": TekstVeld, **kwargs})


class OpmaakField(TekstField):
    """Long text with a little form, in Markdown (see `opmaak.py`); only with `koppen` may it have headings.

    A database cannot tell it from a TekstField, and to a migration it is one.
    """

    opmaak = True

    def __init__(self, *args: Any, koppen: bool = False, **kwargs: Any) -> None:
        self.koppen = koppen
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        naam, _, args, kwargs = super().deconstruct()
        return naam, f"{TekstField.__module__}.{TekstField.__name__}", args, kwargs

    def clone(self) -> Any:
        _, _, args, kwargs = self.deconstruct()
        return type(self)(*args, koppen=self.koppen, **kwargs)

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": OpmaakVeld, **kwargs})


class CodeField(TekstField):
    """Long text that is for machines, such as a drawing."""

    zinnen = False


class InhoudQuerySet(models.QuerySet):
    """Rows of content. In fixtures they have the name that they had at first: their lasting key, or else their slug."""

    def zichtbaar(self) -> "InhoudQuerySet":
        return self.filter(zichtbaar=True)

    def get_by_natural_key(self, slug: str) -> Any:
        met_sleutel = any(veld.name == SLEUTEL for veld in self.model._meta.concrete_fields)
        rij = self.filter(**{SLEUTEL: slug}).first() if met_sleutel else None
        return rij or self.get(slug=slug)


class SchoneRij(models.Model):
    """A row whose texts are stored clean (see `tekst.py`), along whichever way they come in."""

    class Meta:
        abstract = True

    def maak_schoon(self) -> list[str]:
        """Clean the texts that editors may change; return the names of the fields that were not clean."""
        anders = []
        for veld in tekstvelden(type(self)):
            oud = self.__dict__.get(veld.attname)  # a field that was not read is left alone
            if isinstance(oud, str) and (nieuw := schoon(oud, is_een_regel(veld))) != oud:
                setattr(self, veld.attname, nieuw)
                anders.append(veld.name)
        return anders

    def clean_fields(self, exclude: Any = None) -> None:
        """Clean before anything is judged: what is checked is what will be stored. A hidden row may be unfinished."""
        self.maak_schoon()
        super().clean_fields(nog_leeg(self).union(exclude or ()))


def tekstvelden(model: type[models.Model]) -> list[Any]:
    """Return the fields of `model` with text that editors may change."""
    velden = model._meta.concrete_fields
    return [veld for veld in velden if isinstance(veld, models.CharField | models.TextField) and veld.editable]


def is_een_regel(veld: Any) -> bool:
    """True for a field with a text of one line."""
    return not isinstance(veld, models.TextField)


@receiver(pre_save)
def _bewaar_schoon(instance: Any, **_: Any) -> None:
    """Clean a row just before it is stored; a row that is loaded or restored passes here alone."""
    if isinstance(instance, SchoneRij):
        instance.maak_schoon()


class Inhoudsrij(SchoneRij):
    """A row of a kind of content (see `soort.py`)."""

    class Meta:
        abstract = True

    def validate_constraints(self, exclude: Any = None) -> None:
        """Refuse, besides what Django refuses, a text that another row has with other capitals or accents."""
        super().validate_constraints(exclude)
        weiger_dubbel(self, exclude or ())

    def te_volgen(self, link: str) -> list[str]:
        """Return the addresses that a check follows for `link`, the value of a LinkField of this row."""
        return [link]


class MetSleutel(Inhoudsrij):
    """A row that stays known when its name and address change: it has an address, or a browser remembers it."""

    sleutel = models.SlugField("vaste sleutel", max_length=160, unique=True, blank=True, editable=False)

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
        "gecontroleerd op", help_text="De dag waarop je voor het laatst hebt nagekeken of dit klopt.", null=True
    )
    zichtbaar = models.BooleanField(
        "zichtbaar",
        default=True,
        help_text="Zet dit uit als bezoekers dit niet mogen zien. Het blijft wel bewaard.",
    )

    objects = InhoudQuerySet.as_manager()

    class Meta:
        abstract = True

    def clean_fields(self, exclude: Any = None) -> None:
        """Refuse, besides what Django refuses, a date of checking that is still to come: it would never be due."""
        fouten: dict[str, Any] = {}
        try:
            super().clean_fields(exclude)
        except ValidationError as fout:
            fouten |= fout.error_dict
        dag = self.gecontroleerd_op
        if isinstance(dag, date) and dag > timezone.localdate() and GECONTROLEERD not in (exclude or ()):
            fouten[GECONTROLEERD] = "Deze dag moet nog komen. Kies een dag tot en met vandaag."
        if fouten:
            raise ValidationError(fouten)
