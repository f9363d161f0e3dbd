"""The Python API: recording, ruling, reading, scoring."""
