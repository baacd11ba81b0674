// Addresses: "/#/credit/0190…" and back. They live behind "#", so that a deep link opens offline and on any server.

import type { kGuest as Guest } from "../storage/protocol";
import type { Account, Route, State } from "./state";

/** Who uses this phone without an account: storage/protocol.ts knows that its ledger is never sent. */
export const kGuest: typeof Guest = "guest";
export const kGuestAccount: Account = { id: kGuest, email: "", demo: false };

const kPlain = ["ledger", "add", "apply", "compare", "allocate", "seminar", "settings", "rules", "sync", "base", "start", "person", "print", "join", "login", "register"] as const;

export function routeOf(hash: string): Route {
  const [name = "", ...rest] = hash.replace(/^#?\/?/, "").split("/").map(decoded);
  const argument = rest.join("/");
  const plain = kPlain.find((each) => each === name);
  if (plain !== undefined) return { name: plain };
  if (argument === "") return { name: "home" };
  if (name === "credit" || name === "application" || name === "conflict") return { name, id: argument };
  return name === "payout" ? { name, from: argument } : { name: "home" };
}

export function hashOf(route: Route): string {
  if (route.name === "home") return "#/";
  const argument = "id" in route ? route.id : "from" in route ? route.from : null;
  return argument === null ? `#/${route.name}` : `#/${route.name}/${encodeURIComponent(argument)}`;
}

export function sameRoute(a: Route, b: Route): boolean {
  return hashOf(a) === hashOf(b);
}

const kWithoutProfile: readonly Route["name"][] = ["seminar", "start", "base", "settings", "rules", "sync", "person", "conflict", "join"];

/** Where a wish to go leads: without an account to the login, without a profile to the first questions, with one past them. A seminar needs neither. */
export function permitted(state: State, wished: Route): Route {
  const signing = wished.name === "login" || wished.name === "register";
  if (wished.name === "seminar") return wished;
  if (state.session === "none") return signing ? wished : { name: "login" };
  if (wished.name === "join" && state.carrying.guest === null) return { name: "home" };
  if (signing && state.session === "in") return { name: "home" };
  if (signing || state.phase !== "ready") return wished;
  if (state.ledger.profile !== null) return wished.name === "start" ? { name: "home" } : wished;
  return kWithoutProfile.includes(wished.name) ? wished : { name: "start" };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
