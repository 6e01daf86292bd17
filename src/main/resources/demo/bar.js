// Brings the bar of the demonstration into Tasklist, which is no page of ours; its forms lead back here.
const home = new URL('..', import.meta.url);

/** A session that is over leads to the login, which has no bar. */
async function fetched() {
  const where = location.pathname.slice(home.pathname.length - 1);
  const answer = await fetch(new URL(`demo/bar?trialFrom=${encodeURIComponent(where)}`, home), { cache: 'no-store' });
  return new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.trial');
}

async function bring() {
  const bar = await fetched();
  if (!bar) {
    return;
  }
  bar.classList.add('trial-fixed');
  document.body.append(bar);
  new ResizeObserver(() => document.documentElement.style.setProperty('--trial-height', `${bar.offsetHeight}px`)).observe(bar);
  bar.addEventListener('submit', (event) => {
    const form = event.target;
    event.preventDefault();
    // nothing is sent twice
    bar.inert = true;
    // What was typed a moment ago is kept as a draft first.
    Promise.resolve(document.querySelector('.form-pane [task-id]')?.saveNow?.()).finally(() => form.submit());
  });
  window.addEventListener('pageshow', () => {
    bar.inert = false;
  });
  const anew = () => renew(bar).catch(() => null);
  window.addEventListener('hashchange', anew);
  // toggles do not bubble
  bar.addEventListener('toggle', (event) => event.target.matches('.trial-menu[open]') && anew(), true);
}

/** Tasklist stays while tasks come and go: whom something waits for is asked again. Where somebody is typing, nothing changes. */
async function renew(bar) {
  const fresh = await fetched();
  if (!fresh) {
    return;
  }
  const inside = (one) => [...one.querySelectorAll('.trial-menu > :not(summary)')];
  const next = inside(fresh);
  inside(bar).forEach((old, at) => old.contains(document.activeElement) || old.replaceWith(next[at]));
  bar.prepend(...fresh.querySelectorAll('.trial-told'));
}

// Without it Tasklist is as it is elsewhere.
bring().catch(() => null);
