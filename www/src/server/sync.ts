// The sync loop of the leading tab: push what waits, pull what is new, until both sides are even; later again.

import type { Instant } from "../engine/contract";
import type { Incoming, Outgoing, SyncNews, SyncState } from "../storage/protocol";
import type { Outcome } from "./api";
import { askedToWait, inRounds, type Later, pause, type Rounds } from "./rounds";
import type { SyncAnswer, SyncRequest } from "./wire";

/** What the loop needs of the world, so that it can be run without one. */
export interface SyncWorld {
  outgoing(): Promise<Outgoing>;
  incoming(answer: SyncAnswer): Promise<Incoming>;
  send(request: SyncRequest): Promise<Outcome<SyncAnswer>>;
  /** The rule packs loaded here, "G13@2024-05-01". */
  rules(): readonly string[];
  tell(news: SyncNews): void;
  now(): string;
  random(): number;
  readonly later: Later;
}

const kWhileEven = 300_000; // milliseconds, to hear of other devices

export function startSync(world: SyncWorld): Rounds {
  let failures = 0;
  return inRounds(async (stopped) => {
    let server_now: Instant | null = null;
    let asked = 0;
    const heard = (outcome: Outcome<SyncAnswer>): void => {
      if (outcome.sort === "answer") server_now = outcome.value.now;
      asked = askedToWait(outcome);
    };
    const state = await syncOnce(world, heard, stopped).catch((): SyncState => "waiting");
    failures = state === "clear" ? 0 : failures + 1;
    if (!stopped()) world.tell({ state, last: state === "clear" ? world.now() : null, server_now });
    return failures === 0 ? kWhileEven * (0.5 + world.random()) : pause(failures, world.random(), asked);
  }, world.later);
}

/** The server answers what it has, and keeps nothing new until somebody has looked. */
const kNothingKept: readonly (string | null)[] = ["read_only", "corrupt"];

/** One round: requests until nothing is left on either side, or until nothing moves any more. `heard`: what each request came to. */
export async function syncOnce(world: SyncWorld, heard: (outcome: Outcome<SyncAnswer>) => void = () => {}, stopped: () => boolean = () => false): Promise<SyncState> {
  for (let size = Infinity; !stopped(); ) {
    const { request, waiting } = await world.outgoing();
    if (waiting > 0) world.tell({ state: "sending", last: null, server_now: null });
    const outcome = await world.send({ ...request, ops: fitting(request.ops, size), rules: world.rules() });
    heard(outcome);
    if (outcome.sort === "fault") return outcome.offline ? "offline" : kNothingKept.includes(outcome.code) ? "read_only" : "waiting";
    if (outcome.sort === "refused" && outcome.status === 413 && request.ops.length > 0 && size > 0) {
      size = Math.floor(Math.min(size, request.ops.length) / 2); // a proxy's limit may be lower than the server's
      continue;
    }
    if (outcome.sort === "refused") return refusal(outcome.status, outcome.errors[0]?.code ?? "");
    size = Infinity;
    const { progress, again } = await world.incoming(outcome.value);
    if (!again) return "clear";
    if (!progress) return "waiting";
  }
  return "waiting";
}

/** At most so many operations; 0: the first without its body, which no server takes. It is answered as wrong, and stays on the phone. */
function fitting(ops: SyncRequest["ops"], size: number): SyncRequest["ops"] {
  return size > 0 ? ops.slice(0, size) : ops.slice(0, 1).map((op) => ({ ...op, body: null }));
}

function refusal(status: number, code: string): SyncState {
  if (status === 401) return "signed_out";
  if (code === "schema_old") return "outdated";
  return code === "schema" ? "server_older" : status === 429 ? "waiting" : "refused";
}
