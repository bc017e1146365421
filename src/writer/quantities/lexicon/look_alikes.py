"""Characters that look like others: what a reader sees, not what the code point is called. Tables only."""

from __future__ import annotations

# Letters of other scripts that look like Latin ones.
LETTERS = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХЗаеоѕіјрсухҮԁԛԝһӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧοινɡɑӨ",
        "ABESIJKMHOPCTYX3aeosijpcyxYdqwhlABEZHIKMNOPTYXoivgaO",
        strict=True,
    )
)

# Among digits a reader takes these (after the table above) for digits.
AMONG_DIGITS = {"O": "0", "o": "0", "l": "1", "I": "1", "i": "1", "S": "5", "s": "5", "Z": "2", "B": "8", "3": "3"}

# Letters of other scripts that look like digits, where a digit stands beside them.
FOREIGN_DIGITS = frozenset("ОоΟοІіΙιӏЅѕΖӨ")

SIGNS = {
    **dict.fromkeys("‐‑⁃", "-"),
    **dict.fromkeys("−﹣－➖", "-"),
    **dict.fromkeys("‒–", "–"),
    **dict.fromkeys("—―﹘⸺", "—"),
    **dict.fromkeys("‘’‛ʼ′＇`´", "'"),
    **dict.fromkeys("“”„‟″＂", '"'),
    **dict.fromkeys("✕✖⨯⨉╳∗", "×"),
    **dict.fromkeys("∼˜〜～⁓", "~"),
    **dict.fromkeys("≃≅≈≒", "≈"),
    **dict.fromkeys("≤⩽≦", "≤"),
    **dict.fromkeys("≥⩾≧", "≥"),
    **dict.fromkeys("⁄∕⧸／", "/"),
    **dict.fromkeys("∶：", ":"),
    "٪": "%",
    "٫": ".",
    "٬": ",",
    "․": ".",
    "‚": ",",
    "…": "…",
    "™": "™",
    "\u2028": "\n",
    "\u2029": "\n",
    "\u0085": "\n",
    "\u200b": "",
}

# Kept as they are: compatibility forms would run them into the digits beside them (2½, 10⁶, Ⅻ).
FRACTIONS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
KEPT = frozenset(FRACTIONS + SUPERSCRIPTS + "₀₁₂₃₄₅₆₇₈₉↉") | {chr(point) for point in range(0x2160, 0x2189)}
