"""Which changes the history shows: of whom, of which days and of which kind of content."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from reversion.models import Revision, Version

from redactie.templatetags.wie_wanneer import wie
from uitgave.soort import soorten
from uitgave.tekst import volgorde

SITE = "site"  # what nobody did: loading files, the command line


class Filter(forms.Form):
    """Takes the question from an address. What is no answer is left out, and said beside its field."""

    wie = forms.ChoiceField(label="Wie", required=False)
    soort = forms.ChoiceField(label="Wat", required=False)
    van = forms.DateField(label="Van", required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))
    tot = forms.DateField(label="Tot en met", required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        redacteuren = User.objects.filter(Exists(Revision.objects.filter(user=OuterRef("pk"))))
        namen = sorted(((str(rij.pk), wie(rij)) for rij in redacteuren), key=lambda paar: volgorde(paar[1]))
        kinds = sorted(((s.model._meta.label_lower, s.meervoud) for s in soorten()), key=lambda paar: volgorde(paar[1]))
        self._keuzes("wie", [("", "Iedereen"), *namen, (SITE, wie(None))])
        self._keuzes("soort", [("", "Alles"), *kinds])

    def _keuzes(self, naam: str, keuzes: list[tuple[str, str]]) -> None:
        veld: Any = self.fields[naam]
        veld.choices = keuzes

    def kies(self, wijzigingen: QuerySet[Revision]) -> QuerySet[Revision]:
        """Return those of `wijzigingen` that are asked for."""
        self.full_clean()
        gevraagd = {naam: waarde for naam, waarde in self.cleaned_data.items() if waarde}
        if wie_ := gevraagd.get("wie"):
            wijzigingen = wijzigingen.filter(user=None if wie_ == SITE else wie_)
        if van := gevraagd.get("van"):
            wijzigingen = wijzigingen.filter(date_created__gte=_begin(van))
        if tot := gevraagd.get("tot"):
            wijzigingen = wijzigingen.filter(date_created__lt=_begin(tot) + timedelta(days=1))
        if soort := gevraagd.get("soort"):
            type_ = ContentType.objects.get_by_natural_key(*soort.split("."))
            zelfde = Version.objects.filter(revision__date_created=OuterRef("date_created"), content_type=type_)
            wijzigingen = wijzigingen.filter(Exists(zelfde))
        return wijzigingen


def _begin(dag: date) -> datetime:
    return timezone.make_aware(datetime.combine(dag, time.min))
