"""Where visitors see a row: short ways to say so in the declaration of a kind. Slug in, address out."""

from collections.abc import Callable

from django.urls import reverse

Adres = Callable[[str], str]


def bladzijde(naam: str) -> Adres:
    """The row has a page of its own: the view `naam`, which takes its slug."""
    return lambda slug: reverse(naam, args=[slug])


def op_bladzijde(naam: str, deel: str = "") -> Adres:
    """The row stands on a page with others of its kind, in the part `deel`-slug; without `deel` anywhere on it."""
    return lambda slug: f"{reverse(naam)}#{deel}-{slug}" if deel else reverse(naam)


def gefilterd(naam: str, filter_: str) -> Adres:
    """The row shows as a filter on a list."""
    return lambda slug: f"{reverse(naam)}?{filter_}={slug}"
