"""The library behind the door: imported when a model is first asked, and made to keep to itself.

Importing litellm takes about three seconds with the garbage collector off (four with it on), so nothing imports it earlier.
"""

from __future__ import annotations

import gc
import importlib
import logging
import os
from functools import lru_cache
from types import ModuleType

_ENVIRONMENT = {
    "LITELLM_LOCAL_MODEL_COST_MAP": "True",  # the price table of the installed version; nothing is fetched
    "LITELLM_LOCAL_ANTHROPIC_BETA_HEADERS": "True",  # … nor this
    "LITELLM_LOCAL_AUTOROUTER_PRESETS": "True",
    "LITELLM_LOCAL_BLOG_POSTS": "True",
    "LITELLM_LOCAL_POLICY_TEMPLATES": "True",
    "LITELLM_MODE": "PRODUCTION",  # anything but DEV: no .env file is read
    "LITELLM_LOG": "CRITICAL",  # its own log may hold prompts
}
_CALLBACKS = (
    "callbacks",
    "input_callback",
    "success_callback",
    "failure_callback",
    "service_callback",
    "_async_success_callback",
    "_async_failure_callback",
)
_SETTINGS = {
    "telemetry": False,
    "suppress_debug_info": True,
    "num_retries": None,
    "cache": None,
}
_LOGS = ("LiteLLM", "LiteLLM Router", "LiteLLM Proxy", "openai", "httpx")


@lru_cache(maxsize=1)
def library() -> ModuleType:
    """litellm, imported once: no telemetry, callbacks, .env file, retries of its own or chatter; ``house/…`` registered."""
    os.environ.update(_ENVIRONMENT)
    litellm = _imported_without_collecting()
    settings: dict[str, object] = {**_SETTINGS, **{name: [] for name in _CALLBACKS}}
    for name, value in settings.items():
        setattr(litellm, name, value)
    for name in _LOGS:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    _register_house(litellm)
    gc.collect()
    gc.freeze()  # its 400,000 objects stay for good: no collection needs to look at them again
    return litellm


async def close() -> None:
    """Close the connections that the library keeps open."""
    if library.cache_info().currsize:
        await library().close_litellm_async_clients()


def _imported_without_collecting() -> ModuleType:
    collecting = gc.isenabled()
    gc.disable()
    try:
        return importlib.import_module("litellm")
    finally:
        if collecting:
            gc.enable()


def _register_house(litellm: ModuleType) -> None:
    from writer.llm.house import HouseProvider

    litellm.custom_provider_map[:] = [{"provider": "house", "custom_handler": HouseProvider()}]
    litellm.utils.custom_llm_setup()
