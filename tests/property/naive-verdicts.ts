// What excludes a credit altogether, and the record of what is left of it.

import { exclusionClause } from "./naive-clauses";
import { Credit, Request } from "./naive-request";

export interface Verdict {
  units: number;
  why: string;
  of?: string;
  rule: string;
}

// A credit under judgement: counted + units of its verdicts = its face units, always.
export interface Judged {
  credit: Credit;
  counted: number;
  verdicts: Verdict[];
}

export function cut(judged: Judged, units: number, why: string, rule: string): void {
  if (units <= 0) return;
  judged.counted -= units;
  judged.verdicts.push({ units, why, rule });
}

// Credits are taken by date, then by their place in the request.
export function inOrder(credits: Credit[]): Credit[] {
  return [...credits].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

// JPEC 5(4)エ, FAQ Q26, Q27, JSHP 1(11), 1(13): the id of the earlier credit for the same seminar or content.
function earlierSame(credit: Credit, earlier: Credit[]): string | undefined {
  const sameEvent = earlier.find((other) => credit.event !== undefined && other.event === credit.event);
  if (sameEvent !== undefined) return sameEvent.id;
  return earlier.find((other) => credit.content !== undefined && other.content === credit.content)?.id;
}

// JSHP 1(12) used, FAQ Q56 transferred_out, JPEC 2 not_accepted, and registration; the first that holds.
function exclusionByItself(credit: Credit, request: Request): string | undefined {
  const { edition, profile } = request;
  if (credit.used) return "used";
  if (credit.transferredTo !== undefined && credit.transferredTo !== edition.scheme) return "transferred_out";
  if (edition.refused.includes(credit.category)) return "not_accepted";
  if (edition.asksRegistration && profile.registered !== undefined && credit.date < profile.registered) return "before_registration";
  return undefined;
}

// The verdict of exclusions 1 to 7 for every credit; null where it passed them all.
export function exclusions(request: Request): Map<Credit, Verdict | null> {
  const result = new Map<Credit, Verdict | null>();
  const earlier: Credit[] = []; // those not void, future or duplicate
  const verdict = (credit: Credit, why: string, of?: string): Verdict => {
    const rule = exclusionClause(request.edition, why);
    return of === undefined ? { units: credit.units, why, rule } : { units: credit.units, why, of, rule };
  };
  for (const credit of inOrder(request.credits)) {
    if (credit.voided) {
      result.set(credit, verdict(credit, "void")); // FAQ Q20, JSHP 1(11)
    } else if (credit.date > request.asOf) {
      result.set(credit, verdict(credit, "future"));
    } else {
      const of = earlierSame(credit, earlier);
      if (of === undefined) earlier.push(credit);
      const why = of === undefined ? exclusionByItself(credit, request) : "duplicate";
      result.set(credit, why === undefined ? null : verdict(credit, why, of));
    }
  }
  return result;
}
