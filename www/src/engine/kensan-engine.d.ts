// The module that build.mjs finds under build/wasm; its types are the wasm room's.
declare module "kensan-engine" {
  export interface KensanModule {
    evaluate(request: string): string;
    canonicalJson(json: string): string;
    rules(): string;
    version(): string;
  }
  export default function load(options: { locateFile: (name: string) => string }): Promise<KensanModule>;
}
