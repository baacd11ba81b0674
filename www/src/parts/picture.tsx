// An image from bytes. Its address lives as long as it is shown.
import { useEffect, useState } from "preact/hooks";

/** The address of bytes within this page; null until there is one. */
export function useAddress(data: Uint8Array | null, type: string): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (data === null) return setAddress(null);
    const made = URL.createObjectURL(new Blob([new Uint8Array(data)], { type }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [data, type]);
  return address;
}

export function Picture(props: { data: Uint8Array; type: string; name: string; class: string }) {
  const address = useAddress(props.data, props.type);
  return address === null ? null : <img src={address} alt={props.name} class={props.class} />;
}
