from django.urls import path

from niveaus import views

app_name = "niveaus"
urlpatterns = [path("", views.niveaus, name="niveaus")]
