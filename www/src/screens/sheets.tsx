// Which sheet lies over the page. Each opens the ground of a figure, or asks before something is lost.
import type { Assessment } from "../engine/contract";
import { judgedAnswer } from "../app/selectors/explained";
import type { Sheet as SheetState } from "../app/state";
import { Sheet } from "../parts/sheet";
import { text, type Text } from "../text/text";
import type { ScreenProps } from "./app";
import { AskClear, AskDelete, AskDisputed, PayoutDone } from "./ask-sheets";
import { PhotoSheet } from "./photo-sheet";
import { photoText } from "../text/photo";
import { requirementName, systemName } from "./names";
import { FeeSheet, PlanSheet, ProvisionalSheet, SchemesSheet, WindowSheet } from "./fact-sheets";
import { RequirementSheet, YearSheet } from "./ground-sheet";
import { AskEraseGuest, LeaveSheet } from "./leave-sheet";
import { ReasonSheet } from "./reason-sheet";
import { RemainsSheet, StartsSheet } from "./remains";

export type SheetProps = ScreenProps & { readonly answer: Assessment; readonly t: Text };

export function Sheets(props: ScreenProps) {
  const { state, send } = props;
  const t = text(state.language);
  const shown = judgedAnswer(state);
  const close = () => send({ type: "close_sheet" });
  if (state.route.name === "payout" && state.payout?.step === 2) {
    return <Sheet title={t.payout.doneTitle(systemName(state, state.payout.from))} closeName={t.close} onClose={() => send({ type: "step_payout", step: 1 })}><PayoutDone {...props} /></Sheet>;
  }
  const { sheet } = state;
  if (!sheet) return null;
  const found = shown ? content(sheet, { ...props, answer: shown, t }) ?? asked(sheet, props, t) : asked(sheet, props, t);
  if (!found) return null;
  return <Sheet key={JSON.stringify(sheet)} title={found.title} closeName={t.close} onClose={close}>{found.body}</Sheet>;
}

function content(sheet: SheetState, props: SheetProps) {
  const { t, answer, state } = props;
  switch (sheet.name) {
    case "year": return { title: t.reason.yearTitle(sheet.index), body: <YearSheet {...props} index={sheet.index} /> };
    case "requirement": return { title: t.ground.of(requirementName(state, answer, sheet.id)), body: <RequirementSheet {...props} id={sheet.id} /> };
    case "remains": return { title: t.ground.remainsTitle, body: <RemainsSheet {...props} /> };
    case "starts": return { title: t.ground.startTitle, body: <StartsSheet {...props} /> };
    case "fee": return { title: t.apply.items.fee, body: <FeeSheet {...props} /> };
    case "window": return { title: t.reason.windowTitle, body: <WindowSheet {...props} /> };
    case "plan": return { title: t.reason.planTitle, body: <PlanSheet {...props} /> };
    case "provisional": return { title: t.provisionalNote.title, body: <ProvisionalSheet {...props} /> };
    case "reason": {
      const credit = state.ledger.credits.find((each) => each.id === sheet.credit);
      const counted = answer.credits.find((each) => each.id === sheet.credit);
      if (!credit || !counted) return null;
      const title = counted.counted === credit.units ? t.reason.all : counted.counted > 0 ? t.reason.only(counted.counted) : t.reason.zero;
      return { title, body: <ReasonSheet {...props} credit={credit} counted={counted} /> };
    }
    default: return null;
  }
}

/** Sheets that need no verdict. */
function asked(sheet: SheetState, props: ScreenProps, t: Text) {
  const { state } = props;
  switch (sheet.name) {
    case "schemes": return { title: t.schemes.title, body: <SchemesSheet {...props} /> };
    case "photo": return { title: photoText(state.language).title, body: <PhotoSheet {...props} credit={sheet.credit} attached={sheet.attached} /> };
    case "delete": return { title: t.form.askRemove, body: <AskDelete {...props} id={sheet.credit} /> };
    case "clear_seminar": return { title: t.seminar.askClear, body: <AskClear {...props} /> };
    case "log_out": return { title: props.state.session === "guest" ? t.carrying.guestTitle : t.settings.askLogout, body: <LeaveSheet {...props} /> };
    case "erase_guest": return { title: t.carrying.eraseTitle, body: <AskEraseGuest {...props} /> };
    case "disputed": return { title: t.apply.confirmTitle, body: <AskDisputed {...props} /> };
    default: return null;
  }
}
