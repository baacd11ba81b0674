// なぜ？ The sum redone by hand, its clause, and the other schemes where the answer differs.
import type { CountedCredit, Credit } from "../engine/contract";
import { answers, schemes } from "../app/selectors";
import { capsThatCut, explanationOf } from "../app/selectors/explained";
import { Banner } from "../parts/banner";
import { Button } from "../parts/button";
import { Skeleton } from "../parts/empty";
import { Sentence } from "../parts/sentence";
import { CapTable } from "./cap-table";
import { Ground } from "./ground";
import { PhotoState, ShowFile } from "./photo-field";
import { photoText } from "../text/photo";
import { largest, wholeReason } from "./reason-words";
import type { SheetProps } from "./sheets";
import { shortName } from "./names";

type Props = SheetProps & { readonly credit: Credit; readonly counted: CountedCredit };

export function ReasonSheet(props: Props) {
  const { state, send, answer, t, credit, counted } = props;
  const cut = largest(counted.verdicts)?.verdict;
  const explanation = explanationOf(state, answer);
  const photo = state.photos[credit.id];
  const words = cut ? wholeReason(state, answer, credit, cut) : null;
  return (
    <>
      <p class="lead">{t.reason.credit(credit.date, credit.title ?? t.untitled, credit.units)}</p>
      {words && <Banner tone={counted.counted > 0 ? "warn" : "accent"} part={counted.counted > 0} words={[`**${words.rule}**`, ...words.effect]} />}
      {!words && <Banner tone="ok" words={[t.reason.allLine(counted.counted)]} />}
      {cut?.why.startsWith("cap_") && (explanation ? capsThatCut(explanation, credit.id).map((cap, index) => <CapTable key={index} {...props} cap={cap} credit={credit.id} />) : <Skeleton name={t.loading} lines={5} />)}
      {cut && <Ground state={state} scheme={answer.scheme} edition={answer.edition} rule={cut.rule} />}
      <Elsewhere {...props} />
      {photo && <PhotoState t={photoText(state.language)} photo={photo} />}
      {photo && <ShowFile t={photoText(state.language)} type={photo.type} onShow={() => send({ type: "show_photo", credit: credit.id })} />}
      <Button label={t.reason.edit} onPress={() => send({ type: "go", route: { name: "credit", id: credit.id } })} />
    </>
  );
}

/** One line for each other scheme that counts this credit differently. */
function Elsewhere({ state, t, credit, counted }: Props) {
  const lines = schemes(state).filter((scheme) => scheme !== state.scheme).flatMap((scheme) => {
    const there = answers(state, scheme).shown?.credits.find((each) => each.id === credit.id);
    if (!there || there.counted === counted.counted) return [];
    const short = shortName(state, scheme);
    return [<p key={scheme}><Sentence of={t.reason.elsewhere(short, scheme, there.counted, there.counted === credit.units)} /></p>];
  });
  return <>{lines}</>;
}
