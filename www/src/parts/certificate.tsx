// The certificate with a frame around the one date that is asked for. A picture: the dates are invented.
export interface CertificateProps {
  readonly words: { readonly name: string; readonly person: string; readonly from: string; readonly to: string; readonly issued: string; readonly heard: string };
}

export function Certificate(props: CertificateProps) {
  const { words } = props;
  return (
    <div class="certificate" role="img" aria-label={words.heard}>
      <div class="paper" lang="ja">
        <p class="name">{words.name}</p>
        <p class="person">{words.person}</p>
        <p class="dates"><b>{words.from}</b><span>{words.to}</span></p>
        <p class="issued"><s>{words.issued}</s></p>
      </div>
    </div>
  );
}
