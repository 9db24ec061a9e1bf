"""Whether the service lives and whether it can answer."""

from __future__ import annotations

from fastapi import APIRouter

from api.dependencies import WorkspaceDependency
from api.models import Health
from api.problems import PROBLEMS

router = APIRouter(tags=["service"])


@router.get("/healthz", response_model_exclude_none=True, summary="Whether the process lives")
def read_health() -> Health:
    """Asks no store."""
    return Health(status="ok")


@router.get("/readyz", summary="Whether the stores answer", responses={503: PROBLEMS[503]})
def read_readiness(workspace: WorkspaceDependency) -> Health:
    """Asks the ledger and the property store; 503 where one does not answer."""
    workspace.query("counts")
    return Health(status="ok", sequence=workspace.sequence)
