"""Which rows of the working copy use which link, and what is kept of following them."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import CharField, Model, TextField
from django.utils import timezone

from redactie.links.controle import Resultaat
from redactie.models import LinkControle
from uitgave import opmaak
from uitgave.inhoud import LinkField, OpmaakField, controleer_link
from uitgave.soort import is_inhoud, soort_van
from uitgave.werkkopie import Werkkopie

IN_TEKST = re.compile(r"""https?://[^\s<>"'‘’“”]+""", re.I)
LEESTEKENS = ".,:;!?…"
HAAKJES = {")": "(", "]": "["}
LENGTE: int = LinkControle._meta.get_field("url").max_length or 0


@dataclass(frozen=True)
class Gebruik:
    """A place that uses a link."""

    rij: Model
    veld: str  # what the admin calls the field


def gebruik(werkkopie: Iterable[Iterable[Model]] = ()) -> dict[str, list[Gebruik]]:
    """Return, for every link to a website in the working copy, the rows and fields that use it.

    `werkkopie` is the rows of every kind, where they were read already.

    Links to mail and telephone, and to pages of the site itself, are left out. A running text counts where it spells
    out a link or, with form, has one.
    """
    plekken = defaultdict(list)
    for rij in chain.from_iterable(werkkopie or Werkkopie().rijen.values()):
        for url, veld in _links(rij):
            plekken[url].append(Gebruik(rij, veld))
    return dict(plekken)


def links_van(rij: Model) -> list[str]:
    """Return the links of `rij` and of the rows that are edited together with it, each once."""
    relaties = soort_van(type(rij)).relaties if is_inhoud(type(rij)) else ()
    mee = [ander for relatie in relaties for ander in getattr(rij, relatie).all()]
    return list(dict.fromkeys(url for deze in (rij, *mee) for url, _ in _links(deze)))


def eigen_links(rij: Model) -> list[str]:
    """Return the links of `rij` itself, each once."""
    return list(dict.fromkeys(url for url, _ in _links(rij)))


def links_in(tekst: str) -> list[str]:
    """Return the links that `tekst` spells out, without the punctuation of the sentence around them."""
    gevonden = (_zonder_leestekens(url) for url in IN_TEKST.findall(tekst) if len(url) <= LENGTE)
    return [url for url in dict.fromkeys(gevonden) if _is_link(url)]


def bewaar_resultaat(resultaat: Resultaat) -> None:
    """Keep what came of following a link just now, in the place of what was kept before."""
    LinkControle.objects.update_or_create(
        url=resultaat.url,
        defaults={
            "uitslag": resultaat.uitslag,
            "toelichting": resultaat.toelichting,
            "gecontroleerd_op": timezone.now(),
        },
    )


def oudste_eerst(urls: Iterable[str]) -> list[str]:
    """Return `urls` in the order in which they need a check: those never checked, then the longest ago."""
    gezien = dict(LinkControle.objects.values_list("url", "gecontroleerd_op"))
    return sorted(urls, key=lambda url: (url in gezien, gezien.get(url)))


def te_volgen(urls: Collection[str], sinds: datetime) -> list[str]:
    """Return those of `urls` that were not followed after `sinds`, in that order; forget what is used nowhere now."""
    gezien = dict(LinkControle.objects.values_list("url", "gecontroleerd_op"))
    LinkControle.objects.filter(url__in=gezien.keys() - set(urls)).delete()
    return oudste_eerst(url for url in urls if url not in gezien or gezien[url] <= sinds)


def _links(rij: Any) -> Iterator[tuple[str, str]]:
    for veld in rij._meta.concrete_fields:
        if not isinstance(veld, CharField | TextField) or not getattr(veld, "zinnen", True):
            continue
        waarde = getattr(rij, veld.attname) or ""
        if isinstance(veld, OpmaakField):
            genoemd = dict.fromkeys([*opmaak.links(waarde), *links_in(opmaak.plat(waarde))])
            yield from ((url, str(veld.verbose_name)) for url in genoemd if IN_TEKST.match(url) and len(url) <= LENGTE)
        elif not isinstance(veld, LinkField):
            yield from ((url, str(veld.verbose_name)) for url in links_in(waarde))
        elif waarde.lower().startswith(("http://", "https://")):
            yield from ((url, str(veld.verbose_name)) for url in rij.te_volgen(waarde) if len(url) <= LENGTE)


def _zonder_leestekens(url: str) -> str:
    """Take off the end of a sentence, and brackets that were opened before the link."""
    url = url.rstrip(LEESTEKENS)
    while (laatste := url[-1:]) in HAAKJES and url.count(laatste) > url.count(HAAKJES[laatste]):
        url = url[:-1].rstrip(LEESTEKENS)
    return url


def _is_link(url: str) -> bool:
    try:
        controleer_link(url)
    except ValidationError:
        return False
    return True
