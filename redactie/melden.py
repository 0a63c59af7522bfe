"""What an editor reads after every change: that visitors do not see it yet."""

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html


def meld(request: HttpRequest) -> None:
    """Say that visitors do not see what was saved, and offer to look at it or to publish it."""
    tekst = "Bezoekers zien dit nog niet. <a href='{}'>Bekijk voorbeeld</a>"
    if request.user.has_perm("uitgave.publiceren"):
        tekst += " of <a href='{}'>Publiceer</a>"
    messages.info(request, format_html(tekst + ".", reverse("admin:voorbeeld"), reverse("admin:publiceren")))
