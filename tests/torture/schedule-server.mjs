// The server in a schedule: its copies, its restores, and what it has acknowledged so far in the life that it is in.

/**
 * A restored database is a new life: another epoch; versions and numbers that were given after the copy was made are not given again.
 */
const newLife = {
  epoch: () => "UPDATE installation SET epoch = lower(hex(randomblob(16)));",
  versions: (restores) => `UPDATE account SET ledger_version = ledger_version + 1000000 * ${restores};`,
  numbers: (_, last) => ["G01", "G13", "P04"].map((scheme) => `INSERT INTO application_number VALUES ('${scheme}', 2026, ${last + 1000}) ON CONFLICT DO UPDATE SET last = excluded.last;`).join(""),
};

const kMostRequests = 5000; // a schedule needs some dozens

export class Server {
  /** `sown`: faults, as functions of the moments at which they act; `page`: rows that one answer tells at most, 0: as many as the server likes. */
  constructor(peer, page, sown = {}) {
    Object.assign(this, { peer, page, sown, acknowledged: new Map(), numbers: new Map(), copies: [], restores: 0, requests: 0, refusing: false });
  }

  async begin() {
    this.users = await this.peer.ask({ do: "begin" });
    await this.copy();
  }

  /** {status, text}: what comes back over the line. */
  async answer(user, text) {
    this.requests += 1;
    if (this.requests > kMostRequests) throw new Error("the requests do not come to an end");
    const request = JSON.parse(text);
    await this.sown.before?.(this, user, request);
    if (this.refusing) await this.peer.sql("CREATE TRIGGER refusing BEFORE INSERT ON operation WHEN NEW.seq % 2 = 0 BEGIN SELECT RAISE(ABORT, 'refused'); END");
    const reply = await this.peer.ask({ do: "request", user, body: JSON.stringify(request) });
    if (this.refusing) await this.peer.sql("DROP TRIGGER refusing");
    this.refusing = false;
    if (reply.status !== 200) return { status: reply.status, text: reply.body };
    const answer = JSON.parse(reply.body);
    await this.sown.after?.(this, user, request, answer);
    for (const ack of answer.acks) this.note(user, ack);
    return { status: 200, text: JSON.stringify(this.paged(answer)) };
  }

  note(user, ack) {
    if (ack.reason !== "op_reused" && ack.reason !== "seq_reused") this.acknowledged.set(ack.id, { user, state: ack.state });
    const number = ack.application?.number;
    if (!number) return;
    const holder = this.numbers.get(number) ?? ack.application.id;
    if (holder !== ack.application.id) throw new Error(`the number ${number} was given to two applications`);
    this.numbers.set(number, holder);
  }

  /** As a server answers that tells fewer rows at once: schedules would never reach its own limit. */
  paged(answer) {
    if (this.page === 0 || answer.changes.length <= this.page) return answer;
    const changes = answer.changes.slice(0, this.page);
    return { ...answer, changes, cursor: changes.at(-1).version, more: true };
  }

  restart() {
    return this.peer.ask({ do: "restart" });
  }

  async copy() {
    const name = `copy-${this.copies.length}`;
    await this.peer.ask({ do: "copy", to: name });
    this.copies.push({ name, acknowledged: new Map(this.acknowledged) });
  }

  async restore({ name, acknowledged }) {
    const [{ last }] = await this.peer.sql("SELECT coalesce(max(last), 0) AS last FROM application_number");
    await this.peer.ask({ do: "restore", from: name });
    this.restores += 1;
    for (const [what, change] of Object.entries(newLife)) if (this.sown.keeps !== what) await this.peer.sql(change(this.restores, last));
    this.acknowledged = new Map(acknowledged);
  }
}
