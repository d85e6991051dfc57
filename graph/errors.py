"""The exceptions that newsgraph raises.

    NewsgraphError                     anything that newsgraph itself reports
    ├── InputError                     an input file or a part of it cannot be read as an article
    ├── SettingsError                  an option, or a setting fixed at the first build, does not fit
    ├── KnowledgeGraphError            a KG directory is missing, foreign, damaged or locked
    │   └── LockedError                another process is writing to it
    ├── DecisionError                  human decisions contradict one another
    ├── QueryError                     a SPARQL query is malformed or refused
    │   └── LimitError                 a query reached its deadline, its memory or the size of its answer
    └── NotFoundError                  a name, query or format that does not exist
        └── AmbiguousError             a name that stands for several things

A message names the thing, the value, and the choices or the fix; the command line prints it as it is.
"""


class NewsgraphError(Exception):
    """Anything that newsgraph itself reports; its text is meant for the user."""


class InputError(NewsgraphError):
    """An input, or one article of it, cannot be read.

    `source` names the input as a user would (`news.jsonl#17`), `reason` says why in plain words.
    """

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class SettingsError(NewsgraphError):
    """An option, or a setting fixed at the first build, does not fit."""


class KnowledgeGraphError(NewsgraphError):
    """A KG directory is missing, foreign or damaged."""


class LockedError(KnowledgeGraphError):
    """Another process is writing to the KG."""


class DecisionError(NewsgraphError):
    """Human decisions contradict one another."""


class QueryError(NewsgraphError):
    """A SPARQL query is malformed or refused."""


class LimitError(QueryError):
    """A query was stopped at one of its limits."""


class NotFoundError(NewsgraphError):
    """A name, query or format that does not exist."""


class AmbiguousError(NotFoundError):
    """A name that stands for several things."""
