"""What waits for a worker goes over together, and comes back to each who asked."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from functools import partial

import pytest

from writer.drafting.worker import Worker
from writer.errors import UnknownModel


@pytest.fixture
def worker() -> Iterator[Worker]:
    running = Worker(partial(int))
    yield running
    running.close()


def halved(number: int) -> int:
    if number % 10 == 7:
        raise UnknownModel(str(number))
    return number // 2


async def test_each_is_given_its_own_result_or_error(worker: Worker) -> None:
    asked = [worker.do(partial(halved, number)) for number in range(40)]
    given = await asyncio.gather(*asked, return_exceptions=True)
    assert [one for one in given if isinstance(one, int)] == [n // 2 for n in range(40) if n % 10 != 7]
    assert [type(given[place]) for place in (7, 17, 27, 37)] == [UnknownModel] * 4


async def test_who_no_longer_waits_holds_up_nobody(worker: Worker) -> None:
    tasks = [asyncio.create_task(worker.do(partial(halved, number))) for number in range(30)]
    await asyncio.sleep(0)
    for task in tasks[:29]:
        task.cancel()
    assert await tasks[29] == 14


async def test_what_cannot_come_back_is_an_error_and_not_a_wait(worker: Worker) -> None:
    with pytest.raises(Exception, match="pickle"):
        await worker.do(partial(iter_forever, 1))
    assert await worker.do(partial(halved, 4)) == 2


def iter_forever(start: int) -> Iterator[int]:
    return (number for number in iter(int, start))
