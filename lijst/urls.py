from django.urls import path

from lijst import views

app_name = "lijst"
urlpatterns = [path("", views.lijst, name="lijst")]
