from django.urls import path

from beginnen import views
from werkgevers.gespreksviews import voorbereiden
from werkgevers.views import agenda, gids

app_name = "beginnen"
urlpatterns = [
    path("", views.beginnen, name="beginnen"),
    path("gesprek/", voorbereiden, {"lezer": "kandidaat"}, name="voorbereiden"),
    # Last: a guide has any name but that above; the admin refuses those of the pages for employers.
    path("<slug:slug>/", gids, name="gids"),
    path("<slug:slug>/planning.ics", agenda, name="agenda"),
]
