"""The choices that articles have."""

from django.db import models


class Lezer(models.TextChoices):
    """For whom an article is, in the order in which the page names them."""

    KANDIDAAT = "kandidaat", "wie werk zoekt of wil leren"
    WERKGEVER = "werkgever", "werkgevers"
    SCHOOL = "school", "scholen"
