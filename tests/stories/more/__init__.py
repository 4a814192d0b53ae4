"""Stories beyond the scenarios, scored as a whole."""
