"""Opleidingen and diploma's, their levels and codes, who knows where to follow them, and where to go from there."""

from opleidingen.models.geldigheid import CodeControle, Geldigheid
from opleidingen.models.lijsten import Aanbieder, Niveau, Register
from opleidingen.models.opleiding import Opleiding, Verwijzing, Vooropleiding, Voortbouw

__all__ = [
    "Aanbieder",
    "CodeControle",
    "Geldigheid",
    "Niveau",
    "Opleiding",
    "Register",
    "Verwijzing",
    "Vooropleiding",
    "Voortbouw",
]
