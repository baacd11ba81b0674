// The programme, day by day: one line a talk on a desk, a few short ones on a phone.
import { asksItem, timeText } from "../app/selectors/seminar";
import type { DayDraft, TalkDraft } from "../app/state/seminar";
import type { TalkKind } from "../engine/operations";
import { Button, IconButton } from "../parts/button";
import { FieldError, Input, Select } from "../parts/field";
import { Icon } from "../parts/icon";
import { StateWord } from "../parts/state-word";
import { Choice } from "./seminar-about";
import type { SeminarProps } from "./seminar-page";

/** Without rules on what talks are worth, the days alone: deadlines are counted from them. */
export function SeminarProgramme(props: SeminarProps) {
  const { s, draft, change, pack } = props;
  return (
    <>
      <h2 class="section-name">{pack ? s.programme : s.fields.date}</h2>
      {pack && <Choice name="measure" label={s.measure} value={draft.measure} words={s.measures} onChoose={(measure) => change({ do: "facts", facts: { measure } })} />}
      {draft.days.map((day, index) => <Day key={day.id} {...props} day={day} number={index + 1} />)}
      <Button low icon="plus" label={s.addDay} onPress={() => { change({ do: "add_day" }); focusLater(() => document.querySelector<HTMLElement>(".seminar .day:last-of-type .input")); }} />
    </>
  );
}

type DayProps = SeminarProps & { readonly day: DayDraft; readonly number: number };

function Day(props: DayProps) {
  const { s, day, number, draft, change, pack } = props;
  const add = () => { change({ do: "add_talk", day: day.id }); focusLater(() => document.querySelector<HTMLElement>(`#day-${day.id} .talk:last-of-type .input`)); };
  return (
    <section class="card day" id={`day-${day.id}`}>
      <div class="day-head">
        <h3>{s.day(number)}</h3>
        <Input id={`date-${day.id}`} type="date" name={s.dayDate(number)} value={day.date} onInput={(date) => change({ do: "day", id: day.id, date })} />
        {draft.days.length > 1 && <IconButton name={s.removeDay(number)} icon="trash" onPress={() => change({ do: "remove_day", id: day.id })} />}
      </div>
      {pack && day.talks.map((talk, index) => <Talk key={talk.id} {...props} talk={talk} place={index + 1} />)}
      {pack && <Button low icon="plus" label={s.addTalk} onPress={add} />}
    </section>
  );
}

type TalkProps = DayProps & { readonly talk: TalkDraft; readonly place: number };

function Talk(props: TalkProps) {
  const { s, day, number, talk, place, change, send, error, pack } = props;
  const set = (some: Partial<TalkDraft>) => change({ do: "talk", id: talk.id, talk: some });
  const at = (field: string) => `/talk/${talk.id}/${field}`;
  const leave = (event: FocusEvent) => { if (!(event.currentTarget as Element).contains(event.relatedTarget as Node | null)) send({ type: "leave_talk" }); };
  const remove = () => { change({ do: "remove_talk", id: talk.id }); focusLater(() => document.querySelector<HTMLElement>(`#day-${day.id} > .button`)); };
  const byItem = pack?.seminar?.award?.basis === "curriculum";
  return (
    <fieldset class="talk" onFocusOut={leave}>
      <legend><span aria-hidden="true">{s.talk(place)}</span><span class="heard">{s.talkHeard(number, place)}</span></legend>
      <TalkState {...props} />
      <Length {...props} />
      <span class="kind-of"><Select id={`kind-${talk.id}`} name={s.fields.kind} value={talk.kind} options={kindOptions(props)} error={error(at("kind"))} onChoose={(kind) => set({ kind: kind as TalkKind })} /></span>
      {byItem && (
        <button type="button" class="chip" aria-pressed={talk.promotional} onClick={() => set({ promotional: !talk.promotional })}>
          <Icon name={talk.promotional ? "check" : "plus"} size={18} />{s.promotional}
        </button>
      )}
      {byItem && <Item {...props} />}
      <span class="title-of"><Input id={`title-${talk.id}`} name={s.fields.title} value={talk.title} placeholder={s.titleHint} maxLength={200} error={error(at("title"))} onInput={(title) => set({ title })} /></span>
      <span class="remove">{day.talks.length > 1 && <IconButton name={s.removeTalk(number, place)} icon="trash" onPress={remove} />}</span>
      <Errors {...props} />
    </fieldset>
  );
}

function kindOptions({ s }: SeminarProps) {
  return (Object.keys(s.kinds) as TalkKind[]).map((kind) => ({ value: kind, text: s.kinds[kind] }));
}

function Length({ s, draft, talk, change, error }: TalkProps) {
  const set = (some: Partial<TalkDraft>) => change({ do: "talk", id: talk.id, talk: some });
  const field = (name: "start" | "end" | "minutes") => ({ id: `${name}-${talk.id}`, name: s.fields[name], value: talk[name], error: error(`/talk/${talk.id}/${name}`), onInput: (value: string) => set({ [name]: value }) });
  if (draft.measure === "minutes") return <span class="length"><Input {...field("minutes")} inputMode="numeric" maxLength={4} /><small>{s.minuteUnit}</small></span>;
  const time = (name: "start" | "end") => ({ ...field(name), inputMode: "numeric" as const, maxLength: 8, placeholder: s.timeExample, onLeave: (value: string) => set({ [name]: timeText(value) }) });
  return <span class="length"><Input {...time("start")} /><small aria-hidden="true">{s.to}</small><Input {...time("end")} /></span>;
}

function Item({ s, pack, draft, talk, change, error }: TalkProps) {
  const asked = asksItem(pack, draft, talk.kind);
  const options = Object.entries(s.items).map(([value, name]) => { const domain = value.split("-")[0] ?? ""; return { value, text: `${value} ${name}`, group: `${domain} ${s.domains[domain] ?? ""}` }; });
  if (!asked) return <span class="item-of hint">{s.noItemNeeded}</span>;
  return (
    <span class="item-of">
      <Select id={`curriculum-${talk.id}`} name={s.fields.curriculum} value={talk.curriculum} options={[{ value: "", text: s.chooseItem }, ...options]} error={error(`/talk/${talk.id}/curriculum`)}
        onChoose={(curriculum) => change({ do: "talk", id: talk.id, talk: { curriculum } })} />
    </span>
  );
}

function TalkState({ s, result, talk }: TalkProps) {
  const verdict = result?.award?.talks.find(({ id }) => id === talk.id);
  if (!verdict) return <span class="verdict-of"><span class="word none">{s.talkState.waiting}</span></span>;
  return <span class="verdict-of"><StateWord state={verdict.counted ? "met" : "none"}>{verdict.counted ? s.talkState.counted(verdict.minutes) : s.talkState[verdict.why ?? "excluded_kind"]}</StateWord></span>;
}

const kFields = ["date", "kind", "start", "end", "minutes", "curriculum", "title"] as const;

function Errors({ talk, error }: TalkProps) {
  return <div class="errors" role="status">{kFields.map((field) => <FieldError key={field} id={`${field}-${talk.id}`} text={error(`/talk/${talk.id}/${field}`)} />)}</div>;
}

/** The next frame has what the change has made. */
function focusLater(find: () => HTMLElement | null): void {
  requestAnimationFrame(() => find()?.focus());
}
