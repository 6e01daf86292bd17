// In Tasklist, Cockpit and Admin: when the session is over, what stands on the page stays, and one logs in with the login of Laras and
// comes back. The engine's own login knows no account of ours (the server refuses it), so it is never shown.
import { forgetAll, forgetOthers, keyOf, shelf } from './kept.js';

const RETURN = 'laras.return';
const appRoot = document.querySelector('base[app-root]').getAttribute('app-root');
const home = appRoot.replace(/\/camunda$/, '') + '/';
const whoAmI = `${appRoot}/api/admin/auth/user/default`;
const words = /(?:^|;\s*)LARAS-LANG=en\b/.test(document.cookie)
  ? {
      title: 'Your session has ended',
      text: 'What you typed is kept in this window. Log in again; then you come back to this page.',
      button: 'Log in again',
      beside: 'This browser cannot keep what you typed (its storage is full or forbidden). Log in again in a new tab, then come back to this one: your text still stands here.',
      inNewTab: 'Log in in a new tab',
      goOn: 'I have logged in, go on',
      notYet: 'You are not logged in yet, or as somebody else.',
      lost: 'The server cannot be reached, so this may not have been sent. Check your connection, then try again.',
    }
  : {
      title: 'Sesi Anda telah berakhir',
      text: 'Yang Anda ketik tersimpan di jendela ini. Masuk lagi; setelah itu Anda kembali ke halaman ini.',
      button: 'Masuk lagi',
      beside: 'Peramban ini tidak dapat menyimpan yang Anda ketik (penyimpanannya penuh atau dilarang). Masuk lagi di tab baru, lalu kembali ke tab ini: isian Anda masih ada di sini.',
      inNewTab: 'Masuk di tab baru',
      goOn: 'Sudah masuk, lanjutkan',
      notYet: 'Anda belum masuk, atau masuk dengan akun lain.',
      lost: 'Server tidak terjangkau, jadi mungkin belum terkirim. Periksa sambungan internet Anda, lalu coba lagi.',
    };
let account = null;
let dialog = null;
/** Whether a comment stands in its box alone: the browser has no room for it, or is forbidden to keep it. */
let commentUnkept = false;
/** The box of a comment that was looked at already. */
let filled = null;

const look = new CSSStyleSheet();
look.replaceSync(`
  .form-signin-container { display: none !important; }
  dialog.laras-session { max-width: min(440px, calc(100vw - 32px)); padding: 24px; border: 1px solid; border-radius: 6px; font-size: 16px; }
  dialog.laras-session h2 { margin: 0 0 8px; font-size: 20px; }
  dialog.laras-session button { min-height: 44px; padding: 8px 16px; font-size: 16px; }
  dialog.laras-session::backdrop { background: rgb(0 0 0 / 60%); }
`);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, look];

/**
 * Every call of the engine's applications goes through here before they hear of its answer: they would show their own login. And what
 * never reached the server gets an answer here: Camunda's client fails without one, and the form would wait for ever.
 */
window.XMLHttpRequest = class extends XMLHttpRequest {
  #aborted = false;

  constructor() {
    super();
    for (const type of ['readystatechange', 'load', 'loadend']) {
      this.addEventListener(type, hear);
    }
  }

  abort() {
    this.#aborted = true;
    super.abort();
  }

  get #isLost() {
    return super.readyState === XMLHttpRequest.DONE && super.status === 0 && !this.#aborted;
  }

  get status() {
    return this.#isLost ? 503 : super.status;
  }

  get responseText() {
    return this.#isLost ? JSON.stringify({ message: words.lost }) : super.responseText;
  }

  getResponseHeader(name) {
    return this.#isLost ? 'application/json' : super.getResponseHeader(name);
  }
};

function hear(event) {
  const call = event.currentTarget;
  if (call.readyState !== XMLHttpRequest.DONE) {
    return;
  }
  if (call.status === 401) {
    event.stopImmediatePropagation();
    askToLogIn();
  } else if (event.type === 'load' && call.status < 300 && call.responseURL.endsWith(`${whoAmI}/logout`)) {
    // Cockpit's and Admin's own way out, whose next page would be the engine's login
    event.stopImmediatePropagation();
    forgetAll();
    location.assign(home);
  } else if (event.type === 'load' && call.status === 200 && call.responseURL.endsWith('/comment/create')) {
    shelf.remove(commentKey());
    commentUnkept = false;
  } else if (event.type === 'load' && call.status === 200 && call.responseURL.endsWith(whoAmI)) {
    meet((call.responseType === 'json' ? call.response : JSON.parse(call.responseText)).userId);
  }
}

/** Who is logged in here: what another left in this window is forgotten; the same person goes on where they were. */
function meet(person) {
  account = person;
  forgetOthers(person);
  const left = JSON.parse(shelf.get(RETURN) ?? 'null');
  shelf.remove(RETURN);
  if (left?.account === person && left.app === location.pathname) {
    location.hash = left.hash;
  }
}

/** Of the task that stands open. */
const commentKey = () => keyOf(account, `comment ${/[?&]task=([^&]*)/.exec(location.hash)?.[1]}`);
const commentBox = () => document.getElementById('comment-form-message');

/** A comment on a task has no draft on the server: until it is taken it stays in this window, too. */
function keepComment(event) {
  if (account && event.target === commentBox()) {
    commentUnkept = !shelf.set(commentKey(), JSON.stringify({ text: event.target.value }));
  }
}

function giveCommentBack() {
  const box = commentBox();
  const kept = account && box && box !== filled && shelf.get(commentKey());
  filled = box;
  if (kept) {
    box.value = JSON.parse(kept).text;
    box.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

function askToLogIn() {
  if (dialog) {
    return;
  }
  dialog = document.createElement('dialog');
  dialog.className = 'laras-session';
  dialog.setAttribute('aria-labelledby', 'laras-session-title');
  const title = document.createElement('h2');
  title.id = 'laras-session-title';
  title.textContent = words.title;
  const text = document.createElement('p');
  text.setAttribute('role', 'status');
  const form = document.querySelector('.form-pane [task-id]');
  const stays = Boolean(form?.unkept || commentUnkept);
  text.textContent = stays ? words.beside : words.text;
  const buttons = stays
    ? [button(words.inNewTab, () => window.open(home, '_blank')), ' ', button(words.goOn, () => goOn(text, form))]
    : [button(words.button, logIn)];
  // There is nothing behind it that works.
  dialog.addEventListener('cancel', (event) => event.preventDefault());
  dialog.append(title, text, ...buttons);
  document.body.append(dialog);
  dialog.showModal();
}

function button(label, press) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'btn btn-primary';
  made.textContent = label;
  made.addEventListener('click', press);
  return made;
}

/** The text stayed where it is, and its person has logged in beside it. */
async function goOn(text, form) {
  // who has logged in on a page of ours is known to the engine's applications once one of them was opened
  await fetch(location.pathname, { cache: 'no-store' }).catch(() => null);
  const answer = await fetch(whoAmI, { headers: { Accept: 'application/json' }, cache: 'no-store' }).catch(() => null);
  if (answer?.ok && (await answer.json()).userId === account) {
    dialog.remove();
    dialog = null;
    form?.goOn?.();
  } else {
    text.textContent = `${words.notYet} ${words.beside}`;
  }
}

/** The server leads to the login, and from there back to this application; it does not know of the hash. */
function logIn() {
  if (account && !atEnginesLogin()) {
    shelf.set(RETURN, JSON.stringify({ account, app: location.pathname, hash: location.hash }));
  }
  location.reload();
}

function atEnginesLogin() {
  return location.hash.startsWith('#/login');
}

async function leaveEnginesLogin() {
  if (!atEnginesLogin()) {
    return;
  }
  const answer = await fetch(whoAmI, { headers: { Accept: 'application/json' } }).catch(() => null);
  if (answer?.ok) {
    location.hash = '#/';
  } else {
    askToLogIn();
  }
}

document.addEventListener('input', keepComment);
new MutationObserver(giveCommentBack).observe(document.body, { childList: true, subtree: true });
window.addEventListener('laras:session-ended', askToLogIn);
window.addEventListener('hashchange', leaveEnginesLogin);
// Angular changes the address without telling: it replaces the state of the history.
for (const name of ['pushState', 'replaceState']) {
  const original = history[name];
  history[name] = function (...args) {
    original.apply(this, args);
    leaveEnginesLogin();
  };
}
leaveEnginesLogin();
