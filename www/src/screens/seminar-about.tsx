// What is about the whole seminar. Only what the scheme's rules ask for is asked.
import { asksDelivery, categoryOf, deadlinesAsk, mayGoWithoutItems, seminarSchemes } from "../app/selectors/seminar";
import type { SeminarFacts } from "../app/state/seminar";
import { Field, SelectField, Tick } from "../parts/field";
import { Segments } from "../parts/segments";
import { shortName } from "./names";
import type { SeminarProps } from "./seminar-page";

type Flag = "members_only" | "no_curriculum" | "parallel_sessions" | "academic_meeting" | "lecturer" | "academic_presentation" | "other_qualification_only";

export function SeminarAbout(props: SeminarProps) {
  const { s, draft, change, error } = props;
  const facts = (some: Partial<SeminarFacts>) => change({ do: "facts", facts: some });
  return (
    <section class="card about">
      <h2>{s.about}</h2>
      <Scheme {...props} />
      <Delivery {...props} />
      <Category {...props} />
      {props.pack?.seminar?.award?.basis === "curriculum" && (
        <>
          <Choice name="host_role" label={s.hostRole} value={draft.host_role} words={s.hostRoles} onChoose={(host_role) => facts({ host_role })} />
          <Field id="applied_on" type="date" label={s.fields.applied_on} optional={s.optional} hint={s.appliedOnHint} value={draft.applied_on} error={error("/applied_on")} onInput={(applied_on) => facts({ applied_on })} />
        </>
      )}
      {deadlinesAsk(props.state.packs, props.scheme, "hosts") && <Choice name="host" label={s.host} value={draft.host} words={s.hosts} onChoose={(host) => facts({ host })} />}
      <Flags {...props} />
    </section>
  );
}

function Scheme({ state, s, scheme, change }: SeminarProps) {
  const choose = (chosen: string) => change({ do: "facts", facts: { scheme: chosen } });
  const known = seminarSchemes(state.packs);
  const few = known.length <= 3;
  const options = known.map((code) => ({ value: code, text: shortName(state, code), second: code }));
  if (few) return <div class="field"><span class="label" aria-hidden="true">{s.scheme}</span><Segments name="scheme" legend={s.scheme} value={scheme} options={options} onChoose={choose} /></div>;
  return <SelectField id="seminar-scheme" label={s.scheme} value={scheme} options={options.map(({ value, text }) => ({ value, text: `${text} ${value}` }))} onChoose={choose} />;
}

function Delivery({ state, s, scheme, draft, change, error }: SeminarProps) {
  if (!asksDelivery(state.packs, scheme)) return null;
  const facts = (some: Partial<SeminarFacts>) => change({ do: "facts", facts: some });
  return (
    <>
      <Choice name="delivery" label={s.delivery} value={draft.delivery} words={s.deliveries} hint={s.deliveryHints[draft.delivery]} onChoose={(delivery) => facts({ delivery })} />
      {draft.delivery === "web_recorded" && (
        <div class="pair">
          <Field id="offered_from" type="date" label={s.fields.offered_from} value={draft.offered_from} error={error("/offered_from")} onInput={(offered_from) => facts({ offered_from })} />
          <Field id="offered_to" type="date" label={s.fields.offered_to} value={draft.offered_to} error={error("/offered_to")} onInput={(offered_to) => facts({ offered_to })} />
        </div>
      )}
    </>
  );
}

function Category({ t, s, pack, draft, change }: SeminarProps) {
  const award = pack?.seminar?.award;
  if (award?.basis !== "category") return null;
  const options = award.categories.map(({ category }) => ({ value: category, text: t.kinds[category] }));
  return <SelectField id="seminar-category" label={s.category} value={categoryOf(pack, draft)?.category ?? ""} options={options} onChoose={(category) => change({ do: "facts", facts: { category } })} />;
}

function Flags({ s, pack, draft, change }: SeminarProps) {
  const category = categoryOf(pack, draft);
  const byItem = pack?.seminar?.award?.basis === "curriculum";
  const without = mayGoWithoutItems(pack, draft);
  const flags: readonly (readonly [Flag, string, boolean])[] = [
    ["members_only", s.membersOnly, byItem],
    ["no_curriculum", s.noItems, without],
    ["parallel_sessions", s.parallel, without && draft.no_curriculum],
    ["academic_meeting", s.meeting, category?.each_date ?? false],
    ["lecturer", s.lecturer, category?.lecturer !== undefined],
    ["academic_presentation", s.presentation, category?.lecturer !== undefined && draft.lecturer],
    ["other_qualification_only", s.otherOnly, category?.asks_audience ?? false],
  ];
  const shown = flags.filter(([, , asked]) => asked);
  if (shown.length === 0) return null;
  return <div class="flags">{shown.map(([flag, words]) => <Tick key={flag} id={flag} checked={draft[flag]} onTick={(ticked) => change({ do: "facts", facts: { [flag]: ticked } })}>{words}</Tick>)}</div>;
}

export function Choice<Value extends string>(props: { name: string; label: string; hint?: string; value: Value; words: Readonly<Record<Value, string>>; onChoose: (value: Value) => void }) {
  const options = (Object.keys(props.words) as Value[]).map((value) => ({ value, text: props.words[value] }));
  return (
    <div class="field">
      <span class="label" aria-hidden="true">{props.label}</span>
      <Segments name={props.name} legend={props.label} value={props.value} options={options} onChoose={props.onChoose} />
      {props.hint && <p class="hint">{props.hint}</p>}
    </div>
  );
}
