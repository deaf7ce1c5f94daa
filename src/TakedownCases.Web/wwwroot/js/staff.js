// Staff pages: times that stay true, keys for those who want them, a word when the page has grown old.

const body = document.body;
const minute = 60_000;

function refreshTimes() {
  const words = body.dataset;
  for (const item of document.querySelectorAll('[data-due]')) {
    const left = Number(item.dataset.due) - Date.now();
    const late = left <= 0;
    const minutes = Math.floor(Math.abs(left) / minute);
    if (minutes >= 48 * 60) continue;
    const hours = minutes >= 60;
    const text = words[`${late ? 'late' : 'left'}${hours ? 'Hours' : 'Minutes'}`];
    const label = item.querySelector('[data-label]');
    if (text && label) label.textContent = text.replace('{n}', hours ? Math.floor(minutes / 60) : minutes);
    if (!late) continue;
    const tag = item.querySelector('.tag');
    tag?.classList.remove('ok', 'warn');
    tag?.classList.add('late');
  }
}

if (document.querySelector('[data-due]')) setInterval(refreshTimes, minute);

const stale = document.querySelector('[data-stale-after]');
if (stale) setTimeout(() => { stale.hidden = false; }, Number(stale.dataset.staleAfter) * 1000);

// On a telephone the tabs are one row that scrolls.
for (const current of document.querySelectorAll(':is(.nav, .tabs) [aria-current]')) {
  current.scrollIntoView({ block: 'nearest', inline: 'center' });
}

function move(step) {
  const links = [...document.querySelectorAll('a[data-open]')];
  const at = links.indexOf(document.activeElement);
  const next = links[at < 0 ? 0 : Math.min(Math.max(at + step, 0), links.length - 1)];
  next?.focus();
}

function choose() {
  const box = document.activeElement.closest('tr')?.querySelector('input[type=checkbox]');
  if (box) box.checked = !box.checked;
}

const keys = {
  j: () => move(1),
  k: () => move(-1),
  x: choose,
  '/': () => document.querySelector('[data-find]')?.focus(),
  '?': () => document.querySelector('dialog[data-keys]')?.showModal(),
};

let afterG = 0;

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest('input, textarea, select, [contenteditable], dialog[open]')) return;
  if (event.timeStamp - afterG < 1500) {
    afterG = 0;
    const link = document.querySelector(`a[data-go="${CSS.escape(event.key)}"]`);
    if (link) {
      event.preventDefault();
      link.click();
    }
    return;
  }
  if (event.key === 'g') {
    afterG = event.timeStamp;
    return;
  }
  const act = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
  if (act) {
    event.preventDefault();
    act();
  }
}

if (body.dataset.shortcuts !== 'off') addEventListener('keydown', pressed);

for (const button of document.querySelectorAll('[data-opens]')) {
  button.hidden = false;
  button.addEventListener('click', () => document.getElementById(button.dataset.opens)?.showModal());
}

// Where the browser lets pages copy; everywhere else the field itself is selected by hand.
for (const button of navigator.clipboard ? document.querySelectorAll('[data-copies]') : []) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const field = document.getElementById(button.dataset.copies);
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      button.textContent = button.dataset.copied;
    } catch {
      // It stays selected: the keyboard copies it.
    }
  });
}
