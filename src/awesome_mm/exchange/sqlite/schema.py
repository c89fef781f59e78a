"""The tables, views and indexes of the database.

Layer: exchange. Names are the survey's own; docs/sqlite.md says what each table holds.
"""

TABLES = """
CREATE TABLE catalog (title_en TEXT, title_zh TEXT, as_of TEXT NOT NULL, licence TEXT, source TEXT) STRICT;
CREATE TABLE categories (
  id TEXT PRIMARY KEY, parent TEXT REFERENCES categories, position INTEGER NOT NULL, title_en TEXT, title_zh TEXT,
  introduction_en TEXT, introduction_zh TEXT) STRICT;
CREATE TABLE organizations (id TEXT PRIMARY KEY, name_en TEXT, name_zh TEXT, sector TEXT NOT NULL) STRICT;
CREATE TABLE models (id TEXT PRIMARY KEY, name_en TEXT, name_zh TEXT, organization TEXT REFERENCES organizations) STRICT;
CREATE TABLE entries (
  id TEXT PRIMARY KEY, position INTEGER NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, title TEXT NOT NULL, published TEXT,
  year INTEGER,
  venue TEXT, venue_year INTEGER, venue_track TEXT, venue_basis TEXT, summary_en TEXT, summary_zh TEXT, account_en TEXT, account_zh TEXT,
  authors_complete INTEGER NOT NULL, added TEXT) STRICT;
CREATE TABLE authors (entry TEXT NOT NULL REFERENCES entries, position INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (entry,
  position)) STRICT;
CREATE TABLE aliases (entry TEXT NOT NULL REFERENCES entries, alias TEXT NOT NULL, PRIMARY KEY (entry, alias)) STRICT;
CREATE TABLE placements (
  entry TEXT NOT NULL REFERENCES entries, category TEXT NOT NULL REFERENCES categories, position INTEGER, ours INTEGER NOT NULL,
  PRIMARY KEY (entry, category)) STRICT;
CREATE TABLE links (
  entry TEXT NOT NULL REFERENCES entries, artifact TEXT, kind TEXT NOT NULL, value TEXT NOT NULL, url TEXT NOT NULL) STRICT;
CREATE TABLE entry_organizations (
  entry TEXT NOT NULL REFERENCES entries, organization TEXT NOT NULL REFERENCES organizations, PRIMARY KEY (entry, organization)) STRICT;
CREATE TABLE artifacts (
  entry TEXT NOT NULL REFERENCES entries, id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL, licence TEXT,
  PRIMARY KEY (entry, id)) STRICT;
CREATE TABLE openness (
  entry TEXT NOT NULL REFERENCES entries, part TEXT NOT NULL, state TEXT NOT NULL, licence TEXT, PRIMARY KEY (entry, part)) STRICT;
CREATE TABLE stages (
  entry TEXT NOT NULL REFERENCES entries, id TEXT NOT NULL, parent TEXT, position INTEGER NOT NULL, action TEXT NOT NULL, name_en TEXT,
  name_zh TEXT, detail_en TEXT, detail_zh TEXT, source TEXT, locator TEXT, status TEXT, PRIMARY KEY (entry, id)) STRICT;
CREATE TABLE stage_models (
  entry TEXT NOT NULL, stage TEXT NOT NULL, model TEXT NOT NULL REFERENCES models, role TEXT NOT NULL,
  FOREIGN KEY (entry, stage) REFERENCES stages (entry, id)) STRICT;
CREATE TABLE figures (
  entry TEXT NOT NULL REFERENCES entries, id TEXT NOT NULL, measure TEXT NOT NULL, value REAL, at_least REAL, at_most REAL,
  about INTEGER NOT NULL,
  unit TEXT NOT NULL, of TEXT, headline INTEGER NOT NULL, part_of TEXT, label_en TEXT, label_zh TEXT, share REAL, source TEXT NOT NULL,
  locator TEXT NOT NULL, status TEXT NOT NULL, PRIMARY KEY (entry, id)) STRICT;
CREATE TABLE results (
  entry TEXT NOT NULL REFERENCES entries, position INTEGER NOT NULL, benchmark TEXT NOT NULL, metric TEXT, subject TEXT,
  setting TEXT, value REAL,
  unit TEXT, gain REAL, gain_unit TEXT, source TEXT NOT NULL, locator TEXT NOT NULL, status TEXT NOT NULL, PRIMARY KEY (entry,
  position)) STRICT;
CREATE TABLE relations (entry TEXT NOT NULL REFERENCES entries, kind TEXT NOT NULL, target TEXT, name TEXT) STRICT;
CREATE TABLE disputes (
  entry TEXT NOT NULL REFERENCES entries, field TEXT NOT NULL, listed TEXT NOT NULL, reason_en TEXT, reason_zh TEXT) STRICT;
CREATE TABLE notes (entry TEXT NOT NULL REFERENCES entries, position INTEGER NOT NULL, topic TEXT NOT NULL, en TEXT, zh TEXT) STRICT;
CREATE TABLE records (
  entry TEXT PRIMARY KEY REFERENCES entries, arxiv_id TEXT, basis TEXT NOT NULL, version INTEGER, submitted TEXT, updated TEXT,
  category TEXT,
  comment TEXT, journal_ref TEXT, doi TEXT, withdrawn INTEGER, fetched TEXT) STRICT;
CREATE TABLE search_texts (entry TEXT PRIMARY KEY REFERENCES entries, names TEXT, title TEXT, words TEXT, chinese TEXT) STRICT;
CREATE VIRTUAL TABLE works_fts USING fts5(
  entry UNINDEXED, names, title, words, chinese, content='search_texts', tokenize='porter unicode61 remove_diacritics 2');
CREATE INDEX placements_by_place ON placements (category, position);
CREATE INDEX links_of_an_entry ON links (entry, kind);
CREATE INDEX uses_of_a_model ON stage_models (model);
"""

VIEWS = """
CREATE VIEW works AS
SELECT e.id, e.name, e.title, e.kind, e.published, e.venue || coalesce(' ' || e.venue_year, '') AS venue,
  (SELECT group_concat(c.title_en, '; ') FROM placements p
  JOIN categories c ON c.id = p.category WHERE p.entry = e.id AND NOT p.ours) AS categories,
  (SELECT group_concat(o.name_en, '; ') FROM entry_organizations m JOIN organizations o ON o.id = m.organization WHERE m.entry = e.id)
    AS organizations,
  (SELECT l.url FROM links l WHERE l.entry = e.id AND l.kind = 'arxiv' LIMIT 1) AS arxiv,
  (SELECT f.value FROM figures f WHERE f.entry = e.id AND f.headline AND f.status <> 'disputed') AS scale,
  (SELECT f.unit FROM figures f WHERE f.entry = e.id AND f.headline AND f.status <> 'disputed') AS scale_unit, e.summary_en, e.summary_zh
FROM entries e ORDER BY e.position;
CREATE VIEW placements_by_category AS
SELECT c.title_en AS category, c.title_zh AS category_zh, e.name, e.title, e.published, p.ours
FROM placements p JOIN categories c ON c.id = p.category JOIN entries e ON e.id = p.entry ORDER BY c.position, p.position;
CREATE VIEW figures_with_units AS
SELECT e.name, f.measure, coalesce(f.label_en, f.id) AS figure, f.value, f.at_least, f.at_most, f.about, f.unit, f.status,
  f.source, f.locator
FROM figures f JOIN entries e ON e.id = f.entry ORDER BY e.position;
CREATE VIEW models_in_use AS
SELECT m.id, m.name_en, u.role, count(DISTINCT u.entry) AS works FROM stage_models u JOIN models m ON m.id = u.model
GROUP BY m.id, u.role ORDER BY works DESC, m.id;
CREATE VIEW open_questions AS
SELECT e.name, 'dispute' AS what, d.field, d.listed, d.reason_en AS reason FROM disputes d JOIN entries e ON e.id = d.entry
UNION ALL
SELECT e.name, 'unverified figure', f.id, CAST(f.value AS TEXT), f.locator FROM figures f JOIN entries e ON e.id = f.entry
WHERE f.status <> 'confirmed';
"""
