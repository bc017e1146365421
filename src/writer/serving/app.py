"""The review desk as an ASGI application: its routes behind the guard."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from review_queue.desk import Desk
from review_queue.web.app import create_app
from writer.errors import WriterError
from writer.serving.explaining import DeskExplainer
from writer.serving.guard import LOCAL_HOSTS, Guard
from writer.serving.live_catalog import LiveCatalog
from writer.serving.redrafting import DeskDrafter


def build_app(
    desk: Desk,
    live: LiveCatalog,
    drafter: DeskDrafter | None,
    *,
    user: str,
    hosts: Iterable[str],
    resume: Callable[[str], None] | None = None,
) -> Guard:
    """The desk for one person, answering to this machine's own names and to ``hosts``."""

    def name_of(slug: str) -> str:
        """The model's name; its slug where today's catalog does not tell."""
        try:
            model = live.lately().catalog.models.get(slug)
        except WriterError:
            return slug
        return model.name if model else slug

    app = create_app(desk, explainer=DeskExplainer(live), drafter=drafter, user=user, name_of=name_of, resume=resume)
    named = (f"[{host}]" if ":" in host and not host.startswith("[") else host for host in hosts)
    return Guard(app, (*LOCAL_HOSTS, *named))
