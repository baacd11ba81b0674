// Two editions, two verdicts: the stricter is on the screen, the other one stands here, marked, with its source.
import type { Assessment } from "../engine/contract";
import { text, type Text } from "../text/text";
import { Icon } from "../parts/icon";
import { Sentence } from "../parts/sentence";
import type { ScreenProps } from "./app";

export function otherVerdict(t: Text, other: Assessment): string {
  const words = t.provisionalNote;
  if (other.can_apply) return words.otherCan(other.edition);
  if (other.eligible) return words.otherEligible(other.edition);
  return other.plan ? words.otherMore(other.edition, other.plan.units) : words.otherLost(other.edition);
}

export function ProvisionalNote({ state, send, shown, other }: ScreenProps & { shown: Assessment; other: Assessment }) {
  const t = text(state.language);
  const line = t.provisionalNote.line(other.window?.opens ?? null, other.window?.last_day ?? null);
  return (
    <button type="button" class="banner prov" onClick={() => send({ type: "open_sheet", sheet: { name: "provisional" } })}>
      <span class="tag prov">{t.provisional}</span>
      <span>
        {shown.status === "provisional" && <span class="second"><Sentence of={t.provisionalNote.shownIs(shown.edition)} /></span>}
        <b><Sentence of={otherVerdict(t, other)} /></b>
        <span class="second"><Sentence of={line} /></span>
      </span>
      <Icon name="go" size={20} />
    </button>
  );
}
