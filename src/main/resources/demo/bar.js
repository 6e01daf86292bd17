// Brings the bar of the demonstration into Tasklist, which is no page of ours; its forms lead back here.
const home = new URL('..', import.meta.url);

async function bring() {
  const where = location.pathname.slice(home.pathname.length - 1);
  const answer = await fetch(new URL(`demo/bar?from=${encodeURIComponent(where)}`, home), { cache: 'no-store' });
  // a session that is over leads to the login, which has no bar
  const bar = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.trial');
  if (!bar) {
    return;
  }
  bar.classList.add('trial-fixed');
  document.body.append(bar);
  new ResizeObserver(() => document.documentElement.style.setProperty('--trial-height', `${bar.offsetHeight}px`)).observe(bar);
  bar.addEventListener('submit', (event) => {
    const form = event.target;
    event.preventDefault();
    // What was typed a moment ago is kept as a draft first.
    Promise.resolve(document.querySelector('.form-pane [task-id]')?.saveNow?.()).finally(() => form.submit());
  });
}

// Without it Tasklist is as it is elsewhere.
bring().catch(() => null);
