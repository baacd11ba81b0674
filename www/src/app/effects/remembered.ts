// What must be known before any database is open: whose it is, how the page looks, whether the server still has to hear of a logout.

import type { Account, Language, Theme } from "../state";
import type { SeminarDraft } from "../state/seminar";

export interface Preferences {
  readonly language: Language;
  readonly theme: Theme;
  /** The scheme chosen last, "" before any. */
  readonly scheme: string;
}

const kAccount = "kensan.account";
const kPreferences = "kensan.preferences";
const kPersistenceAsked = "kensan.persistence_asked";
const kSeminar = "kensan.seminar";
const kGuestHere = "kensan.guest";
const kGuestPromised = "kensan.guest_promised";
const kLogoutOwed = "kensan.logout_owed";

export const rememberedAccount = (): Account | null => read<Account>(kAccount);
export const rememberAccount = (account: Account | null): void => write(kAccount, account);
export const rememberedPreferences = (): Preferences => ({ language: "ja", theme: "system", scheme: "", ...read<Preferences>(kPreferences) });
export const rememberPreferences = (preferences: Preferences): void => write(kPreferences, preferences);

/** What an organiser typed last, on this device; no account's data. */
export const rememberedSeminar = (): Partial<SeminarDraft> | null => read<Partial<SeminarDraft>>(kSeminar);
export const rememberSeminar = (draft: SeminarDraft): void => write(kSeminar, draft);

/** Some browsers put the question to the user: once is enough. */
export const persistenceAsked = (): boolean => read<boolean>(kPersistenceAsked) === true;
export const rememberPersistenceAsked = (): void => write(kPersistenceAsked, true);

/** There is, or was about to be, a guest's ledger on this device. */
export const guestHere = (): boolean => read<boolean>(kGuestHere) === true;
export const rememberGuest = (here: boolean): void => write(kGuestHere, here ? true : null);

/** The account, by id, that the user said it should join. */
export const guestPromised = (): string | null => read<string>(kGuestPromised);
export const promiseGuest = (account: string | null): void => write(kGuestPromised, account);

/** Set by a logout without the network: the session's cookie is the server's to end. */
export const logoutOwed = (): boolean => read<boolean>(kLogoutOwed) === true;
export const oweLogout = (owed: boolean): void => write(kLogoutOwed, owed ? true : null);

/** Calls back when another tab logs in to another account than this tab's, which may have none. */
export function onOtherAccount(mine: () => string | null, changed: () => void): void {
  window.addEventListener("storage", (event) => {
    const other = event.key === kAccount ? rememberedAccount() : null;
    if (other !== null && other.id !== mine()) changed();
  });
}

function read<T>(key: string): T | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") as T | null;
  } catch {
    return null;
  }
}

// Where the browser refuses, the app works on, and asks for the login at each start.
function write(key: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    return;
  }
}
