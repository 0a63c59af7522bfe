"""Parts of a page by their earlier names: who follows a link to a row that stands on a page with others comes there."""

import re
from collections import defaultdict

from django.urls import get_script_prefix

from uitgave.pad import Pad
from uitgave.soort import Soort, soorten

Ankers = dict[str, dict[str, list[str]]]  # by page: the name of a part, with those that it had


def met_eerdere_ankers(pad: Pad, html: str, hier: str) -> str:
    """Return the page at the path `hier` with an empty element at each part for every name that it had."""
    if not any(pad.verhuisd.values()):
        return html
    begin = get_script_prefix()
    for anker, eerder in eerdere_ankers(pad, begin).get(hier, {}).items():
        leeg = "".join(f'<span id="{oud}"></span>' for oud in eerder)
        # Inside the part; of a row of a table inside its first cell.
        deel = rf'<(?:tr\b[^>]*\bid="{anker}"[^>]*>\s*<t[dh]\b|\w+\b[^>]*\bid="{anker}")[^>]*>'
        html = re.sub(deel, lambda gevonden, leeg=leeg: gevonden[0] + leeg, html, count=1)  # type: ignore[misc]
    return html


def eerdere_ankers(pad: Pad, begin: str) -> Ankers:
    """Return the earlier names of parts of pages, for addresses that begin with `begin`; made once for each."""
    bewaard = pad.eens(_per_begin)
    if begin not in bewaard:
        bewaard[begin] = _eerdere(pad)
    return bewaard[begin]


def _per_begin(pad: Pad) -> dict[str, Ankers]:
    return {}


def _eerdere(pad: Pad) -> Ankers:
    gevonden: Ankers = defaultdict(lambda: defaultdict(list))
    for soort in soorten():
        for oud, nieuw in pad.verhuisd.get(soort.deel, {}).items():
            for adres in _adressen(pad, soort, nieuw):
                pagina, _, anker = adres.partition("#")
                if anker.endswith(f"-{nieuw}"):
                    gevonden[pagina][anker].append(f"{anker.removesuffix(nieuw)}{oud}")
    return gevonden


def _adressen(pad: Pad, soort: Soort, slug: str) -> set[str]:
    """Return where a row stands: where its kind says, and where the search leads."""
    eigen = {soort.adres(slug)} if soort.adres else set()
    dingen = soort.dingen(pad.document) if soort.dingen else ()
    return eigen | {ding.adres() for ding in dingen if ding.slug == slug}
