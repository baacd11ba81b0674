// Editions that are not used, each in a calm sentence.
import type { RefusedRule, State } from "../app/state";
import { mayUpdate, packOf } from "../app/selectors";
import { Banner } from "../parts/banner";
import { Button } from "../parts/button";
import { text } from "../text/text";
import type { ScreenProps } from "./app";

export function RuleFaults({ state, send, refused }: ScreenProps & { refused: readonly RefusedRule[] }) {
  const t = text(state.language);
  return (
    <>
      {refused.map(({ scheme, edition, fault }) => (
        <Banner key={scheme + edition} tone="warn" words={[`**${t.rules.edition(schemeName(state, scheme), edition)}**`, t.rules.faults[fault]]}>
          {fault === "outdated" && mayUpdate(state) && <Button low label={t.notices.updateNow} onPress={() => send({ type: "switch_version" })} />}
        </Banner>
      ))}
    </>
  );
}

function schemeName(state: State, scheme: string): string {
  const pack = packOf(state, scheme);
  return pack === null ? scheme : text(state.language).scheme(pack.short[state.language], scheme);
}
