"""A model server over real HTTP: speaks the OpenAI protocol for chat, files and batches, and follows a script."""

from __future__ import annotations

import asyncio
import json
import threading
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Self

from aiohttp import web

from tests.fakes.replies import Reply, good


@dataclass(frozen=True, slots=True)
class Seen:
    """One request: its correlation id (``X-Client-Request-Id``), its body, and how many came with that id before."""

    label: str
    body: Mapping[str, object]
    earlier: int
    number: int  # of all requests, from 0

    @property
    def pair(self) -> str:
        """``a_b`` of the label."""
        return self.label.partition("-g")[0] if "-g" in self.label else self.label

    @property
    def attempt(self) -> int:
        """The attempt that the label names, from 1."""
        return int(self.label.rpartition("-a")[2] or 1)


Script = Callable[[Seen], Reply]


def always(reply: Reply) -> Script:
    """The same for every request."""
    return lambda _seen: reply


def in_turn(*replies: Reply) -> Script:
    """One reply after the other for each label; the last one for ever."""
    return lambda seen: replies[min(seen.earlier, len(replies) - 1)]


def by_attempt(*replies: Reply) -> Script:
    """The reply of the attempt that the label names; the last one for the attempts beyond."""
    return lambda seen: replies[min(seen.attempt, len(replies)) - 1]


@dataclass
class Log:
    """What the server did, by its own count."""

    seen: list[Seen] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)
    labels: Counter[str] = field(default_factory=Counter)
    billed_labels: Counter[str] = field(default_factory=Counter)
    out: int = 0
    most_out: int = 0
    keep_bodies: bool = True

    @property
    def requests(self) -> int:
        """How many came."""
        return sum(self.kinds.values())

    @property
    def billed(self) -> int:
        """How many answers it would charge for."""
        return sum(self.billed_labels.values())


class ModelServer:
    """A server in a thread of its own; use it as a context manager. ``script`` may be exchanged while it runs."""

    def __init__(self, script: Script | None = None, *, port: int = 0, keep_bodies: bool = True) -> None:
        self.script: Script = script or always(good())
        self.log = Log(keep_bodies=keep_bodies)
        self.polls = 0  # how often a batch was looked at
        self.polls_until_done = 0
        self.batch_faults: list[Reply] = []  # what looking at a batch is answered with first, in order
        self.create_faults: list[Reply] = []  # what creating one is answered with first, though it is created
        self.results_lost = 0  # how many result files are gone before anybody reads them
        self.cancels_slowly = False  # a cancelled batch has not stopped yet
        self.spoil: Callable[[str], str] = str  # what becomes of a line of a batch's results
        self._port, self._files, self._batches = port, dict[str, str](), dict[str, dict[str, object]]()
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)

    @property
    def batches(self) -> int:
        """How many batches were created."""
        return len(self._batches)

    @property
    def statuses(self) -> list[str]:
        """Of each batch that was created."""
        return [str(batch["status"]) for batch in self._batches.values()]

    def add_strange_batches(self, count: int) -> None:
        """Batches of somebody else."""
        for number in range(count):
            name = f"strange-{number}"
            known = {"id": name, "object": "batch", "endpoint": "/v1/chat/completions", "input_file_id": "f"}
            self._batches[name] = {**known, "completion_window": "24h", "created_at": 1, "status": "completed"}

    @property
    def url(self) -> str:
        """What ``OPENAI_API_BASE`` has to be."""
        return f"http://127.0.0.1:{self._port}/v1"

    def __enter__(self) -> Self:
        self._thread.start()
        self._ready.wait(10)
        return self

    def __exit__(self, *_exception: object) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)

    def _serve(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._main())
        self._loop.close()

    async def _main(self) -> None:
        self._stop = asyncio.Event()
        runner = web.AppRunner(self._app(), shutdown_timeout=0.1, access_log=None)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", self._port, backlog=1024)
        await site.start()
        self._port = runner.addresses[0][1]
        self._ready.set()
        await self._stop.wait()
        await runner.cleanup()

    def _app(self) -> web.Application:
        app = web.Application(client_max_size=2**28)
        app.add_routes(
            [
                web.post("/v1/chat/completions", self._chat),
                web.post("/v1/files", self._upload),
                web.get("/v1/files/{id}/content", self._content),
                web.post("/v1/batches", self._create),
                web.get("/v1/batches", self._list),
                web.get("/v1/batches/{id}", self._batch),
                web.post("/v1/batches/{id}/cancel", self._cancel),
                web.get("/v1/models", self._models),
                web.get("/log", self._counts),
            ]
        )
        return app

    async def _chat(self, request: web.Request) -> web.StreamResponse:
        label = request.headers.get("X-Client-Request-Id", "")
        reply = self._reply(label, await request.json())
        self.log.out += 1
        self.log.most_out = max(self.log.most_out, self.log.out)
        try:
            await asyncio.sleep(reply.delay_seconds)
        finally:
            self.log.out -= 1
        return await _sent(request, reply)

    def _reply(self, label: str, body: Mapping[str, object]) -> Reply:
        log = self.log
        seen = Seen(label, body, log.labels[label], log.requests)
        reply = self.script(seen)
        log.labels[label] += 1
        log.kinds[reply.kind] += 1
        log.billed_labels[label] += reply.billed
        if log.keep_bodies:
            log.seen.append(seen)
        return reply

    async def _upload(self, request: web.Request) -> web.Response:
        form = await request.post()
        upload = form["file"]
        content = upload.file.read().decode() if isinstance(upload, web.FileField) else str(upload)
        return web.json_response(self._file(content))

    def _file(self, content: str) -> dict[str, object]:
        name = f"file-{len(self._files) + 1}"
        self._files[name] = content
        return {
            "id": name,
            "object": "file",
            "bytes": len(content),
            "created_at": 1,
            "filename": "batch.jsonl",
            "purpose": "batch",
            "status": "processed",
        }

    async def _content(self, request: web.Request) -> web.Response:
        content = self._files.get(request.match_info["id"])
        return web.Response(text=content) if content is not None else web.json_response({"error": {}}, status=404)

    async def _create(self, request: web.Request) -> web.StreamResponse:
        wish = await request.json()
        name = f"batch-{len(self._batches) + 1}"
        self._batches[name] = {
            "id": name,
            "object": "batch",
            "endpoint": wish["endpoint"],
            "input_file_id": wish["input_file_id"],
            "completion_window": "24h",
            "created_at": 1,
            "status": "in_progress",
            "output_file_id": None,
            "error_file_id": None,
            "metadata": wish.get("metadata"),
        }
        if self.create_faults:
            return await _sent(request, self.create_faults.pop(0))
        return web.json_response(self._batches[name])

    async def _batch(self, request: web.Request) -> web.StreamResponse:
        if self.batch_faults:
            return await _sent(request, self.batch_faults.pop(0))
        batch = self._batches.get(request.match_info["id"])
        if batch is None:
            return web.json_response({"error": {"message": "no such batch"}}, status=404)
        self.polls += 1
        if batch["status"] == "in_progress" and self.polls > self.polls_until_done:
            self._work(batch)
        return web.json_response(batch)

    def _work(self, batch: dict[str, object]) -> None:
        """Answer every line by the script; a reply of kind ``expired`` is left out, and expires the batch."""
        lines = [json.loads(line) for line in self._files[str(batch["input_file_id"])].splitlines() if line]
        replies = [(line, self._reply(line["custom_id"], line["body"])) for line in lines]
        results = [self.spoil(_line(line["custom_id"], reply)) for line, reply in replies if reply.kind != "expired"]
        expired = any(reply.kind == "expired" for _, reply in replies)
        batch["status"] = "expired" if expired else "completed"
        batch["output_file_id"] = self._file("\n".join(results))["id"]
        if self.results_lost:
            self.results_lost -= 1
            del self._files[str(batch["output_file_id"])]

    async def _list(self, request: web.Request) -> web.Response:
        """The newest first, a page at a time."""
        names, after = list(reversed(self._batches)), request.query.get("after")
        start = names.index(after) + 1 if after in names else 0
        page = names[start : start + int(request.query.get("limit", "20"))]
        listed = {"object": "list", "data": [self._batches[name] for name in page], "has_more": names[-1:] != page[-1:]}
        return web.json_response(listed)

    async def _cancel(self, request: web.Request) -> web.Response:
        self._batches[request.match_info["id"]]["status"] = "cancelling" if self.cancels_slowly else "cancelled"
        return web.json_response(self._batches[request.match_info["id"]])

    async def _models(self, _request: web.Request) -> web.Response:
        return web.json_response({"object": "list", "data": [{"id": "scripted", "object": "model"}]})

    async def _counts(self, _request: web.Request) -> web.Response:
        log = self.log
        return web.json_response(
            {
                "requests": log.requests,
                "billed": log.billed,
                "most_out": log.most_out,
                "labels": log.labels,
                "billed_labels": log.billed_labels,
                "kinds": log.kinds,
            }
        )


def _line(name: str, reply: Reply) -> str:
    response = {"status_code": reply.status, "request_id": "r", "body": json.loads(reply.body)}
    return json.dumps({"id": f"line-{name}", "custom_id": name, "response": response, "error": None})


async def _sent(request: web.Request, reply: Reply) -> web.StreamResponse:
    if reply.cut:
        if request.transport is not None:
            request.transport.close()
        return web.Response()
    headers = {"content-type": "application/json", **reply.headers}
    if not reply.slow:
        return web.Response(text=reply.body, status=reply.status, headers=headers)
    response = web.StreamResponse(status=reply.status, headers=headers)
    await response.prepare(request)
    for start in range(0, len(reply.body), 100):
        await response.write(reply.body[start : start + 100].encode())
        await asyncio.sleep(0.005)
    await response.write_eof()
    return response
