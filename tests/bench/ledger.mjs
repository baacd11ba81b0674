// A typical ledger: 60 credits over three personal years, as the app sends it.
const categories = ["internet", "assembly", "self_study", "group", "assembly", "internet"];
const titles = ["がん薬物療法の副作用と支持療法", "在宅医療における薬剤管理", "腎機能低下時の投与設計", "感染制御の実際"];

function credit(index) {
  const year = 2024 + (index % 3);
  const month = String(4 + (index % 8)).padStart(2, "0");
  const day = String(1 + (index % 27)).padStart(2, "0");
  const own = index % 4 === 0;
  return {
    id: `01912d68-783e-7a03-8467-${String(index).padStart(12, "0")}`,
    date: `${year}-${month}-${day}`,
    units: 1,
    provider: own ? "G13" : "G01",
    category: categories[index % categories.length],
    title: titles[index % titles.length],
    held_in: own ? "TAMETOKO" : "PECS",
  };
}

const credits = Array.from({ length: 60 }, (_, index) => credit(index));

const asking = (rows) => JSON.stringify({
  op: "assess",
  as_of: "2026-11-21",
  scheme: "G01",
  edition: "2017-04-01",
  profile: { kind: "renewal", base: "2024-04-01" },
  credits: rows,
});

export const request = asking(credits);
/** The same credits with short ids and nothing that the rules do not need. */
export const bareRequest = asking(credits.map(({ date, units, provider, category }, index) =>
  ({ id: `c${index}`, date, units, provider, category })));

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
