from django.urls import path

from insluiten import views

app_name = "insluiten"
urlpatterns = [
    path("", views.insluiten, name="insluiten"),
    path("functies/<slug:slug>/", views.functie, name="functie"),
    path("kaart/<slug:slug>/", views.kaart, name="kaart"),
    path("routes/<slug:van>/<slug:naar>/", views.route, name="route"),
]
