"""The people of the desk."""

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.db.models.functions import Lower


def leden() -> QuerySet[User]:
    """Return who has an account that works and may see what the desk is about, by name: to choose one of."""
    mogen = ModelBackend().with_perm("uitgave.view_uitgave")
    return mogen.filter(is_staff=True).order_by(Lower("first_name"), Lower("username"))
