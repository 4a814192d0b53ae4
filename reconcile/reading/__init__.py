"""Reading: files and frames to documents."""
