"""The choices that rows about opleidingen have."""

from django.db import models


class Niveau(models.IntegerChoices):
    """Levels of education; the value is the level in the NLQF (1 to 8)."""

    MBO_1 = 1, "mbo 1"
    MBO_2 = 2, "mbo 2"
    MBO_3 = 3, "mbo 3"
    MBO_4 = 4, "mbo 4"
    ASSOCIATE_DEGREE = 5, "associate degree"
    BACHELOR = 6, "hbo bachelor"
    MASTER = 7, "hbo master"
    SPECIALIST = 8, "medisch specialist"


class Register(models.TextChoices):
    """The public register that a code belongs to; a code alone does not tell."""

    CREBO = "crebo", "CREBO (mbo)"
    CROHO = "croho", "CROHO (hbo en wo)"


class Erkenning(models.TextChoices):
    OVERHEID = "overheid", "erkend door de overheid"
    BRANCHE = "branche", "erkend door de sector"
