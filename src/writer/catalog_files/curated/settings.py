"""How a score was made, as one slug: equal slugs are comparable, others are not."""

from __future__ import annotations

import re
from collections.abc import Mapping

from writer.catalog_files.curated.raw import RawScore

_LONGEST = 90
_OFF = frozenset({"off", "none", "nothinking", "false", "n/a", "default", "unknown"})
_ON = frozenset({"on", "auto", "enabled", "true"})
_EFFORTS = frozenset({"minimal", "low", "medium", "high", "xhigh", "max"})
_BUDGET = re.compile(r"([0-9]+)k( thinking)?", re.IGNORECASE)
_NAMED = re.compile(r"\((minimal|low|medium|high|xhigh|max|[0-9]+k thinking)\)|\b(High|Low|Medium) \(", re.IGNORECASE)
_SHOTS = re.compile(r"\b([0-9]{1,2})[- ]?shots?\b", re.IGNORECASE)
_ASSISTED = re.compile(
    r"parallel|high[- ]compute|multiple attempts|best[- ]of|consensus|(maj|pass)@(?!1\b)|with (python|tools\b|browsing)|^python"
    r"|python \+",
    re.IGNORECASE,
)
_MODES = {"FC": "function-calling", "Prompt": "prompted"}
_MODEL = re.compile(r"(gpt|claude|gemini)\b", re.IGNORECASE)
_SIMULATORS = {"0.1.3": "gpt-4.1-2025-04-14", "1.0.1": "gpt-5.2"}


def setting(raw: RawScore, tag: str) -> str | None:
    """The slug of what the score depends on besides the model: whose harness (``tag``), agent, version, mode, retrieval,
    shots, effort; None where nothing is told. What a leaderboard compares across, such as Aider's edit format, is not."""
    told = {key: value for key, value in (raw.settings or {}).items() if isinstance(value, str)}
    agent = _slug(told.get("agent") or told.get("harness") or "")
    parts = ["" if agent.startswith(tag) else tag, agent, _version(told), _MODES.get(told.get("mode", ""), "")]
    parts += [told.get("retrieval", ""), _shots(told), _assisted(told), _effort(raw, told)]
    return "-".join(slug for part in parts if (slug := _slug(part)))[:_LONGEST].strip(".-") or None


def is_comparable(raw: RawScore) -> bool:
    """False for a score made with another simulated user than its version's usual one, in another number format, or by an
    agent that is named like a model."""
    told = raw.settings or {}
    if _MODEL.match(str(told.get("agent", ""))):
        return False
    version = _plain_version(told)
    usual = _SIMULATORS.get(version)
    simulator = told.get("user_simulator")
    return (usual is None or simulator in (None, usual)) and told.get("precision") != "float16"


def _plain_version(told: Mapping[str, object]) -> str:
    return str(told.get("version", "")).removeprefix("v")


def _version(told: Mapping[str, str]) -> str:
    version = _plain_version(told)
    if "original" in version:
        return "original"
    return f"v{version}" if version else ""


def _shots(told: Mapping[str, str]) -> str:
    shots = told.get("shots", "")
    found = re.fullmatch(r"[0-9]+", shots) or _SHOTS.search(told.get("method", ""))
    if not found:
        return ""
    count = found[found.re.groups]
    steps = "-cot" if re.search(r"\bcot\b|chain", told.get("method", ""), re.IGNORECASE) else ""
    return f"{count}-shot{steps}"


def _assisted(told: Mapping[str, str]) -> str:
    return "assisted" if _ASSISTED.search(told.get("method", "")) else ""


def _effort(raw: RawScore, told: Mapping[str, str]) -> str:
    stated = [told[key] for key in ("effort", "reasoning_effort", "thinking") if key in told]
    efforts = [effort for word in stated if (effort := _spell_effort(word))]
    if efforts or stated:
        return "-".join(dict.fromkeys(efforts))
    found = _NAMED.search(raw.model_name or "")
    return _spell_effort(found[1] or found[2]) if found else ""


def _spell_effort(word: str) -> str:
    text = word.casefold()
    if text in _OFF:
        return ""
    if text in _ON:
        return "thinking"
    budget = _BUDGET.fullmatch(text)
    if budget:
        return f"thinking-{budget[1]}k"
    level = text.removesuffix("thinking")
    return f"effort-{level}" if level in _EFFORTS else f"effort-{text}"


def _slug(part: str) -> str:
    text = re.sub(r"[^a-z0-9.]+", "-", part.casefold())
    return re.sub(r"[.-]*-[.-]*", "-", re.sub(r"\.{2,}", ".", text)).strip(".-").replace("-vs-", "-")
