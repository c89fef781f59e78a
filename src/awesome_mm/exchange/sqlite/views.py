"""The views of the database: what is asked most, answered.

Layer: exchange.
"""

VIEWS = """
CREATE VIEW works AS
SELECT e.id, e.name, e.title, e.kind, e.published, e.venue || coalesce(' ' || e.venue_year, '') AS venue,
  (SELECT group_concat(title_en, '; ') FROM (SELECT coalesce(c.title_en, c.title_zh) AS title_en FROM placements p
    JOIN categories c ON c.id = p.category WHERE p.entry = e.id AND NOT p.ours ORDER BY p.rowid)) AS categories,
  (SELECT group_concat(title_zh, '；') FROM (SELECT coalesce(c.title_zh, c.title_en) AS title_zh FROM placements p
    JOIN categories c ON c.id = p.category WHERE p.entry = e.id AND NOT p.ours ORDER BY p.rowid)) AS categories_zh,
  (SELECT group_concat(name, '; ') FROM (SELECT coalesce(o.name_en, o.name_zh) AS name FROM entry_organizations m
    JOIN organizations o ON o.id = m.organization WHERE m.entry = e.id ORDER BY m.rowid)) AS organizations,
  (SELECT l.url FROM links l WHERE l.entry = e.id AND l.kind = 'arxiv' AND l.artifact IS NULL ORDER BY l.rowid LIMIT 1) AS arxiv,
  coalesce(f.value, f.at_least, f.at_most) AS scale, f.unit AS scale_unit,
  CASE WHEN f.about THEN 'about' WHEN f.value IS NOT NULL THEN 'exactly' WHEN f.at_least IS NOT NULL THEN 'at least'
    WHEN f.at_most IS NOT NULL THEN 'at most' END AS scale_is, f.status AS scale_status,
  e.summary_en, e.summary_zh
FROM entries e LEFT JOIN figures f ON f.entry = e.id AND f.headline AND f.status <> 'disputed'
ORDER BY e.position;

CREATE VIEW placements_by_category AS
SELECT c.title_en AS category, c.title_zh AS category_zh, e.id, e.name, e.title, e.published, p.ours
FROM placements p JOIN categories c ON c.id = p.category JOIN entries e ON e.id = p.entry
ORDER BY c.position, p.position IS NULL, p.position, e.position;

CREATE VIEW figures_with_units AS
SELECT e.name, f.measure, coalesce(f.label_en, f.id) AS figure, coalesce(f.label_zh, f.label_en, f.id) AS figure_zh,
  f.value, f.at_least, f.at_most, f.about, f.unit, u.name_en AS unit_en, u.name_zh AS unit_zh, f.share, f.status, f.source, f.locator
FROM figures f JOIN entries e ON e.id = f.entry LEFT JOIN units u ON u.id = f.unit
ORDER BY e.position, f.position;

CREATE VIEW models_in_use AS
SELECT m.id, coalesce(m.name_en, m.name_zh) AS name_en, u.role, count(DISTINCT u.entry) AS works
FROM stage_models u JOIN models m ON m.id = u.model
GROUP BY m.id, u.role ORDER BY works DESC, m.id;

CREATE VIEW open_questions AS
SELECT e.name, 'dispute' AS what, d.field AS about, d.listed, d.reason_en AS reason, d.reason_zh AS reason_zh
FROM disputes d JOIN entries e ON e.id = d.entry
UNION ALL
SELECT e.name, f.status || ' figure', f.id, CAST(coalesce(f.value, f.at_least, f.at_most) AS TEXT), f.reason_en, f.reason_zh
FROM figures f JOIN entries e ON e.id = f.entry WHERE f.status <> 'confirmed'
UNION ALL
SELECT e.name, r.status || ' result', coalesce(r.benchmark_en, r.benchmark_zh), CAST(coalesce(r.value, r.gain) AS TEXT),
  r.reason_en, r.reason_zh
FROM results r JOIN entries e ON e.id = r.entry WHERE r.status <> 'confirmed'
UNION ALL
SELECT e.name, s.status || ' stage', s.id, NULL, s.reason_en, s.reason_zh
FROM stages s JOIN entries e ON e.id = s.entry WHERE s.status <> 'confirmed';
"""
