"""What prose calls a capability: the catalog's own words, and verbs and nouns that say the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from writer.catalog.model import Capability

_MORE: Mapping[str, str] = {
    "vision": "vision|image input|image inputs|images|image|sees|see images|sees images|read images|reads images|pictures|"
    "screenshots|photos|visual input|takes images|take images|image understanding|picture input|sight|seeing",
    "audio_input": "audio|audio input|audio inputs|hears|hear|hears audio|hear audio|listens|listen|listening|speech|sound|"
    "listens to audio|hearing|listen to audio|audio in",
    "video_input": "video|video input|video inputs|watches|watch|watching|watches video|watch video|videos|clips|"
    "watches videos|video in",
    "reasoning": "reasoning|reasons|reason|chain of thought|reasoning model|thinking|reasoning mode",
    "function_calling": "function calling|function calls|tool use|tools|tool calling|tool calls|call functions|"
    "calls functions|calling functions|functions|call tools|calls tools|function call|use tools|uses tools",
    "structured_output": "structured output|structured outputs|json schema|json|schemas|json mode|schema output|"
    "structured responses|structured json|json output",
}


def ability_phrases(capabilities: Mapping[str, Capability]) -> Iterable[tuple[tuple[str, ...], str]]:
    """(words, capability id) of every phrase, for the given capabilities and the usual ones."""
    for ability, phrases in _MORE.items():
        for phrase in phrases.split("|"):
            yield tuple(phrase.split()), ability
    for ability, capability in capabilities.items():
        for phrase in (*capability.words, capability.label):
            yield tuple(phrase.lower().replace("-", " ").split()), ability
