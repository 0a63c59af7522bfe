"""What a page says of itself in its head: its title and description once, its one address."""

from html import unescape

from django import template
from django.conf import settings
from django.template import Context
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe

from ontwikkelpad import canoniek, gestructureerd

register = template.Library()

LENGTE = 160  # characters: what a search engine shows of a description


def kort(html: str) -> str:
    """Return the text of `html` on one line, ended at a word when it is too long."""
    tekst = " ".join(unescape(strip_tags(html)).split())
    return tekst if len(tekst) <= LENGTE else f"{tekst[:LENGTE].rpartition(' ')[0].rstrip(' ,.:;–-')}…"


class Vang(template.Node):
    def __init__(self, naam: FilterExpression, nodelist: NodeList) -> None:
        self.naam, self.nodelist = naam, nodelist

    def render(self, context: Context) -> str:
        context[self.naam.resolve(context)] = kort(self.nodelist.render(context))
        return ""


@register.tag
def vang(parser: Parser, token: Token) -> Vang:
    """Keep what stands up to `endvang`, as short plain text, under a name: a block can be shown only once."""
    _, naam = token.split_contents()
    nodelist = parser.parse(("endvang",))
    parser.delete_first_token()
    return Vang(parser.compile_filter(naam), nodelist)


@register.simple_tag(takes_context=True)
def canoniek_adres(context: Context) -> str:
    """Return the one address of the page that is shown."""
    return canoniek.canoniek(context["request"])


@register.simple_tag(takes_context=True)
def gestructureerde_gegevens(context: Context) -> SafeString:
    """Return what the page that is shown says of its row to machines, as JSON-LD; empty for other pages."""
    return mark_safe(gestructureerd.gestructureerd(context["request"]))


@register.simple_tag(takes_context=True)
def prent_van_pagina(context: Context) -> str:
    """Return where the picture of the page that is shown stands: that of its functie, else the map.

    Empty without SITE_URL: who shows a link elsewhere needs a whole address.
    """
    plek = context["request"].resolver_match
    if not settings.SITE_URL or not plek:
        return ""
    van_functie = plek.view_name == "functies:functie"
    return settings.SITE_URL + reverse(
        "functies:prent_van_functie" if van_functie else "functies:prent", args=[*plek.kwargs.values()] * van_functie
    )
