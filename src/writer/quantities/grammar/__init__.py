"""How numbers are recognised: one sort of words a file, over tokens; each looks a bounded way ahead, none goes back."""
