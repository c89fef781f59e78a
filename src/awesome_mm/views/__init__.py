"""Results of services as reports: a payload for programs, blocks for people."""
