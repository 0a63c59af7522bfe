"""What an editor reads after every change: what was done, and that visitors do not see it yet."""

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from redactie.adressen import wijzigen
from uitgave.soort import soort_van
from uitgave.tekst import hoofdletter


def gedaan(rij: Model, wat: str) -> SafeString:
    """Return the sentence that says what was done with a row of content, with a link to its page while it is there."""
    soort = soort_van(type(rij))
    kop = hoofdletter(soort.met_lidwoord)
    if soort.enig:
        return format_html('<a href="{}">{}</a> zijn {}.', wijzigen(rij), kop, wat)
    naam = format_html('<a href="{}">{}</a>', wijzigen(rij), rij) if rij.pk else rij
    return format_html("{} ‘{}’ is {}.", kop, naam, wat)


def meld(request: HttpRequest, zin: str) -> None:
    """Say in `zin` what was done, then that visitors do not see it yet, and offer to look at it or to publish it."""
    tekst = "{} Bezoekers zien dit nog niet. <a href='{}'>Bekijk voorbeeld</a>"
    if request.user.has_perm("uitgave.publiceren"):
        tekst += " of <a href='{}'>Publiceer</a>"
    adressen = reverse("admin:voorbeeld"), reverse("admin:publiceren")
    messages.success(request, format_html(tekst + ".", zin, *adressen))
