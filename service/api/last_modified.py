"""When the corpus an answer was built from last changed, as a header tells it."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from service.store.queries import CorpusState


def settled_at(changed_at: datetime) -> datetime:
    """Return the first full second after a change: a copy from then on can be told from earlier ones."""
    return changed_at.replace(microsecond=0) + timedelta(seconds=1)


def write_last_modified(state: CorpusState) -> list[tuple[str, str]]:
    """Return the header field, or none where the corpus never changed."""
    if state.changed_at is None:
        return []
    settled = settled_at(state.changed_at)
    shown = settled if settled <= datetime.now(UTC) else state.changed_at
    return [("Last-Modified", format_datetime(shown, usegmt=True))]
