// One tab leads: it holds the account's lock for its worker's life and owns the database. The others send it their commands
// over a BroadcastChannel, again and again until answered; when it goes, the lock makes another one lead.

import { TooLarge } from "./commands";
import { NewerDatabase } from "./database";
import { Ledger } from "./kept-ledger";
import { type BetweenTabs, type Command, type FromPage, type FromWorker, kProtocol, type Reply, type StorageFault, type SyncNews } from "./protocol";
import { BadFile } from "./waiting-file";

const kRetry = 300; // milliseconds between two askings of a leader that has not answered

export class Tab {
  private readonly channel: BroadcastChannel;
  private readonly unanswered = new Map<string, Command>();
  private readonly serving = new Set<string>();
  private readonly retiring = new AbortController();
  private ledger: Ledger | null = null;
  private broken: StorageFault | null = null;
  private news: SyncNews | null = null;
  private release: () => void = () => {};

  constructor(private readonly account: string, private readonly tell: (message: FromWorker) => void) {
    this.channel = new BroadcastChannel(`kensan.${account}`);
    this.channel.onmessage = (event: MessageEvent<BetweenTabs>) => void this.hear(event.data);
    setInterval(() => this.unanswered.forEach((command, id) => this.say({ type: "ask", id, command })), kRetry);
    const lead = (): Promise<void> => this.lead();
    navigator.locks.request(`kensan.${account}`, { signal: this.retiring.signal }, lead).catch((error: unknown) => {
      if (!this.retiring.signal.aborted) throw error;
    });
  }

  receive(message: Exclude<FromPage, { type: "open" }>): void {
    switch (message.type) {
      case "ask": return void this.ask(message.id, message.command);
      case "nudge": return this.nudge();
      case "news": return this.spread(message.news);
    }
  }

  /** Runs while this tab holds the lock. Opening comes after the lock: two openers at once would lose the pool. */
  private async lead(): Promise<void> {
    const released = new Promise<void>((resolve) => (this.release = resolve));
    try {
      this.ledger = await Ledger.open(this.account);
    } catch (error) {
      this.broken = error instanceof NewerDatabase ? "newer_database" : "failed";
    }
    for (const [id, command] of this.unanswered) await this.ask(id, command);
    if (this.broken === null) this.tell({ type: "leading" });
    return released;
  }

  private async ask(id: string, command: Command): Promise<void> {
    if (this.leads()) {
      this.unanswered.delete(id);
      this.tell({ type: "reply", id, reply: await this.run(command) });
    } else {
      this.unanswered.set(id, command);
      this.say({ type: "ask", id, command });
    }
  }

  private async hear(message: BetweenTabs): Promise<void> {
    if (message.protocol !== kProtocol) return this.refuse(message);
    switch (message.type) {
      case "ask":
        return this.leads() ? this.serve(message.id, message.command) : undefined;
      case "reply":
        if (this.unanswered.delete(message.id)) this.tell(message);
        return;
      case "nudge":
        if (this.leads()) this.tell({ type: "nudged" });
        return;
      case "wiped":
        return this.retire();
      default:
        this.tell(message);
    }
  }

  /** Another tab asks, and asks again until it has its answer. */
  private async serve(id: string, command: Command): Promise<void> {
    if (this.serving.has(id)) return;
    this.serving.add(id);
    this.say({ type: "reply", id, reply: await this.run(command, true) });
    this.serving.delete(id);
    if (command.name === "load" && this.news !== null) this.say({ type: "news", news: this.news });
  }

  /** A tab of another version asks: it must reload, or be waited for; its command is not understood here. */
  private refuse(message: BetweenTabs): void {
    if (message.type === "ask" && this.leads()) {
      this.channel.postMessage({ protocol: message.protocol, type: "reply", id: message.id, reply: { ok: false, fault: "newer_database" } });
    }
  }

  private leads(): boolean {
    return this.ledger !== null || this.broken !== null;
  }

  private async run(command: Command, forAnother = false): Promise<Reply> {
    if (this.ledger === null) return { ok: false, fault: this.broken ?? "failed" };
    if (command.name === "wipe") {
      this.say({ type: "wiped" });
      await this.retire();
      return { ok: true, value: null };
    }
    try {
      const value = await this.ledger.carryOut(command);
      const seen = value !== null && "snapshot" in value ? value.snapshot : value;
      if (command.name !== "load" && seen !== null && "credits" in seen) {
        this.say({ type: "changed", snapshot: seen });
        // This tab's own page sees a change of its own in the reply.
        if (forAnother) this.tell({ type: "changed", snapshot: seen });
      }
      return { ok: true, value };
    } catch (error) {
      return { ok: false, fault: await faultOf(error) };
    }
  }

  private async retire(): Promise<void> {
    this.retiring.abort();
    const open = this.ledger;
    this.ledger = null;
    this.broken = "failed";
    await open?.remove();
    for (const [id, { name }] of this.unanswered) {
      this.tell({ type: "reply", id, reply: name === "wipe" ? { ok: true, value: null } : { ok: false, fault: "failed" } });
    }
    this.unanswered.clear();
    this.release();
    this.channel.onmessage = null;
    this.tell({ type: "wiped" });
  }

  private nudge(): void {
    if (this.leads()) this.tell({ type: "nudged" });
    else this.say({ type: "nudge" });
  }

  private spread(news: SyncNews): void {
    this.news = news;
    this.say({ type: "news", news });
  }

  private say(message: DistributiveOmit<BetweenTabs, "protocol">): void {
    this.channel.postMessage({ ...message, protocol: kProtocol });
  }
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

const kSqliteFull = 13;
const kInputOutput = 10;
const kProbe = 1024 * 1024; // bytes

async function faultOf(error: unknown): Promise<StorageFault> {
  if (error instanceof BadFile) return "bad_file";
  if (error instanceof TooLarge) return "too_large";
  const code = ((error as { resultCode?: number }).resultCode ?? 0) & 0xff;
  if (code === kSqliteFull) return "full";
  return code === kInputOutput && !(await hasRoom()) ? "full" : "failed";
}

/** The pool reports a refused write as an I/O error; whether room was short the browser says when it is asked for some. */
async function hasRoom(): Promise<boolean> {
  const folder = await navigator.storage.getDirectory();
  const name = ".kensan-room";
  try {
    const access = await (await folder.getFileHandle(name, { create: true })).createSyncAccessHandle();
    try {
      return access.write(new Uint8Array(kProbe)) === kProbe;
    } finally {
      access.close();
      await folder.removeEntry(name);
    }
  } catch {
    return false;
  }
}
