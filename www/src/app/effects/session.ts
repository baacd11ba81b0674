// Logging in and out. The browser has one session for all tabs: a lock keeps any tab from speaking to the server under one
// account while another tab changes it.

import { api, type Outcome } from "../../server/api";
import type { Action } from "../actions";
import type { Account } from "../state";
import { logoutOwed, oweLogout, rememberAccount, rememberedAccount } from "./remembered";

const kLock = "kensan.session";

type Send = (action: Action) => void;

export function signIn(how: "login" | "register", email: string, password: string, send: Send): Promise<void> {
  return navigator.locks.request(kLock, async () => {
    const outcome = await (how === "login" ? api.logIn(email, password) : api.register(email, password));
    if (outcome.sort !== "answer") return send(refusal(outcome));
    const me = await api.me();
    if (me.sort !== "answer") return send(refusal(me));
    oweLogout(false);
    rememberAccount(me.value.account);
    send({ type: "signed_in", me: me.value });
  });
}

function refusal(outcome: Exclude<Outcome<unknown>, { sort: "answer" }>): Action {
  if (outcome.sort === "refused") return { type: "sign_refused", errors: outcome.errors, retry_after_seconds: outcome.retry_after_seconds };
  const code = outcome.offline ? "offline" : "fault";
  return { type: "sign_refused", errors: [{ code, at: "", message: "the server did not answer" }], retry_after_seconds: null };
}

/** The data goes first, also without the network; the server hears of it as soon as it can. */
export function signOut(wipe: () => Promise<unknown>): Promise<void> {
  return navigator.locks.request(kLock, async () => {
    oweLogout(true);
    rememberAccount(null);
    await wipe();
    await payLogout();
  });
}

async function payLogout(): Promise<void> {
  if (logoutOwed() && (await api.logOut()).sort !== "fault") oweLogout(false);
}

export function settleOwedLogout(): Promise<void> {
  return navigator.locks.request(kLock, payLogout);
}

export async function meetServer(account: Account, send: Send): Promise<void> {
  const me = await navigator.locks.request(kLock, { mode: "shared" }, () => api.me());
  if (me.sort === "answer") send({ type: "met_server", me: me.value });
  if (me.sort === "refused" && me.status === 401 && rememberedAccount()?.id === account.id) send({ type: "session_ended" });
}

/** Sends under the session only while it is this account's: operations never travel under another one. */
export function askAs<T>(account: string, ask: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  return navigator.locks.request(kLock, { mode: "shared" }, async (): Promise<Outcome<T>> => {
    if (rememberedAccount()?.id !== account) return { sort: "refused", status: 401, errors: [], retry_after_seconds: null };
    return ask();
  });
}
