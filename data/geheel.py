"""An edition as one JSON document, and the JSON Schema that says what may stand in it; both follow from the rows."""

from datetime import date
from functools import cache
from typing import Any

import msgspec
from django.conf import settings
from django.db.models import Choices

from uitgave.document import documentsoort, schrijf
from uitgave.pad import Pad
from uitgave.rij import Rij
from uitgave.soort import delen, soorten
from uitgave.verschil import veldnaam

LICENTIE = "https://creativecommons.org/licenses/by/4.0/"
UITLEG = {
    "naam": "Naam van de site.",
    "versie": "Nummer van de uitgave.",
    "datum": "Datum van de uitgave.",
    "adres": "Waar de site staat.",
    "licentie": "Wat je met de gegevens mag doen.",
    "json_schema": "Waar staat wat er in dit bestand kan staan.",
    "inhoud": "Alles wat bezoekers kunnen lezen, per soort.",
}


@cache
def soort_van_geheel() -> type[Rij]:
    """Return the type of the whole: what is said of the edition, and its document."""
    velden: list[Any] = [(veld, date if veld == "datum" else str) for veld in UITLEG if veld != "inhoud"]
    velden.append(("inhoud", documentsoort()))
    return msgspec.defstruct("Geheel", velden, bases=(Rij,), module=__name__, frozen=True, kw_only=True)  # type: ignore[return-value]


def als_json(pad: Pad) -> bytes:
    """Return the whole edition as JSON."""
    geheel = soort_van_geheel()(
        naam=pad.document.sitenaam,
        versie=pad.uitgave.nummer,
        datum=pad.uitgave.datum,
        adres=f"{settings.ADRES}/",
        licentie=LICENTIE,
        json_schema=f"{settings.ADRES}/data/schema.json",
        inhoud=pad.document,
    )
    return schrijf(geheel).encode()


def als_schema(pad: Pad) -> bytes:
    """Return the JSON Schema of the whole, the same for every edition of this release, with Dutch names of fields."""
    schema = msgspec.json.schema(soort_van_geheel(), schema_hook=_keuze)
    per_naam = {soort.rij.__name__: soort for soort in soorten()}
    for naam, deel in schema["$defs"].items():
        deel.pop("description", None)
        if soort := per_naam.get(naam):
            deel["title"] = soort.enkelvoud
            for veld, eigenschap in deel["properties"].items():
                eigenschap["title"] = veldnaam(soort, veld)
    for veld, uitleg in UITLEG.items():
        schema["$defs"]["Geheel"]["properties"][veld]["description"] = uitleg
    for naam, soort in delen().items():
        schema["$defs"]["Document"]["properties"][naam]["description"] = soort.meervoud
    begin = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"{settings.ADRES}/data/schema.json"}
    return msgspec.json.format(msgspec.json.encode(begin | schema), indent=1)


def _keuze(soort: type[Choices]) -> dict[str, Any]:
    """Return what a choice may be, with what each value means."""
    return {"type": "string", "oneOf": [{"const": waarde, "title": str(naam)} for waarde, naam in soort.choices]}
