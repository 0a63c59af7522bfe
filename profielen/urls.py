from django.urls import path

from profielen import views

app_name = "profielen"
urlpatterns = [path("<slug:slug>/profiel/", views.profiel, name="profiel")]
