"""What has changed since an approval, by part of the page and word against word."""

from __future__ import annotations

from review_queue.ports import Change, ChangeKind, Delta
from review_queue.web.changes import FOLDED, GAP, Row, Word, parts


def row(old: str, new: str) -> Row:
    (part,) = parts(Change(ChangeKind.MATERIAL, (Delta("verdict: cost", old, new, "+1%"),)))
    return part.rows[0]


def told(words: tuple[Word, ...]) -> str:
    return " ".join(f"[{word.text}]" if word.moved else word.text for word in words)


def test_only_what_moved_is_marked() -> None:
    found = row("It costs $12.60 at Poe.", "It costs $16.38 at Poe.")
    assert (told(found.old), told(found.new)) == ("It costs [$12.60] at Poe.", "It costs [$16.38] at Poe.")


def test_words_far_from_any_change_are_left_out() -> None:
    same = " ".join(f"w{n}" for n in range(30))
    found = row(f"{same} 1 {same} 3", f"{same} 2 {same} 4")
    assert told(found.old) == f"{GAP} w25 w26 w27 w28 w29 [1] w0 w1 w2 w3 w4 {GAP} w25 w26 w27 w28 w29 [3]"


def test_what_was_not_there_is_marked_whole() -> None:
    assert told(row("nothing", "two words").new) == "[two words]"


def test_changes_stand_by_part_in_the_order_they_came_and_many_alike_are_folded() -> None:
    many = tuple(Delta(f"Who sells it: {n}: Output", "$1", "$2", "+100%") for n in range(FOLDED + 1))
    rest = (Delta("Prices: the cheapest: Output: B", "$1", "$2"), Delta("FAQ: Why?", "a", "b"))
    found = parts(Change(ChangeKind.MATERIAL, (Delta("introduction", "a", "b"), *many, *rest)))
    assert [(part.title, len(part.rows), part.folded) for part in found] == [
        ("introduction", 1, False),
        ("Who sells it", FOLDED + 1, True),
        ("Prices: the cheapest", 1, False),
        ("FAQ", 1, False),
    ]
    assert found[1].rows[0].name == "0: Output"
    assert found[1].steps == ("+100%",)
