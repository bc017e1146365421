"""Words that name a metric, or hint at one."""

from __future__ import annotations

from writer.sayings.words import Meaning, Sense, Table, spread

PRICES = ("price.input", "price.output", "price.cached_input", "price.blended")

_NAMES: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        ("context_window",),
        "context window|context windows|context length|context size|context limit|context limits|context capacity|context|"
        "window|windows|ctx|context tokens|tokens of context|prompt window|input window|input limit|input context|token window|"
        "reading capacity|memory|working memory|prompt capacity|input capacity|prompt length|prompt size|max context|"
        "maximum context|maximum input|context budget|input length|reading room|length of memory|max input|window size|"
        "input ceiling|context ceiling|input cap|reading limit|attention span|prompt limit|input size|window of context|"
        "tokens in context|maximum context window|max context window|contexts|ctx window|reads further|reading window",
    ),
    (
        ("max_output",),
        "max output|maximum output|tokens max|max tokens|output limit|output limits|output ceiling|output ceilings|output cap|output caps|"
        "output capacity|output length|output window|output budget|output allowance|output maximum|output size|reply length|"
        "reply lengths|reply limit|reply|replies|response length|response limit|response|responses|completion length|"
        "length of its answers|length of their answers|length of its replies|length of their replies|length of its reply|"
        "length of a reply|length of an answer|completion limit|generation budget|generation limit|generation length|max completion|maximum completion|"
        "long outputs|maximum response|maximum reply|maximum output tokens|"
        "max output tokens|long replies|long answers|answer length|"
        "output tokens per response|output per response|generations|long generations|single response|one response|one reply|"
        "writing room|output headroom|maximum generation|"
        "output token limit|maximum output length|writing limit|per response|per reply|single reply|max response|max reply|"
        "response ceiling|reply ceiling|reply cap|response cap|response size|reply size|output token cap|max generation",
    ),
    (
        ("price.input",),
        "input price|input prices|input rate|input rates|input cost|input costs|input token price|input pricing|input side|"
        "prompt price|prompt prices|prompt tokens|prompt token|input token|on the way in|going in|way in|incoming tokens|"
        "prompts|input charge|prompt rate|price of input|price for input|prompt side|input listing|price per input token|"
        "fresh input|uncached input|ingest|tokens in|input line|input bill|for prompts|sent in|price in|input list price",
    ),
    (
        ("price.output",),
        "output price|output prices|output rate|output rates|output cost|output costs|output token price|output pricing|"
        "output side|completion tokens|completion price|completions|generated tokens|on the way out|coming out|going out|"
        "way out|output charge|completion|price of output|price for output|generation side|output listing|"
        "price per output token|completion side|tokens out|output line|output bill|price out|generated text|output list price",
    ),
    (("price.output", "max_output"), "generation|generating|output|outputs|output tokens|output token"),
    (("price.input", "@input"), "input|inputs|input tokens"),
    (
        ("price.cached_input",),
        "cached input|cached inputs|cached input price|cached input prices|cached input rate|cached input rates|cached tokens|"
        "cached reads|cached read|cache reads|cache read|cached|caching|cache hits|cache hit|cache|cached prompts|"
        "reused prompts|repeated prompts|cached rate|cached input tokens|prompt caching|cached price|cached side|"
        "read from the cache|read from cache|comes from the cache|served from the cache|served from cache|the cache|"
        "reused input|repeated input|cached prompt|cached prompt tokens|caches|cached input token|cached input cost",
    ),
    (
        ("price.blended",),
        "blended|blended price|blended prices|blended rate|blended rates|blended cost|blended costs|blend|blends|mix|mixed|"
        "weighted|weighted price|weighted rate|blended basis|blended figure|blended figures|blended saving|combined rate|"
        "blended tokens|blended token|blended line|blended bill|average mix|weighted mix|blended terms|weighted average|"
        "weighted blend|combined price|mixed rate|mixed price",
    ),
    (
        PRICES,
        "price|prices|rate|rates|pricing|price line|price lines|tariff|tariffs|token price|token prices|cost per token",
    ),
    (("price.list.input", "price.input"), "list price for input|list prices for input|list price of input"),
    (("price.list.output", "price.output"), "list price for output|list prices for output|list price of output"),
    (("price.list.input", "price.list.output", *PRICES), "list price|list prices|first party price|official price"),
    (
        ("context_fill.cost",),
        "fill|fills|filled|filling|full prompt|full window|full context|full context window|maxed out|max out|maxing out|"
        "to the brim|topping up|top up|packed prompt|full load|saturating|saturate|stuffing|stuff|completely filled prompt|"
        "completely full|whole window|entire window|fully loaded|brimful|loading a full|pack|packing|full input|"
        "loading the window|loading up|completely filled|window full|maxed|maximum prompt|one full|window filled|brim",
    ),
    (
        ("parameters_total",),
        "parameters in total|total parameters|total params|parameters total|params total|in total|"
        "total parameter count|total size|total|overall parameters",
    ),
    (
        ("parameters_active",),
        "active parameters|active params|activated parameters|active|activates|activated|activate|"
        "active parameter count|parameters active|params active|active at a time|fires|lights up|active per token",
    ),
    (
        ("parameters_total", "parameters_active"),
        "parameters|parameter|params|parameter count|parameter counts|weights count",
    ),
    (("providers.count",), "providers|provider count|sellers|hosts|shops|outlets|marketplaces|vendors|provider list"),
    (
        ("capabilities.count",),
        "capabilities|capability count|capability counts|features|feature list|capability list|documented capabilities",
    ),
    (
        ("released",),
        "release date|release dates|launch date|released|release|releases|launched|launch|launches|debuted|debut|arrived|"
        "arriving|arrival|arrives|came out|come out|coming out on|shipped|appeared|appearing|dated|dates from|followed|follows|was born|landed|"
        "unveiled|introduced|announced|went on sale|reached the market|showed up|turned up|joined|on sale|been out|out since|"
        "is from|release day|publication date|published on|published in|rolled out|go live|went live|hit the market|"
        "became available|available since|made its debut|date from|came to market|came along|dating from",
    ),
    (
        ("knowledge_cutoff",),
        "knowledge cutoff|knowledge cutoffs|knowledge cut off|cutoff|cutoffs|cut off|cut offs|training cutoff|training data|"
        "knowledge|knows|world knowledge|cutoff date|knowledge runs|knowledge ends|knowledge reaches|training|trained|"
        "knowledge stops|knowledge date|data cutoff|what it knows|learned|knowledge base",
    ),
)

_ACTS: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        ("context_window",),
        "holds|hold|holding|held|accepted|ingested|taken|taken in|takes in|take in|ingests|accepts|accept|accepting|swallows|fits|fit|keeps|keep|"
        "digests|remembers|takes|take|taking|handles|handle|sees|in view|in mind|swallow|absorbs|absorb|read in|in one go",
    ),
    (
        ("max_output",),
        "written|emitted|produced|returned|generated|emits|emit|returns|return|produces|produce|answers with|answer with|"
        "gives back|give back|spits out|respond|responds|replies with|answers|answer|in reply|back|reply with|write back|"
        "outputs up to|stretch|generating|emitting|producing|returning|writes back|talk|speaks|speak",
    ),
    (("context_window", "price.input"), "reads|read|reading|feed|feeds|feeding"),
    (("max_output", "price.output"), "writes|write|writing|generates|generate"),
    (("price.input",), "in"),
    (("price.output",), "out"),
    (("released",), "out|since|from|available|born|date"),
)


def enter(table: Table) -> None:
    """Put every metric word into ``table``."""
    for metrics, phrases in _NAMES:
        spread(table, Meaning(Sense.METRIC, metrics), phrases)
    for metrics, phrases in _ACTS:
        spread(table, Meaning(Sense.ACT, metrics, weak=True), phrases)
