"""What Django's admin says itself, in the words of this desk: short, with *je*, and without an article to get wrong.

Of a change to content `redactie/melden.py` speaks. What stands here is said of accounts and editions, and in forms.
"""

from typing import Any

from django.conf import settings
from django.utils.translation import trans_real

from uitgave.tekst import kleine_letter


class MidZin(str):
    """A sentence in which a name comes later, and that Django begins with a capital all the same."""

    def __mod__(self, namen: Any) -> str:
        return str.__mod__(self, {sleutel: kleine_letter(naam) for sleutel, naam in namen.items()})


LEEG = "Vul dit in."
DUBBEL = "staat twee keer hetzelfde. Houd er één."
BESTAAT = "Bij ‘{}’ staat iets wat er al is. Kies iets anders."
KIES = "Kies iets uit de lijst. Wat er stond, is er niet meer."
TE_LANG = "Dit is te lang: het zijn %(show_value)d tekens, en er passen er %(limit_value)d."
FOUTEN = "Er klopt nog iets niet."
OPGESLAGEN = "De {name} ‘{obj}’ is opgeslagen."

WOORDEN: dict[str | tuple[str, int], str] = {
    # forms
    "This field is required.": LEEG,
    "This field cannot be blank.": LEEG,
    "This field cannot be null.": LEEG,
    "%(model_name)s with this %(field_label)s already exists.": BESTAAT.format("%(field_label)s"),
    "%(model_name)s with this %(field_labels)s already exists.": BESTAAT.format("%(field_labels)s"),
    "Please correct the duplicate data for %(field)s.": f"Bij ‘%(field)s’ {DUBBEL}",
    "Please correct the duplicate data for %(field)s, which must be unique.": f"Bij ‘%(field)s’ {DUBBEL}",
    "Please correct the duplicate data for %(field_name)s which must be unique for the %(lookup)s in %(date_field)s.": (
        f"Bij ‘%(field_name)s’ {DUBBEL}"
    ),
    "Please correct the duplicate values below.": f"Hieronder {DUBBEL}",
    "Select a valid choice. That choice is not one of the available choices.": KIES,
    "Select a valid choice. %(value)s is not one of the available choices.": KIES,
    "ManagementForm data is missing or has been tampered with. Missing fields: %(field_names)s. "
    "You may need to file a bug report if the issue persists.": (
        "Niet alles van deze pagina is aangekomen (%(field_names)s). Open de pagina opnieuw."
    ),
    ("Ensure this value has at most %(limit_value)d character (it has %(show_value)d).", 0): TE_LANG,
    ("Ensure this value has at most %(limit_value)d character (it has %(show_value)d).", 1): TE_LANG,
    ("Please correct the error below.", 0): FOUTEN,
    ("Please correct the error below.", 1): FOUTEN,
    "Add another %(verbose_name)s": MidZin("Nog een %(verbose_name)s toevoegen"),
    # what was done
    "The {name} “{obj}” was added successfully.": "De {name} ‘{obj}’ is toegevoegd.",
    "The {name} “{obj}” was added successfully. You may add another {name} below.": "De {name} ‘{obj}’ is toegevoegd.",
    "The {name} “{obj}” was changed successfully.": OPGESLAGEN,
    "The {name} “{obj}” was changed successfully. You may add another {name} below.": OPGESLAGEN,
    "The {name} “{obj}” was changed successfully. You may edit it again below.": OPGESLAGEN,
    "You may edit it again below.": "Je kunt verder werken.",
    "The %(name)s “%(obj)s” was deleted successfully.": "De %(name)s ‘%(obj)s’ is verwijderd.",
    "Successfully deleted %(count)d %(items)s.": "Verwijderd: %(count)d %(items)s.",
    ("%(count)s %(name)s was changed successfully.", 0): "Opgeslagen: %(count)s %(name)s.",
    ("%(count)s %(name)s was changed successfully.", 1): "Opgeslagen: %(count)s %(name)s.",
    "Are you sure?": "Weet je het zeker?",
    "You don’t have permission to view or edit anything.": "Je mag hier nog niets bekijken of veranderen.",
    "%(name)s with ID “%(key)s” doesn’t exist. Perhaps it was deleted?": (
        "%(name)s met nummer ‘%(key)s’ bestaat niet. Misschien is die verwijderd."
    ),
    # accounts and passwords
    "First, enter a username and password. Then, you’ll be able to edit more user options.": (
        "Vul eerst een gebruikersnaam en een wachtwoord in. Daarna kun je meer kiezen."
    ),
    "Designates whether this user should be treated as active. Unselect this instead of deleting accounts.": (
        "Staat een account uit? Dan kan niemand ermee inloggen."
    ),
    "Your password was changed.": "Je wachtwoord is veranderd.",
    "Your old password was entered incorrectly. Please enter it again.": (
        "Dit is niet het wachtwoord dat je nu hebt. Probeer het opnieuw."
    ),
    "Your password can’t be a commonly used password.": "Kies geen wachtwoord dat veel mensen gebruiken.",
    "Your password can’t be entirely numeric.": "Gebruik niet alleen cijfers.",
    "Your password can’t be too similar to your other personal information.": (
        "Kies een wachtwoord dat niet lijkt op je naam of je e-mailadres."
    ),
    ("Your password must contain at least %(min_length)d character.", 0): "Gebruik minstens %(min_length)d teken.",
    ("Your password must contain at least %(min_length)d character.", 1): "Gebruik minstens %(min_length)d tekens.",
    "You are authenticated as %(username)s, but are not authorized to access this page. "
    "Would you like to login to a different account?": (
        "Je bent ingelogd als %(username)s, maar je mag deze pagina niet openen. Log in met een ander account."
    ),
}

# What its scripts say: beside a date, when the clock of the editor tells another time than ours.
VOOR, ACHTER = (f"Let op: je klok loopt %s uur {kant} op die van de site." for kant in ("voor", "achter"))
IN_SCRIPTS: dict[str, Any] = {
    "Note: You are %s hour ahead of server time.": [VOOR, VOOR],
    "Note: You are %s hour behind server time.": [ACHTER, ACHTER],
}


def zeg_het_zo() -> None:
    """Put these words in the place of Django's own, once, when it starts."""
    vertaling: Any = trans_real.translation(settings.LANGUAGE_CODE)
    for bericht, tekst in WOORDEN.items():
        vertaling._catalog[bericht] = tekst
