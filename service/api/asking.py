"""Reads a request for a collection into a store query: parameters, names of entities, cursor."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

import orjson
from werkzeug.wrappers import Request

from service.api.collections import Resource
from service.api.current import reader
from service.api.errors import Fault, Problem
from service.api.formats import choose_format
from service.api.paging import read_cursor
from service.api.parameters import read_parameters
from service.api.projection import check_fields
from service.core.arabic.searching import search_terms
from service.store.queries import Filter, NamedEntity, NameOf, Query, Value

_NOT_FILTERS = {"limit", "cursor", "sort", "fields", "format", "selectors", "q", "name", "as"}
_SEARCHES = ("q", "name")
_ENTITY_ID = re.compile(r"e[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Asked:
    """A request for (part of) a collection: its parameters as given and as read, its form, what its path implies."""

    resource: Resource
    path: str
    given: tuple[tuple[str, str], ...]
    values: dict[str, Any]
    form: str
    fixed: tuple[Filter, ...] = ()

    @property
    def canonical(self) -> str:
        """Return the request as one string, whatever the order of its parameters and how they are written."""
        default = {"limit": 20, "sort": self.resource.default_sort, "selectors": False}
        kept = {name: value for name, value in self.values.items() if default.get(name) != value}
        return f"{self.form} {orjson.dumps(kept, option=orjson.OPT_SORT_KEYS).decode()}"

    @property
    def bound_to(self) -> str:
        """Return what a cursor of this request is bound to: the path, the filters and the sort."""
        free = {"limit", "cursor", "fields", "format", "selectors"}
        kept = {name: value for name, value in self.values.items() if name not in free}
        return self.path + orjson.dumps(kept, option=orjson.OPT_SORT_KEYS).decode()


@dataclass(frozen=True, slots=True)
class Resolved:
    """What the names in a request were taken to be; hopeless where no record can be meant."""

    filters: tuple[Filter, ...]
    names: tuple[dict[str, Any], ...]
    hopeless: bool = False


def read_asked(resource: Resource, request: Request, fixed: tuple[Filter, ...] = ()) -> Asked:
    """Return what a request for a collection asks, or raise a Problem that names each wrong parameter."""
    values = read_parameters(resource.parameters, request.args)
    check_fields(values.get("fields", ()), resource.schema)
    form = choose_format(values.get("format"), request.accept_mimetypes)
    return Asked(resource, request.path, tuple(request.args.items(multi=True)), values, form, fixed)


def resolve_names(asked: Asked) -> Resolved:
    """Return the filters of a request with the ids of the entities that its names mean."""
    filters, names, hopeless = list(asked.fixed), [], _searches_nothing(asked.values)
    for name, value in asked.values.items():
        base = name.removeprefix("not_")
        if name in _NOT_FILTERS:
            continue
        values = tuple(value) if isinstance(value, list) else (value,)
        if base in asked.resource.entity_filters:
            found = [_resolve(name, given, asked.resource.entity_filters[base]) for given in values]
            names += [entry for entry in found if entry["value"] != entry["id"]]
            values = tuple(entry["id"] for entry in found if entry["id"])
            hopeless |= not values and name == base
        if values:
            filters.append(Filter(base, tuple(_plain(v) for v in values), negated=name != base))
    return Resolved(tuple(filters), tuple(names), hopeless)


def make_query(asked: Asked, resolved: Resolved) -> Query:
    """Return the store's query for a request."""
    values = asked.values
    sort = values.get("sort", asked.resource.default_sort)
    return Query(
        asked.resource.name,
        resolved.filters,
        _terms(values),
        sort.removeprefix("-"),
        sort.startswith("-"),
        read_cursor(values["cursor"], asked.bound_to) if "cursor" in values else None,
        values.get("limit", 20),
        whole=bool({field.split(".")[0] for field in values.get("fields", ())} & asked.resource.left_out)
        or ("q" in values and bool(asked.resource.left_out)),
    )


def _terms(values: dict[str, Any]) -> tuple[str, ...]:
    words = (word for name in _SEARCHES if name in values for word in search_terms(values[name]))
    return tuple(dict.fromkeys(words))


def _searches_nothing(values: dict[str, Any]) -> bool:
    """Tell whether a search holds no word, only marks: no record has it."""
    return any(name in values and not search_terms(values[name]) for name in _SEARCHES)


def _resolve(parameter: str, given: str, of: NameOf) -> dict[str, Any]:
    if _ENTITY_ID.fullmatch(given):
        return {"value": given, "id": reader().find_redirect("entities", given) or given}
    found = reader().find_names(given, of)
    if len(found) > 1:
        raise _ambiguous(parameter, given, list(found))
    entity = found[0] if found else None
    known = {"name": entity.name, "type": entity.type} if entity else {"name": None, "type": None}
    return {"parameter": parameter, "value": given, "id": entity.id if entity else None, **known}


def _ambiguous(parameter: str, given: str, found: list[NamedEntity]) -> Problem:
    candidates = [{"id": e.id, "name": e.name, "type": e.type, "mentions": e.mentions} for e in found]
    fault = Fault("ambiguous-name", f"`{given}` names {len(found)} entities; use an id.", parameter=parameter,
                  more={"candidates": candidates})  # fmt: skip
    return Problem(400, f"The name in `{parameter}` is not of one entity alone.", [fault], name="ambiguous-name")


def _plain(value: Any) -> Value:
    if isinstance(value, date):
        return value.isoformat()
    return int(value) if isinstance(value, bool) else value
