"""What breaks each rule of the layout: (file, text that is replaced, what replaces it, the fault after the file's path)."""

from __future__ import annotations

ONE = "models/acme/one-7b.toml"


CASES = [
    # prices and other numbers
    (ONE, "input = 0.1\n", 'input = "0,5"\n', ': offers[0].input: got "0,5", expected a decimal such as 0.5'),
    (ONE, "input = 0.1\n", "input = -0.1\n", ": offers[0].input: got -0.1, expected a decimal such as 0.5"),
    (ONE, "input = 0.1\n", "input = nan\n", ": offers[0].input: got NaN, expected a decimal such as 0.5"),
    (ONE, "input = 0.1\n", "input = inf\n", ": offers[0].input: got Infinity, expected a decimal such as 0.5"),
    (ONE, "input = 0.1\n", "input = 1e999999\n", ": offers[0].input: got 1E+999999, expected a decimal such as 0.5"),
    (ONE, "input = 0.1\n", "input = true\n", ": offers[0].input: got true, expected a decimal such as 0.5"),
    (ONE, "score = 58.6", 'score = "58.6"', ': scores[0].score: got "58.6", expected a decimal such as 58.6'),
    (ONE, "= 131072", "= 0", ": context_window: got 0, expected a whole number above zero such as 131072"),
    (ONE, "= 131072", "= -5", ": context_window: got -5, expected a whole number above zero such as 131072"),
    (
        ONE,
        "= 131072",
        "= 131072.0",
        ": context_window: got 131072.0, expected a whole number above zero such as 131072",
    ),
    (ONE, "= 131072", "= true", ": context_window: got true, expected a whole number above zero such as 131072"),
    (ONE, "= 131072", '= "128K"', ': context_window: got "128K", expected a whole number above zero such as 131072'),
    (
        ONE,
        "= 131072",
        f"= {10**30}",
        f": context_window: got {10**30}, expected a whole number above zero such as 131072",
    ),
    (
        ONE,
        "above_input_tokens = 400000",
        "above_input_tokens = 200000",
        ": offers[0].tiers[1].above_input_tokens: got 200000, expected more than 200000, the tier before it",
    ),
    (
        ONE,
        "above_input_tokens = 400000",
        "above_input_tokens = 100000",
        ": offers[0].tiers[1].above_input_tokens: got 100000, expected more than 200000, the tier before it",
    ),
    (
        ONE,
        "above_input_tokens = 200000",
        "above_input_tokens = -1",
        ": offers[0].tiers[0].above_input_tokens: got -1, expected a whole number such as 200000",
    ),
    (
        "workloads.toml",
        "requests = 10",
        "requests = 0",
        ": chat.requests: got 0, expected a whole number above zero such as 131072",
    ),
    ("benchmarks.toml", "margin = 1.5", "margin = -1", ": trivia.margin: got -1, expected a decimal such as 1.5"),
    # flags
    (ONE, "open_weights = true", "open_weights = 1", ": open_weights: got 1, expected true or false"),
    (ONE, "vision = true", 'vision = "yes"', ': capabilities.vision: got "yes", expected true or false'),
    ("benchmarks.toml", "= true", "= 1", ": trivia.higher_is_better: got 1, expected true or false"),
    # dates
    (
        ONE,
        "2025-03-14",
        '"2025-25-11"',
        ': released: got "2025-25-11", expected a day such as 2025-03-14, or a month as text such as "2025-03"',
    ),
    (
        ONE,
        "2025-03-14",
        '"2025-13"',
        ': released: got "2025-13", expected a day such as 2025-03-14, or a month as text such as "2025-03"',
    ),
    (
        ONE,
        "2025-03-14",
        "1970-01-01",
        ': released: got 1970-01-01, expected a day such as 2025-03-14, or a month as text such as "2025-03"',
    ),
    (
        ONE,
        "2025-03-14",
        "2025-03-14T10:00:00",
        ': released: got 2025-03-14 10:00:00, expected a day such as 2025-03-14, or a month as text such as "2025-03"',
    ),
    (
        ONE,
        "2025-03-14",
        "2025",
        ': released: got 2025, expected a day such as 2025-03-14, or a month as text such as "2025-03"',
    ),
    (ONE, '"2024-10"', "2024-10-01", ': knowledge_cutoff: got 2024-10-01, expected a month as text such as "2024-10"'),
    (
        ONE,
        "checked = 2026-07-02",
        'checked = "2026-07-02"',
        ': offers[0].checked: got "2026-07-02", expected a day such as 2026-07-02, without quotes',
    ),
    # links and sources
    (
        "vendors.toml",
        "https://acme.example",
        "javascript:alert(1)",
        ': acme.url: got "javascript:alert(1)", expected an http or https address',
    ),
    (
        "vendors.toml",
        "https://acme.example",
        "https://user@acme.example",
        ': acme.url: got "https://user@acme.example", expected an http or https address',
    ),
    (
        ONE,
        "https://trivia.example/board",
        "ftp://trivia.example",
        ': scores[0].source: got "ftp://trivia.example", expected an id of sources.toml, or an http or https address',
    ),
    (
        ONE,
        "https://trivia.example/board",
        "lisings",
        ': scores[0].source: got "lisings", which sources.toml does not hold, did you mean listings?',
    ),
    (
        ONE,
        'source = "listings"\nchecked',
        'source = "models.dev"\nchecked',
        ': offers[0].source: got "models.dev", expected an id of sources.toml, or an http or https address',
    ),
    (
        ONE,
        '[facts.released]\nsource = "listings"',
        '[facts.released]\nsource = "nobody"',
        ': facts.released.source: got "nobody", which sources.toml does not hold, expected one of listings',
    ),
    # ids that stand nowhere
    (ONE, 'vendor = "acme"', 'vendor = "acne"', ': vendor: got "acne", expected "acme", the directory it lies in'),
    (
        ONE,
        'vendor = "acme"',
        'vendor = "acne"',
        ': vendor: got "acne", which vendors.toml does not hold, did you mean acme?',
    ),
    (
        ONE,
        'provider = "reseller"',
        'provider = "resaler"',
        ': offers[1].provider: got "resaler", which providers.toml does not hold, did you mean reseller?',
    ),
    (
        ONE,
        'benchmark = "trivia"',
        'benchmark = "trivial"',
        ': scores[0].benchmark: got "trivial", which benchmarks.toml does not hold, did you mean trivia?',
    ),
    (
        ONE,
        "vision = true",
        "visions = true",
        ': capabilities.visions: got "visions", which capabilities.toml does not hold, did you mean vision?',
    ),
    (
        ONE,
        "[facts.capabilities.vision]",
        "[facts.capabilities.sight]",
        ': facts."capabilities.sight": got "sight", which capabilities.toml does not hold, expected one of vision',
    ),
    (ONE, "[facts.released]", "[facts.relased]", ": facts.relased: is no key of a model file, did you mean released?"),
    (
        "vendors.toml",
        '["acme-cloud"]',
        '["acme"]',
        ': acme.providers[0]: got "acme", which providers.toml does not hold, expected one of acme-cloud, reseller',
    ),
    (
        "providers.toml",
        "[reseller]",
        '["re.seller"]',
        ': "re.seller": got this as an id, expected an id of letters, digits, - and _, without dots',
    ),
    # what must be unique
    (
        ONE,
        'provider = "reseller"',
        'provider = "acme-cloud"\nid = "one"',
        ": offers[1]: says the same as offers[0], expected each (provider, id) once",
    ),
    (
        ONE,
        "[facts.released]",
        '[[scores]]\nbenchmark = "trivia"\nsetting = "effort-high"\nscore = 1\n\n[facts.released]',
        ": scores[1]: says the same as scores[0], expected one score for each (benchmark, setting)",
    ),
    (
        ONE,
        '["One-7B-Instruct"]',
        '["A", "B", "A"]',
        ": aliases[2]: says the same as aliases[0], expected each alias once",
    ),
    (
        ONE,
        '["One-7B-Instruct"]',
        '["TWO.1 Mini"]',
        (
            ': aliases[0]: got "TWO.1 Mini", which is the name in {dir}/models/acme/two.1-mini.toml, '
            "expected an alias that names this model alone"
        ),
    ),
    (
        "models/acme/two.1-mini.toml",
        '"Two.1 mini"',
        '"one 7b"',
        ': name: got "one 7b", which is also the name in {dir}/models/acme/one-7b.toml, expected a name of its own',
    ),
    # keys and kinds
    (
        ONE,
        "context_window = 131072",
        "context_windw = 131072",
        ": context_windw: is no key of the layout, did you mean context_window?",
    ),
    (ONE, "output = 0.40", "ouput = 0.40", ": offers[0].ouput: is no key of the layout, did you mean output?"),
    (ONE, "input = 0.20", "inputs = 0.20", ": offers[0].tiers[0].inputs: is no key of the layout, did you mean input?"),
    (ONE, 'name = "One 7B"\n', "", ": name: is missing, expected 1 to 120 printable characters, trimmed"),
    (ONE, "score = 58.6\n", "", ": scores[0].score: is missing, expected a decimal such as 58.6"),
    (ONE, 'inputs = ["text", "image"]', 'inputs = "text"', ': inputs: got "text", expected a list'),
    (ONE, "[capabilities]\nvision = true", "capabilities = 5", ": capabilities: got 5, expected a table"),
    (ONE, '[[offers]]\nprovider = "reseller"\ninput = 1\noutput = 2\n', "", None),
    (
        ONE,
        'setting = "effort-high"',
        'setting = "Effort High"',
        ': scores[0].setting: got "Effort High", expected a slug such as effort-high: a-z, 0-9, single dots and hyphens',
    ),
    (
        ONE,
        "released = 2025-03-14",
        'released = 2025-03-14\nstatus = "curent"',
        ': status: got "curent", expected one of current, preview, deprecated, retired',
    ),
    (
        ONE,
        'id = "one"',
        'id = "one"\nbilling = "money"',
        ': offers[0].billing: got "money", expected one of tokens, free, subscription',
    ),
    (
        "providers.toml",
        '"first_party"',
        '"shop"',
        ': acme-cloud.kind: got "shop", expected one of first_party, cloud, reseller, aggregator',
    ),
    (
        "capabilities.toml",
        '{inputs = "image"}',
        '{input = "image"}',
        ": vision.implied_by.input: is no key of the layout, did you mean inputs?",
    ),
    ("capabilities.toml", '{inputs = "image"}', '"image"', ': vision.implied_by: got "image", expected a table'),
    ("capabilities.toml", '["vision"]', "[]", ": vision.words: got a list, expected at least one entry"),
    # texts
    (
        ONE,
        '"One 7B"',
        '"One\\u202e 7B"',
        ': name: got "One\\u202e 7B", expected 1 to 120 printable characters, trimmed',
    ),
    (ONE, '"One 7B"', '"One\\u0000"', ': name: got "One\\u0000", expected 1 to 120 printable characters, trimmed'),
    (ONE, '"One 7B"', '"One\\u200b7B"', ': name: got "One\\u200b7B", expected 1 to 120 printable characters, trimmed'),
    (ONE, '"One 7B"', '" One"', ': name: got " One", expected 1 to 120 printable characters, trimmed'),
    (ONE, '"One 7B"', '""', ': name: got "", expected 1 to 120 printable characters, trimmed'),
    (
        ONE,
        '"Apache-2.0"',
        f'"{"x" * 501}"',
        f': license: got "{"x" * 59}…, expected 1 to 500 printable characters, trimmed',
    ),
    # what is no TOML
    (
        ONE,
        "open_weights = true",
        "open_weights = ",
        ": line 8, column 16: not TOML (Invalid value), expected key = value",
    ),
    (
        ONE,
        "open_weights = true",
        "released = 2025-01-01",
        ": line 8, column 22: not TOML (Cannot overwrite a value), expected key = value",
    ),
    (ONE, "2025-03-14", "2025-02-31", ": line 4, column 12: not TOML (Invalid date or datetime), expected key = value"),
    (
        ONE,
        "inputs = [",
        "inputs = " + "[" * 9999,
        ": not TOML that can be read (RecursionError), expected plain values, nested a few levels deep",
    ),
]
