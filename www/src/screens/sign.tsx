// Log in, or register.
import { useEffect, useState } from "preact/hooks";
import { Banner } from "../parts/banner";
import { Button, TextButton } from "../parts/button";
import { Field, FieldError, Input } from "../parts/field";
import { Segments } from "../parts/segments";
import { text, type Text } from "../text/text";
import type { ScreenProps } from "./app";
import { focusFirstError, problemAt, sentence } from "./problems";

export function Sign(props: ScreenProps) {
  const { state, send } = props;
  const t = text(state.language);
  const registering = state.route.name === "register";
  const form = state.sign_form;
  const waiting = state.sync.waiting.length;
  const submit = (event: Event) => { event.preventDefault(); send({ type: registering ? "register" : "log_in" }); };
  useEffect(() => { if (form.errors.length > 0) focusFirstError(); }, [form.errors]);
  return (
    <main class="page question">
      <form class="sign" noValidate onSubmit={submit}>
        <p class="brand">{t.brand} <span lang="en">{t.brandLatin}</span></p>
        <p>{state.session === "ended" ? t.sign.again : t.sign.pitch}</p>
        {state.session === "ended" && <Banner tone="accent" icon="phone" words={waiting > 0 && state.account ? [t.sign.kept, t.sign.keptUnsent(state.account.email, waiting)] : [t.sign.kept]} />}
        {state.session === "guest" && <Banner tone="accent" icon="phone" words={[t.sign.guestKept]} />}
        <h1>{registering ? t.sign.register : t.sign.login}</h1>
        <Refused {...props} t={t} />
        <Field id="email" type="email" inputMode="email" autocomplete="username" label={t.fields.email} value={form.email} error={problemAt(t, form.errors, true, "email")} onInput={(email) => send({ type: "type_sign", change: { email } })} />
        <Password {...props} t={t} registering={registering} />
        <Button kind="primary" submit busy={form.busy} label={form.busy ? t.sign.working : registering ? t.sign.registerButton : t.sign.loginButton} />
        <TextButton center label={registering ? t.sign.toLogin : t.sign.toRegister} onPress={() => send({ type: "go", route: { name: registering ? "login" : "register" } })} />
        {state.session === "ended" && <TextButton center label={t.sign.later} onPress={() => send({ type: "go", route: { name: "home" } })} />}
        {state.session === "guest" && <TextButton center label={t.sign.guestBack} onPress={() => send({ type: "go", route: { name: "home" } })} />}
      </form>
      {state.session === "none" && <AsGuest {...props} t={t} />}
      <div class="spread">
        {state.session === "none" && <TextButton center label={t.seminar.visit} onPress={() => send({ type: "go", route: { name: "seminar" } })} />}
        <Segments name="language" legend={t.settings.language} value={state.language} onChoose={(language) => send({ type: "choose_language", language })} options={[{ value: "ja", text: "日本語" }, { value: "en", text: "English" }]} />
      </div>
    </main>
  );
}

/** Without an account: what that means stands above the button. */
function AsGuest({ send, t }: ScreenProps & { t: Text }) {
  return (
    <section class="as-guest">
      <p class="hint" id="guest-line">{t.sign.guestLine}</p>
      <Button label={t.sign.guest} onPress={() => send({ type: "start_guest" })} />
    </section>
  );
}

/** What is not about one field: wrong pair, too many tries, no network. */
function Refused({ state, t }: ScreenProps & { t: Text }) {
  const { errors, retry_after_seconds } = state.sign_form;
  const problem = errors.find((each) => each.at !== "/email" && each.at !== "/password");
  if (!problem) return null;
  const wait = retry_after_seconds === null ? null : t.sign.wait(Math.ceil(retry_after_seconds / 60));
  return <Banner tone="bad" role="alert" words={[`**${wait ?? sentence(t, problem.code, "")}**`]} />;
}

function Password({ state, send, t, registering }: ScreenProps & { t: Text; registering: boolean }) {
  const [shown, show] = useState(false);
  const form = state.sign_form;
  const error = problemAt(t, form.errors, true, "password");
  return (
    <div class="field">
      <label for="password">{t.fields.password}</label>
      {registering && <p class="hint" id="password-hint">{t.sign.passwordHint}</p>}
      <div class="password">
        <Input id="password" type={shown ? "text" : "password"} autocomplete={registering ? "new-password" : "current-password"} value={form.password} error={error} hint={registering ? t.sign.passwordHint : undefined} onInput={(password) => send({ type: "type_sign", change: { password } })} />
        <TextButton label={shown ? t.sign.hide : t.sign.show} onPress={() => show(!shown)} />
      </div>
      <FieldError id="password" text={error} />
    </div>
  );
}
