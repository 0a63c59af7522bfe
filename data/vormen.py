"""Every form in which an edition can be taken along: a file below /data/, made of the edition by one function.

The bytes depend on the edition and the settings alone, so that whoever makes them again gets the same.
"""

from functools import cache, partial

from data import graaf, wijzigingen
from data.catalogus import als_dcat
from data.geheel import als_json, als_schema
from data.tabellen import als_csv, als_xlsx, tabellen
from data.vorm import Vorm

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
GEHEEL = (
    Vorm("ontwikkelpad.json", "application/json", "Alles, als JSON", als_json),
    Vorm("ontwikkelpad.xlsx", EXCEL, "Alles, voor Excel", als_xlsx),
    Vorm("ontwikkelpad.ttl", "text/turtle", "De kaart, als Turtle", graaf.als_turtle),
    Vorm("ontwikkelpad.jsonld", "application/ld+json", "De kaart, als JSON-LD", graaf.als_jsonld),
)
EROVER = (
    Vorm("schema.json", "application/schema+json", "JSON Schema", als_schema),
    Vorm("dcat.ttl", "text/turtle", "Beschrijving voor catalogi", partial(als_dcat, vormen=GEHEEL)),
    Vorm("wijzigingen.json", "application/json", "Wijzigingen, als JSON", wijzigingen.als_json),
    Vorm("wijzigingen.atom", "application/atom+xml", "Wijzigingen, als feed", wijzigingen.als_atom),
)


@cache
def vormen() -> dict[str, Vorm]:
    """Return every form by its name: the whole, a table for each kind of content, and what is said about them."""
    per_soort = (
        Vorm(f"{tabel.naam}.csv", "text/csv", f"{tabel.titel}, als CSV", partial(als_csv, tabel=tabel))
        for tabel in tabellen().values()
    )
    return {vorm.naam: vorm for vorm in (*GEHEEL, *per_soort, *EROVER)}
