// The server in a schedule: its copies, its restores, and what it has acknowledged so far in the life that it is in.

/** Faults of a restore: what it renews is put back. */
const kKept = {
  epoch: ({ epoch }) => `UPDATE installation SET epoch = '${epoch}'`,
  versions: () => `UPDATE account SET ledger_version = (SELECT coalesce(max(version), 0) FROM
    (SELECT user_id AS owner, version FROM entity UNION ALL SELECT user_id, version FROM application) WHERE owner = user_id)`,
  numbers: () => `DELETE FROM application_number; INSERT INTO application_number
    SELECT scheme, 2026, max(CAST(substr(number, 10) AS INTEGER)) FROM application WHERE number IS NOT NULL GROUP BY scheme`,
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
    await this.peer.ask({ do: "backup", to: name });
    this.copies.push({ name, acknowledged: new Map(this.acknowledged) });
  }

  async restore({ name, acknowledged }) {
    const [before] = await this.peer.sql("SELECT epoch FROM installation");
    await this.peer.ask({ do: "restore", from: name });
    this.restores += 1;
    if (this.sown.keeps) await this.peer.sql(kKept[this.sown.keeps](before));
    this.acknowledged = new Map(acknowledged);
  }
}
