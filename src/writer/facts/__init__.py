"""Two models in, a FactSheet out: exact values with unit, operands, formula and sources; the verdict; the plan. Pure."""
