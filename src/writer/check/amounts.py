"""What two values amount to when they are compared: a ratio, a share, a saving, a premium, a difference."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from writer.check.index import SIDES, other
from writer.check.relations import Form, Relation
from writer.check.scene import Scene, number, stated
from writer.quantities.quantity import Kind, Quantity
from writer.sayings.tolerance import Stated, states

_MAGNITUDE = (Fraction(8), Fraction(25, 2))


@dataclass(frozen=True, slots=True)
class Compared:
    """One metric of both models, the higher and the lower value and who has the higher ("tie" where equal)."""

    metric: str
    high: Fraction
    low: Fraction
    side: str
    best: str = ""  # of a score: who is better, where that is not who has more

    def key(self, form: Form) -> str:
        """The fact that tells them compared so."""
        return f"pair.{self.metric}.{_ASPECTS[form]}"


_ASPECTS = {
    Form.RATIO: "ratio",
    Form.SAVING: "saving_percent",
    Form.PREMIUM: "premium_percent",
    Form.DIFFERENCE: "difference",
    Form.SHARE: "ratio",
}


def compared(scene: Scene, metric: str) -> Compared | None:
    """The metric's two values; None where one is unknown."""
    sides = scene.index.numbers.get(metric, {})
    if len(sides) < 2:
        return None
    one, two = sides["a"].value, sides["b"].value
    high, low, side = (one, two, "a") if one > two else (two, one, "b" if one < two else "tie")
    best = scene.index.higher(metric) if metric.startswith("score.") else side
    return Compared(metric, high, low, side, best)


def holds_of(quantity: Quantity, relation: Relation, pair: Compared) -> str:
    """The form under which the number holds of the pair of values, "" where it does not."""
    sign = relation.sign
    subject = relation.subject if relation.subject in SIDES else ""
    match relation.form:
        case Form.RATIO:
            return Form.RATIO if _ratio_holds(quantity, subject, sign, pair) else ""
        case Form.SAVING:
            return (
                Form.SAVING if subject in ("", other(pair.side)) and _percent_holds(quantity, pair, saving=True) else ""
            )
        case Form.PREMIUM:
            return Form.PREMIUM if subject in ("", pair.side) and _percent_holds(quantity, pair, saving=False) else ""
        case Form.SHARE:
            for form, fits in (
                (Form.SAVING, _percent_holds(quantity, pair, saving=True)),
                (Form.PREMIUM, _percent_holds(quantity, pair, saving=False)),
                (Form.RATIO, _ratio_holds(quantity, subject, 0, pair)),
            ):
                if fits:
                    return form
            return ""
        case Form.DIFFERENCE:
            more = pair.best if relation.axis == "score" else pair.side
            return Form.DIFFERENCE if _difference_holds(quantity, subject, sign, pair, more) else ""


def _share(quantity: Quantity) -> Fraction:
    return Fraction(1, 100) if quantity.kind is Kind.PERCENT else Fraction(1)


def _ratio_holds(quantity: Quantity, subject: str, sign: int, pair: Compared) -> bool:
    if pair.low <= 0:
        return False
    ratio = pair.high / pair.low
    if quantity.kind is Kind.MAGNITUDE:
        more = sign >= 0
        if subject and pair.side != (subject if more else other(subject)):
            return False
        return _MAGNITUDE[0] <= ratio <= _MAGNITUDE[1]
    value = number(quantity) * _share(quantity)
    said = scaled(quantity)
    if sign < 0 and value > 1:  # "20 times cheaper"
        return subject in ("", other(pair.side)) and states(said, ratio)
    if value > 1:
        return subject in ("", pair.side) and states(said, ratio)
    if value < 1:
        return subject in ("", other(pair.side)) and states(said, 1 / ratio)
    return states(said, ratio) or states(said, 1 / ratio)


def scaled(quantity: Quantity) -> Stated:
    """The quantity as the tolerances read it, a magnitude as its power."""
    share = _share(quantity)
    value = stated(quantity)
    return Stated(value.value * share, value.step * share, value.coarse * share, value.modifier)


def _percent_holds(quantity: Quantity, pair: Compared, *, saving: bool) -> bool:
    if pair.low <= 0:
        return False
    gap = pair.high - pair.low
    percent = gap * 100 / (pair.high if saving else pair.low)
    said = stated(quantity)
    if quantity.kind is Kind.FRACTION:
        return states(Stated(said.value * 100, said.step * 100, said.coarse * 100, said.modifier), percent)
    if saving and said.value >= 100:
        return False
    return states(said, percent)


def _difference_holds(quantity: Quantity, subject: str, sign: int, pair: Compared, more: str) -> bool:
    if subject and sign and more != (subject if sign > 0 else other(subject)):
        return False
    factor = Fraction(1_000_000, quantity.per_tokens) if quantity.per_tokens else Fraction(1)
    return states(stated(quantity, pair.metric, factor=factor), pair.high - pair.low)
