"""Who may ask, and what a browser may do with the answer. It stands before every route.

A page of another site can make a visitor's browser send requests here. It cannot choose the Host that the browser names
(which ends DNS rebinding), nor the Origin and Sec-Fetch-Site that the browser adds to what changes something.
"""

from __future__ import annotations

from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOCAL_HOSTS = ("127.0.0.1", "localhost", "[::1]")
LARGEST_BODY_BYTES = 1_000_000
_READS = frozenset({"GET", "HEAD", "OPTIONS"})
_OWN_SITE = frozenset({"same-origin", "none"})
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        "frame-src 'self'; form-action 'self'; frame-ancestors 'self'; base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # no-referrer would turn our own forms' Origin into null
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Guard:
    """ASGI middleware: allowed hosts alone, changes from our own pages alone, and headers that keep pages to themselves."""

    def __init__(self, app: ASGIApp, hosts: Iterable[str]) -> None:
        self._app = app
        self._hosts = frozenset(host.lower() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it in a line."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        refusal = self._refusal(scope["method"], scope["scheme"], Headers(scope=scope))
        await (refusal or self._app)(scope, receive, _with_headers(send))

    def _refusal(self, method: str, scheme: str, headers: Headers) -> PlainTextResponse | None:
        hosts = headers.getlist("host")
        if len(hosts) != 1 or _name(hosts[0]) not in self._hosts:
            return PlainTextResponse(
                f"this desk answers to {', '.join(sorted(self._hosts))} alone: use --allow-host\n", 421
            )
        if method in _READS:
            return None
        if not _own(headers, f"{scheme}://{hosts[0]}"):
            return PlainTextResponse(
                "what changes something has to come from the desk's own pages: send its Origin\n", 403
            )
        if (
            not headers.get("content-length", "0").isdigit()
            or int(headers.get("content-length", "0")) > LARGEST_BODY_BYTES
        ):
            return PlainTextResponse(f"more than {LARGEST_BODY_BYTES:,} bytes: send less\n", 413)
        if "transfer-encoding" in headers:
            return PlainTextResponse("a body needs its Content-Length\n", 411)
        return None


def _name(host: str) -> str:
    """The host without its port: ``[::1]:8000`` -> ``[::1]``."""
    name, _, port = host.lower().rpartition(":")
    return name if name and port.isdigit() else host.lower()


def _own(headers: Headers, origin: str) -> bool:
    """Whether our own page sent it: the Origin is ours, and the browser that says whence it comes says so too."""
    site, named = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None and site not in _OWN_SITE:
        return False
    return named.lower() == origin.lower() if named is not None else site == "same-origin"


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return sending
