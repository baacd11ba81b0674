// 2: the home at a glance, and what lies behind each of its figures.

import { addCredit, chooseScheme, closeSheet, dismissNotice, logInOnNewTab, lookAtAgain, lookBehind, main, openClause, payOut, sheet, tab, tap } from "./desk.mjs";
import { sees, seesInOrder, speaksPlainly } from "./seeing.mjs";

const kSourceG13 = "出典：「ためとこ」についてよくある質問Q&A";
const kSourceG01 = "出典：研修認定薬剤師制度 実施要領（2017年4月1日施行）";
const kSource2022 = "出典：日本薬剤師研修センターの公開ページなど。条文は未確認です";

const kYearsG13 = ["よくある質問Q57", "新規は4年で40単位、更新は3年で30単位、毎年5単位以上が必要です", kSourceG13];
const kYearsG01 = ["実施要領5(3)", "更新には30単位以上、毎年5単位以上が必要です", kSourceG01];

// Figure, what stands behind it, and its clause in words.
const kGroundsG13 = [
  [/^合計 63単位、必要は30単位/, ["合計の内訳", "63単位（必要は30単位）", "2024/2/12", "がん化学療法の支持療法と薬剤師の役割", "2026/9/11", "63"], kYearsG13],
  [/^1年目、2024年2月3日から2025年2月2日まで、33単位、達成/, ["1年目の内訳", "33単位（必要は5単位）", "2025/1/13", "妊娠・授乳と薬 相談応需の実際", "33"], kYearsG13],
  [/^2年目、2025年2月3日から2026年2月2日まで、27単位、達成/, ["2年目の内訳", "27単位（必要は5単位）", "2026/1/20", "電子処方箋の実務", "27"], kYearsG13],
  [/^3年目、2026年2月3日から2027年2月2日まで、3単位、あと2単位/, ["3年目の内訳", "5単位のうち3単位", "2026/3/13", "心不全の新しい治療薬と療養指導"], kYearsG13],
  [/^薬ゼミの単位、3年間で5単位以上、8単位、達成/, ["8単位（必要は5単位）", "2024/2/27", "腎機能低下患者の薬物動態と投与設計", "2026/6/8"], ["よくある質問Q34", "更新は5単位以上必要です", kSourceG13]],
  [/^申請期間/, ["2026年11月3日（火）", "2027年3月2日（火）", "認定証の有効期限", "2027年2月2日（火）", "数える期間", "2024年2月3日〜2027年2月2日"], ["よくある質問Q35", "更新の申請期間は、認定日の3か月前から1か月後までの4か月間です", kSourceG13]],
  [/^あと2単位を取得する/, ["いつまでに何単位", "2027年2月2日まで", "2単位"], kYearsG13],
];
const kGroundsG01 = [
  [/^合計 57単位、必要は30単位/, ["57単位（必要は30単位）", "感染対策セミナー 第2部 高齢者施設での実践", "57"], kYearsG01],
  [/^3年目、2026年2月3日から2027年2月2日まで、3単位、あと2単位/, ["5単位のうち3単位"], kYearsG01],
  [/^申請期間/, ["2024年2月3日（土）", "2027年2月2日（火）", "数える期間"], ["実施要領5(2)", "認定は3年ごとに更新します", kSourceG01]],
];

export default async function (test) {
  await test("the home says at a glance whether, how many, by when, and what first; each figure opens its ground", async ({ phone }) => {
    const page = await logInOnNewTab(await phone());
    const home = main(page);
    await seesInOrder(home, "薬ゼミ", "G13", "更新", "63", "/30単位", "更新まで", "あと2単位", "2027年2月2日（火）まで", "令和9年・残り73日");
    await sees(home, "受付中・残り101日", "11/3 開始", "今日 11/21", "2/2 期限", "3/2", "2024年5月1日からの規則で判定しています");
    await seesInOrder(home, "必要な5単位", "1年目", "2024/2/3〜2025/2/2", "達成", "33単位", "2年目", "2025/2/3〜2026/2/2", "達成", "27単位", "3年目", "いま", "2026/2/3〜2027/2/2", "あと2", "3単位");
    await seesInOrder(home, "薬ゼミの単位", "3年間で5単位以上", "達成", "8単位");
    await seesInOrder(home, "申請までにすること", "あと2単位を取得する", "2027年2月2日まで", "PECSの48単位を払い出す", "一度払い出すと、G01には戻せません");
    await groundsOf(page, kGroundsG13);

    await tap(home, /^PECSの48単位を払い出す/);
    await sees(home, "払い出しの確認", "PECS（G01）", "薬ゼミ（G13）", "48単位（24件）", "払い出しは取り消せません", "研修センターの申請", "57→15単位", "G13 薬学ゼミナール生涯学習センター");
    await speaksPlainly(page);
    await tap(home, "戻る");
    await sees(home, "あと2単位");
  });

  await test("at midnight in Japan everything is judged anew, without a tap", async ({ phone }) => {
    const mine = await phone();
    const page = await logInOnNewTab(mine);
    await sees(main(page), "残り73日", "受付中・残り101日");
    await mine.context.clock.setFixedTime("2027-02-03T00:00:00+09:00");
    await lookAtAgain(page);
    await seesInOrder(main(page), "このままでは更新できません", "3年目が3単位でした。2単位足りません。", "3年目", "2不足", "当てはまるものはありますか");
    await mine.context.clock.setFixedTime("2027-02-02T23:59:59+09:00");
    await lookAtAgain(page);
    await seesInOrder(main(page), "あと2単位", "2027年2月2日（火）まで", "残り0日");
  });

  await test("for G01 both editions answer, the provisional one marked, with its source", async ({ phone }) => {
    const page = await logInOnNewTab(await phone());
    const home = main(page);
    await chooseScheme(page, /（G01）/);
    await seesInOrder(home, "研修センター", "G01", "更新", "57", "/30単位", "あと2単位", "2027年2月2日（火）まで", "受付中・残り73日", "暫定", "2022年版では、あと2単位", "申請期間 2026/12/3〜2027/5/2・出典を見る");
    await seesInOrder(home, "1年目", "29単位", "2年目", "25単位", "3年目", "3単位", "2017年4月1日からの規則で判定しています", "ためとこの8単位を払い出す", "一度払い出すと、G13には戻せません");
    await groundsOf(page, kGroundsG01);

    await tap(home, /2022年版では/);
    await seesInOrder(sheet(page), "2つの版で判定しました", "新しい版の規則は、公式の条文で確かめられていません", "2017年4月版", "先に表示している判定", "あと2単位", "2024年2月3日〜2027年2月2日", kSourceG01,
      "2022年4月版（暫定）", "もう1つの判定", "あと2単位", "2026年12月3日〜2027年5月2日", kSource2022);
    await speaksPlainly(page);
    await closeSheet(page);
  });

  await test("where the editions disagree, the stricter stands first: G01 may be applied for by the rules of 2017, but not yet by those of 2022", async ({ phone }) => {
    const page = await logInOnNewTab(await phone());
    const home = main(page);
    await chooseScheme(page, /（G01）/);
    await addCredit(page, { kind: "eラーニング", date: "2026-11-15", units: "2", provider: "研修センター G01", title: "睡眠薬の適正使用" });
    await dismissNotice(page);
    await tab(page, "ホーム");
    await seesInOrder(home, "59", "/30単位", "条件を満たしました", "払い出しが残っています", "暫定", "2022年版では、条件を満たしています");
    await payOut(page, { system: "ためとこ", units: 8, from: "G13" });
    await seesInOrder(home, "研修センター", "G01", "暫定", "条件を満たしました", "12日後から申請できます", "2026年12月3日（木）から", "12日後に始まります", "暫定の2022年版で判定しています", "2017年版では、申請できます", "2022年4月1日からの規則で判定しています");

    await tap(home, /2017年版では/);
    await seesInOrder(sheet(page), "きびしいほうの判定を、先に表示しています", "2022年4月版（暫定）", "先に表示している判定", "条件を満たしました", kSource2022, "2017年4月版", "もう1つの判定", "申請できます", kSourceG01);
  });
}

/** Each figure opens the credits or dates behind it, and its clause in its own words. */
async function groundsOf(page, grounds) {
  for (const [figure, behind, clause] of grounds) {
    const ground = await lookBehind(page, figure);
    await sees(ground, ...behind);
    await openClause(ground);
    await sees(ground, ...clause, "条文を私たちの言葉で短くしたものです");
    await speaksPlainly(page);
    await closeSheet(page);
  }
}
