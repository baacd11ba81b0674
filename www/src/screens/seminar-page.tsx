// 研修会の単位計算: an organiser types a programme, and units, deadlines and fee stand beside it at once. No account is needed.
import { schemeOf, seminarPack } from "../app/selectors/seminar";
import type { SeminarChange, SeminarDraft, SeminarResult } from "../app/state/seminar";
import type { RulePack } from "../engine/contract";
import { Button, TextButton } from "../parts/button";
import { Empty } from "../parts/empty";
import { PushedHead } from "../parts/head";
import { Sentence } from "../parts/sentence";
import { seminarText, type SeminarText } from "../text/seminar";
import { text, type Text } from "../text/text";
import type { ScreenProps } from "./app";
import { SeminarAbout } from "./seminar-about";
import { SeminarAnswers } from "./seminar-answers";
import { seminarPaper, seminarWords, SeminarPaper } from "./seminar-paper";
import { SeminarProgramme } from "./seminar-programme";

export interface SeminarProps extends ScreenProps {
  readonly t: Text;
  readonly s: SeminarText;
  readonly scheme: string;
  /** The edition that says what talks are worth; null where the scheme says nothing of it. */
  readonly pack: RulePack | null;
  readonly draft: SeminarDraft;
  readonly result: SeminarResult | null;
  readonly change: (change: SeminarChange) => void;
  /** What is wrong at a place of the draft: "/talk/t1/end", "/count". */
  readonly error: (at: string) => string | null;
}

export function SeminarPage(props: ScreenProps) {
  const { state, send } = props;
  const { draft, result, typing } = state.seminar;
  const [t, s] = [text(state.language), seminarText(state.language)];
  const scheme = schemeOf(state.packs, draft);
  const back = () => send({ type: "back" });
  if (scheme === null) return <main class="page pushed"><PushedHead title={s.title} backName={t.back} onBack={back} /><Empty title={s.noRules} line={s.noRulesLine} /></main>;
  // What a talk still lacks is not said while it is being typed.
  const problem = (at: string) => result?.problems.find((each) => each.at === at && (each.code !== "missing" || !at.startsWith(`/talk/${typing}/`)));
  const all: SeminarProps = {
    ...props, t, s, scheme, draft, result, pack: seminarPack(state.packs, scheme, "award"), change: (change) => send({ type: "type_seminar", change }),
    error: (at) => { const found = problem(at); return found ? s.problem(found.code, at.split("/").at(-1) ?? "") : null; },
  };
  return (
    <main class="page pushed seminar">
      <PushedHead title={s.title} backName={t.back} onBack={back}><TextButton label={s.clear} onPress={() => send({ type: "open_sheet", sheet: { name: "clear_seminar" } })} /></PushedHead>
      <div class="seminar-body">
        <div class="stack asked">
          <div class="intro"><p>{s.lead}</p><p class="hint">{s.local}</p></div>
          <SeminarAbout {...all} />
          <SeminarProgramme {...all} />
        </div>
        <SeminarAnswers {...all} />
      </div>
      <SeminarPaper paper={seminarPaper(all)} />
      <Foot {...all} />
    </main>
  );
}

function Foot(props: SeminarProps) {
  const { s, result, send } = props;
  const due = result?.deadlines?.apply_by;
  const refused = (result?.award?.problems.length ?? 0) > 0;
  const act = (action: () => void) => () => { send({ type: "leave_talk" }); action(); };
  return (
    <div class="foot">
      <p class="foot-line" role="status">
        {refused && s.refused}
        {result?.award && !refused && <Sentence of={s.foot(result.award.units)} />}
        {!result?.award && !due && (props.pack ? s.footNone : s.noDeadlines)}
        {due && !refused && <><span class="gap" /><Sentence of={due < props.state.today ? s.footPast : s.footDue(due)} /></>}
      </p>
      <div class="pair">
        <Button icon="print" label={s.print} onPress={act(() => send({ type: "print" }))} />
        <Button kind="primary" label={s.copy} onPress={act(() => send({ type: "copy", text: seminarWords(seminarPaper(props)) }))} />
      </div>
    </div>
  );
}
