"""Pure rules: no database, clock, files or printing. Standard library and dateutil only."""
