// Every Japanese sentence of the app, by screen; the master that en.ts must match key by key. **…** is said louder, | is a place
// where a headline may break. Sentences are functions of values; no figure of a scheme stands here.
import { clock, dates, eraYear } from "./dates";

const d = dates.ja;
type Two = readonly [string, string];
type Three = readonly [string, string, string];

const kinds = {
  internet: "eラーニング", assembly: "集合研修", self_study: "自己研修", group: "グループ研修", practicum: "実習",
  correspondence: "通信講座", designated: "特定講座", presentation: "学会発表", paper: "論文",
};
export type Category = keyof typeof kinds;

const fields = {
  date: "取得日", units: "単位数", provider: "発行元", category: "種別", title: "研修名", event: "研修会の番号", content: "教材の番号", course: "講座名",
  days: "研修の日数", lecturer: "講師をつとめた", new_curriculum: "新カリキュラムの研修", designated_practice: "特定講座の実習", held_in: "単位のある場所",
  transferred_to: "払い出し先", used_for: "使った認定証", void: "無効の理由", curriculum: "カリキュラム項目",
  base: "認定期間の初日", last_application: "前の認定の申請日", registered: "薬剤師名簿の登録日", extension: "延長した月数", certificate_of: "いまの認定証の発行元", kind: "新規か更新か",
  name: "氏名", licence_number: "薬剤師名簿の登録番号", email: "メールアドレス", password: "パスワード",
};
export type FieldName = keyof typeof fields;

const ranges: Partial<Record<FieldName, string>> = {
  units: "0.01〜999.99で入力してください", date: "1900年〜2199年の日付を入力してください", days: "1以上の数を入力してください", base: "今日か、今日より前の日付を入力してください",
  last_application: "認定期間の初日の1年前から、1年目が終わる前までの日付を入力してください", extension: "1〜12で入力してください", password: "8〜200文字で入力してください",
};
const formats: Partial<Record<FieldName, string>> = {
  units: "1や0.5のように、数字で入力してください", days: "2のように、数字で入力してください", provider: "G01のように、英字1字と数字2字で入力してください", email: "name@example.jpのように入力してください",
  curriculum: "V-2のように入力してください", date: "カレンダーにある日付を入力してください", base: "カレンダーにある日付を入力してください", last_application: "カレンダーにある日付を入力してください", registered: "カレンダーにある日付を入力してください", extension: "6のように、数字で入力してください",
};

function problem(code: string, field: FieldName | null): string {
  switch (code) {
    case "missing": return field ? `${fields[field]}を入力してください` : "入力していない項目があります";
    case "range": return (field && ranges[field]) ?? "1〜200文字で入力してください";
    case "format": case "type": return (field && formats[field]) ?? "2026/11/21のように入力してください";
    case "taken": return "登録済みのアドレスです。ログインしてください";
    case "too_common": return "見破られやすい言葉です。ほかの言葉にしてください";
    case "wrong_credentials": return "メールアドレスかパスワードがちがいます";
    case "unknown_value": return "一覧から選んでください";
    case "duplicate_id": return "同じ単位がもう登録されています";
    case "unexpected": return "この種別では入力できません";
    case "unsupported": return "この制度には延長の規則がありません";
    case "too_large": return "多すぎて一度に扱えません";
    case "too_many_requests": return "しばらく待ってから、もう一度お試しください";
    case "unauthenticated": return "ログインしてください";
    case "offline": case "503": return "サーバーにつながりません。電波のあるところでお試しください";
    case "schema": return "新しい版に切り替えてから送ります。何も失われません";
    case "op_reused": case "seq_reused": return "この端末の記録とサーバーの記録が合いません";
    case "not_office": return "この申請先は、ここから申請できません";
    case "no_profile": return "認定期間の初日がまだ届いていません";
    case "already_received": return "この申請先への申請は、もう受け付けています";
    default: return "サーバーで処理できませんでした。時間をおいてお試しください";
  }
}

/** The name of a clause: "JPEC 5(4)ア" → 実施要領5(4)ア. */
const clauseName = (rule: string) =>
  rule.replace(/JPEC /g, "実施要領").replace(/FAQ Q/g, "よくある質問Q").replace(/JSHP /g, "日病薬ガイド").replace(/, /g, "・");

const moment = (instant: string, today: string) =>
  `${instant.slice(0, 10) === today ? "今日" : d.short(instant)} ${clock(instant)}`;

export const ja = {
  brand: "研鑽", brandLatin: "Kensan", back: "戻る", close: "閉じる", comma: "、",
  tabs: { menu: "主なメニュー", home: "ホーム", ledger: "単位", add: "追加", apply: "申請", settings: "設定" },
  addCredit: "単位を追加", unitOf: (_n: number) => "単位", rowUnit: "単位", units: (n: number) => `${n}単位`, ofRequired: (n: number) => `/${n}単位`, untitled: "研修名なし",
  kindTag: { new: "新規", renewal: "更新" }, now: "いま", provisional: "暫定", optional: "任意", example: "例", loading: "読み込んでいます",
  kinds, fields, problem, clauseName, scheme: (short: string, code: string) => `${short}（${code}）`, bracket: (text: string) => `（${text}）`,
  /** Kinds as they stand on a tile. */
  kindTiles: { group: "グループ|研修" } as Partial<Record<Category, string>>,

  head: { switch: "申請先をえらぶ", period: (from: string, to: string) => `認定期間 ${d.plain(from)}〜${d.plain(to)}（${eraYear(to)}まで）` },
  schemes: { title: "どこに申請しますか", other: "ほかの申請先", lost: "いまのままでは申請できません", can: "申請できます", eligible: "条件を満たしました", more: (n: number) => `あと${n}単位`, none: "更新の規則が公開されていません" },

  sync: {
    clear: (last: string | null, today: string) => (last ? `同期済み ${moment(last, today).replace("今日 ", "")}` : "同期済み"),
    sending: (n: number) => `送信中 ${n}件`,
    waiting: (n: number, oldest: string | null, today: string) => `未送信 ${n}件${oldest ? `（最も古いもの ${moment(oldest, today)}）` : ""}`,
    offline: (n: number, oldest: string | null, today: string) => (n === 0 ? "電波がありません。このまま使えます" : `未送信 ${n}件・電波がありません${oldest ? `（${moment(oldest, today)}から）` : ""}`),
    waitingShort: (n: number) => `未送信 ${n}件`, outdated: "新しい版に切り替えると送信します", rejected: (n: number) => `受け付けられなかった変更 ${n}件`, conflict: (n: number) => `内容がちがう変更 ${n}件。どちらを残しますか`,
    ended: (n: number) => (n > 0 ? `未送信 ${n}件・ログインすると送信します` : "ログインすると送信します"), noStorage: "この端末に保存できません", memory: "この画面を閉じると消えます", full: "空き容量がたりません",
  },

  verdict: {
    none: "まだ単位が|ありません", noneLine: "1件入れると、足りない単位がわかります。",
    yearLost: "このままでは|更新できません", yearLostLine: (year: number, have: number, short: number) => `${year}年目が**${have}単位**でした。**${short}単位**足りません。`,
    totalLost: (required: number) => `期間内に|${required}単位に|届きませんでした`, ownLost: (short: string, n: number) => `${short}の単位が|${n}単位|足りませんでした`, lostLine: (have: number, n: number) => `**${have}単位**でした。**${n}単位**足りません。`,
    after: "申請期間が|終わりました", until: (date: string) => `${d.spoken(date)}まで`,
    canLead: "条件をすべて満たし、", can: "申請できます", eligibleLead: "条件を満たしました", transfers: "払い出しが|残っています", opensIn: (n: number) => `${n}日後から|申請できます`, from: (date: string) => `${d.spoken(date)}から`,
    renewLead: "更新まで", newLead: "申請まで", more: (n: number): Three => ["あと", String(n), "単位"], 
    first: (date: string, n: number) => `うち${n}単位は${d.inYear(date)}まで`, fine: (date: string, left: number) => `${eraYear(date)}・残り${left}日`, noDue: "期限はありません",
    whole: (date: string) => `全体は${d.plain(date)}まで`, left: (left: number) => `残り${left}日`, opensFine: (date: string) => eraYear(date), unsupported: "この制度の規則は|公開されていません", ring: (have: number, required: number) => `合計 ${have < required ? `${required}単位のうち${have}単位` : `${have}単位、必要は${required}単位`}。内訳を見る`,
    buttons: { check: "認定期間の初日を確かめる", checkNew: "登録した内容を確かめる", apply: "申請前の確認に進む", prepare: "申請書類を準備する", payout: (system: string, n: number) => `${system}の${n}単位を払い出す`, ready: "申請に必要なものを確かめる" },
    prepareNote: "ここから申請は送れません。申請先の窓口で行います。",
  },

  window: {
    name: "申請期間", open: "内訳を見る", before: (n: number) => `${n}日後に始まります`, isOpen: (n: number) => `受付中・残り${n}日`, after: "終わりました", none: "定めはありません",
    today: (day: string) => [`今日 ${d.short(day)}`, d.short(day)], opens: (day: string, full: boolean) => [`${full ? d.row(day) : d.short(day)} 開始`, d.short(day)], expires: (day: string) => [`${d.short(day)} 期限`, d.short(day)], last: (day: string) => [d.short(day), d.short(day)],
    list: { today: "今日", opens: "開始", expires: "有効期限", last: "終了" }, date: (day: string) => d.spoken(day), range: (from: string, to: string) => `${d.plain(from)}〜${from.slice(0, 4) === to.slice(0, 4) ? d.inYear(to) : d.plain(to)}`,
  },

  state: { met: "達成", open: (n: number) => `あと${n}`, lost: (n: number) => `${n}不足`, waived: "免除" },
  requirements: {
    edition: (date: string) => `${d.plain(date)}からの規則で判定しています`,
    title: "条件", key: (n: number) => `必要な${n}単位`, year: (n: number) => `${n}年目`, period: (from: string, to: string) => d.period(from, to), own: (short: string) => `${short}の単位`,
    ownLine: (n: number, years: number | null) => `${years ? `${years}年間で` : "期間中に"}${n}単位以上`, total: "合計", 
    heard: (name: string, when: string, have: number, state: string) => `${name}、${when}、${have}単位、${state}。内訳を見る`, between: (from: string, to: string) => `${d.plain(from)}から${d.plain(to)}まで`,
    stateHeard: { met: "達成", open: (n: number) => `あと${n}単位`, lost: (n: number) => `${n}単位不足`, waived: "免除" },
  },

  todo: {
    title: "申請までにすること", units: (n: number) => `${n}単位`, get: (n: number) => `あと${n}単位を取得する`, by: (date: string) => `${d.plain(date)}まで`,
    partOf: (n: number, year: number) => `うち${n}単位で、${year}年目の条件も満たします`, payout: (system: string, n: number) => `${system}の${n}単位を払い出す`, irreversible: (code: string) => `一度払い出すと、${code}には戻せません`, person: "氏名と登録番号を入力する", personLine: "申請のときに使います",
    after: "申請したあと", nextBase: "次の認定期間の初日", application: "申請の控え",
    maybe: "当てはまるものはありますか", base: "認定期間の初日がちがう", baseNow: (date: string) => `いまの登録：${d.plain(date)}（${eraYear(date)}）`, missing: "登録していない単位がある", missingLine: (n: number, year: number) => `あと${n}単位で、${year}年目は達成になります`, missingTotal: (n: number) => `あと${n}単位で、条件に届きます`,
    hardship: "出産・育児、病気、介護があった", hardshipLine: "期間を延ばせる特例があります", dispute: "内容は正しいはず", disputeLine: "確認をもとめて、このまま送れます",
  },

  provisionalNote: {
    otherMore: (edition: string, n: number) => `${edition.slice(0, 4)}年版では、あと${n}単位`, otherCan: (edition: string) => `${edition.slice(0, 4)}年版では、申請できます`, otherEligible: (edition: string) => `${edition.slice(0, 4)}年版では、条件を満たしています`, otherLost: (edition: string) => `${edition.slice(0, 4)}年版では、申請できません`,
    line: (from: string | null, to: string | null) => (from && to ? `申請期間 ${d.row(from)}〜${to.slice(0, 4) === from.slice(0, 4) ? d.short(to) : d.row(to)}・出典を見る` : "出典を見る"),
    shownIs: (edition: string) => `暫定の${edition.slice(0, 4)}年版で判定しています`, otherOne: "もう1つの判定", title: "2つの版で判定しました", body: "新しい版の規則は、公式の条文で確かめられていません。きびしいほうの判定を、先に表示しています。", shown: "先に表示している判定", edition: (edition: string, provisional: boolean) => `${edition.slice(0, 4)}年${Number(edition.slice(5, 7))}月版${provisional ? "（暫定）" : ""}`,
  },

  ledger: {
    title: "単位", sum: (n: number): Three => ["", String(n), "単位を算入"], of: (n: number) => `（${n}単位のうち）`, filters: "しぼりこみ", all: (n: number) => `すべて ${n}`, part: (n: number) => `一部だけ ${n}`, none: (n: number) => `算入なし ${n}`, outside: "期間の外", inside: "期間の中", beforeFirst: "まだ数えていない単位", scheme: "申請先",
    nothing: "当てはまる単位はありません。", empty: "まだ単位がありません", emptyLine: "1件入れると、足りない単位がわかります。", waiting: "未送信",
    row: (v: { title: string; date: string; kind: string; units: number; counted: number; reason: string | null }) => `${v.title}、${d.plain(v.date)}、${v.kind}、${v.counted === v.units ? `${v.units}単位を算入。` : `${v.units}単位のうち${v.counted}単位を算入。${v.reason ?? ""}。理由を見る`}`,
    meta: (date: string, kind: string, provider: string) => `${d.row(date)}・${kind}・${provider}`, others: (n: number) => `ほか${n}件`, group: (from: string, to: string) => d.period(from, to),
  },

  /** In a row: what is said, and what may be dropped where there is no room. */
  why: {
    void: (reason: string | null): Two => ["無効のため0単位", reason ? `（${reason}）` : ""], future: ["取得日が先のため、まだ0単位", ""] as Two, duplicate: (date: string | null): Two => ["重複のため0単位", date ? `（${d.short(date)}と同じ研修）` : ""],
    used: ["前の認定で使用済みのため0単位", ""] as Two, transferred_out: (code: string): Two => [`${code}へ払い出し済みのため0単位`, ""], not_accepted: ["この制度では対象外の種別のため0単位", ""] as Two, before_registration: ["薬剤師登録の前のため0単位", ""] as Two, outside_period: ["認定期間の外のため0単位", ""] as Two,
    cap: (n: number) => `上限超過 ${n}単位は算入されません`,
    capOf: { cap_credit: (n: number) => `（1件${n}単位まで）`, cap_day: (n: number) => `（1日${n}単位まで）`, cap_year: (n: number) => `（1年${n}単位まで）`, cap_period: (n: number) => `（期間中${n}単位まで）`, cap_others: (n: number) => `（ほかの発行元は${n}単位まで）` },
  },

  reason: {
    only: (n: number) => `なぜ${n}単位だけ？`, zero: "なぜ0単位？", allLine: (n: number) => `**${n}単位とも算入**されています。`, requirementTitle: "発行元の単位の内訳", all: "算入されています", credit: (date: string, title: string, n: number) => `${d.row(date)} ${title}（${n}単位）`,
    rule: {
      void: "無効とされた単位は、算入されません。", future: "取得日が来るまで、算入されません。", duplicate: "同じ研修の単位は、1回だけ算入されます。", used: "1つの単位は、1つの認定に使えます。", transferred_out: "払い出した単位は、払い出し先だけで使えます。", not_accepted: "この種別は、この制度では算入されません。", before_registration: "薬剤師名簿の登録日より前の単位は、算入されません。", outside_period: "認定期間の中の単位だけが、算入されます。",
      cap_credit: (kind: string, n: number) => `${kind}は、1件${n}単位まで。`, cap_day: (kind: string, n: number) => `${kind}は、1日に${n}単位まで。`, cap_year: (kind: string, n: number) => `${kind}は、1年に${n}単位まで。`, cap_period: (kind: string, n: number) => `${kind}は、期間中に${n}単位まで。`, cap_others: (_kind: string, n: number) => `ほかの発行元の単位は、${n}単位まで。`,
    },
    reached: (why: string, year: number | null, n: number) => (why === "cap_day" ? `この日は${n}単位に達しました。` : why === "cap_year" && year ? `${year}年目は${n}単位に達しました。` : `${n}単位に達しました。`),
    remaining: (n: number) => `残りの${n}単位は算入されません。`, sameAs: (date: string, title: string) => `${d.plain(date)}の「${title}」と同じ研修です。`, voidBecause: (reason: string) => `理由：${reason}`, from: (date: string) => `${d.plain(date)}から算入されます。`, period: (from: string, to: string) => `認定期間は${d.plain(from)}〜${d.plain(to)}です。`, usedFor: (what: string) => `使った認定証：${what}`, sentTo: (code: string) => `払い出し先：${code}`, checkBase: "認定期間の初日がちがうときは、直してください。",
    table: { cap_year: (kind: string, year: number | null) => `${year ? `${year}年目の` : ""}${kind}`, cap_period: (kind: string) => `期間中の${kind}`, cap_day: (kind: string, date: string) => `${d.plain(date)}の${kind}`, cap_credit: (kind: string) => kind, cap_others: "ほかの発行元の単位" },
    columns: { date: "取得日", units: "単位", counted: "算入", sum: "ここまで" }, this: "この単位", cap: "上限", countedBar: (n: number) => `算入 ${n}`, overBar: (n: number) => `超過 ${n}`, ground: "根拠", sourceLead: "出典：", quoted: (rule: string) => `「${clauseName(rule)}」`,
    elsewhere: (short: string, code: string, n: number, all: boolean) => `${short}（${code}）への申請では、**${n}単位${all ? "とも" : "が"}算入**されます。`, edit: "この単位を直す", clauseWords: "条文を私たちの言葉で短くしたものです。", clauseMissing: "この条文の説明は、まだありません。",
    totalTitle: "合計の内訳", yearTitle: (n: number) => `${n}年目の内訳`, nothing: "算入された単位は、まだありません。", planTitle: "いつまでに何単位", windowTitle: "申請期間", planLine: (n: number) => `あわせて${n}単位`, planNoDate: "申請する日まで", planNote: "この単位数を取得すると、条件を満たします。", counting: "数える期間", expires: "認定証の有効期限",
  },

  form: {
    add: "単位を追加", edit: "単位を直す", kind: "種別", others: (n: number) => `ほか${n}種`, othersLine: "通信・発表など", save: "保存する", saving: "保存中", today: "今日", details: "詳しく", fewer: "詳しい項目を閉じる", later: "あとでも入力できます", notYet: "まだ入力していません", minus: "1単位減らす", plus: "1単位増やす", remove: "この単位を削除する", askRemove: "この単位を削除しますか", removeLine: "削除したあと、元に戻せます。", removeYes: "削除する", keep: "やめる",
    effectLead: "保存すると", effect: (from: number, to: number): Two => [`${from}→`, `${to}単位`], effectMore: (n: number) => `あと${n}単位`, effectMet: "条件を満たします", effectLost: "足りない年があります", effectSame: "合計は変わりません", missing: "印のある項目を直すと、保存できます",
    other: "ほかの発行元", providerCode: "発行元の番号", hints: { event: "受講シールや証明書にある番号。同じ研修会は1回だけ算入されます", content: "同じ教材・録画につける番号", course: "通信講座の名前。同じ講座は同じ名前で", days: "2日以上つづく研修のとき", held_in: "払い出しが必要かどうかが決まります", transferred_to: "払い出しが済んだときだけ", used_for: "前の認定に使ったときだけ", void: "無効とされたときだけ", curriculum: "V-2のような項目番号" },
    here: "決めない", systems: (system: string, code: string) => `${system}（${code}）`, yes: "はい", no: "なし", notFound: "この単位は見つかりません", notFoundLine: "削除されたか、まだ届いていません。",
    eras: { R: "令和", H: "平成", C: "西暦" }, era: "年の表し方", year: "年", month: "月", day: "日",
  },

  start: {
    pitch: "単位を入れると、**更新できるか**がわかります。", question: "研修認定薬剤師の|認定証を|持っていますか", any: "どの団体の認定証でもかまいません。", yes: "持っている", yesLine: "更新の申請になります", no: "まだ持っていない", noLine: "新規の申請になります", unsure: "わからないとき", unsureLine: "一度も申請したことがない方は「まだ持っていない」です。期限が切れた認定証がある方は、申請先にお確かめください。", newTitle: "はじめての認定ですね", newLine: "単位をそろえたところで申請できます。数え始める単位は、いちばん有利なものを選んで計算します。", proceed: "この内容で進む", local: "電波がなくても使えます。入力したものは、まずこの端末に保存します。", step: (n: number, of: number) => `質問 ${n}／${of}`,
    exampleMore: "あと8単位", exampleDue: "2027年3月31日まで", exampleWindow: "申請期間は41日後から",
  },
  base: {
    title: "認定期間の初日", question: "認定期間の初日は|いつですか", frame: "**枠の日付**を入れてください。", notIssue: "発行日ではありません。", proceed: "この日付で進む", save: "保存する", window: "申請期間", expires: "有効期限", until: (date: string) => `${d.plain(date)}`, era: (date: string) => (eraYear(date) ? `（${eraYear(date)}）` : ""), change: "変えると、すべてを計算し直します。",
    certificate: { name: "認定薬剤師証", person: "研鑽 花子 殿", from: "令和6年4月1日", to: "〜令和9年3月31日", issued: "発行 令和6年5月20日", heard: "認定薬剤師証の例。認定期間の初日、令和6年4月1日に枠があります。発行日ではありません。" },
    details: "詳しく", kind: "申請の種類", hints: { last_application: "前の申請の日までの単位は、次の更新に使えません", registered: "薬剤師名簿に登録された日", extension: "出産・育児、病気、介護などで認められたとき", certificate_of: "いま持っている認定証を出した団体" }, none: "なし", months: (n: number) => `${n}か月`, unknown: "決めない", noWindow: "定めはありません",
  },
  sign: {
    login: "ログイン", register: "会員登録", loginButton: "ログインする", registerButton: "登録する", working: "確認中", toRegister: "はじめての方は会員登録", toLogin: "登録済みの方はログイン", passwordHint: "8文字以上。長い言葉ほど安全です", show: "見せる", hide: "かくす", later: "あとでログインする", again: "また使えるように、ログインしてください", kept: "この端末の単位は、そのまま残っています。", wait: (minutes: number) => `${minutes}分たってから、もう一度お試しください`, pitch: "単位を入れると、更新できるかがわかります。",
  },
  person: { title: "氏名と登録番号", name: "氏名", nameHint: "認定証に書かれている氏名", licence: "薬剤師名簿の登録番号", licenceHint: "薬剤師免許証にあります", save: "保存する" },

  apply: {
    title: "申請前の確認", prepareTitle: "申請の準備", met: "条件を満たしています", notYet: "まだ条件を満たしていません", notOpen: "申請期間ではありません", lost: "条件を満たせませんでした",
    summary: (n: number, inWindow: boolean, transfers: number) => `${n}単位・${inWindow ? "申請期間内" : "申請期間の外"}・${transfers > 0 ? `払い出し${transfers}単位` : "払い出しなし"}`, rest: (n: number) => (n > 0 ? `送る前に、あと${n}件` : "送る前に確かめること"), before: (n: number) => (n > 0 ? `申請する前に、あと${n}件` : "申請する前に確かめること"), checked: "確かめたこと",
    items: { total: "合計の単位", years: "年ごとの単位", own: (short: string) => `${short}の単位`, window: "申請期間", transfers: "払い出し", person: "氏名と登録番号", fee: "費用", base: "認定期間の初日", unsent: "未送信の変更" }, yearLine: (year: number, n: number) => `${year}年目があと${n}単位`, yearLostLine: (year: number, n: number) => `${year}年目が${n}単位不足`, allYears: "すべての年で達成", have: (have: number, required: number) => (have < required ? `${required}単位のうち${have}単位` : `${have}単位（必要は${required}単位）`), noTransfers: "払い出しなし", transferLine: (system: string, n: number) => `${system}から${n}単位`, personMissing: "まだ入力していません", licence: (name: string, number: string) => `${name}・第${number}号`, fee: (yen: number, provisional: boolean) => `${yen.toLocaleString("ja-JP")}円${provisional ? "（暫定）" : ""}`, noFee: "申請先にお確かめください", baseLine: (date: string) => d.plain(date), unsent: (n: number) => `${n}件。申請といっしょに送ります`,
    dateNote: "サーバーが受け付けた日が、申請日になります", send: "申請を送る", sendDisputed: "内容は正しいので、|このまま送る", disputedLead: "入力に誤りがないと思うとき", disputedNote: "要確認として送ります。申請先が内容を確かめます。", confirmTitle: "要確認として送りますか", confirmBody: "条件を満たしていない判定のまま送ります。申請先から連絡があります。", keep: "やめる",
    prepare: "準備する書類を印刷する", notAnApplication: "これは申請ではありません", notAnApplicationLine: (short: string) => `${short}への申請は、申請先の窓口で行います。`, open: "申請先のページを開く", waitTitle: "送信待ち", waitLine: "まだ受け付けられていません。", waitBody: "電波がつながると、自動で送ります。受け付けた日が申請日です。", received: "受付済みの申請があります", receivedLine: "同じ申請先には、続けて申請できません。", seeReceipt: "控えを見る",
  },
  receipt: {
    openReceived: "受け付け済みの控えを開く", title: "申請の控え", received: "受け付けました", notReceived: "受け付けできませんでした", waiting: "送信待ち", disputed: "要確認として送付", date: (instant: string) => `${d.spoken(instant)}・${eraYear(instant)}`, confirmed: "サーバー確認済み", differs: "判定にちがいがあります", notEligible: "条件を満たしていません",
    steps: { received: "受付", review: "審査中", result: "結果", office: (short: string) => `${short}事務局`, later: "連絡を待ちます", name: "申請の進みぐあい", waiting: "送信待ち" }, number: "受付番号", receivedAt: "サーバーの受付", instant: (instant: string) => `${d.row(instant)} ${clock(instant)}`, phoneDate: "端末の日付", day: (instant: string) => d.short(instant), rulesTerm: "規則", disputedNote: "要確認として受け付けました。申請先が内容を確かめます。", sameDate: "同じ日です", otherDate: "サーバーの日付が申請日になります", server: "サーバーの判定", same: "同じ結果です", sameLine: "日付・単位・規則・版が一致", phone: "端末の判定", can: "申請できます", cannot: "条件を満たしていません", rules: (edition: string) => `${edition.slice(0, 4)}年${Number(edition.slice(5, 7))}月版の規則`, digest: "照合番号", engine: "計算の版", differsIn: "ちがうところ",
    difference: { date: (phone: string, server: string) => `日付：端末は${d.row(phone)}、サーバーは${d.row(server)}です`, ledger: "単位：端末とサーバーの単位がちがいます", engine: (phone: string, server: string) => `計算の版：端末は${phone}、サーバーは${server}です`, edition: "規則：端末とサーバーの版がちがいます", result: "結果：同じ内容で、判定がちがいました。申請先が確かめます" }, differsNote: "申請は受け付けています。申請先が確かめます。", notEligibleNote: "サーバーの日付と単位で、条件を満たしていません。", missing: "満たしていない条件", print: "控えを印刷する", shortYear: (year: number, n: number) => `${year}年目が${n}単位不足`, shortTotal: (n: number) => `合計が${n}単位不足`, shortOwn: (n: number) => `発行元の単位が${n}単位不足`, shortWindow: "申請期間の外", shortTransfers: (n: number) => `払い出しが${n}単位残っています`, retry: "申請前の確認に戻る", notFound: "この控えは見つかりません",
  },
  payout: {
    title: "払い出しの確認", out: "出すところ", in: "受け取るところ", sum: (units: number, n: number): Three => ["", String(units), `単位（${n}件）`], irreversible: "払い出しは取り消せません", irreversibleLine: (n: number, short: string) => `この${n}単位は、もう${short}の申請には使えません。証明書の印刷は1回だけです。`, effect: "払い出すと", application: (short: string) => `${short}の申請`, unchanged: "変わりません", change: (from: number, to: number): Two => [`${from}→`, `${to}`],
    choose: (system: string) => `${system}の画面で選ぶ払い出し先`, copy: "コピー", understood: (code: string) => `${code}に戻せないことを確かめました`, must: "確かめたら、印をつけてください", proceed: "払い出しの手続きに進む", doneTitle: (system: string) => `${system}で払い出しましたか`, doneBody: (system: string) => `${system}で手続きを終えてから、記録してください。この操作では、${system}の手続きは行われません。`, doneYes: "払い出し済みと記録する", notYet: "まだ終わっていない", nothing: "払い出す単位はありません",
  },
  settings: {
    title: "設定", noPerson: "氏名を入力する", profile: (kind: string, date: string | null) => (date ? `${kind}・認定期間の初日 ${d.plain(date)}` : kind), look: "見やすさ", theme: "画面の色", themes: { system: "端末と同じ", light: "明るい", dark: "暗い" }, language: "言語・Language", data: "データ", sync: "同期", storage: "この端末への保存", storageKept: "保存しています", storageEvictable: "保存しています", storageEvictableLine: "端末の空きが減ると、消えることがあります。未送信のものは早めに送ってください。", storageMemory: "保存できません", storageMemoryLine: "この画面を閉じると、未送信の変更は消えます。", logout: "ログアウト", askLogout: "ログアウトしますか", logoutLine: "この端末の単位を消します。サーバーの単位は残ります。", logoutUnsent: (n: number) => `未送信の変更が${n}件あります。ログアウトすると失われます。`, logoutYes: "ログアウトする", keep: "やめる", demo: "見本のアカウント", base: "認定期間の初日", version: (v: string) => `版 ${v}`,
  },
  syncPage: {
    title: "同期", send: "いま送る", waiting: "送信を待っている変更", rejected: "受け付けられなかった変更", conflicts: "内容がちがう変更", nothing: "すべて送信しました", nothingLine: "この端末の変更は、サーバーに届いています。", since: (instant: string, today: string) => `${moment(instant, today)}から`, ops: { put_credit: "単位の登録・変更", delete_credit: "単位の削除", set_profile: "認定期間の変更", set_person: "氏名と登録番号の変更", submit_application: "申請" }, choose: "どちらを残すか選ぶ", offline: "電波がつながると、自動で送ります", at: (field: string, sentence: string) => `${field}：${sentence}`, drop: "取りやめる", fix: "直して送る",
  },
  conflict: { none: "選ぶものはありません", noneLine: "この変更は、もう選び終わっています。", title: "どちらを残しますか", body: "別の端末でも、同じものが変更されていました。", mine: "この端末の内容", theirs: "サーバーの内容", deleted: "削除", keepMine: "この端末の内容を残す", keepTheirs: "サーバーの内容を残す" },
  notices: { saved: "保存しました", deleted: "単位を削除しました", paid_out: "払い出し済みと記録しました", save_failed: "**保存できませんでした。**入力はこの画面に残っています。", copied: "コピーしました", person_saved: "保存しました", profile_saved: "計算し直しました", undo: "元に戻す", dismiss: "閉じる", update: "**新しい版があります。**入力が終わってから切り替えられます。", updateNow: "切り替える", memory: "**この端末に保存できません。**この画面を閉じると、未送信の変更は消えます。", full: "**空き容量がたりません。**ほかのデータを消してください。", failed: "**この端末の記録を開けませんでした。**画面を開き直してください。サーバーに届いた単位は失われません。", sessionEnded: "**ログインが切れました。**ログインすると送信します。", engineFailed: "**判定の準備ができませんでした。**画面を開き直してください。単位は失われません。", newerDatabase: "**この端末の記録は、新しい版のものです。**新しい版を開いてください。何も失われません。", login: "ログインする", reload: "開き直す" },
  print: { title: "研修の記録", button: "印刷する", notAnApplication: "この書類は申請ではありません。", asOf: (date: string) => `${d.plain(date)}現在`, name: "氏名", licence: "薬剤師名簿の登録番号", base: "認定期間の初日", period: "数える期間", rule: "根拠", state: "状態", columns: { date: "取得日", title: "研修名", kind: "種別", provider: "発行元", units: "単位", counted: "算入", reason: "理由" }, provisional: "暫定の規則による判定です。" },
};

export type Text = typeof ja;
