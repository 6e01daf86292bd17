// Tasklist as part of Laras: its name, its language, and the scripts that our forms need.
import '../../../../laras/zone.js';

// One language for pages and Tasklist: the one chosen on the pages (cookie LARAS-LANG), Indonesian by default.
const chosen = /(?:^|;\s*)LARAS-LANG=(id|en)\b/.exec(document.cookie);
const language = chosen ? chosen[1] : 'id';
document.documentElement.lang = language;

// Until the language file is there, Angular draws the keys of its labels; they are hidden that long, by user-styles.css.
const page = document.documentElement;
const reveal = () => page.classList.remove('laras-speechless');
page.classList.add('laras-speechless');
// Whatever else keeps it away: nobody is left before an empty page.
setTimeout(reveal, 15_000);
const untilItSpeaks = setInterval(() => {
  const injector = window.angular?.element(document.body).injector?.();
  if (injector) {
    clearInterval(untilItSpeaks);
    injector.get('$translate').onReady(reveal);
    // Labels as keys are still better than none.
    injector.get('$rootScope').$on('$translateLoadingError', reveal);
  }
}, 20);

// The engine runs a form's script by eval, which the policy forbids. All our forms have the same one, which hands the form to
// its element; so that is done here, for the forms of older deployments too, and no text is ever run as a program.
const early = (window.laras ??= {
  waiting: [],
  // The element may arrive later: until then the form waits, and nothing can be sent.
  connect(form) {
    early.waiting.push(form);
    form.on('submit', () => {
      form.submitPrevented ||= window.laras === early;
    });
  },
});
const evaluate = window.eval;
window.eval = (script) => {
  // Anything else goes where it went before: to the policy, which refuses it.
  if (!/\blaras\b[\s\S]*\bcamForm\b/.test(script)) {
    return evaluate(script);
  }
  const element = [...document.querySelectorAll('form > *')].find((each) => each.localName.startsWith('laras-'));
  const form = element && window.angular.element(element.parentElement).scope()?.camForm;
  if (!form) {
    throw new Error('A form without an element of Laras');
  }
  window.laras.connect(form);
};

export default {
  app: {
    name: language === 'en' ? 'Tasks' : 'Daftar Tugas',
    vendor: 'Laras',
  },
  // Only the chosen one: Tasklist would otherwise follow the browser, and people would read two languages in one place.
  locales: {
    availableLocales: [language],
    fallbackLocale: language,
  },
  // Relative to Tasklist's own folder: the login, the elements of the forms, and what makes the frame ours, and reachable.
  customScripts: ['../../../../../laras/session.js', '../../../../../laras/elements.js', 'scripts/laras.js', 'scripts/reachable.js'],
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'claims the currently selected task' },
    focusFilter: { key: 'ctrl+shift+f', description: 'set the focus to the first filter in the list' },
    focusList: { key: 'ctrl+alt+l', description: 'sets the focus to the first task in the list' },
    focusForm: { key: 'ctrl+alt+f', description: 'sets the focus to the first input field in a task form' },
  },
};
