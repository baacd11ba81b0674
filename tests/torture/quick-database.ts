// SQLite's binding for browsers prepares a statement anew at each call. Schedules call it some hundred times each, so here is the
// same database, the same SQL, with the statements kept: what the app's storage asks of a Database, and no more.

import type { Database, Sqlite3Static } from "@sqlite.org/sqlite-wasm";

type Bind = readonly (string | number | null)[];
type Exports = Record<string, (...args: (number | bigint)[]) => number>;

const kTransient = -1; // SQLite copies a bound text
const kRow = 100;
const kDone = 101;
const kInteger = 1;
const kNull = 5;

export class QuickDatabase {
  private readonly statements = new Map<string, number>();
  private readonly names = new Map<number, readonly string[]>();
  private memory = new Uint8Array(0);
  private readonly calls: Exports;
  private readonly decoder = new TextDecoder();
  private readonly encoder = new TextEncoder();

  constructor(private readonly sqlite3: Sqlite3Static, private readonly db: Database) {
    this.calls = sqlite3.wasm.exports as unknown as Exports;
  }

  exec(asked: string | { readonly sql: string; readonly bind?: Bind }): this {
    if (typeof asked !== "string") this.rows(asked.sql, asked.bind ?? [], () => undefined);
    else if (asked.includes(";")) this.db.exec(asked);
    else this.rows(asked, [], () => undefined);
    return this;
  }

  selectValue(sql: string, bind: Bind = []): unknown {
    return this.rows(sql, bind, (statement) => this.column(statement, 0))[0];
  }

  selectValues(sql: string, bind: Bind = []): unknown[] {
    return this.rows(sql, bind, (statement) => this.column(statement, 0));
  }

  selectObjects(sql: string, bind: Bind = []): Record<string, unknown>[] {
    return this.rows(sql, bind, (statement) => {
      const row: Record<string, unknown> = {};
      this.namesOf(statement).forEach((name, i) => (row[name] = this.column(statement, i)));
      return row;
    });
  }

  selectObject(sql: string, bind: Bind = []): Record<string, unknown> | undefined {
    return this.selectObjects(sql, bind)[0];
  }

  changes(): number {
    return this.call("sqlite3_changes", this.db.pointer as unknown as number);
  }

  close(): void {
    this.db.close(); // and every statement with it
  }

  private rows<T>(sql: string, bind: Bind, row: (statement: number) => T): T[] {
    const statement = this.prepared(sql);
    try {
      bind.forEach((value, i) => this.bind(statement, i + 1, value));
      const found: T[] = [];
      for (;;) {
        const code = this.call("sqlite3_step", statement);
        if (code === kDone) return found;
        if (code !== kRow) this.db.checkRc(code);
        found.push(row(statement));
      }
    } finally {
      this.call("sqlite3_reset", statement);
      this.call("sqlite3_clear_bindings", statement);
    }
  }

  private prepared(sql: string): number {
    const known = this.statements.get(sql);
    if (known !== undefined) return known;
    const made = this.db.prepare(sql);
    const pointer = made.pointer as unknown as number;
    this.statements.set(sql, pointer);
    return pointer;
  }

  private bind(statement: number, at: number, value: string | number | null): void {
    if (value === null) this.call("sqlite3_bind_null", statement, at);
    else if (typeof value === "number") this.call("sqlite3_bind_int64", statement, at, BigInt(value));
    else {
      const bytes = this.encoder.encode(value);
      const place = this.call("sqlite3_malloc", bytes.length + 1);
      this.heap().set(bytes, place);
      this.call("sqlite3_bind_text", statement, at, place, bytes.length, kTransient);
      this.call("sqlite3_free", place);
    }
  }

  private column(statement: number, i: number): string | number | null {
    const type = this.call("sqlite3_column_type", statement, i);
    if (type === kNull) return null;
    if (type === kInteger) return Number(this.call("sqlite3_column_int64", statement, i));
    const place = this.call("sqlite3_column_text", statement, i);
    return this.decoder.decode(this.heap().subarray(place, place + this.call("sqlite3_column_bytes", statement, i)));
  }

  private namesOf(statement: number): readonly string[] {
    const known = this.names.get(statement);
    if (known !== undefined) return known;
    const count = this.call("sqlite3_column_count", statement);
    const names = Array.from({ length: count }, (_, i) => this.sqlite3.wasm.cstrToJs(this.call("sqlite3_column_name", statement, i)) ?? "");
    this.names.set(statement, names);
    return names;
  }

  private heap(): Uint8Array {
    if (this.memory.byteLength === 0) this.memory = this.sqlite3.wasm.heap8u(); // it grew
    return this.memory;
  }

  private call(name: string, ...args: (number | bigint)[]): number {
    return this.calls[name]!(...args);
  }
}
