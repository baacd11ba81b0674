// What the local database, the server and other tabs report.

import type { Credit, Problem, Profile } from "../engine/contract";
import type { Me, Submission } from "../server/wire";
import type { Operation } from "../storage/ledger";
import type { Snapshot, StorageFault, SyncNews } from "../storage/protocol";
import type { Done } from "./actions";
import { arrive, back, leaveFor } from "./going";
import { ready, reassessed } from "./judging";
import { toLearn } from "./learning";
import { withScheme } from "./rules";
import { kNoRules, startState } from "./start-state";
import { kGuest } from "./routes";
import type { Account, Notice, Person, State, Sync, WaitingApplication } from "./state";
import type { Step } from "./update";

/** The local database's view, after a start or any change in any tab. */
export function view(state: State, snapshot: Snapshot): Step {
  const seen = withSnapshot(state, snapshot);
  const [next, effects] = ready(seen);
  const [there, more] = arrive(next);
  return [there, [...toLearn(seen), ...effects, ...more]];
}

function withSnapshot(state: State, snapshot: Snapshot): State {
  const { waiting } = snapshot;
  return withScheme({
    ...state,
    rules: { ...state.rules, ...snapshot.rules },
    opened: true,
    storage: snapshot.durable ? (state.storage === "memory" ? "durable" : state.storage) : "memory",
    office: snapshot.office,
    ledger: {
      profile: snapshot.profile as Profile | null,
      person: (snapshot.person ?? {}) as Person,
      credits: snapshot.credits as readonly Credit[],
    },
    sync: syncWith(state, { waiting, oldest: waiting[0]?.client_time ?? null, last: later(state.sync.last, snapshot.last_synced) }),
    photos: snapshot.photos,
    damaged: snapshot.damaged,
    rejected: snapshot.rejected,
    conflicts: snapshot.conflicts,
    applications: snapshot.applications,
    waiting_applications: waiting.filter((op) => op.kind === "submit_application").map(waitingApplication),
  });
}

function waitingApplication(op: Operation): WaitingApplication {
  const { scheme, edition, as_of, disputed } = op.body as Submission;
  return { id: op.entity, scheme, edition, phone_date: as_of, disputed };
}

function later(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b > a) ? b : a;
}

/** What the sync line says, from what waits and what the leading tab told last. */
function syncWith(state: State, change: Partial<Sync>): Sync {
  const sync = { ...state.sync, ...change };
  return { ...sync, state: stateOf(sync, state.online) };
}

const kWhyNothingMoves: readonly Sync["told"][] = ["signed_out", "outdated", "server_older", "read_only", "refused"];

function stateOf({ told, waiting }: Sync, online: boolean): Sync["state"] {
  if (told !== null && kWhyNothingMoves.includes(told)) return told;
  if (waiting.length === 0) return "clear";
  if (told === "sending") return "sending";
  return online ? "waiting" : "offline"; // a silent server is not a missing signal
}

export function syncTold(state: State, { state: told, last, server_now }: SyncNews): Step {
  const session = told === "signed_out" ? "ended" : told === "clear" ? "in" : state.session;
  const next = { ...state, session, sync: syncWith(state, { told, last: later(state.sync.last, last), ...clockOf(state, server_now) }) };
  return next.phase === "loading" ? ready(next) : [next, []];
}

/** By how much this phone's clock is ahead of the server's. */
function clockOf({ now }: State, server_now: string | null): Partial<Sync> {
  if (server_now === null) return {};
  return { server_now, ahead: Math.round((Date.parse(`${now}Z`) - Date.parse(`${server_now}Z`)) / 60_000) };
}

/** A change is in the local database: only now may the page say so. */
export function stored(state: State, snapshot: Snapshot, done: Done): Step {
  const healed: State = { ...state, storage: snapshot.durable ? "durable" : "memory", submitting: false };
  const [left, effects] = after(withSnapshot(released(healed), snapshot), done);
  const [next, more] = reassessed(left);
  return [next, [...toLearn(next), ...effects, ...more, { do: "sync" }]];
}

function after(state: State, done: Done): Step {
  switch (done.kind) {
    case "credit_saved": return back(noted({ ...state, credit_form: null }, { kind: "saved", undo: null }));
    case "credit_deleted": {
      const noticed = noted({ ...state, credit_form: null }, { kind: "deleted", undo: done.credit, ...(done.photo && { undo_photo: done.photo }) });
      const closed: Step = [{ ...noticed, sheet: null }, noticed.sheet === null ? [] : [{ do: "go_back" }]];
      if (state.route.name !== "credit") return closed;
      return leaveFor(noticed, { name: "ledger" });
    }
    case "profile_saved": return leaveFor(noted({ ...state, profile_form: null }, { kind: "profile_saved", undo: null }), { name: "home" });
    case "person_saved": return back(noted(state, { kind: "person_saved", undo: null }));
    case "paid_out": return leaveFor(noted({ ...state, payout: null }, { kind: "paid_out", undo: null }), { name: "home" });
    case "application_stored": return leaveFor(state, { name: "application", id: done.id });
    case "restored": case "settled": case "carried": return arrive(state);
  }
}

function noted(state: State, notice: Notice): State {
  return { ...state, notice };
}

/** Nothing typed is lost: the form stays open and says that it could not be saved. */
export function storeFailed(state: State, fault: StorageFault): Step {
  if (fault === "newer_database") return failed(state, fault);
  const storage = fault === "full" ? "full" : fault === "too_large" ? state.storage : "failed";
  return [noted({ ...released(state), storage, submitting: false }, { kind: "save_failed", undo: null }), []];
}

function released(state: State): State {
  const { credit_form, profile_form, person_form, payout, carrying } = state;
  return {
    ...state,
    carrying: { ...carrying, joining: false },
    credit_form: credit_form && { ...credit_form, saving: false },
    profile_form: profile_form && { ...profile_form, saving: false },
    person_form: person_form && { ...person_form, saving: false },
    payout: payout && { ...payout, saving: false },
  };
}

export function failed(state: State, fault: NonNullable<State["fault"]>): Step {
  return [{ ...state, phase: "failed", fault }, []];
}

/** Whoever used this phone last goes on; a guest is no business of the server's. */
export function accountFound(state: State, account: Account): Step {
  const opening: Step[1] = [{ do: "open_account", account }];
  if (account.id === kGuest) return [{ ...state, account, session: "guest" }, opening];
  return [{ ...state, account, session: "in" }, [...opening, { do: "meet_server", account }, { do: "look_for_guest", account: account.id, ask: false }]];
}

export function signedIn(state: State, me: Me): Step {
  const { account, office } = me;
  const same = state.opened && state.account?.id === account.id;
  const fresh = same ? state : { ...startState(state), ...engineOf(state) };
  const next: State = { ...fresh, account, office, session: "in", sign_form: startState(state).sign_form, phase: same ? state.phase : "loading", sync: syncWith(fresh, { told: null }) };
  const [there, effects] = leaveFor(next, { name: "home" });
  return [there, [{ do: "open_account", account }, { do: "remember_office", office }, { do: "sync" }, { do: "look_for_guest", account: account.id, ask: true }, ...effects]];
}

/** What stays with the page whoever uses it; the kept rules went with the account's database. */
function engineOf({ packs, engine_version, rules }: State): Pick<State, "packs" | "engine_version" | "rules"> {
  return { packs, engine_version, rules: { ...kNoRules, built_in: rules.built_in } };
}

export function signRefused(state: State, errors: readonly Problem[], retry_after_seconds: number | null): Step {
  return [{ ...state, sign_form: { ...state.sign_form, busy: false, errors, retry_after_seconds } }, []];
}

export function metServer(state: State, me: Me): Step {
  if (state.account?.id !== me.account.id) return [{ ...state, session: "ended" }, []];
  return [{ ...state, session: "in", account: me.account, office: me.office }, [{ do: "remember_office", office: me.office }]];
}

/** The account's data is gone from this device. */
export function wiped(state: State): Step {
  const { update_ready } = state;
  return leaveFor({ ...startState(state), ...engineOf(state), update_ready, session: "none", phase: "ready" }, { name: "login" });
}
