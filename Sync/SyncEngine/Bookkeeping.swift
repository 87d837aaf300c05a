import GRDB

/// The engine's own tables, beside the synced ones. They never leave the node.
enum Bookkeeping {
  /// Marks the file as a node's database ("qapi" in ASCII).
  static let applicationID = 0x7161_7069
  /// Raised with every change of the tables below.
  static let version = 1

  /// Creates the tables in an empty database.
  static func create(in db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE sync_setting (
          name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        -- Roots, rosters and schema documents, every version, with the signature as it came.
        CREATE TABLE sync_document (
          kind TEXT NOT NULL, version INTEGER NOT NULL, hash BLOB NOT NULL, bytes BLOB NOT NULL, signature BLOB NOT NULL,
          published INTEGER NOT NULL DEFAULT 0,
          PRIMARY KEY (kind, version)
        ) STRICT, WITHOUT ROWID;

        -- Epoch secrets as age files that only this node's key file opens.
        CREATE TABLE sync_epoch (
          audience TEXT NOT NULL, epoch INTEGER NOT NULL, sealed BLOB NOT NULL,
          PRIMARY KEY (audience, epoch)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE sync_stream (
          id INTEGER PRIMARY KEY, node TEXT NOT NULL, incarnation TEXT NOT NULL, audience TEXT NOT NULL,
          -- The roster version that the stream's first header names; null until that header is here.
          first_roster INTEGER,
          UNIQUE (node, incarnation, audience)
        ) STRICT;

        CREATE TABLE sync_changeset (
          id INTEGER PRIMARY KEY, stream INTEGER NOT NULL, sequence INTEGER NOT NULL, hash BLOB NOT NULL UNIQUE,
          previous INTEGER, depth INTEGER NOT NULL,
          -- 0 waiting, 1 counted, 2 refused, 3 cut
          verdict INTEGER NOT NULL, reason TEXT NOT NULL DEFAULT '', detail TEXT NOT NULL DEFAULT '',
          header BLOB NOT NULL, signature BLOB NOT NULL,
          -- The whole version vector: the ids of the heads, in the vector's order.
          vector BLOB,
          -- The git blob that holds the age file.
          body_object BLOB,
          -- 1 once a recorded commit of this node's own branch, or of a branch of the hub, holds it.
          committed INTEGER NOT NULL DEFAULT 0,
          copied INTEGER NOT NULL DEFAULT 0,
          -- The hub's last word, as published (hub) or as received (other nodes).
          receipt INTEGER
        ) STRICT;
        CREATE INDEX sync_changeset_position ON sync_changeset (stream, sequence);
        CREATE INDEX sync_changeset_waiting ON sync_changeset (depth, id) WHERE verdict = 0;
        CREATE INDEX sync_changeset_refused ON sync_changeset (id) WHERE verdict >= 2;
        CREATE INDEX sync_changeset_uncommitted ON sync_changeset (id) WHERE committed = 0;
        CREATE INDEX sync_changeset_uncopied ON sync_changeset (id) WHERE copied = 0;

        -- The last decided changesets of each stream: one, or several where it forked.
        CREATE TABLE sync_stream_head (
          stream INTEGER NOT NULL, changeset INTEGER NOT NULL,
          PRIMARY KEY (stream, changeset)
        ) STRICT, WITHOUT ROWID;

        -- Sealed bytes, before git holds them durably and the hub has said its word.
        CREATE TABLE sync_body (
          changeset INTEGER PRIMARY KEY, bytes BLOB NOT NULL
        ) STRICT;

        -- Local transactions as the session captured them, not yet split by audience nor entered into row states.
        CREATE TABLE sync_capture (
          id INTEGER PRIMARY KEY, transaction_id TEXT NOT NULL, person TEXT NOT NULL, person_name TEXT NOT NULL,
          message TEXT NOT NULL, time TEXT NOT NULL, changes BLOB NOT NULL,
          -- Row states as they were shown when the document was opened; null where the rows were read in the transaction.
          shown BLOB
        ) STRICT;

        -- Parts of transactions: one for each audience that a transaction touched.
        CREATE TABLE sync_transaction (
          id INTEGER PRIMARY KEY, changeset INTEGER, ordinal INTEGER NOT NULL DEFAULT 0,
          -- The index in its changeset of the first write of the part.
          first_index INTEGER NOT NULL DEFAULT 0, write_count INTEGER NOT NULL,
          audience TEXT NOT NULL, transaction_id TEXT NOT NULL, part INTEGER NOT NULL, parts INTEGER NOT NULL,
          person TEXT NOT NULL, person_name TEXT NOT NULL, message TEXT NOT NULL, time TEXT NOT NULL,
          -- Only while the part is not sealed: its changes, what they supersede, its merge records.
          changes BLOB, supersedes BLOB, merges BLOB
        ) STRICT;
        CREATE INDEX sync_transaction_changeset ON sync_transaction (changeset, ordinal);

        CREATE TABLE sync_row (
          tbl INTEGER NOT NULL, key BLOB NOT NULL, conflicts INTEGER NOT NULL DEFAULT 0, state BLOB NOT NULL,
          PRIMARY KEY (tbl, key)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX sync_row_conflicts ON sync_row (tbl, key) WHERE conflicts > 0;
        CREATE INDEX sync_row_orphans ON sync_row (tbl, key) WHERE conflicts < 0;

        -- Refs of the exchange: what this node has read of them, or has written to them. Git's refs follow this table.
        CREATE TABLE sync_ref (
          name TEXT NOT NULL PRIMARY KEY, head BLOB, remote BLOB
        ) STRICT, WITHOUT ROWID;

        -- Files that came and are no changeset, document or receipt that this node can take: kept with the reason.
        CREATE TABLE sync_refusal (
          id INTEGER PRIMARY KEY, ref TEXT NOT NULL, git_commit TEXT NOT NULL, name TEXT NOT NULL, code TEXT NOT NULL,
          detail TEXT NOT NULL, time TEXT NOT NULL,
          UNIQUE (ref, git_commit, name, code)
        ) STRICT;

        CREATE TABLE sync_receipt (
          member TEXT NOT NULL, number INTEGER NOT NULL, hash BLOB NOT NULL, bytes BLOB NOT NULL, signature BLOB NOT NULL,
          PRIMARY KEY (member, number)
        ) STRICT, WITHOUT ROWID;
        """)
  }
}
