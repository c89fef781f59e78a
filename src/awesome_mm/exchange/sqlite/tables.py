"""The tables of the database.

Layer: exchange. Names are the survey's own; docs/sqlite.md says what each table holds. A foreign key names the column it leads to:
Datasette cannot show a table whose keys do not.
"""

_CLAIM = "source TEXT NOT NULL, locator TEXT, status TEXT NOT NULL, reason_en TEXT, reason_zh TEXT"
_AMOUNTS = "value REAL, at_least REAL, at_most REAL, about INTEGER, unit TEXT REFERENCES units(id)"
_ENTRY = "entry TEXT NOT NULL REFERENCES entries(id)"
_STAGE = "entry TEXT NOT NULL REFERENCES entries(id), stage TEXT NOT NULL, position INTEGER NOT NULL"
_OF_STAGE = "PRIMARY KEY (entry, stage, position), FOREIGN KEY (entry, stage) REFERENCES stages(entry, id)"
_NAME = "name_en TEXT, name_zh TEXT"

_TABLES = {
    "catalog": "title_en TEXT, title_zh TEXT, as_of TEXT NOT NULL, licence TEXT, source TEXT",
    "categories": """id TEXT PRIMARY KEY NOT NULL, parent TEXT REFERENCES categories(id), position INTEGER NOT NULL,
        title_en TEXT, title_zh TEXT, introduction_en TEXT, introduction_zh TEXT, claimed INTEGER""",
    "statistics": """id TEXT PRIMARY KEY NOT NULL, category TEXT REFERENCES categories(id), value INTEGER NOT NULL,
        or_more INTEGER NOT NULL, label_en TEXT, label_zh TEXT, note_en TEXT, note_zh TEXT""",
    "organizations": f"id TEXT PRIMARY KEY NOT NULL, {_NAME}, sector TEXT NOT NULL",
    "models": f"id TEXT PRIMARY KEY NOT NULL, {_NAME}, organization TEXT REFERENCES organizations(id)",
    "units": f"id TEXT PRIMARY KEY NOT NULL, {_NAME}",
    "actions": f"id TEXT PRIMARY KEY NOT NULL, {_NAME}",
    "measures": f"id TEXT PRIMARY KEY NOT NULL, {_NAME}",
    "materials": f"id TEXT PRIMARY KEY NOT NULL, {_NAME}",
    "entries": """id TEXT PRIMARY KEY NOT NULL, position INTEGER NOT NULL UNIQUE, kind TEXT NOT NULL, name TEXT NOT NULL,
        title TEXT NOT NULL, published TEXT, year INTEGER, venue TEXT, venue_year INTEGER, venue_track TEXT, venue_basis TEXT,
        summary_en TEXT, summary_zh TEXT, account_en TEXT, account_zh TEXT, authors_complete INTEGER NOT NULL, added TEXT""",
    "authors": f"{_ENTRY}, position INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (entry, position)",
    "aliases": f"{_ENTRY}, alias TEXT NOT NULL, PRIMARY KEY (entry, alias)",
    "also_kinds": f"{_ENTRY}, kind TEXT NOT NULL, PRIMARY KEY (entry, kind)",
    "needs": f"{_ENTRY}, need TEXT NOT NULL, PRIMARY KEY (entry, need)",
    "entry_organizations": f"""{_ENTRY}, organization TEXT NOT NULL REFERENCES organizations(id),
        PRIMARY KEY (entry, organization)""",
    "entry_materials": f"""{_ENTRY}, way TEXT NOT NULL, material TEXT NOT NULL REFERENCES materials(id),
        PRIMARY KEY (entry, way, material)""",
    "placements": f"""{_ENTRY}, category TEXT NOT NULL REFERENCES categories(id), position INTEGER, ours INTEGER NOT NULL,
        PRIMARY KEY (entry, category)""",
    "artifacts": f"""{_ENTRY}, id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL, licence TEXT,
        PRIMARY KEY (entry, id)""",
    "artifact_aliases": """entry TEXT NOT NULL, artifact TEXT NOT NULL, alias TEXT NOT NULL,
        PRIMARY KEY (entry, artifact, alias), FOREIGN KEY (entry, artifact) REFERENCES artifacts(entry, id)""",
    "links": f"""{_ENTRY}, artifact TEXT, kind TEXT NOT NULL, value TEXT NOT NULL, url TEXT NOT NULL,
        FOREIGN KEY (entry, artifact) REFERENCES artifacts(entry, id)""",
    "openness": f"{_ENTRY}, part TEXT NOT NULL, state TEXT NOT NULL, licence TEXT, PRIMARY KEY (entry, part)",
    "stages": f"""{_ENTRY}, id TEXT NOT NULL, parent TEXT, position INTEGER NOT NULL, action TEXT NOT NULL REFERENCES actions(id), {_NAME},
        detail_en TEXT, detail_zh TEXT, repeat INTEGER, {_CLAIM}, PRIMARY KEY (entry, id),
        FOREIGN KEY (entry, parent) REFERENCES stages(entry, id)""",
    "stage_models": f"{_STAGE}, model TEXT NOT NULL REFERENCES models(id), role TEXT NOT NULL, {_OF_STAGE}",
    "stage_tools": f"{_STAGE}, {_NAME}, {_OF_STAGE}",
    "parameters": f"{_STAGE}, {_NAME}, {_AMOUNTS}, text_en TEXT, text_zh TEXT, {_OF_STAGE}",
    "routes": f"{_STAGE}, when_en TEXT, when_zh TEXT, leads_to TEXT NOT NULL, {_OF_STAGE}",
    "stage_after": f"{_STAGE}, earlier TEXT, {_OF_STAGE}",
    "figures": f"""{_ENTRY}, id TEXT NOT NULL, position INTEGER NOT NULL, measure TEXT NOT NULL REFERENCES measures(id), {_AMOUNTS},
        of TEXT, headline INTEGER NOT NULL, part_of TEXT, by TEXT, share REAL, label_en TEXT, label_zh TEXT, {_CLAIM},
        PRIMARY KEY (entry, id), FOREIGN KEY (entry, part_of) REFERENCES figures(entry, id)""",
    "results": f"""{_ENTRY}, position INTEGER NOT NULL, benchmark_en TEXT, benchmark_zh TEXT, metric_en TEXT, metric_zh TEXT,
        subject_en TEXT, subject_zh TEXT, setting_en TEXT, setting_zh TEXT, value REAL, unit TEXT REFERENCES units(id),
        gain REAL, gain_at_most REAL, gain_unit TEXT, baseline REAL, {_CLAIM}, PRIMARY KEY (entry, position)""",
    "result_baselines": f"""entry TEXT NOT NULL, result INTEGER NOT NULL, position INTEGER NOT NULL, {_NAME},
        PRIMARY KEY (entry, result, position), FOREIGN KEY (entry, result) REFERENCES results(entry, position)""",
    "relations": f"{_ENTRY}, position INTEGER NOT NULL, kind TEXT NOT NULL, target TEXT, name TEXT, PRIMARY KEY (entry, position)",
    "disputes": f"""{_ENTRY}, position INTEGER NOT NULL, field TEXT NOT NULL, listed TEXT NOT NULL, reason_en TEXT, reason_zh TEXT,
        PRIMARY KEY (entry, position)""",
    "notes": f"{_ENTRY}, position INTEGER NOT NULL, topic TEXT NOT NULL, en TEXT, zh TEXT, PRIMARY KEY (entry, position)",
    "records": """entry TEXT PRIMARY KEY NOT NULL REFERENCES entries(id), arxiv_id TEXT, basis TEXT NOT NULL, title TEXT, version INTEGER,
        submitted TEXT, submitted_basis TEXT, updated TEXT, category TEXT, comment TEXT, journal_ref TEXT, doi TEXT,
        withdrawn INTEGER, fetched TEXT""",
}

INDEXES = """
CREATE INDEX placements_by_place ON placements(category, position);
CREATE INDEX links_of_an_entry ON links(entry, kind);
CREATE INDEX entries_of_an_organization ON entry_organizations(organization);
CREATE INDEX uses_of_a_model ON stage_models(model);
CREATE INDEX figures_by_measure ON figures(measure);
"""


def tables(*, strict: bool) -> str:
    """Return the statements that make the tables; they check the types of their values where `strict` (SQLite 3.37 and newer)."""
    ending = " STRICT" if strict else ""
    return "\n".join(f"CREATE TABLE {name} ({columns}){ending};" for name, columns in _TABLES.items())
