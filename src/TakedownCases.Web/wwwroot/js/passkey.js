// Passkeys for <form data-passkey="get|create" data-options="…" data-finish="…">: asks the server for the options, the
// device for the credential, and hands it back. Both addresses take POST with the form's antiforgery token.
// The options answer is the JSON of WebAuthn. The finish answer is { "next": "/staff/…" } or { "error": "text" }.

const known = Boolean(globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON);

async function post(form, address, content) {
  const fields = new FormData(form);
  const response = await fetch(address, {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/json',
      RequestVerificationToken: String(fields.get('__RequestVerificationToken') ?? ''),
    },
    body: JSON.stringify(content),
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.error ?? '');
  return answer;
}

async function credential(kind, options) {
  if (kind === 'create') {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
    return navigator.credentials.create({ publicKey });
  }
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  return navigator.credentials.get({ publicKey });
}

async function run(form) {
  const { passkey, options, finish } = form.dataset;
  const typed = Object.fromEntries([...new FormData(form)].filter(([name]) => !name.startsWith('__')));
  const made = await credential(passkey, await post(form, options, typed));
  const answer = await post(form, finish, { ...typed, credential: made.toJSON() });
  if (answer.error) throw new Error(answer.error);
  const next = new URL(answer.next, location.origin);
  if (next.origin === location.origin) location.assign(next.href);
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  const message = form.querySelector('[data-message]');
  if (!known) continue;
  form.hidden = false;
  let busy = false;
  form.addEventListener('submit', async event => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    message.textContent = '';
    try {
      await run(form);
    } catch (error) {
      // A refusal by the device has a name and says nothing to a person; a refusal by the server has words.
      message.textContent = (error instanceof DOMException ? '' : error.message) || form.dataset.failed;
    } finally {
      busy = false;
    }
  });
}
