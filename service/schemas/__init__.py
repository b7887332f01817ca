"""The shape of what is served: marshmallow schemas from records to JSON."""
