"""A photo on its way out: covered or cut as the person wants, seen exactly as it leaves, then saved or copied."""
