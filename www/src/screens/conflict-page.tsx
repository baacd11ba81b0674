// Two versions of one thing: both are kept until one is chosen. What differs is said louder.
import { Button } from "../parts/button";
import { Card, Facts } from "../parts/card";
import { Empty } from "../parts/empty";
import { PushedHead } from "../parts/head";
import type { State } from "../app/state";
import { photoText } from "../text/photo";
import { text } from "../text/text";
import type { ScreenProps } from "./app";
import { changeTitle, described, isFile } from "./described";
import { ShowFile } from "./photo-field";

export function ConflictPage({ state, send, id }: ScreenProps & { id: string }) {
  const t = text(state.language);
  const conflict = state.conflicts.find((each) => each.id === id);
  const settle = (keep: "mine" | "theirs") => () => send({ type: "settle_conflict", id, keep });
  return (
    <main class="page pushed">
      <PushedHead title={t.conflict.title} backName={t.back} onBack={() => send({ type: "back" })} />
      {!conflict && <Empty title={t.conflict.none} line={t.conflict.noneLine} />}
      {conflict && (
        <div class="stack">
          <div>
            <p>{conflict.mine === null || conflict.theirs === null ? t.conflict.oneDeleted : t.conflict.body}</p>
            <p>{t.conflict.both}</p>
          </div>
          <About state={state} conflict={conflict} />
          <Side state={state} send={send} credit={conflict.entity} title={t.conflict.mine} body={conflict.mine} other={conflict.theirs} button={conflict.mine ? t.conflict.keepMine : t.conflict.keepDeleted} onKeep={settle("mine")} />
          <Side state={state} send={send} credit={conflict.entity} title={t.conflict.theirs} body={conflict.theirs} other={conflict.mine} button={conflict.theirs ? t.conflict.keepTheirs : t.conflict.keepDeleted} onKeep={settle("theirs")} />
        </div>
      )}
    </main>
  );
}

/** Which change, and of which credit: a deletion or a file does not say so itself. */
function About({ state, conflict }: { state: State; conflict: State["conflicts"][number] }) {
  const { kind, what } = changeTitle(state, { kind: conflict.kind, entity: conflict.entity, body: conflict.mine ?? (conflict.theirs as State["conflicts"][number]["mine"]) });
  return <div><p class="label">{kind}</p>{what && <p class="hint">{what}</p>}</div>;
}

interface SideProps extends ScreenProps { readonly credit: string; readonly title: string; readonly body: object | null; readonly other: object | null; readonly button: string; readonly onKeep: () => void }

function Side({ state, send, credit, title, body, other, button, onKeep }: SideProps) {
  const t = text(state.language);
  const theirs = new Map(described(state, other).map((line) => [line.field, line.value]));
  const lines = described(state, body).map((line) => ({ term: line.name, value: theirs.get(line.field) === line.value ? line.value : `**${line.value}**` }));
  return (
    <Card title={title}>
      {body ? <Facts facts={lines} /> : <p class="setting"><b>{t.conflict.deleted}</b></p>}
      {isFile(body) && <div class="setting"><ShowFile low t={photoText(state.language)} type={body.type} onShow={() => send({ type: "show_photo", credit, attached: body })} /></div>}
      <div class="setting"><Button low label={button} onPress={onKeep} /></div>
    </Card>
  );
}
