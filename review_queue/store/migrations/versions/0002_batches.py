"""Batches, their units and parcels, and every call to a model."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from review_queue.store.columns import Code, ExactDecimal, UtcTime

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    _batches()
    _units()
    _calls()
    _parcels()


def _batches() -> None:
    op.create_table(
        "batches",
        sa.Column("id", Code(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("order_key", Code(), nullable=False),
        sa.Column("status", Code(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("fallbacks", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("max_tokens", sa.Integer(), nullable=False),
        sa.Column("temperature", ExactDecimal(), nullable=True),
        sa.Column("seed", sa.BigInteger(), nullable=True),
        sa.Column("concurrency", sa.Integer(), nullable=False),
        sa.Column("budget_usd", ExactDecimal(), nullable=True),
        sa.Column("allow_unknown_cost", sa.Boolean(), nullable=False),
        sa.Column("provider_batch", sa.Boolean(), nullable=False),
        sa.Column("reword", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("price_table", sa.Text(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("runner", sa.Text(), nullable=False),
        sa.Column("seen_at", UtcTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("number"),
    )
    op.create_index("batches_by_order", "batches", ["order_key"])


def _units() -> None:
    op.create_table(
        "units",
        sa.Column("batch", Code(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("a", Code(), nullable=False),
        sa.Column("b", Code(), nullable=False),
        sa.Column("generation", sa.BigInteger(), nullable=False),
        sa.Column("status", Code(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("draft", Code(), nullable=True),
        sa.Column("reused", sa.Boolean(), nullable=False),
        sa.Column("opened_at", UtcTime(), nullable=True),
        sa.PrimaryKeyConstraint("batch", "position"),
        sa.ForeignKeyConstraint(["batch"], ["batches.id"]),
    )
    op.create_index("units_once", "units", ["batch", "a", "b"], unique=True)
    op.create_index("units_by_status", "units", ["batch", "status", "position"])


def _calls() -> None:
    op.create_table(
        "calls",
        sa.Column("key", Code(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("batch", Code(), nullable=False),
        sa.Column("a", Code(), nullable=False),
        sa.Column("b", Code(), nullable=False),
        sa.Column("generation", sa.BigInteger(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("state", Code(), nullable=False),
        sa.Column("reserved_pico", sa.BigInteger(), nullable=True),
        sa.Column("sent_at", UtcTime(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("finish_reason", sa.Text(), nullable=False),
        sa.Column("prompt_tokens", sa.BigInteger(), nullable=True),
        sa.Column("completion_tokens", sa.BigInteger(), nullable=True),
        sa.Column("cost_pico", sa.BigInteger(), nullable=True),
        sa.Column("latency_seconds", sa.Float(), nullable=False),
        sa.Column("error", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", "number"),
    )
    op.create_index("calls_by_batch", "calls", ["batch"])
    op.create_index("calls_by_pair", "calls", ["a", "b"])


def _parcels() -> None:
    op.create_table(
        "parcels",
        sa.Column("id", Code(), nullable=False),
        sa.Column("batch", Code(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("provider_id", sa.Text(), nullable=False),
        sa.Column("is_out", sa.Boolean(), nullable=False),
        sa.Column("sent_at", UtcTime(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["batch"], ["batches.id"]),
    )
    op.create_index("parcels_out", "parcels", ["batch", "is_out"])
