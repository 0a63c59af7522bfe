"""Who did something, and when, in the same words on every page of the desk."""

from datetime import datetime

from django import template
from django.contrib.auth.models import User
from django.utils.formats import date_format
from django.utils.timezone import localtime

register = template.Library()


@register.filter
def wie(gebruiker: User | None) -> str:
    """Return the name of an editor; without one it was the site."""
    return (gebruiker.get_full_name() or gebruiker.get_username()) if gebruiker else "de site zelf"


@register.filter
def moment(tijd: datetime) -> str:
    """Return a day and time: "6 februari 2026, 14:05"."""
    return date_format(localtime(tijd), "j F Y, H:i")
