"""The KG directory: parts, generations, settings and lock; and what is asked of one generation."""
