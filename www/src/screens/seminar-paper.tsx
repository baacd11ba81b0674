// The programme and its figures on paper, and the same as text to copy.
import { asksDelivery, deadlineRule, seminarPack } from "../app/selectors/seminar";
import type { RulePack } from "../engine/contract";
import { dates } from "../text/text";
import { clauseName, shortName } from "./names";
import { awardClause, beyondDays, talkClause } from "./seminar-answers";
import type { SeminarProps } from "./seminar-page";

interface Section {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
}

export interface Paper {
  readonly title: string;
  readonly lines: readonly string[];
  readonly sections: readonly Section[];
  readonly advice: string;
}

export function seminarPaper(props: SeminarProps): Paper {
  const { state, s, scheme, pack, draft } = props;
  const held = asksDelivery(state.packs, scheme) ? [s.deliveries[draft.delivery]] : [];
  const edition = pack ? [`${s.edition(shortName(state, scheme), pack.effective)}${pack.status === "provisional" ? ` (${s.provisional})` : ""}`] : [shortName(state, scheme)];
  const sections = [programme(props), units(props), deadlines(props), fee(props)].filter(({ rows }) => rows.length > 0);
  return { title: s.paper, lines: [...edition, ...held], sections, advice: s.advice };
}

function programme({ state, s, draft, result }: SeminarProps): Section {
  const rows = draft.days.flatMap(({ date, talks }) => talks.flatMap((talk) => {
    const verdict = result?.award?.talks.find(({ id }) => id === talk.id);
    if (!verdict) return [];
    const length = draft.measure === "times" ? `${talk.start}${s.to}${talk.end}` : s.rowMinutes(verdict.minutes);
    const said = verdict.counted ? s.talkState.counted(verdict.minutes) : s.talkState[verdict.why ?? "excluded_kind"];
    return [[date ? dates[state.language].row(date) : "", length, s.kinds[talk.kind], talk.curriculum, talk.title, said]];
  }));
  return { title: s.programme, rows };
}

function units(props: SeminarProps): Section {
  const { state, s, result, pack } = props;
  const award = result?.award;
  if (!award || !pack) return { title: s.units, rows: [] };
  const named = (rule: string | null) => (rule ? clauseOf(state, pack, rule) : "");
  const refusals = award.problems.map(({ code, rule }) => [s.refusals[code], "", "", named(rule)]);
  const rows = award.awards.map((row) => [s.row(row.date, row.curriculum, row.curriculum ? s.items[row.curriculum] : undefined), s.rowMinutes(row.minutes), s.total(row.units), named(awardClause(props))]);
  const { bonus, over } = beyondDays(props, award);
  const beyond = refusals.length > 0 ? [] : [...(bonus > 0 ? [[s.lecturerShare, "", s.plus(bonus), named(awardClause(props))]] : []), ...(over > 0 ? [[s.meetingCap, "", s.minus(over), named(awardClause(props))]] : [])];
  const left = award.talks.filter(({ counted }) => !counted).map((verdict) => [s.exclusionReasons[verdict.why ?? "excluded_kind"], s.rowMinutes(verdict.minutes), "", named(talkClause(props, verdict))]);
  return { title: `${s.units} ${s.total(award.units)}`, rows: [...refusals, ...rows, ...beyond, ...left] };
}

function clauseOf(state: SeminarProps["state"], { scheme, effective }: RulePack, rule: string): string {
  return clauseName(state, { scheme, edition: effective }, rule);
}

function deadlines({ state, s, scheme, draft, result }: SeminarProps): Section {
  const pack = seminarPack(state.packs, scheme, "deadlines");
  const names = Object.keys(s.deadlineNames) as (keyof typeof s.deadlineNames)[];
  const rows = names.filter((name) => result?.deadlines?.[name] !== undefined).map((name) => {
    const [date, rule] = [result?.deadlines?.[name], deadlineRule(pack, draft, name)];
    return [rule?.title[state.language] ?? s.deadlineNames[name], date ? s.deadline(date) : s.deadlineNone, pack && rule ? clauseOf(state, pack, rule.clause) : ""];
  });
  return { title: s.deadlines, rows };
}

function fee({ state, s, scheme, result }: SeminarProps): Section {
  const answer = result?.fee;
  const pack = seminarPack(state.packs, scheme, "fee");
  const rules = pack?.seminar?.fee;
  if (!answer || !pack || !rules) return { title: s.fee, rows: [] };
  const lines = answer.lines.map((line) => [s.feeLine[line.what]?.(line.count) ?? String(line.count), s.yen(line.amount), ""]);
  return { title: `${s.fee} ${s.yen(answer.total)} (${s.tax[answer.tax]})`, rows: [...lines, [rules.title[state.language], s.yen(answer.total), clauseOf(state, pack, rules.clause)]] };
}

export function seminarWords({ title, lines, sections, advice }: Paper): string {
  const written = sections.map((section) => [`■ ${section.title}`, ...section.rows.map((row) => row.filter((cell) => cell !== "").join("  "))].join("\n"));
  return [title, lines.join("  "), "", ...written.flatMap((section) => [section, ""]), advice].join("\n");
}

export function SeminarPaper({ paper }: { paper: Paper }) {
  return (
    <article class="paper-sheet paper-only">
      <header><h1>{paper.title}</h1><p>{paper.lines.join("  ")}</p></header>
      {paper.sections.map((section) => (
        <section key={section.title}>
          <h2>{section.title}</h2>
          <table><tbody>{section.rows.map((row, index) => <tr key={index}>{row.map((cell, column) => <td key={column}>{cell}</td>)}</tr>)}</tbody></table>
        </section>
      ))}
      <p>{paper.advice}</p>
    </article>
  );
}
