// The rows of a pack that cases must speak of, each with its demands and the answers it looks at.
import { acceptsDemands, exclusionDemands } from "./exclusions.mjs";
import { capDemands } from "./caps.mjs";
import { categoryDemands, countedKindsDemands, curriculumDemands, excludedDemands, promotionalDemands, refusalDemands, withoutCurriculumDemands } from "./award.mjs";
import { bandDemands, beyondDemands, billsDemands, deadlineDemands, learningDemands, noDeadlineDemands, priceDemands } from "./desk.mjs";
import { extensionDemands, noExtensionDemands, periodDemands, windowDemands } from "./periods.mjs";
import { requirementDemands } from "./requirements.mjs";

function certificationRows(kind, rules, pack) {
  const row = (path, demands) => ({ path: `certification/${kind}/${path}`, op: "assess", kind, demands });
  const rows = [row("period", periodDemands(rules.period))];
  if (rules.window !== undefined) rows.push(row("window", windowDemands(rules.window)));
  rows.push(row("extension", rules.extension === undefined ? noExtensionDemands : extensionDemands(rules.extension, rules.period)));
  rules.requirements.forEach((rule, place) => rows.push(row(`requirements/${place}`, requirementDemands(rule, rules.period))));
  rules.caps?.forEach((rule, place) => rows.push(row(`caps/${place}`, capDemands(rule, pack))));
  return rows;
}

function assessRows(pack) {
  const { new: first, renewal, caps } = pack.certification;
  if (first === undefined && renewal === undefined) return [];
  const row = (path, demands) => ({ path, op: "assess", demands });
  return [
    ...pack.accepts.map((category) => row(`accepts/${category}`, acceptsDemands(category))),
    ...Object.keys(pack.exclusions).map((name) => row(`exclusions/${name}`, exclusionDemands(name, pack))),
    ...(first === undefined ? [] : certificationRows("new", first, pack)),
    ...(renewal === undefined ? [] : certificationRows("renewal", renewal, pack)),
    ...(caps ?? []).map((rule, place) => row(`certification/caps/${place}`, capDemands(rule, pack))),
  ];
}

function awardRows(award) {
  const row = (path, demands) => ({ path: `seminar/award${path}`, op: "award", demands });
  const rows = [
    ...award.excluded.map((one, place) => row(`/excluded/${place}`, excludedDemands(one))),
    ...Object.keys(award.refusals).map((code) => row(`/refusals/${code}`, refusalDemands(code))),
    row("/counted", countedKindsDemands(award)),
  ];
  if (award.basis === "category") return [...award.categories.map((one, place) => row(`/categories/${place}`, categoryDemands(one))), ...rows];
  rows.push(row("", curriculumDemands(award)), row("/promotional", promotionalDemands));
  if (award.without_curriculum !== undefined) rows.push(row("/without_curriculum", withoutCurriculumDemands(award.without_curriculum, award)));
  return rows;
}

function deadlineRows(rules) {
  const row = (path, demands) => ({ path: `seminar/deadlines/${path}`, op: "deadlines", demands });
  const whats = [...new Set(rules.map((rule) => rule.what))];
  return [...rules.map((rule, place) => row(place, deadlineDemands(rule))), ...whats.map((what) => row(`none of ${what}`, noDeadlineDemands(what, rules)))];
}

function feeRows(fee) {
  const row = (path, demands) => ({ path: `seminar/fee/${path}`, op: "fee", demands });
  const next = (place) => fee.bands[place + 1]?.yen ?? fee.beyond.yen;
  return [
    row("bills", billsDemands(fee.bills)),
    ...fee.bands.map((band, place) => row(`bands/${place}`, bandDemands(band, next(place)))),
    row("beyond", beyondDemands(fee.beyond, fee.bands.at(-1).to)),
  ];
}

export function rowsOf(pack) {
  const { award, deadlines, fee } = pack.seminar ?? {};
  const rows = [
    ...assessRows(pack),
    ...pack.fees.map((price, place) => ({ path: `fees/${place}`, op: "fee", demands: priceDemands(price) })),
    ...(award === undefined ? [] : awardRows(award)),
    ...(deadlines === undefined ? [] : deadlineRows(deadlines)),
    ...(fee === undefined ? [] : feeRows(fee)),
    ...(pack.learning === undefined ? [] : [{ path: "learning", op: "points", demands: learningDemands(pack.learning) }]),
  ];
  return rows.filter((row) => row.demands.length > 0);
}
