"""What the house writer is called where a model is named."""

from __future__ import annotations

HOUSE = "house/plain"  # as ``writer.llm.question.HOUSE``, without importing what asks models
