"""What a page about a row says of it in its head, in the words of schema.org: what it is, and where it stands."""

import json
from typing import Any

from django.conf import settings

from data.graaf import namen_in, over
from ontwikkelpad.paginas import menu
from rdf.drietal import SCHEMA, SOORT, Drietal, Iri, Waarde
from uitgave.pagina import Verzoek
from uitgave.soort import soorten

# So that no text of an editor can end the element in which it stands.
VEILIG = {ord(teken): f"\\u{ord(teken):04x}" for teken in "<>&"}


def gestructureerd(request: Verzoek) -> str:
    """Return JSON-LD about the row that this page is about, safe inside a script element; "" for any other page."""
    plek = request.resolver_match
    slug = plek.kwargs.get("slug") if plek else None
    for soort in soorten() if slug else ():
        rij = request.pad.delen[soort.deel].get(slug) if soort.drietallen and soort.adres else None
        if rij and soort.adres and soort.adres(rij.slug) == request.path:
            ding = in_schema(over(soort, rij, namen_in(request.pad)))
            naam = soort.naam.format_map({veld: getattr(rij, veld) for veld in soort.naamvelden})
            graaf = [ding, kruimels(request, plek.view_name if plek else "", naam)]
            waarde = {"@context": SCHEMA.rstrip("/"), "@graph": graaf}
            return json.dumps(waarde, ensure_ascii=False, separators=(",", ":")).translate(VEILIG)
    return ""


def in_schema(gezegd: list[Drietal]) -> dict[str, Any]:
    """Return of what is said of a thing its type, and what are texts in schema.org: the rest stands in the page."""
    zelf = gezegd[0][0]
    ding: dict[str, Any] = {"@id": str(zelf)}
    for onderwerp, hoe, wat in gezegd:
        if onderwerp != zelf:
            continue
        if hoe == SOORT and isinstance(wat, Iri) and wat.startswith(SCHEMA):
            ding["@type"] = wat.removeprefix(SCHEMA)
        elif hoe.startswith(SCHEMA) and isinstance(wat, Waarde):
            ding[hoe.removeprefix(SCHEMA)] = wat.tekst
    return ding


def kruimels(request: Verzoek, view: str, naam: str) -> dict[str, Any]:
    """Return the way to this page: by the item of the menu in which it is."""
    boven = [(woord, f"{settings.ADRES}{adres}") for woord, adres, hier in menu(request.pad, view) if hier]
    delen = [{"@type": "ListItem", "position": 1, "name": woord, "item": adres} for woord, adres in boven[:1]]
    delen.append({"@type": "ListItem", "position": len(delen) + 1, "name": naam})
    return {"@type": "BreadcrumbList", "itemListElement": delen}
