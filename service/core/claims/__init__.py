"""From text and mentions to claims: cue, content, speaker, chain, stance, figures; then groups."""
