"""Stories told by many, alone in a folder and among others."""
