"""The people of the desk."""

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import User
from django.db.models import QuerySet, Value
from django.db.models.functions import Coalesce, Concat, NullIf, Trim

from uitgave.volgorde import Volgorde

GETOOND = Coalesce(NullIf(Trim(Concat("first_name", Value(" "), "last_name")), Value("")), "username")


def leden() -> QuerySet[User]:
    """Return who has an account that works and may see what the desk is about, by the name that is shown."""
    mogen = ModelBackend().with_perm("uitgave.view_uitgave")
    return mogen.filter(is_staff=True).order_by(Volgorde(GETOOND), "username")
