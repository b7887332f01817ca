"""The folder in which serving processes keep their counts: one for each master, removed with it or by the next one."""

import os
import shutil
import tempfile
from pathlib import Path

_VARIABLE = "PROMETHEUS_MULTIPROC_DIR"
_BEGINS = "isnad-metrics-"  # then the master's pid


def make_metrics_folder() -> None:
    """Name a folder of this process's own in the environment, unless the operator names one."""
    given = os.environ.get(_VARIABLE)
    if given and not Path(given).name.startswith(_BEGINS):
        return
    if given and _owner_of(Path(given)) == os.getpid():  # gunicorn reads its configuration anew
        return
    remove_stale(Path(tempfile.gettempdir()))
    os.environ[_VARIABLE] = tempfile.mkdtemp(prefix=f"{_BEGINS}{os.getpid()}-")


def remove_metrics_folder() -> None:
    """Remove the folder, if it is this process's own."""
    folder = Path(os.environ.get(_VARIABLE, ""))
    if _owner_of(folder) == os.getpid():
        shutil.rmtree(folder, ignore_errors=True)


def remove_stale(place: Path) -> None:
    """Remove what masters that were killed left in a folder for temporary files."""
    for folder in place.glob(f"{_BEGINS}*-*"):
        owner = _owner_of(folder)
        if owner and not _is_alive(owner):
            shutil.rmtree(folder, ignore_errors=True)


def _owner_of(folder: Path) -> int | None:
    pid = folder.name.removeprefix(_BEGINS).partition("-")[0]
    return int(pid) if folder.name.startswith(_BEGINS) and pid.isdecimal() else None


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):  # somebody else's, or no pid at all
        return True
    return True
