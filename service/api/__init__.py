"""The HTTP contract: resources, paging, formats, caching, errors."""
