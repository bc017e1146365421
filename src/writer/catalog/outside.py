"""Well-known names that a catalog may not hold: prose that names one of them leaves the facts."""

from __future__ import annotations

FAMILIES = ("chatgpt", "claude", "codestral", "deepseek", "devstral", "ernie", "falcon", "gemini", "gemma", "glm", "gpt",
            "granite", "grok", "hunyuan", "jamba", "kimi", "llama", "magistral", "mimo", "minimax", "ministral",
            "mistral", "mixtral", "nemotron", "olmo", "palm", "phi", "pixtral", "qwen", "qwq")

# Family names that are English words too: they name a model only with a version or a tier after them, or in capitals.
ENGLISH = frozenset(("step", "command", "nova", "seed", "phi", "granite", "falcon", "flash", "air", "code", "large", "max",
                     "pro", "super", "fable", "small", "medium", "scout", "maverick", "high", "fast", "opus", "coder",
                     "mini", "nano", "lite", "ultra", "plus", "turbo", "haiku", "sonnet", "nemo"))

TIERS = frozenset(("mini", "nano", "pro", "flash", "lite", "air", "max", "ultra", "turbo", "plus", "large", "medium",
                   "small", "opus", "sonnet", "haiku", "thinking", "coder", "code", "omni", "micro", "tiny"))

# Names of tiers that are hardly anything else when written with a capital.
TELLING = frozenset(("opus", "sonnet", "haiku", "fable", "maverick", "nemo"))

# Parts that tell no model from another.
GENERIC = frozenset(("instruct", "preview", "it", "latest", "chat", "base", "v0.3", "model", "ai", "api", "the"))

PROVIDERS = ("Hugging Face", "SambaNova", "Baseten", "Perplexity", "Databricks", "Snowflake", "watsonx", "Hyperbolic",
             "Nebius", "Lambda", "Lambda Labs", "Scaleway", "OVHcloud", "Anyscale", "SiliconFlow", "Friendli", "Chutes", "Parasail", "Featherless",
             "GitHub Models", "Ollama", "Lepton", "Nscale", "Inference.net", "Cohere", "Groq", "Cerebras", "Replicate",
             "Fireworks AI", "Together AI", "Deep Infra", "DigitalOcean", "Cloudflare")

BENCHMARKS = ("MMLU", "MMLU-Pro", "GPQA", "GPQA Diamond", "HumanEval", "AIME", "AIME 2025", "LiveCodeBench", "MMMU",
              "BrowseComp", "tau-bench", "tau2-bench", "IFEval", "SimpleQA", "LMArena", "Chatbot Arena", "GSM8K",
              "HellaSwag", "MBPP", "BigCodeBench", "OSWorld", "Humanity's Last Exam", "FrontierMath", "ARC-AGI",
              "SWE-Bench Lite", "SWE-Bench Multilingual", "MATH-500", "WebArena", "MT-Bench", "TruthfulQA", "BIG-Bench")

# What may stand before or after a provider's own name without changing whom it names.
PROVIDER_BEFORE = frozenset(("google", "amazon", "aws", "microsoft", "cloud"))
PROVIDER_AFTER = frozenset(("ai", "api", "openai", "cloud", "platform", "gateway", "foundry", "service", "workers"))
