// Tasklist as part of Laras: its name, its language, and the scripts that our forms need.
// One language for pages and Tasklist: the one chosen on the pages (cookie LARAS-LANG), Indonesian by default.
const chosen = /(?:^|;\s*)LARAS-LANG=(id|en)\b/.exec(document.cookie);
const language = chosen ? chosen[1] : 'id';
document.documentElement.lang = language;

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
  // Relative to Tasklist's own folder: the elements of the forms, and what makes the frame ours.
  customScripts: ['../../../../../laras/elements.js', 'scripts/laras.js'],
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'claims the currently selected task' },
    focusFilter: { key: 'ctrl+shift+f', description: 'set the focus to the first filter in the list' },
    focusList: { key: 'ctrl+alt+l', description: 'sets the focus to the first task in the list' },
    focusForm: { key: 'ctrl+alt+f', description: 'sets the focus to the first input field in a task form' },
  },
};
