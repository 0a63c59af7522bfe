"""Between schema 1 and 2: an aanbieder becomes a row with a slug, to which opleidingen refer."""

from itertools import count
from typing import Any

from django.utils.text import slugify

Gegevens = dict[str, Any]


def til(document: Gegevens) -> Gegevens:
    """Make schema 2: an aanbieder is a row with a slug, to which opleidingen refer. It stood inside each opleiding.

    Schema 1 knew no slugs of aanbieders: the name gives it, with a number behind it for another of that name.
    """
    slugs: dict[str, Gegevens] = {}

    def slug_van(aanbieder: Gegevens) -> str:
        kern = slugify(aanbieder["naam"])[:140].strip("-") or "aanbieder"
        nummers = (kern if nummer == 1 else f"{kern}-{nummer}" for nummer in count(1))
        slug = next(slug for slug in nummers if slugs.setdefault(slug, aanbieder) == aanbieder)
        return slug

    for opleiding in document.get("opleidingen", ()):
        opleiding["aanbieders"] = list(dict.fromkeys(slug_van(rij) for rij in opleiding["aanbieders"]))
    for rij in document.pop("losse_aanbieders", ()):
        slug_van(rij)
    op_naam = sorted(slugs.items(), key=lambda paar: (paar[1]["naam"].casefold(), paar[0]))
    return {**document, "aanbieders": [{"slug": slug, **rij} for slug, rij in op_naam]}


def daal(document: Gegevens) -> Gegevens:
    """Make schema 1 again: each opleiding holds its aanbieders."""
    aanbieders = {rij.pop("slug"): rij for rij in document.pop("aanbieders", [])}
    for opleiding in document["opleidingen"]:
        opleiding["aanbieders"] = [aanbieders[slug] for slug in opleiding["aanbieders"]]
    return document
