// After a login on a phone that has a guest's ledger: it joins the account only if the user says so.
import { Banner } from "../parts/banner";
import { Button, TextButton } from "../parts/button";
import { Card, Facts } from "../parts/card";
import { PushedHead } from "../parts/head";
import { Sentence } from "../parts/sentence";
import { text } from "../text/text";
import type { ScreenProps } from "./app";

export function JoinPage({ state, send }: ScreenProps) {
  const t = text(state.language);
  const c = t.carrying;
  const { guest, joining } = state.carrying;
  if (!guest) return null;
  const facts = [
    { term: c.joinTo, value: state.account?.email ?? "" },
    { term: c.joinCredits, value: c.number(guest.credits) },
    ...(guest.profile ? [{ term: c.joinProfile, value: c.has }] : []),
    ...(guest.person ? [{ term: c.joinPerson, value: c.has }] : []),
  ];
  return (
    <main class="page pushed question">
      <PushedHead quiet title={c.joinTitle} backName={t.back} onBack={() => send({ type: "put_off_guest" })} />
      <div class="question-body">
        <h2 class="title"><Sentence of={c.joinQuestion} /></h2>
        <Card><Facts facts={facts} /></Card>
        <p>{c.joinLine}</p>
        <Banner tone="warn" words={[c.joinWarn]} />
      </div>
      <div class="foot bare">
        <Button kind="primary" busy={joining} label={joining ? c.joining : c.join} onPress={() => send({ type: "join_guest" })} />
        <Button label={c.notNow} onPress={() => send({ type: "put_off_guest" })} />
        <p class="foot-line">{c.notNowLine}</p>
        <TextButton center danger label={c.erase} onPress={() => send({ type: "open_sheet", sheet: { name: "erase_guest" } })} />
      </div>
    </main>
  );
}
