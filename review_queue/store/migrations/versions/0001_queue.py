"""The queue: pairs, items, contents and reviews; waivers, jobs, counts; the audit trail and the outbox."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from review_queue.store.columns import Code, ExactDecimal, UtcTime

revision = "0001"
down_revision = None

STATUSES = ("rejected", "in_review", "changes_requested", "approved", "declined", "superseded", "published")


def upgrade() -> None:
    for make in (_audit, _audit_head, _items, _jobs, _outbox, _pairs, _status_counts, _contents, _reviews, _waivers):
        make()
    counts = sa.table("status_counts", sa.column("status"), sa.column("versions"))
    op.bulk_insert(counts, [{"status": status, "versions": 0} for status in STATUSES])
    heads = sa.table("audit_head", sa.column("id"), sa.column("rows"), sa.column("hash"))
    op.bulk_insert(heads, [{"id": 1, "rows": 0, "hash": "0" * 64}])


def _audit() -> None:
    op.create_table(
        "audit",
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", UtcTime(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("action", Code(), nullable=False),
        sa.Column("a", Code(), nullable=False),
        sa.Column("b", Code(), nullable=False),
        sa.Column("item", Code(), nullable=False),
        sa.Column("before", sa.String(), nullable=False),
        sa.Column("after", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column("nonce", sa.String(), nullable=True),
        sa.Column("undoes", sa.BigInteger(), nullable=True),
        sa.Column("previous", Code(), nullable=False),
        sa.Column("hash", Code(), nullable=False),
        sa.PrimaryKeyConstraint("seq"),
    )
    op.create_index("audit_nonce", "audit", ["nonce"], unique=True)
    op.create_index("audit_of_pair", "audit", ["a", "b", "seq"], unique=False)
    op.create_index("audit_undoes", "audit", ["undoes"], unique=True)


def _audit_head() -> None:
    op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rows", sa.BigInteger(), nullable=False),
        sa.Column("hash", Code(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )


def _items() -> None:
    op.create_table(
        "items",
        sa.Column("id", Code(), nullable=False),
        sa.Column("a", Code(), nullable=False),
        sa.Column("b", Code(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("status", Code(), nullable=False),
        sa.Column("stale", sa.Boolean(), nullable=False),
        sa.Column("origin", Code(), nullable=False),
        sa.Column("parent", Code(), nullable=True),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("last_editor", sa.String(), nullable=False),
        sa.Column("model", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("cost_usd", ExactDecimal(), nullable=True),
        sa.Column("quantities", sa.Integer(), nullable=False),
        sa.Column("strays", sa.Integer(), nullable=False),
        sa.Column("rules", sa.String(), nullable=False),
        sa.Column("text_hash", Code(), nullable=False),
        sa.Column("facts_hash", Code(), nullable=False),
        sa.Column("prompt_hash", Code(), nullable=False),
        sa.Column("checker_version", Code(), nullable=False),
        sa.Column("page_version", Code(), nullable=False),
        sa.Column("due", sa.BigInteger(), nullable=False),
        sa.Column("wanted_by", sa.String(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("reviewed_at", UtcTime(), nullable=True),
        sa.Column("lease_holder", sa.String(), nullable=False),
        sa.Column("lease_token", sa.String(), nullable=False),
        sa.Column("lease_until", UtcTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("items_by_due", "items", ["due", "id"], unique=False)
    op.create_index("items_by_status", "items", ["status", "due", "id"], unique=False)
    op.create_index(
        "items_held",
        "items",
        ["lease_holder"],
        unique=False,
        sqlite_where=sa.text("lease_holder <> ''"),
        postgresql_where=sa.text("lease_holder <> ''"),
    )
    op.create_index("items_of_a", "items", ["a", "due", "id"], unique=False)
    op.create_index("items_of_b", "items", ["b", "due", "id"], unique=False)
    op.create_index(
        "items_one_open",
        "items",
        ["a", "b"],
        unique=True,
        sqlite_where=sa.text("status IN ('in_review', 'changes_requested', 'approved')"),
        postgresql_where=sa.text("status IN ('in_review', 'changes_requested', 'approved')"),
    )
    op.create_index(
        "items_one_published",
        "items",
        ["a", "b"],
        unique=True,
        sqlite_where=sa.text("status = 'published'"),
        postgresql_where=sa.text("status = 'published'"),
    )
    op.create_index("items_version", "items", ["a", "b", "version"], unique=True)
    op.create_index(
        "items_wanted",
        "items",
        ["wanted_by", "due", "id"],
        unique=False,
        sqlite_where=sa.text("wanted_by <> ''"),
        postgresql_where=sa.text("wanted_by <> ''"),
    )


def _jobs() -> None:
    op.create_table(
        "jobs",
        sa.Column("id", Code(), nullable=False),
        sa.Column("a", Code(), nullable=False),
        sa.Column("b", Code(), nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("state", Code(), nullable=False),
        sa.Column("progress", sa.String(), nullable=False),
        sa.Column("draft", Code(), nullable=True),
        sa.Column("asked_at", UtcTime(), nullable=False),
        sa.Column("seen_at", UtcTime(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "jobs_one_active",
        "jobs",
        ["a", "b"],
        unique=True,
        sqlite_where=sa.text("state IN ('waiting', 'running')"),
        postgresql_where=sa.text("state IN ('waiting', 'running')"),
    )


def _outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("item", Code(), nullable=False),
        sa.Column("payload", sa.String(), nullable=False),
        sa.Column("at", UtcTime(), nullable=False),
        sa.Column("delivered_at", UtcTime(), nullable=True),
        sa.PrimaryKeyConstraint("seq"),
    )
    op.create_index(
        "outbox_waiting",
        "outbox",
        ["seq"],
        unique=False,
        sqlite_where=sa.text("delivered_at IS NULL"),
        postgresql_where=sa.text("delivered_at IS NULL"),
    )


def _pairs() -> None:
    op.create_table(
        "pairs",
        sa.Column("a", Code(), nullable=False),
        sa.Column("b", Code(), nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.Column("newest", sa.Integer(), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("a", "b"),
    )


def _status_counts() -> None:
    op.create_table(
        "status_counts",
        sa.Column("status", Code(), nullable=False),
        sa.Column("versions", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("status"),
    )


def _contents() -> None:
    op.create_table(
        "contents",
        sa.Column("item", Code(), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("since", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["item"],
            ["items.id"],
        ),
        sa.PrimaryKeyConstraint("item"),
    )


def _reviews() -> None:
    op.create_table(
        "reviews",
        sa.Column("item", Code(), nullable=False),
        sa.Column("reviewer", sa.String(), nullable=False),
        sa.Column("verdict", Code(), nullable=False),
        sa.Column("seal", Code(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("one_person", sa.Boolean(), nullable=False),
        sa.Column("lapsed", sa.Boolean(), nullable=False),
        sa.Column("at", UtcTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["item"],
            ["items.id"],
        ),
        sa.PrimaryKeyConstraint("item", "reviewer"),
    )


def _waivers() -> None:
    op.create_table(
        "waivers",
        sa.Column("item", Code(), nullable=False),
        sa.Column("rule", Code(), nullable=False),
        sa.Column("start", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("end", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("text_hash", Code(), nullable=False),
        sa.Column("quote", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("one_person", sa.Boolean(), nullable=False),
        sa.Column("at", UtcTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["item"],
            ["items.id"],
        ),
        sa.PrimaryKeyConstraint("item", "rule", "start", "end"),
    )
