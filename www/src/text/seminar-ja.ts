// The organiser's page, in Japanese; the master that seminar-en.ts must match key by key. No figure of a scheme stands here.
import { dates } from "./dates";

const d = dates.ja;

const fields = {
  date: "開催日",
  start: "始まりの時刻",
  end: "終わりの時刻",
  minutes: "分数",
  kind: "種類",
  curriculum: "カリキュラム項目",
  title: "演題",
  promotional: "販売促進の内容",
  applied_on: "申請する日",
  offered_from: "配信の初日",
  offered_to: "配信の最終日",
  count: "枚数",
  additional: "追加の枚数",
  points: "ポイント",
};
export type SeminarField = keyof typeof fields;

const missing: Partial<Record<string, string>> = {
  date: "開催日を入れると、数えます",
  start: "始まりの時刻を入れてください",
  curriculum: "カリキュラム項目を選んでください",
};
const ranges: Partial<Record<string, string>> = {
  end: "始まりより後の時刻を入れてください",
  minutes: "1〜1440の分数を入れてください",
  offered_to: "配信の初日か、それより後の日を入れてください",
  count: "0以上の枚数を入れてください",
  additional: "0以上の枚数を入れてください",
  points: "1〜999の点数を入れてください",
  title: "200文字までで入れてください",
};

function problem(code: string, field: string): string {
  if (code === "missing") return missing[field] ?? "入れると、数えます";
  if (code === "range") return ranges[field] ?? "1900年〜2199年の日付を入れてください";
  if (field === "start" || field === "end") return "13:00のように入れてください";
  if (code === "type" || code === "format") return field === "points" || field === "additional" ? "60, 45のように、数字で入れてください" : "数字で入れてください";
  if (code === "too_large") return "多すぎて一度に計算できません";
  return "この内容では計算できません。入力を確かめてください";
}

export const ja = {
  title: "研修会の単位計算",
  timeExample: "13:00",
  lead: "プログラムを入れると、単位・期限・手数料がわかります。",
  local: "入力はこの端末に残ります。どこにも送りません。",
  clear: "はじめから",
  noRules: "研修会の規則がある制度はありません",
  noRulesLine: "規則が届くと、ここで計算できます。",
  fields,
  problem,

  failed: "**計算の準備ができませんでした。**電波のあるところで開き直してください。入力は残っています。",
  scheme: "制度",
  about: "研修会",
  delivery: "開催の形",
  deliveries: { assembly: "会場", web_live: "同時配信", web_recorded: "収録配信" },
  deliveryHints: { assembly: "受講者が会場に集まる研修です", web_live: "インターネットの生中継です", web_recorded: "収録した映像の配信です" },
  category: "研修の種別",
  hostRole: "主催者の関わり",
  hostRoles: { organizer: "主催", co_organizer: "共催", supporter: "後援だけ" },
  host: "報告をする団体",
  hosts: { other: "研修会の実施機関", prefecture: "都道府県の会" },
  membersOnly: "会員だけが参加できる",
  noItems: "カリキュラム項目を決めずに申請する",
  parallel: "同じ時間に、複数の会場で講演がある",
  meeting: "学会などの学術集会",
  lecturer: "講師をつとめた人の単位を計算する",
  presentation: "講師ではなく、学会での発表である",
  otherOnly: "ほかの資格のためだけの研修である",
  optional: "任意",
  appliedOnHint: "開催日より前である必要があります",

  programme: "プログラム",
  measure: "長さの入れ方",
  measures: { times: "時刻で", minutes: "分で" },
  day: (n: number) => `${n}日目`,
  dayDate: (n: number) => `${n}日目の開催日`,
  removeDay: (n: number) => `${n}日目を消す`,
  talk: (n: number) => `${n}番目`,
  talkHeard: (day: number, n: number) => `${day}日目の${n}番目`,
  removeTalk: (day: number, n: number) => `${day}日目の${n}番目を消す`,
  addTalk: "講演を足す",
  addDay: "日を足す",
  titleHint: "演題（任意）",
  minuteUnit: "分",
  promotional: "販促を含む",
  chooseItem: "項目を選ぶ",
  noItemNeeded: "項目はいりません",
  to: "〜",
  kinds: {
    lecture: "講演",
    symposium: "シンポジウム",
    poster_presentation: "ポスターの示説",
    member_presentations: "会員の研究発表",
    sponsored_meal_seminar: "ランチョンセミナーなど",
    greeting: "あいさつ",
    overview: "概要の説明",
    break: "休憩",
    quiz: "確認テスト",
    poster_viewing: "ポスターの閲覧",
  },
  domains: {
    I: "医療倫理と法令を順守する",
    II: "基本的業務の向上を図る",
    III: "チーム医療を実践する",
    IV: "医療安全を推進する",
    V: "ファーマシューティカルケアを実践する",
  } as Record<string, string>,
  items: {
    "I-1": "薬剤師の使命と責任",
    "I-2": "医療制度",
    "I-3": "法令順守",
    "II-1": "調剤",
    "II-2": "製剤",
    "II-3": "医薬品情報",
    "II-4": "医薬品管理",
    "II-5": "マネジメント",
    "II-6": "教育・研究",
    "III-1": "病棟・外来業務",
    "III-2": "連携",
    "IV-1": "リスクマネジメント",
    "IV-2": "感染制御・管理",
    "V-1": "医薬品特性",
    "V-2": "疾病・薬物療法",
    "V-3": "患者特性",
  } as Record<string, string>,

  talkState: {
    counted: (n: number) => `${n}分 算入`,
    excluded_kind: "算入なし",
    promotional: "算入なし",
    waiting: "まだ数えていません",
  },
  units: "単位",
  total: (n: number) => `${n}単位`,
  noUnits: "プログラムを入れると、単位が出ます。",
  noAward: (short: string) => `${short}の規則に、研修会の単位の決まりはありません。期限と手数料を計算します。`,
  unfinished: (n: number) => `入力の途中の${n}件は、まだ数えていません。`,
  row: (date: string, item: string | null, name: string | undefined) => `${d.inYear(date)}${item ? ` ${item}` : ""}${name ? ` ${name}` : ""}`,
  lecturerShare: "講師の分",
  meetingCap: "複数日の上限をこえた分",
  plus: (n: number) => `+${n}単位`,
  minus: (n: number) => `−${n}単位`,
  rowMinutes: (n: number) => `${n}分`,
  excludedTitle: "数えなかった時間",
  refused: "このままでは単位になりません",
  refusals: {
    supporter_only: "後援だけの研修会は、対象になりません。主催か共催で申請します。",
    members_only: "会員だけに限る研修会は、対象になりません。会員でない人にも開きます。",
    applied_too_late: "申請は、開催日より前にします。事後の申請は認められません。",
    no_parallel_sessions: "項目を決めない申請は、同じ時間に複数の会場で講演がある研修会だけです。",
    other_qualification_only: "ほかの資格のためだけの研修は、対象になりません。",
  },
  exclusionReasons: { excluded_kind: "研修時間に含まれません。", promotional: "販売促進の内容は、研修時間に含まれません。" },

  deadlines: "期限",
  noDeadlines: "開催日を入れると、期限が出ます。",
  deadlineNone: "定めはありません",
  deadline: (date: string) => `${d.weekday(date)}まで`,
  left: (n: number) => (n === 0 ? "今日まで" : `残り${n}日`),
  past: (n: number) => `${n}日前に過ぎました`,
  deadlineNames: { apply_by: "研修会の申請", slides_by: "講師のスライド", report_by: "実施報告", return_by: "残ったシールの返還", claim_by: "単位の請求" },

  fee: "手数料",
  applied: "申請する枚数",
  distributed: "配布した枚数",
  additionalHint: "請求のあとに足した枚数。2回以上は「30, 20」のように",
  noFee: "枚数を入れると、手数料が出ます。",
  yen: (n: number) => `${n.toLocaleString("ja-JP")}円`,
  tax: { excluded: "税別", included: "税込" },
  feeLine: { stickers: (n: number) => `${n}枚`, additional: (n: number) => `追加 ${n}枚` } as Record<string, (n: number) => string>,

  pointsTitle: "eラーニングのポイント",
  pointsHint: (system: string) => `${system}の講座のポイント。「60, 45」のように`,
  pointsRule: (points: number) => `${points}ポイントで1単位`,
  pointsUnits: (n: number) => `${n}単位`,
  pointsRest: (n: number) => `残り${n}ポイント`,

  ground: (name: string) => `${name}の根拠を見る`,
  provisional: "暫定",
  edition: (short: string, date: string) => `${short} ${d.plain(date)}の規則`,
  foot: (units: number) => `合計 **${units}単位**`,
  footPast: "申請の期限は過ぎました",
  footDue: (date: string) => `申請は**${d.inYear(date)}まで**`,
  footNone: "プログラムを入れてください",
  copy: "文章でコピーする",
  print: "印刷する",
  paper: "研修会の単位",
  advice: "計算の目安です。認めるかどうかは、制度の事務局が決めます。",
};

export type SeminarText = typeof ja;
