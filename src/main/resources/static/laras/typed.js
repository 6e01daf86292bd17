// Forms of the pages: what is typed stays in this window until the server has taken it: over a refusal, a change of the language, a network
// that fails, and a login in between. Passwords and files are never kept. Without this script a refusal still shows what was typed.
import { forgetAll, forgetOthers, keyOf, shelf } from './kept.js';

const PAGE = 'laras.page';
const UNTYPED = ['hidden', 'password', 'file', 'submit', 'button', 'reset'];
const MAY_SEND_AGAIN_AFTER = 10_000;
/** In the place of the form's id: it was only looked at. */
const LOOKED = 'looked';
const root = new URL('..', import.meta.url).pathname;
const words = document.body.dataset;
const account = words.account;
const tokenAtFirst = token();
/** Forms with a text that stands on this page alone: the browser has no room for it, or is forbidden to keep it. */
const unkept = new Set();

function token() {
  return decodeURIComponent(/(?:^|;\s*)(?:__Host-)?LARAS-CSRF=([^;]+)/.exec(document.cookie)?.[1] ?? '');
}

/** Of the bar of the demonstration nothing is kept: a day that was chosen is over with the next one. */
const typedIn = (form) =>
  [...form.elements].filter((each) => !form.closest('.trial') && each.name && each.matches('input, select, textarea') && !UNTYPED.includes(each.type));
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

/**
 * Which form it is: by its target, and by data-about where the target alone does not tell. Not by hidden fields: what was looked at
 * before, or a name that is sealed anew on each page, would make another form of it, and the text would not come back.
 */
function key(form) {
  return keyOf(account, ['page', form.method, new URL(form.action).pathname, form.dataset.about ?? ''].join(' ').trim());
}

/** What stands in the form, with the words beside it. */
const textsIn = (form) =>
  typedIn(form)
    .filter((field) => !ticks(field) && !field.matches('select') && field.value !== '')
    .map((field) => [field.labels[0]?.textContent.trim() ?? field.name, field.value]);

const kept = (form) => JSON.parse(shelf.get(key(form)) ?? 'null');

/** Only what the person changed: the rest may be another when they come back. */
function keep(form, sent = null) {
  const fields = kept(form)?.fields ?? {};
  for (const field of typedIn(form)) {
    if (nameOf(field) in fields || valueOf(field) !== asServed(field)) {
      fields[nameOf(field)] = valueOf(field);
    }
  }
  if (Object.keys(fields).length > 0) {
    if (shelf.set(key(form), JSON.stringify({ fields, sent, texts: sent ? textsIn(form) : [] }))) {
      unkept.delete(form);
    } else if (!unkept.has(form)) {
      unkept.add(form);
      tell(form, words.keptHere);
    }
  }
}

/** On a slow network somebody may have typed before this script was there: that is newer than what was kept. */
function typedAlready(form) {
  return new Set(typedIn(form).filter((field) => valueOf(field) !== asServed(field)).map((field) => field.name));
}

function giveBack(form) {
  const fields = kept(form)?.fields ?? {};
  const newer = typedAlready(form);
  if (newer.size > 0) {
    keep(form);
  }
  const changed = typedIn(form).filter(
    (field) => nameOf(field) in fields && fields[nameOf(field)] !== valueOf(field) && !newer.has(field.name),
  );
  changed.forEach((field) => {
    fill(field, fields[nameOf(field)]);
    // who shows beside a field what is in it (pages.ts) hears of it
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  if (changed.length > 0) {
    form.closest('details')?.setAttribute('open', '');
    const notice = tell(form, words.keptBack, 'status');
    const forget = () => {
      shelf.remove(key(form));
      unkept.delete(form);
      form.reset();
      typedIn(form).forEach((field) => field.dispatchEvent(new Event('input', { bubbles: true })));
    };
    notice.append(' ', dropping(forget, notice));
    return notice;
  }
  return null;
}

/** A refusal whose form has gone, because somebody else was faster: what was typed is shown, to be read and used elsewhere. */
function showWithoutForm(sentTo, forms) {
  const form = keyOf(account, `page post ${sentTo}`);
  const here = forms.map(key);
  const gone = shelf
    .keys()
    .filter((each) => (each === form || each.startsWith(`${form} `)) && !here.includes(each) && JSON.parse(shelf.get(each)).texts?.length > 0);
  if (gone.length > 0) {
    const main = document.querySelector('main');
    const notice = tell(main, words.keptGone);
    // below what the page says about the refusal
    main.querySelector(':scope > [role=alert]:not([data-told])')?.after(notice);
    const list = Object.assign(document.createElement('dl'), { className: 'facts' });
    gone.flatMap((each) => JSON.parse(shelf.get(each)).texts).forEach(([label, text]) =>
      list.append(
        Object.assign(document.createElement('dt'), { textContent: label }),
        Object.assign(document.createElement('dd'), { className: 'text', textContent: text }),
      ),
    );
    notice.append(list, dropping(() => gone.forEach(shelf.remove), notice));
  }
}

function dropping(forget, notice) {
  const drop = Object.assign(document.createElement('button'), { type: 'button', className: 'button quiet', textContent: words.keptDrop });
  drop.addEventListener('click', () => {
    forget();
    notice.remove();
  });
  return drop;
}

function tell(form, sentence, role = 'alert') {
  form.querySelector(':scope > [data-told]')?.remove();
  const notice = document.createElement('div');
  notice.className = role === 'alert' ? 'notice danger' : 'notice';
  notice.dataset.told = '';
  notice.setAttribute('role', role);
  notice.textContent = sentence;
  form.prepend(notice);
  return notice;
}

const working = Object.assign(document.createElement('p'), { className: 'working' });
working.setAttribute('role', 'status');

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
  busy(form, true);
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
    setTimeout(() => busy(form, false), again);
  }
}

/** What the form waits for is seen and heard, and its buttons do nothing; they are not switched off, which would take the focus away. */
function busy(form, is) {
  if (is) {
    form.dataset.asking = '';
    working.textContent = words.keptSending;
    (form.querySelector('.actions') ?? form).append(working);
  } else {
    delete form.dataset.asking;
    working.remove();
  }
  form.setAttribute('aria-busy', String(is));
  [...form.elements].filter((each) => each.matches('button:not([type=button])')).forEach((each) => each.setAttribute('aria-disabled', String(is)));
}

async function mayGo(form) {
  const answer = await fetch(`${root}api/me`, { headers: { Accept: 'application/json' }, cache: 'no-store' });
  if (answer.status === 401) {
    keep(form);
    if (unkept.size > 0) {
      logInBeside(form);
    } else {
      // leads to the login and back
      location.assign(location.pathname + location.search);
    }
    return false;
  }
  if (answer.status >= 500) {
    throw new Error('Not reached, or only what stands before it');
  }
  const leaves = new URL(form.action).pathname === `${root}logout`;
  if (answer.ok && !leaves && (await answer.json()).account !== account) {
    tell(form, words.keptOther);
    return false;
  }
  if (leaves) {
    forgetAll();
  }
  return true;
}

/** What stands here alone must not be left: one logs in beside it, and sends it from here. */
function logInBeside(form) {
  const notice = tell(form, words.keptEnded);
  const link = document.createElement('a');
  link.href = root;
  link.target = '_blank';
  link.rel = 'noopener';
  link.textContent = words.keptLogin;
  notice.append(' ', link);
}

function go(form, submitter) {
  const id = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  keep(form, id);
  hidden(form, '_sent', id);
  if (token() !== tokenAtFirst) {
    // logged in again in another window
    hidden(form, '_csrf', token());
  }
  shelf.set(PAGE, location.pathname + location.search);
  // it travels now, and a page that refuses shows it again
  unkept.delete(form);
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
  const page = shelf.get(PAGE);
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
  shelf
    .keys()
    .filter((each) => each.startsWith(keyOf(account, '')) && taken.includes(JSON.parse(shelf.get(each)).sent))
    .forEach(shelf.remove);
}

const answered = words.posted === undefined ? null : location.pathname;
standOnThePageOfTheForm();
if (account) {
  forgetOthers(account);
  forgetWhatWasTaken();
  // data-kept: a long form that is only looked at first
  const forms = [...document.querySelectorAll('form[method=post], form[data-kept]')];
  forms.forEach(forgetWhatStandsInTheAddress);
  forms.map(giveBack).find((notice) => notice)?.scrollIntoView({ block: 'center' });
  if (answered) {
    showWithoutForm(answered, forms);
  }
  for (const form of forms) {
    form.addEventListener('input', () => keep(form));
    form.addEventListener('change', () => keep(form));
    form.addEventListener('submit', form.method === 'post' ? send : () => look(form));
  }
  window.addEventListener('beforeunload', (event) => unkept.size > 0 && event.preventDefault());
  // back from the browser's memory, nothing is on its way any more
  window.addEventListener('pageshow', (event) => event.persisted && forms.forEach((form) => busy(form, false)));
}

/** What is asked will stand in the address: until it does, the server may be away, or ask for a login first. */
function look(form) {
  keep(form, LOOKED);
  unkept.delete(form);
  busy(form, true);
}

function forgetWhatStandsInTheAddress(form) {
  const { fields = {}, sent = null } = kept(form) ?? {};
  const asked = new URLSearchParams(location.search);
  if (sent === LOOKED && Object.keys(fields).every((name) => asked.has(name.split('=')[0]))) {
    shelf.remove(key(form));
  }
}
