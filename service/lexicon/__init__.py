"""What a linguist edits: YAML files, and the loader that checks them."""
