// Unsent changes as a file and back, logging out with some, and a guest's ledger: begun, joined to an account, or erased.

import { text } from "../text/text";
import type { ReportedAction } from "./actions";
import { back, closeSheet, leaveFor, openSheet } from "./going";
import { stored } from "./hearing";
import { kGuestAccount } from "./routes";
import { mayErase, undecided, unsent } from "./selectors/carrying";
import { kNoRules, startState } from "./start-state";
import type { State } from "./state";
import type { Carrying } from "./state/carrying";
import type { Step } from "./update";

export const carried = (state: State, change: Partial<Carrying>): State => ({ ...state, carrying: { ...state.carrying, ...change } });

export function logOut(state: State, discard_waiting: boolean): Step {
  if (!discard_waiting && unsent(state).length + undecided(state).length > 0) return openSheet(carried(state, { given_up: false }), { name: "log_out" });
  if (!mayErase(state)) return [state, []];
  return [{ ...state, logging_out: true }, [{ do: "log_out" }]];
}

export function saveFile(state: State): Step {
  if (state.account === null) return [state, []];
  return [state, [{ do: "export_waiting", account: state.account.id, name: text(state.language).carrying.fileName(state.today) }]];
}

export function readFile(state: State, file: File): Step {
  if (state.account === null || state.carrying.reading?.state === "reading") return [state, []];
  return [carried(state, { reading: { state: "reading" } }), [{ do: "import_file", account: state.account.id, file }]];
}

type Read = Extract<ReportedAction, { type: "file_read" | "file_refused" | "guest_found" | "guest_joined" | "guest_erased" }>;

export function heardOfCarrying(state: State, action: Read): Step {
  switch (action.type) {
    case "file_read":
      return stored(carried(state, { reading: { state: "read", taken: action.taken } }), action.snapshot, { kind: "carried" });
    case "file_refused": return [carried(state, { reading: { state: "refused", why: action.why } }), []];
    case "guest_found": {
      const next = carried(state, { guest: action.guest });
      if (action.promised) return joinGuest(next);
      return action.ask ? leaveFor(next, { name: "join" }) : [next, []];
    }
    case "guest_joined": {
      const done = carried({ ...state, notice: { kind: "joined", undo: null } }, { guest: null, joining: false });
      return stored(done, action.snapshot, { kind: "carried" });
    }
    case "guest_erased": {
      const [closed, effects] = closeSheet(carried(state, { guest: null }));
      const [next, more] = closed.route.name === "join" ? leaveFor(closed, { name: "home" }) : [closed, []] as const;
      return [next, [...effects, ...more]];
    }
  }
}

/** A ledger on this phone alone, for who has no account; one begun earlier goes on. */
export function startGuest(state: State): Step {
  const account = kGuestAccount;
  const { packs, engine_version, rules, update_ready } = state;
  const next: State = { ...startState(state), packs, engine_version, rules: { ...kNoRules, built_in: rules.built_in }, update_ready, account, session: "guest" };
  const [there, effects] = leaveFor(next, { name: "home" });
  return [there, [{ do: "begin_guest" }, { do: "open_account", account }, ...effects]];
}

/** Only ever on the user's word: see the page "join". */
export function joinGuest(state: State): Step {
  const { account, carrying } = state;
  if (account === null || state.session === "guest" || carrying.guest === null || carrying.joining) return [state, []];
  return [carried(state, { joining: true }), [{ do: "join_guest", account: account.id }]];
}

export function putOffGuest(state: State): Step {
  return state.trail.length > 0 ? back(state) : leaveFor(state, { name: "home" });
}
