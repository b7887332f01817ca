"""Settings, logging and the gunicorn configuration."""
