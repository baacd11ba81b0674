// Civil dates as texts: "2026-05-10".

export function addDays(date, days) {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The first day after a period of so many months that begins on `date` (Civil Code 143). */
export function periodEnd(date, months) {
  const [year, month, day] = date.split("-").map(Number);
  const place = year * 12 + month - 1 + months;
  const text = (y, m, d) => `${y}-${String(m + 1).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
  const first = text(Math.floor(place / 12), place % 12, 1);
  const same = text(Math.floor(place / 12), place % 12, day);
  const next = text(Math.floor((place + 1) / 12), (place + 1) % 12, 1);
  return addDays(first, day - 1) === same ? same : next;
}
