// Typed access to the tables. The only file of this room, with migrations, that knows their columns by heart.

import type { Database } from "@sqlite.org/sqlite-wasm";
import type { Ack, OperationBody, OperationKind, RowKind, SyncAnswer } from "../server/wire";
import type { KeptRule, KeptRules, Operation, RefusedRule, Row, RuleText } from "./ledger";
import { uuid7 } from "./uuid7";

export type MetaKey = "device" | "epoch" | "cursor" | "last_synced" | "office" | "rules_refused" | "heard_again" | "asked_again" | "damaged";

export function meta(db: Database, key: MetaKey): string | null {
  return (db.selectValue("SELECT value FROM meta WHERE key = ?", [key]) as string | undefined) ?? null;
}

export function setMeta(db: Database, key: MetaKey, value: string): void {
  db.exec({ sql: "INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", bind: [key, value] });
}

/** This device's id; it is made with the database and dies with it. */
export function device(db: Database): string {
  const known = meta(db, "device");
  if (known !== null) return known;
  const made = uuid7();
  setMeta(db, "device", made);
  return made;
}

/** Whether the database was in use before. */
export function hasDevice(db: Database): boolean {
  return meta(db, "device") !== null;
}

export function rows(db: Database): readonly Row[] {
  return db.selectObjects("SELECT kind, id, version, body FROM rows").map((row) => ({
    kind: row["kind"] as RowKind, id: row["id"] as string, version: Number(row["version"]), body: parsed(row["body"]),
  }));
}

export function rowVersion(db: Database, kind: RowKind, id: string): number {
  return Number(db.selectValue("SELECT version FROM rows WHERE kind = ? AND id = ?", [kind, id]) ?? 0);
}

/** Takes a row as the server wrote it at a version; an older or equal one changes nothing. */
export function takeRow(db: Database, row: Row): void {
  db.exec({
    sql: `INSERT INTO rows VALUES (?, ?, ?, ?)
          ON CONFLICT (kind, id) DO UPDATE SET version = excluded.version, body = excluded.body WHERE excluded.version > version`,
    bind: [row.kind, row.id, row.version, row.body === null ? null : JSON.stringify(row.body)],
  });
}

/** An operation with what only the log knows of it. */
export interface LoggedOperation extends Operation {
  readonly base_version: number | null;
  readonly settled: boolean;
  readonly answer: Ack | null;
}

export function operations(db: Database, where: string, bind: readonly (string | number)[] = []): readonly LoggedOperation[] {
  return db.selectObjects(`SELECT * FROM ops WHERE ${where} ORDER BY n`, [...bind]).map((row) => {
    const answer = parsed(row["answer"]) as Ack | null;
    return {
      id: row["id"] as string, seq: Number(row["seq"]), kind: row["kind"] as OperationKind, entity: row["entity"] as string,
      base_version: row["base_version"] === null ? null : Number(row["base_version"]),
      body: parsed(row["body"]) as OperationBody | null, client_time: row["client_time"] as string,
      state: row["state"] as Operation["state"], settled: row["settled"] === 1, answer,
      reason: answer?.reason ?? null, errors: answer?.errors ?? [],
    };
  });
}

export function nextSeq(db: Database): number {
  return 1 + Number(db.selectValue("SELECT coalesce(max(seq), 0) FROM ops WHERE device = ?", [device(db)]));
}

export function ruleTexts(db: Database): readonly RuleText[] {
  return db.selectObjects("SELECT scheme, edition, digest, kept_at, text FROM rules ORDER BY scheme, edition") as unknown as readonly RuleText[];
}

export function keptRules(db: Database): KeptRules {
  const kept = db.selectObjects("SELECT scheme, edition, digest, kept_at FROM rules ORDER BY scheme, edition") as unknown as readonly KeptRule[];
  return { kept, refused: JSON.parse(meta(db, "rules_refused") ?? "[]") as readonly RefusedRule[] };
}

/** Keeps packs beside those that are there. Of one that is there only a damaged text is put right, with the same content. */
export function keepRules(db: Database, arrived: readonly RuleText[], refused: readonly RefusedRule[]): void {
  for (const { scheme, edition, digest, kept_at, text } of arrived) {
    db.exec({
      sql: `INSERT INTO rules VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (scheme, edition) DO UPDATE SET text = excluded.text, kept_at = excluded.kept_at WHERE digest = excluded.digest`,
      bind: [scheme, edition, digest, kept_at, text],
    });
  }
  setMeta(db, "rules_refused", JSON.stringify(refused));
}

/** SQL: of the same row as an operation of this kind and entity. A credit and its attachment share an id. */
export function ofRow(kind: OperationKind): string {
  const attachment = rowKind(kind) === "attachment";
  return `entity = ? AND kind ${attachment ? "IN" : "NOT IN"} ('put_attachment', 'delete_attachment')`;
}

/** How many rows there are, and the sum of the versions they were written at. */
export function held(db: Database): SyncAnswer["held"] {
  const row = db.selectObject("SELECT count(*) AS rows, coalesce(sum(version), 0) AS versions FROM rows")!;
  return { rows: Number(row["rows"]), versions: Number(row["versions"]) };
}

/** Which row an operation writes. */
export function rowKind(kind: OperationKind): RowKind {
  switch (kind) {
    case "put_credit":
    case "delete_credit": return "credit";
    case "put_attachment":
    case "delete_attachment": return "attachment";
    case "set_profile": return "profile";
    case "set_person": return "person";
    case "submit_application": return "application";
  }
}

function parsed(text: unknown): object | null {
  return typeof text === "string" ? (JSON.parse(text) as object) : null;
}
