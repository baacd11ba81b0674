// Names out of the rule packs, in the language on screen.
import type { State } from "../app/state";
import { packOf, schemes } from "../app/selectors";

export function shortName(state: State, scheme: string): string {
  return packOf(state, scheme)?.short[state.language] ?? scheme;
}

/** The name people know a system by: TAMETOKO is ためとこ. */
export function systemName(state: State, system: string): string {
  return state.packs.find((pack) => pack.system === system)?.system_title[state.language] ?? system;
}

/** The schemes one can aim at, the installation's own office first. */
export function schemesInOrder(state: State): readonly string[] {
  return [...schemes(state)].sort((a, b) => Number(state.office.includes(b)) - Number(state.office.includes(a)));
}
