-- What the parts add up to.
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE files (number INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE inputs (location TEXT PRIMARY KEY, digest TEXT NOT NULL, options TEXT NOT NULL, failures TEXT NOT NULL)
  WITHOUT ROWID;
CREATE TABLE sources (
  location TEXT PRIMARY KEY, input TEXT NOT NULL, article TEXT NOT NULL, content TEXT NOT NULL, reads TEXT NOT NULL,
  published TEXT, identifier TEXT NOT NULL, url TEXT, modified TEXT, title TEXT, publisher TEXT,
  file INTEGER NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX sources_article ON sources (article, published, identifier, content);
CREATE INDEX sources_input ON sources (input);
CREATE INDEX sources_url ON sources (url, article);
CREATE TABLE parts (
  reads TEXT NOT NULL, settings TEXT NOT NULL, article TEXT NOT NULL,
  file INTEGER NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL,
  PRIMARY KEY (reads, settings)
) WITHOUT ROWID;
CREATE TABLE forgotten (article TEXT PRIMARY KEY) WITHOUT ROWID;
-- Which part files hold words of which article, whether they still count or not.
CREATE TABLE traces (article TEXT NOT NULL, file INTEGER NOT NULL, PRIMARY KEY (article, file)) WITHOUT ROWID;

-- The source of an article whose metadata counts: the earliest published, then by identifier. Of several versions of a
-- URL the one that was modified (or published) last counts, then the greatest id; the others have no facts.
CREATE VIEW counting AS SELECT * FROM (
  SELECT *, row_number() OVER (PARTITION BY article ORDER BY published IS NULL, published, identifier, content) AS place
  FROM sources
) AS c WHERE place = 1 AND NOT EXISTS (
  SELECT 1 FROM sources AS other
  WHERE other.url = c.url AND other.article <> c.article
    AND (coalesce(other.modified, other.published, ''), other.article) > (
      (SELECT max(coalesce(own.modified, own.published, '')) FROM sources AS own
       WHERE own.article = c.article AND own.url = c.url), c.article)
);

-- Articles that the graph may still have to follow: those of which something came or went, and those that tell of the
-- same URL, since another version may count now.
CREATE TABLE news (article TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TRIGGER source_came AFTER INSERT ON sources BEGIN
  INSERT OR IGNORE INTO news SELECT new.article UNION SELECT article FROM sources WHERE url = new.url;
END;
CREATE TRIGGER source_went AFTER DELETE ON sources BEGIN
  INSERT OR IGNORE INTO news SELECT old.article UNION SELECT article FROM sources WHERE url = old.url;
END;

-- What the graph of this generation was made from.
CREATE TABLE folded (
  article TEXT PRIMARY KEY, content TEXT NOT NULL, reads TEXT NOT NULL, settings TEXT NOT NULL,
  file INTEGER NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL,
  events INTEGER NOT NULL, claims INTEGER NOT NULL, positions INTEGER NOT NULL, facts INTEGER NOT NULL
) WITHOUT ROWID;
-- `member` is the reference of its IRI (see index.py), and a key stands as its reference: both are many.
CREATE TABLE members (
  member INTEGER PRIMARY KEY, iri TEXT NOT NULL, article TEXT NOT NULL, chain TEXT NOT NULL, entity TEXT, type TEXT,
  label TEXT NOT NULL, data BLOB NOT NULL
);
CREATE INDEX members_label ON members (label);
CREATE INDEX members_article ON members (article);
CREATE INDEX members_entity ON members (entity);
CREATE TABLE keys (key INTEGER NOT NULL, member INTEGER NOT NULL, PRIMARY KEY (key, member)) WITHOUT ROWID;
CREATE INDEX keys_member ON keys (member);
CREATE TABLE decision_keys (key INTEGER NOT NULL, member INTEGER NOT NULL, PRIMARY KEY (key, member)) WITHOUT ROWID;
-- `names` are all its names in lower case, a line each, to look it up by.
CREATE TABLE entities (id TEXT PRIMARY KEY, names TEXT NOT NULL, data BLOB NOT NULL) WITHOUT ROWID;
-- People's decisions as the graph has followed them: pairs of members, and statements with their articles.
CREATE TABLE pairs (one TEXT NOT NULL, other TEXT NOT NULL, same INTEGER NOT NULL, PRIMARY KEY (one, other, same))
  WITHOUT ROWID;
CREATE TABLE rejected (statement TEXT PRIMARY KEY, article TEXT) WITHOUT ROWID;
-- Predicates outside the closed list of events, as each article's extraction counted them.
CREATE TABLE unmapped (article TEXT NOT NULL, verb TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (article, verb))
  WITHOUT ROWID;
-- Events as happenings see them, with the happening that they tell of.
CREATE TABLE occurrences (
  member INTEGER PRIMARY KEY, article TEXT NOT NULL, happening TEXT, data BLOB NOT NULL
);
CREATE INDEX occurrences_article ON occurrences (article);
CREATE TABLE occurrence_keys (key INTEGER NOT NULL, member INTEGER NOT NULL, PRIMARY KEY (key, member)) WITHOUT ROWID;
CREATE TABLE links (one INTEGER NOT NULL, other INTEGER NOT NULL, PRIMARY KEY (one, other)) WITHOUT ROWID;
CREATE TABLE happenings (id TEXT PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID;
-- Triples that several articles may state, with those that do.
CREATE TABLE shared (quad INTEGER PRIMARY KEY, text TEXT NOT NULL);
CREATE TABLE supports (quad INTEGER NOT NULL, article TEXT NOT NULL, PRIMARY KEY (quad, article)) WITHOUT ROWID;
CREATE INDEX supports_article ON supports (article);
-- How often an article writes a topic, or the title of an office, in which words.
CREATE TABLE topics (
  topic TEXT NOT NULL, article TEXT NOT NULL, words TEXT NOT NULL, number INTEGER NOT NULL,
  PRIMARY KEY (topic, article, words)
) WITHOUT ROWID;
CREATE INDEX topics_article ON topics (article);
