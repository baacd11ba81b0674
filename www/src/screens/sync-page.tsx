// What waits, what was not accepted and why, and where two versions differ.
import { undecided, unsent } from "../app/selectors/carrying";
import { photosThatAre } from "../app/selectors/photos";
import { Button, TextButton } from "../parts/button";
import { Card, Row } from "../parts/card";
import { Empty } from "../parts/empty";
import { FieldError } from "../parts/field";
import { PushedHead } from "../parts/head";
import type { Operation } from "../app/state";
import { photoText } from "../text/photo";
import { text, type Text } from "../text/text";
import type { ScreenProps } from "./app";
import { changeTitle } from "./described";
import { refusal } from "./photo-field";
import { fieldOf, sentence } from "./problems";
import { GuestSync, MayBeEvicted, WhyNothingMoves } from "./sync-states";

type Props = ScreenProps & { readonly t: Text };

export function SyncPage(props: ScreenProps) {
  const { state, send } = props;
  const t = text(state.language);
  if (state.session === "guest") return <Guest {...props} t={t} />;
  const quiet = unsent(state).length + undecided(state).length === 0;
  return (
    <main class="page pushed">
      <PushedHead title={t.syncPage.title} backName={t.back} onBack={() => send({ type: "back" })} />
      <div class="stack fill">
        <WhyNothingMoves {...props} />
        <MayBeEvicted state={state} />
        {quiet && <Card><Empty title={t.syncPage.nothing} line={t.syncPage.nothingLine} /></Card>}
        <Conflicts {...props} t={t} />
        <Rejected {...props} t={t} />
        <Waiting {...props} t={t} />
        <PhotosWaiting {...props} t={t} />
      </div>
      {!quiet && state.sync.waiting.length > 0 && (
        <div class="foot">
          <Button kind="primary" label={state.sync.state === "sending" ? t.sync.sending(state.sync.waiting.length) : t.syncPage.send} onPress={() => send({ type: "sync_now" })} />
        </div>
      )}
    </main>
  );
}

const Guest = (props: Props) => (
  <main class="page pushed">
    <PushedHead title={props.t.syncPage.title} backName={props.t.back} onBack={() => props.send({ type: "back" })} />
    <div class="stack"><GuestSync {...props} /></div>
  </main>
);

function Conflicts({ state, send, t }: Props) {
  if (state.conflicts.length === 0) return null;
  return (
    <Card title={t.syncPage.conflicts}>
      {state.conflicts.map((conflict) => {
        const title = changeTitle(state, { kind: conflict.kind, entity: conflict.entity, body: conflict.mine });
        return <Row key={conflict.id} icon="differs" text={title.kind} second={title.what ?? t.syncPage.choose} onOpen={() => send({ type: "go", route: { name: "conflict", id: conflict.id } })} />;
      })}
    </Card>
  );
}

function Rejected({ state, send, t }: Props) {
  if (state.rejected.length === 0) return null;
  return (
    <Card title={t.syncPage.rejected}>
      {state.rejected.map((change) => {
        const title = changeTitle(state, change);
        return (
          <div key={change.id} class="setting">
            <p><b>{title.kind}</b></p>
            {title.what && <p class="hint">{title.what}</p>}
            {reasons(t, change).map((line) => <FieldError key={line} id={change.id} text={line} />)}
            <div class="pair">
              {mayBeFixed(change) && <Button low label={t.syncPage.fix} onPress={() => send({ type: "edit_rejected", id: change.id })} />}
              {mayPass(change) && <Button low label={t.syncPage.again} onPress={() => send({ type: "resend_rejected", id: change.id })} />}
              <TextButton danger label={t.syncPage.drop} onPress={() => send({ type: "dismiss_rejected", id: change.id })} />
            </div>
          </div>
        );
      })}
    </Card>
  );
}

const kPassing = ["unknown_kind", "unknown_rules", "op_reused", "seq_reused", "no_profile"];

/** For these the same change may be accepted later. */
const mayPass = (change: Operation): boolean => change.kind !== "submit_application" && kPassing.includes(change.reason ?? "");

/** For these there is a form that the change came from. */
const mayBeFixed = (change: Operation): boolean => !mayPass(change) && ["put_credit", "set_profile", "set_person"].includes(change.kind);

/** One sentence for each thing that was wrong. */
function reasons(t: Text, change: Operation): readonly string[] {
  if (change.errors.length === 0) return [t.problem(change.reason ?? "fault", null)];
  return change.errors.map((problem) => {
    const field = fieldOf(problem.at);
    const name = field in t.fields ? t.fields[field as keyof Text["fields"]] : null;
    return name ? t.syncPage.at(name, sentence(t, problem.code, field)) : sentence(t, problem.code, field);
  });
}

/** Beside the changes: these wait for a good line, and hold nothing up. */
function PhotosWaiting({ state, send }: Props) {
  const t = photoText(state.language);
  const waiting = photosThatAre("waiting", state).length;
  const refused = photosThatAre("refused", state);
  return (
    <>
      {waiting > 0 && <Card title={t.waiting(waiting)}><p class="setting hint">{t.waitingLine}</p></Card>}
      {refused.length > 0 && (
        <Card title={t.refusedTitle(refused.length)}>
          {refused.map(([credit, photo]) => <Row key={credit} icon="warning" text={changeTitle(state, { kind: "put_credit", entity: credit, body: null }).what ?? t.title} second={refusal(t, photo)}
            onOpen={() => send({ type: "go", route: { name: "credit", id: credit } })} />)}
        </Card>
      )}
    </>
  );
}

function Waiting({ state, t }: Props) {
  if (state.sync.waiting.length === 0) return null;
  return (
    <Card title={t.syncPage.waiting}>
      {state.sync.waiting.map((change) => {
        const title = changeTitle(state, change);
        const since = t.syncPage.since(change.client_time, state.today);
        return <Row key={change.id} icon="waiting" text={title.kind} second={title.what ? `${title.what}・${since}` : since} />;
      })}
    </Card>
  );
}
