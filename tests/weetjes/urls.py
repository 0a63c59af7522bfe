from django.urls import path

from tests.weetjes import views

app_name = "weetjes"
urlpatterns = [path("<slug:slug>/", views.weetje, name="weetje")]
