"""From text and entities to claims: cue, content, speaker and chain."""
