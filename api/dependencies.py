"""What routes and commands depend on, declared once: the settings and the open workspace."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from api.settings import Settings
from graph.workspace import Workspace


def get_settings(request: Request) -> Settings:
    settings = request.app.state.settings
    assert isinstance(settings, Settings)
    return settings


def get_workspace(request: Request) -> Workspace:
    workspace = request.app.state.workspace
    assert isinstance(workspace, Workspace)
    return workspace


SettingsDependency = Annotated[Settings, Depends(get_settings)]
WorkspaceDependency = Annotated[Workspace, Depends(get_workspace)]
