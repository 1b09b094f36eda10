/**
 * Asks the browser's authenticator for what a passkey form sends. Without it, or where there are no passkeys,
 * the form says what to do instead.
 */
for (const form of document.querySelectorAll<HTMLFormElement>("form[data-passkey]")) offer(form);

function offer(form: HTMLFormElement): void {
  if (!("PublicKeyCredential" in window)) return;
  show(form, "[data-passkey-without]", false);
  show(form, "[data-passkey-with]", true);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show(form, "[data-passkey-failed]", false);
    const button = form.querySelector("button");
    if (button) button.disabled = true;
    answer(form).then(
      () => {
        form.submit();
      },
      () => {
        if (button) button.disabled = false;
        show(form, "[data-passkey-failed]", true);
      },
    );
  });
}

function show(form: HTMLFormElement, selector: string, shown: boolean): void {
  const part = form.querySelector<HTMLElement>(selector);
  if (part) part.hidden = !shown;
}

async function answer(form: HTMLFormElement): Promise<void> {
  const ceremony = form.dataset["passkey"] === "add" ? "add" : "show";
  const response = await fetch(form.dataset["begin"] ?? "", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ ceremony }),
  });
  if (!response.ok || response.redirected) throw new Error("The ceremony could not begin");
  const { challenge, options } = (await response.json()) as { challenge: string; options: PublicKeyCredentialCreationOptionsJSON & PublicKeyCredentialRequestOptionsJSON };
  const credential = ceremony === "add" ? await create(options) : await get(options);
  fill(form, "challenge", challenge);
  fill(form, "answer", JSON.stringify(credential));
}

function fill(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = value;
}

async function create(options: PublicKeyCredentialCreationOptionsJSON): Promise<unknown> {
  const made = (await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: (options.excludeCredentials ?? []).map(descriptor),
    } as unknown as PublicKeyCredentialCreationOptions,
  })) as PublicKeyCredential | null;
  if (!made) throw new Error("No passkey was made");
  const response = made.response as AuthenticatorAttestationResponse;
  return {
    ...common(made),
    response: {
      clientDataJSON: text(response.clientDataJSON),
      attestationObject: text(response.attestationObject),
      transports: typeof response.getTransports === "function" ? response.getTransports() : [],
    },
  };
}

async function get(options: PublicKeyCredentialRequestOptionsJSON): Promise<unknown> {
  const given = (await navigator.credentials.get({
    publicKey: { ...options, challenge: bytes(options.challenge), allowCredentials: (options.allowCredentials ?? []).map(descriptor) } as unknown as PublicKeyCredentialRequestOptions,
  })) as PublicKeyCredential | null;
  if (!given) throw new Error("No passkey answered");
  const response = given.response as AuthenticatorAssertionResponse;
  return {
    ...common(given),
    response: {
      clientDataJSON: text(response.clientDataJSON),
      authenticatorData: text(response.authenticatorData),
      signature: text(response.signature),
      ...(response.userHandle ? { userHandle: text(response.userHandle) } : {}),
    },
  };
}

const common = (credential: PublicKeyCredential) => ({
  id: credential.id,
  rawId: text(credential.rawId),
  type: credential.type,
  clientExtensionResults: credential.getClientExtensionResults(),
});

const descriptor = (key: PublicKeyCredentialDescriptorJSON) => ({ ...key, id: bytes(key.id) });

/** From and to base64url, which JSON can carry. */
const bytes = (base64url: string): Uint8Array => Uint8Array.from(atob(base64url.replace(/-/g, "+").replace(/_/g, "/")), (character) => character.charCodeAt(0));

function text(buffer: ArrayBuffer): string {
  const characters = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join("");
  return btoa(characters).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
}
