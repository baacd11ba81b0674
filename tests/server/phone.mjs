// A phone as the server sees one: an account's session, a device with its sequence, operations.
import { createHash, randomUUID } from "node:crypto";
import { corpusPacks } from "../cases/packs.mjs";
import { today } from "./server-under-test.mjs";

export const password = "correct horse battery";
const app = { "Content-Type": "application/json", "X-Kensan": "1" };

let accounts = 0;
export const newEmail = () => `pharmacist${++accounts}@example.jp`;

export class Phone {
  constructor(server, cookie = "") {
    this.server = server;
    this.cookie = cookie;
    this.device = randomUUID();
    this.seq = 0;
    this.cursor = 0;
    this.epoch = null;
    this.rules = [...corpusPacks.keys()];
  }

  /** An own account, signed up. */
  static async registered(server, email = newEmail()) {
    const phone = new Phone(server);
    const reply = await phone.post("register", { email, password });
    if (reply.status !== 201) throw new Error(`register: ${reply.status} ${reply.text}`);
    phone.email = email;
    return phone;
  }

  /** A second device of the same session's owner. */
  another() {
    return new Phone(this.server, this.cookie);
  }

  async post(route, body, headers = {}) {
    const reply = await this.server.ask("POST", `/api/v1/${route}`, { body, headers: { ...app, ...this.cookies(), ...headers } });
    const given = reply.headers["set-cookie"]?.[0];
    if (given) this.cookie = given.split(";")[0];
    return reply;
  }

  get(route) {
    return this.server.ask("GET", `/api/v1/${route}`, { headers: this.cookies() });
  }

  cookies() {
    return this.cookie ? { Cookie: this.cookie } : {};
  }

  operation(kind, entity, body, base_version = 0) {
    return { id: randomUUID(), seq: ++this.seq, kind, entity, base_version, body, client_time: `${today}T08:00:00` };
  }

  putCredit(credit, base_version = 0) {
    return this.operation("put_credit", credit.id, credit, base_version);
  }

  syncRequest(ops = []) {
    return { epoch: this.epoch, schema: 2, rules: this.rules, device: this.device, cursor: this.cursor, ops };
  }

  /** One sync that must be answered; the cursor moves on. */
  async sync(...ops) {
    const reply = await this.post("sync", this.syncRequest(ops));
    if (reply.status !== 200) throw new Error(`sync: ${reply.status} ${reply.text}`);
    this.epoch = reply.json.epoch;
    this.cursor = reply.json.cursor;
    return reply.json;
  }
}

export function credit(changes = {}) {
  return { id: randomUUID(), date: "2026-05-10", units: 1, provider: "G13", category: "internet", title: "在宅医療の基礎", ...changes };
}

export const sha256 = (text) => createHash("sha256").update(text).digest("hex");

/** Canonical for values whose numbers are whole: keys sorted, no space. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
}
