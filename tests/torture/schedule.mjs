// One random schedule: a few phones of one or two pharmacists, a server, a bad line, and whatever else may go wrong.
import { chance } from "./chance.mjs";
import { badLine, goodLine } from "./lines.mjs";
import { judge, memory } from "./schedule-judge.mjs";
import { Server } from "./schedule-server.mjs";
import { written } from "./writing.mjs";

const kMostPasses = 25; // of all phones, until nobody has anything to say or to hear

/** A phone in someone's hands, and what the test knows of it. */
export class Hand {
  constructor(user, phone, { wrote = new Map(), decided = new Set() } = {}) {
    // wrote: by operation id, what was written and what its writer saw in its place. decided: entities of which the user has settled
    // something. known: what it held when the server was restored.
    Object.assign(this, { user, phone, wrote: new Map(wrote), decided: new Set(decided), known: [], strays: [], backup: null, busy: false });
  }

  write(changes, options) {
    const view = this.phone.view();
    const saw = changes.map((change) => seen(view, change));
    this.phone.write(changes, options).forEach((id, i) => this.wrote.set(id, { ...changes[i], saw: saw[i], settles: options?.settles ?? null }));
  }

  save() {
    this.backup = { bytes: this.phone.copy(), wrote: new Map(this.wrote), decided: new Set(this.decided) };
  }
}

function seen(view, { kind, entity }) {
  if (kind === "set_profile") return view.profile;
  if (kind === "set_person") return view.person;
  if (kind.endsWith("attachment")) return photo(view.photos[entity]);
  return view.credits.find(({ id }) => id === entity) ?? null;
}

const photo = (shown) => (shown === undefined ? null : { bytes: shown.bytes, sha256: shown.sha256, type: shown.type });

/** The seed of schedule `number` of a run's seed. */
export const seedOf = (seed, number) => seed * 1_000_003 + number;

export class Schedule {
  /** `often`: what of the rarer things is to happen all the time, by the names of the methods below; for faults that show only then. */
  constructor(seed, code, peer, { sown, often = null } = {}) {
    this.random = chance(seed);
    this.code = code;
    this.often = often;
    this.server = new Server(peer, this.random.one([0, 0, 2, 5]), sown);
    // A third knows only bad lines and restarts; there the judge may be stricter. In another third little else is restored than the
    // server, and all write on the same few credits.
    this.mild = seed % 3 === 0 && often === null;
    this.narrow = seed % 3 === 1;
    this.narrowLines = this.random.often(20);
    this.hands = [];
    this.former = []; // what is known of phones that are no more
    this.moved = 0;
  }

  async play() {
    try {
      await this.run();
    } finally {
      for (const { phone } of this.hands) phone.close();
    }
  }

  async run() {
    await this.server.begin();
    const users = 1 + this.random.below(2);
    for (let i = 0; i < users * (1 + this.random.below(2)) + 1; ++i) this.hands.push(new Hand(i % users, new this.code.Phone()));
    for (let steps = 10 + this.random.below(30); steps > 0; --steps) await this.step();
    await this.drain();
    for (const hand of this.hands) for (const text of hand.strays) await this.server.answer(hand.user, text);
    await this.drain();
    await judge(this);
  }

  async step() {
    const hand = this.random.one(this.hands.filter(({ busy }) => !busy));
    if (hand === undefined) return;
    const at = this.random.below(100);
    if (at < 30) this.write(hand);
    else if (at < 62) await this.sync(hand);
    else if (at < 69) this.decide(hand);
    else if (at < 72) hand.phone.restart();
    else if (at < 74) await this.server.restart();
    else if (at < 80) await this.stray(hand);
    else if (this.mild) await this.sync(hand);
    else if (this.often !== null) await this[this.random.one(this.often)](hand);
    else if (this.narrow && at < 88) await this.backUp();
    else if (this.narrow && at < 96) await this.restoreServer();
    else if (at < 84) this.save(hand);
    else if (at < 87) await this.backUp();
    else if (at < 92) await this.restoreServer();
    else if (at < 95) this.setBack(hand);
    else if (at < 97) this.lose(hand);
    else this.double(hand);
  }

  write(hand) {
    const changes = Array.from({ length: 1 + this.random.below(3) }, () => written(this.random, hand.phone, this.narrow));
    for (const change of changes) hand.write([change], { again: this.random.often(10) });
  }

  async sync(hand) {
    hand.busy = true;
    await hand.phone.sync(badLine(this, hand));
    hand.busy = false;
  }

  /** The user looks at a conflict or a refusal and chooses. */
  decide(hand) {
    const { conflicts, rejected } = hand.phone.view();
    if (conflicts.length > 0) {
      const { id, kind, entity, mine } = this.random.one(conflicts);
      const change = { kind, entity, body: mine };
      hand.decided.add(entity);
      if (this.random.often(50)) hand.phone.settle(id);
      else hand.write([change], { settles: id });
    } else if (rejected.length > 0) {
      const { id, entity } = this.random.one(rejected);
      hand.decided.add(entity);
      hand.phone.settle(id);
    }
  }

  /** A request that was given up long ago arrives after all. */
  async stray(hand) {
    if (hand.strays.length === 0) return;
    const [text] = hand.strays.splice(this.random.below(hand.strays.length), 1);
    await this.server.answer(hand.user, text);
  }

  backUp() {
    return this.server.copy();
  }

  save(hand) {
    hand.save();
  }

  async restoreServer() {
    for (const hand of this.hands) hand.known = hand.phone.rows();
    await this.server.restore(this.random.one(this.server.copies));
  }

  /** The device is put back to an earlier state of itself. */
  setBack(hand) {
    if (hand.backup === null) return;
    this.replace(hand, new Hand(hand.user, new this.code.Phone(hand.backup.bytes), hand.backup));
  }

  /** The device is given up; what waited on it may go over to the next one as a file. */
  lose(hand) {
    const next = new Hand(hand.user, new this.code.Phone());
    if (this.random.often(60)) this.handOver(hand, next);
    this.replace(hand, next);
  }

  handOver(hand, to) {
    for (const id of to.phone.readIn(hand.phone.writtenOut())) if (hand.wrote.has(id)) to.wrote.set(id, { ...hand.wrote.get(id), handed: true });
  }

  /** A device's data is copied to another one, or what waits on it is read in there as a file, and both go on. */
  double(hand) {
    const others = this.hands.filter((other) => other !== hand && other.user === hand.user);
    if (others.length > 0 && this.random.often(50)) this.handOver(hand, this.random.one(others));
    else if (this.hands.length < 5) this.hands.push(new Hand(hand.user, new this.code.Phone(hand.phone.copy()), hand));
  }

  replace(hand, by) {
    this.former.push(memory(hand));
    by.strays = hand.strays;
    hand.phone.close();
    this.hands[this.hands.indexOf(hand)] = by;
  }

  /** Every phone in turn on a good line, until a whole pass moves nothing. */
  async drain() {
    for (let pass = 0; pass < kMostPasses; ++pass) {
      this.moved = 0;
      const ends = [];
      for (const hand of this.hands) ends.push(await hand.phone.sync(goodLine(this, hand)));
      if (this.moved === 0) {
        const stuck = ends.find((end) => end !== "clear");
        if (stuck !== undefined) throw new Error(`a phone stays ${stuck} though the line is good and nothing moves`);
        return;
      }
    }
    throw new Error(`after ${kMostPasses} passes phones and server still have something to tell each other`);
  }
}
