from django.urls import path

from beginnen import views
from werkgevers.views import agenda, gids

app_name = "beginnen"
urlpatterns = [
    path("", views.beginnen, name="beginnen"),
    path("<slug:slug>/", gids, name="gids"),
    path("<slug:slug>/planning.ics", agenda, name="agenda"),
]
