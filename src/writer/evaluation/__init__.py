"""How good the checker is: measured on drafts whose faults are known."""
