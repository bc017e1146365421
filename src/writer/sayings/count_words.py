"""Nouns that count something the facts count."""

from __future__ import annotations

from collections.abc import Mapping

_NOUNS = {
    "providers": "provider seller vendor host reseller listing outlet shop marketplace venue channel supplier storefront cloud "
    "source company endpoint platform gateway store retailer merchant place",
    "capabilities": "capability feature modality ability skill sense function input",
    "benchmarks": "benchmark test exam eval evaluation score result contest comparison trial round head column suite bout",
    "wins": "win victory loss lead",
    "ties": "tie draw",
    "models": "model rival sibling option contender pick way system price offer rate line thing time metric category limit "
    "side figure setting measure generation vendors direction factor question reason release entry",
    "jobs": "request chat run summary conversation ticket session job document call task workload",
    "words": "word page character book novel email sentence paragraph line",
}
COUNTED: Mapping[str, str] = {noun: kind for kind, nouns in reversed(_NOUNS.items()) for noun in nouns.split()}
