"""From a raw page to an article, with a role and a reason for every line."""
