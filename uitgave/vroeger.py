"""What models were called in earlier releases: files and bookmarks of then still say so."""

from django.db.models import Model

from uitgave.models import GeladenFixture, Uitgave
from uitgave.soort import soorten


def vroegere_labels() -> dict[str, type[Model]]:
    """Return the models that moved, by every label that they had ("functies.uitgave")."""
    van_soorten: dict[str, type[Model]] = {label: soort.model for soort in soorten() for label in soort.vroeger}
    return van_soorten | {label: model for model in (Uitgave, GeladenFixture) for label in model.vroeger}
