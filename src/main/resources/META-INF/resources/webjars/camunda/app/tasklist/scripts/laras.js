// Makes the frame of Tasklist ours: one logout, a way home, on a phone one thing at a time, shared lists in English too.
import { agencyTime, agencyZone } from '../../../../laras/agency.js';
import { forgetAll } from '../../../../laras/kept.js';

const appRoot = new URL('../../../..', import.meta.url).pathname.replace(/\/$/, '');
const home = appRoot.replace(/\/camunda$/, '') + '/';
const words =
  document.documentElement.lang === 'en'
    ? {
        home: 'Laras start page',
        back: '‹ Back to the task list',
        // The engine keeps one name for each shared list, the Indonesian one.
        lists: {
          'Tugas saya': 'My tasks',
          'Dibagi dengan pengganti': 'Shared with a substitute',
          'Tugas kelompok saya': 'My groups’ tasks',
          Terlambat: 'Late',
        },
      }
    : { home: 'Beranda Laras', back: '‹ Kembali ke daftar tugas', lists: {} };

/** A moment as the clocks of the agency show it: Tasklist would show the day that it is where the browser is. */
function shownTime(moment) {
  const time = moment ? agencyTime(String(moment)) : null;
  return time ? `${time.year}-${time.month}-${time.day}T${time.hour}:${time.minute}:${time.second}` : moment;
}

/**
 * The labels in the language of the page. Tasklist waits for its scripts, and so for them: it draws some labels once and never again,
 * as what one can search for, and without a language they would stay keys. Null where they do not come; then it asks by itself.
 */
const language = await fetch(new URL(`../locales/${document.documentElement.lang}.json`, import.meta.url), {
  // a network that swallows one answer must not keep Tasklist from beginning
  signal: AbortSignal.timeout(10_000),
})
  .then((answer) => (answer.ok ? answer.json() : null))
  .catch(() => null);

/** Gives Tasklist its labels at once. */
function speakFromTheBeginning() {
  window.angular.module('cam.tasklist').config([
    '$provide',
    ($provide) => {
      $provide.decorator('localeLoader', [
        '$delegate',
        '$q',
        (load, $q) => (asked) => {
          if (!language) {
            return load(asked);
          }
          asked.callback?.(null, language, asked.key);
          return $q.resolve(language.labels);
        },
      ]);
    },
  ]);
}

/** Angular asks for these when it starts, which is after this script. Lists show a day where they said "in 14 days". */
function showAgencyDays() {
  window.angular.module('cam.tasklist').config([
    '$provide',
    ($provide) => {
      $provide.decorator('camDateFilter', ['$delegate', (show) => (moment, how) => show(shownTime(moment), how)]);
      // Calendars ask it for the names of their own days, which are no moments; the engine's moments have an offset.
      $provide.decorator('dateFilter', [
        '$delegate',
        (show) =>
          (moment, ...how) =>
            show(/T.*(Z|[+-]\d\d:?\d\d)$/.test(moment) ? shownTime(moment) : moment, ...how),
      ]);
      $provide.decorator('camWidgetFooterDirective', [
        '$delegate',
        (directives) => {
          directives[0].compile = () => (scope) => {
            scope.timezoneName = agencyZone();
          };
          return directives;
        },
      ]);
      $provide.decorator('amTimeAgoDirective', [
        '$delegate',
        '$filter',
        (directives, $filter) => {
          directives[0].compile = () => (scope, element, attributes) =>
            scope.$watch(attributes.amTimeAgo, (moment) => {
              element.text($filter('camDate')(moment, 'short'));
            });
          return directives;
        },
      ]);
    },
  ]);
}

/** Tasklist's own logout would leave the session of the pages open, and so log the person in again at once. */
function logOut(event) {
  const link = event.target.closest?.('[cam-widget-header] .logout a');
  if (!link) {
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  // What was typed a moment ago is kept as a draft first.
  Promise.resolve(document.querySelector('.form-pane [task-id]')?.saveNow?.()).finally(leave);
}

function leave() {
  const token = /(?:^|;\s*)(?:__Host-)?LARAS-CSRF=([^;]+)/.exec(document.cookie);
  // Not a form: the way out may lead to a login provider, where Tasklist's policy lets no form lead.
  fetch(home + 'logout', {
    method: 'POST',
    headers: { Accept: 'text/plain', 'X-Laras-CSRF': token ? decodeURIComponent(token[1]) : '' },
  })
    .then((answer) => {
      if (answer.ok) {
        forgetAll();
      }
      return answer.ok ? answer.text() : home;
    })
    .catch(() => home)
    .then((next) => location.assign(next));
}

/** The brand leads home, where everybody's work is; Angular draws it whenever a person logs in. */
function leadHome(event) {
  const brand = event.target.closest?.('[cam-widget-header] .navbar-brand');
  if (brand) {
    event.preventDefault();
    event.stopImmediatePropagation();
    window.location.assign(home);
  }
}

/** On a phone the three columns stand below each other; user-styles.css shows the list or the task, by this class. */
function showOneThing() {
  const open = /[?&]task=[^&]/.test(window.location.hash);
  if (open !== document.body.classList.contains('laras-task-open')) {
    document.body.classList.toggle('laras-task-open', open);
    document.querySelector('.page-wrap')?.scrollTo(0, 0);
    window.scrollTo(0, 0);
  }
}

/** Tasklist forgets the order that a filter was stored with; people work by due date, the most urgent first. */
function sortByDueDate() {
  const hash = window.location.hash || '#/';
  if (!/[?&]sorting=/.test(hash)) {
    const order = encodeURIComponent(JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]));
    history.replaceState(null, '', `${hash}${hash.includes('?') ? '&' : '?'}sorting=${order}`);
  }
}

/** What is named by a model or a filter: shared lists, tasks in the list, the open task and its process. */
const NAMED = '.task-filters .item .name a, .names .task, .names .process-definition';

/**
 * The engine keeps one name for each list, task and process, the Indonesian one. Angular draws them again and again;
 * whatever shows one of them shows it in the chosen language. Behind the name of a task stands whom it is about.
 */
function translateNames() {
  const columns = document.querySelector('.site-wrap') ?? document.body;
  const names = { ...words.lists };
  const translate = () => {
    for (const place of columns.querySelectorAll(NAMED)) {
      const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const [, before, shown, rest] = /^(\s*)(.*?)(\s*(?: · [^]*)?)$/.exec(text.nodeValue) ?? [];
        if (shown && Object.hasOwn(names, shown)) {
          text.nodeValue = before + names[shown] + rest;
        }
      }
    }
  };
  if (document.documentElement.lang === 'en') {
    new MutationObserver(translate).observe(columns, { childList: true, characterData: true, subtree: true });
    translate();
    fetch(home + 'api/tasks/names', { headers: { Accept: 'application/json' } })
      .then((answer) => (answer.ok ? answer.json() : {}))
      .catch(() => ({}))
      .then((found) => {
        Object.assign(names, found);
        translate();
      });
  }
}

function offerWayBack() {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'laras-back';
  button.textContent = words.back;
  button.addEventListener('click', () => {
    const hash = window.location.hash.replace(/([?&])task=[^&]*&?/, '$1').replace(/[?&]$/, '');
    window.location.hash = hash || '#/';
    showOneThing();
  });
  document.querySelector('.site-wrap')?.before(button);
}

document.addEventListener('click', logOut, true);
document.addEventListener('click', leadHome, true);
window.addEventListener('hashchange', showOneThing);
// Angular changes the address without telling: it replaces the state of the history.
for (const name of ['pushState', 'replaceState']) {
  const original = history[name];
  history[name] = function (...args) {
    original.apply(this, args);
    showOneThing();
  };
}
speakFromTheBeginning();
showAgencyDays();
sortByDueDate();
translateNames();
offerWayBack();
showOneThing();
