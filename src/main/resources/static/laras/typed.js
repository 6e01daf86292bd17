// Forms of the pages: what is typed stays in this window until the server has taken it: over a refusal, a change of the language, a network
// that fails, and a login in between. Passwords and files are never kept. Without this script a refusal still shows what was typed.
import { forgetAll, forgetOthers, keyOf } from './kept.js';

const PAGE = 'laras.page';
const UNTYPED = ['hidden', 'password', 'file', 'submit', 'button', 'reset'];
const MAY_SEND_AGAIN_AFTER = 10_000;
const root = new URL('..', import.meta.url).pathname;
const words = document.body.dataset;
const account = words.account;
const tokenAtFirst = token();

function token() {
  return decodeURIComponent(/(?:^|;\s*)(?:__Host-)?LARAS-CSRF=([^;]+)/.exec(document.cookie)?.[1] ?? '');
}

const typedIn = (form) => [...form.elements].filter((each) => each.name && each.matches('input, select, textarea') && !UNTYPED.includes(each.type));
const ticks = (field) => ['checkbox', 'radio'].includes(field.type);
const nameOf = (field) => (ticks(field) ? `${field.name}=${field.value}` : field.name);
const valueOf = (field) => (ticks(field) ? field.checked : field.value);

function asServed(field) {
  if (ticks(field)) {
    return field.defaultChecked;
  }
  return field.matches('select') ? ([...field.options].find((each) => each.defaultSelected) ?? field.options[0])?.value : field.defaultValue;
}

function fill(field, value) {
  if (ticks(field)) {
    field.checked = value;
  } else {
    field.value = value;
  }
}

/** The same form about another person or thing is another form. */
function key(form) {
  const about = [...form.elements].filter((each) => each.type === 'hidden' && !each.name.startsWith('_')).map((each) => `${each.name}=${each.value}`);
  return keyOf(account, ['page', new URL(form.action).pathname, ...about].join(' '));
}

const kept = (form) => JSON.parse(sessionStorage.getItem(key(form)) ?? 'null');

/** Only what the person changed: the rest may be another when they come back. */
function keep(form, sent = null) {
  const fields = kept(form)?.fields ?? {};
  for (const field of typedIn(form)) {
    if (nameOf(field) in fields || valueOf(field) !== asServed(field)) {
      fields[nameOf(field)] = valueOf(field);
    }
  }
  if (Object.keys(fields).length > 0) {
    try {
      sessionStorage.setItem(key(form), JSON.stringify({ fields, sent }));
    } catch {
      // No room left in the browser: the form itself still holds it.
    }
  }
}

function giveBack(form) {
  const fields = kept(form)?.fields ?? {};
  const changed = typedIn(form).filter((field) => nameOf(field) in fields && fields[nameOf(field)] !== valueOf(field));
  changed.forEach((field) => {
    fill(field, fields[nameOf(field)]);
    // who shows beside a field what is in it (pages.ts) hears of it
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  if (changed.length > 0) {
    form.closest('details')?.setAttribute('open', '');
    const notice = tell(form, words.keptBack, 'status');
    const drop = document.createElement('button');
    drop.type = 'button';
    drop.className = 'button quiet';
    drop.textContent = words.keptDrop;
    drop.addEventListener('click', () => {
      sessionStorage.removeItem(key(form));
      form.reset();
      typedIn(form).forEach((field) => field.dispatchEvent(new Event('input', { bubbles: true })));
      notice.remove();
    });
    notice.append(' ', drop);
    return notice;
  }
  return null;
}

function tell(form, sentence, role = 'alert') {
  form.querySelector(':scope > [data-told]')?.remove();
  const notice = document.createElement('p');
  notice.className = role === 'alert' ? 'notice danger' : 'notice';
  notice.dataset.told = '';
  notice.setAttribute('role', role);
  notice.textContent = sentence;
  form.prepend(notice);
  return notice;
}

/** Asks first who is logged in: the answer to a form that comes without a login, or by another's, would show no form. */
async function send(event) {
  const form = event.target;
  if (form.dataset.going !== undefined) {
    return;
  }
  event.preventDefault();
  if (form.dataset.asking !== undefined) {
    return;
  }
  form.dataset.asking = '';
  // until the answer comes nothing is sent twice
  let again = 0;
  try {
    if (await mayGo(form)) {
      go(form, event.submitter);
      again = MAY_SEND_AGAIN_AFTER;
    }
  } catch {
    tell(form, words.keptOffline);
  } finally {
    setTimeout(() => delete form.dataset.asking, again);
  }
}

async function mayGo(form) {
  const answer = await fetch(`${root}camunda/api/admin/auth/user/default`, { headers: { Accept: 'application/json' }, cache: 'no-store' });
  if (answer.status === 401) {
    keep(form);
    // leads to the login and back
    location.assign(location.pathname + location.search);
    return false;
  }
  if (answer.status >= 500) {
    throw new Error('Not reached, or only what stands before it');
  }
  const leaves = new URL(form.action).pathname === `${root}logout`;
  if (answer.ok && !leaves && (await answer.json()).userId !== account) {
    tell(form, words.keptOther);
    return false;
  }
  if (leaves) {
    forgetAll();
  }
  return true;
}

function go(form, submitter) {
  const id = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  keep(form, id);
  hidden(form, '_sent', id);
  if (token() !== tokenAtFirst) {
    // logged in again in another window
    hidden(form, '_csrf', token());
  }
  sessionStorage.setItem(PAGE, location.pathname + location.search);
  // for this one event alone: the next press is checked, and waits
  form.dataset.going = '';
  form.requestSubmit(submitter);
  delete form.dataset.going;
}

function hidden(form, name, value) {
  const field = form.elements[name] ?? form.appendChild(Object.assign(document.createElement('input'), { type: 'hidden', name }));
  field.value = value;
}

/** The answer to a form has the address of the form's target, where a link to the other language leads nowhere. */
function standOnThePageOfTheForm() {
  const page = sessionStorage.getItem(PAGE);
  if (words.posted !== undefined && page) {
    history.replaceState(null, '', page);
  }
  for (const link of document.querySelectorAll('.languages a')) {
    const address = new URL(location.href);
    address.searchParams.set('lang', link.hreflang);
    link.href = address.pathname + address.search;
  }
}

/** The server names what it has taken: only then it goes. */
function forgetWhatWasTaken() {
  const taken = (words.sent ?? '').split(' ');
  Object.keys(sessionStorage)
    .filter((each) => each.startsWith(keyOf(account, '')) && taken.includes(JSON.parse(sessionStorage.getItem(each)).sent))
    .forEach((each) => sessionStorage.removeItem(each));
}

standOnThePageOfTheForm();
if (account) {
  forgetOthers(account);
  forgetWhatWasTaken();
  // data-kept: a long form that is only looked at first
  const forms = [...document.querySelectorAll('form[method=post], form[data-kept]')];
  forms.map(giveBack).find((notice) => notice)?.scrollIntoView({ block: 'center' });
  for (const form of forms) {
    form.addEventListener('input', () => keep(form));
    form.addEventListener('change', () => keep(form));
    // what is asked stands in the address
    form.addEventListener('submit', form.method === 'post' ? send : () => sessionStorage.removeItem(key(form)));
  }
}
