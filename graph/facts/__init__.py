"""Doc → Fact: what the sentences of an article state, each with its words."""
