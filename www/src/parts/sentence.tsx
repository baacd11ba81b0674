// Words as they stand on a page: **…** is said louder, | is a place where a headline may break, and what must not break stays whole:
// dates, numbers with their unit, clauses, codes.

const kWhole = /(出典を見る|今日 \d+:\d+(?:から)?|\d{4}年\d{1,2}月\d{1,2}日(?:（.）)?(?:まで|から)?|\d{1,2}月\d{1,2}日(?:（.）)?(?:まで)?|\d{4}\/\d{1,2}\/\d{1,2}|(?:あと|残り|うち|第)?\d[\d.,]*(?:単位|日|件|年目|年間|年|か月|円|号)(?:で|が|を|は)?|[GP]\d{2}(?=\D|$)|（[^（）]{1,9}）|「[^「」]{1,12}」)/;

function whole(text: string) {
  return text.split(kWhole).map((part, index) => (index % 2 === 1 ? <span key={index} class="whole">{part}</span> : part));
}

function breaks(text: string) {
  return text.split("|").map((part, index) => (index === 0 ? whole(part) : <span key={`b${index}`} class="piece"><wbr />{whole(part)}</span>));
}

export function Sentence(props: { of: string }) {
  const pieces = props.of.split("**");
  return <>{pieces.map((piece, index) => (index % 2 === 1 ? <b key={index}>{breaks(piece)}</b> : breaks(piece)))}</>;
}

/** The same words for ears and attributes. */
export const plain = (text: string): string => text.replace(/\*\*|\|/g, "");
