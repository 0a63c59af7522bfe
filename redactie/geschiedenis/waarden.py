"""What a version, or a row as it is now, says: its fields as Django's JSON serializer writes them."""

import json
from typing import Any

from django.core import serializers
from django.db.models import Model
from reversion.models import Version


def waarden_van(iets: Version | Model) -> dict[str, Any]:
    """Return the fields of a version or a row, as Django's JSON serializer writes them."""
    tekst = iets.serialized_data if isinstance(iets, Version) else serializers.serialize("json", [iets])
    return dict(json.loads(tekst)[0]["fields"])
