"""/jobs: how far work is that was put off with `Prefer: respond-async`."""

from collections import Counter
from typing import Any

from flask import Response, request
from flask_smorest import Blueprint

from service.api.built import JSON
from service.api.current import services
from service.api.documented import documents_record
from service.api.errors import Problem
from service.api.parameters import make_parameters, read_parameters
from service.schemas.encoding import encode
from service.schemas.jobs import OUTCOMES, JobSchema
from service.store.jobs import Job

blueprint = Blueprint("jobs", __name__, description="Work that goes on after its request was answered.")
_NONE = make_parameters("JobParameters", {})


@blueprint.get("/jobs/<key>")
@documents_record(blueprint, JobSchema(), _NONE)
def show_job(key: str) -> Response:
    """Tell how far a job is, and what became of each of its pages."""
    read_parameters(_NONE, request.args)
    return answer_job(key)


def answer_job(key: str, status: int = 200) -> Response:
    """Return the answer that tells how far a job is."""
    job = services().jobs.find(key)
    if job is None:
        raise Problem(404, f"There is no job `{key[:40]}`.")
    response = Response(encode(_view(job)), status, mimetype=JSON)
    response.headers["Cache-Control"] = "no-store"
    if job.state in {"queued", "running"}:
        response.headers["Retry-After"] = "1"
    return response


def _view(job: Job) -> dict[str, Any]:
    counted = Counter(outcome["status"] for outcome in job.outcomes)
    return {
        "id": job.id,
        "state": job.state,
        "made_at": job.made_at,
        "changed_at": job.changed_at,
        "failure": job.failure,
        "progress": {"done": len(job.outcomes), "total": job.total},
        "report": {**{name: counted[name] for name in OUTCOMES}, "items": job.outcomes},
    }
