// Every page works without this file. It makes leaving faster, sending twice harmless and errors easier to find.

const exit = document.querySelector('a[data-exit]');

function blank() {
  const cover = document.createElement('div');
  cover.className = 'blank';
  document.body.append(cover);
  document.title = exit.dataset.exit;
}

function leave() {
  blank();
  location.replace(exit.href);
}

if (exit) {
  let left = false;
  let presses = [];

  exit.addEventListener('click', event => {
    event.preventDefault();
    left = true;
    leave();
  });

  // Shift three times within five seconds; Shift used to type a capital does not count.
  addEventListener('keydown', event => {
    if (event.key !== 'Shift') presses = [];
  });
  addEventListener('keyup', event => {
    if (event.key !== 'Shift') return;
    presses = [...presses.filter(at => event.timeStamp - at < 5000), event.timeStamp];
    if (presses.length >= 3) {
      left = true;
      leave();
    }
  });

  // A page the browser kept in memory shows what was typed. After leaving it leaves again; else the server decides anew.
  addEventListener('pageshow', event => {
    if (!event.persisted) return;
    if (left) return leave();
    blank();
    location.reload();
  });
}

// Sending twice within eight seconds is a slip; after that it is a wish.
document.addEventListener('submit', event => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== 'post') return;
  const now = Date.now();
  if (now - Number(form.dataset.sentAt ?? 0) < 8000) {
    event.preventDefault();
    return;
  }
  form.dataset.sentAt = String(now);
  const button = event.submitter;
  button?.setAttribute('aria-disabled', 'true');
  setTimeout(() => button?.removeAttribute('aria-disabled'), 8000);
});

for (const area of document.querySelectorAll('textarea[data-limit]')) {
  const count = document.getElementById(`${area.id}-count`);
  if (!count) continue;
  const limit = Number(area.dataset.limit);
  let pending;
  const show = () => {
    const over = [...area.value].length - limit;
    const text = over > 0 ? count.dataset.over : count.dataset.left;
    count.textContent = text.replace('{n}', Math.abs(over).toLocaleString(document.documentElement.lang));
    count.classList.toggle('error', over > 0);
  };
  show();
  area.addEventListener('input', () => {
    clearTimeout(pending);
    pending = setTimeout(show, 300);
  });
}

document.querySelector('.errors')?.focus();
