"""The application as gunicorn and other WSGI servers load it."""

from service.app import create_app

app = create_app()
