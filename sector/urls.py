from django.urls import path

from sector import views

app_name = "sector"
urlpatterns = [path("", views.sector, name="sector")]
