"""/claims and /claims/groups: who said what, through whom, and which claims report one statement."""

from flask import Response
from flask_smorest import Blueprint

from service.api.collections import CLAIMS, GROUPS
from service.api.details import show_record
from service.api.documented import documents_list, documents_record
from service.api.listing import list_collection

blueprint = Blueprint("claims", __name__, description="What articles attribute to a source, and groups of it.")


@blueprint.get("/claims")
@documents_list(blueprint, CLAIMS)
def list_claims() -> Response:
    """List claims, the newest first."""
    return list_collection(CLAIMS)


@blueprint.get("/claims/groups")
@documents_list(blueprint, GROUPS)
def list_groups() -> Response:
    """List groups of claims that report one statement, those of most outlets first."""
    return list_collection(GROUPS)


@blueprint.get("/claims/groups/<key>")
@documents_record(blueprint, GROUPS.schema, GROUPS.detail_parameters)
def show_group(key: str) -> Response:
    """Show one group: its members and their likeness, word differences, conflicts."""
    return show_record(GROUPS, key)


@blueprint.get("/claims/<key>")
@documents_record(blueprint, CLAIMS.schema, CLAIMS.detail_parameters)
def show_claim(key: str) -> Response:
    """Show one claim."""
    return show_record(CLAIMS, key)
