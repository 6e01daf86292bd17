// Makes Tasklist usable with a keyboard and a screen reader, as far as its frame can be changed from outside (ADR 104).
const english = document.documentElement.lang === 'en';
const words = english
  ? {
      skip: 'Skip to the task',
      search: 'Search tasks',
      apps: 'Other parts of the engine',
      columns: { filters: 'Show or hide the lists', list: 'Show or hide the tasks', task: 'Show or hide the task' },
      release: 'Give the task back',
      wide: 'Enlarge the task',
      normal: 'Show all columns again',
      order: { asc: 'Ascending; turn round', desc: 'Descending; turn round' },
      regions: { '.task-filters': 'Lists', '.tasks-list': 'Tasks', '.task-details': 'Task' },
    }
  : {
      skip: 'Langsung ke tugas',
      search: 'Cari tugas',
      apps: 'Bagian lain dari mesin proses',
      columns: { filters: 'Tampilkan atau sembunyikan daftar', list: 'Tampilkan atau sembunyikan tugas', task: 'Tampilkan atau sembunyikan isi tugas' },
      release: 'Lepas tugas',
      wide: 'Perbesar tugas',
      normal: 'Tampilkan semua kolom lagi',
      order: { asc: 'Naik; balikkan urutan', desc: 'Turun; balikkan urutan' },
      regions: { '.task-filters': 'Daftar', '.tasks-list': 'Daftar tugas', '.task-details': 'Tugas' },
    };

/** What people look for: the rest are words of the engine, which nobody who has a task to do knows. */
const SEARCHES = ['name', 'processDefinitionName', 'due', 'created'];
const ORDERS = ['dueDate', 'created', 'nameCaseInsensitive'];

/** The first thing to do: a field of the open form, taking the open task, or the first task of the list. */
function firstField() {
  const form = document.querySelector('.form-pane [task-id]');
  const inside = form?.shadowRoot?.querySelector('fieldset :is(input:not([type=hidden]), select, textarea, button):enabled');
  // One after the other: all in one selector would give the first of the page, which is the list of filters.
  const others = ['.task-details .claim', '.tasks-list .task a', '.task-filters .item a'].map((each) => document.querySelector(each));
  return inside ?? others.find((each) => each?.getClientRects().length > 0);
}

function offerToSkip() {
  const link = document.createElement('a');
  link.className = 'laras-skip';
  link.href = '#';
  link.textContent = words.skip;
  link.addEventListener('click', (event) => {
    event.preventDefault();
    event.stopPropagation();
    firstField()?.focus();
  });
  document.body.prepend(link);
}

function name(selector, text) {
  for (const element of document.querySelectorAll(selector)) {
    if (element.getAttribute('aria-label') !== text) {
      element.setAttribute('aria-label', text);
    }
  }
}

/** The widget's own list of what may be searched; changed in place, as the widget holds on to it. */
function keepUsefulSearches() {
  const widget = document.querySelector('[cam-widget-search]');
  const types = widget && window.angular.element(widget).isolateScope()?.searchTypes;
  if (types?.some((type) => !SEARCHES.includes(type.key))) {
    const kept = types.filter((type) => SEARCHES.includes(type.key));
    types.splice(0, types.length, ...kept);
  }
}

function keepUsefulOrders() {
  for (const item of document.querySelectorAll('[cam-sorting-dropdown] > li[ng-repeat*="in options"]')) {
    item.hidden = !ORDERS.includes(window.angular.element(item).scope()?.name);
  }
}

/** Angular draws the frame again and again; what it draws without a name gets one. */
function nameWhatHasNone() {
  for (const [column, text] of Object.entries(words.columns)) {
    name(`.region-toggle[data-region="${column}"]`, text);
  }
  name('[cam-widget-header] .app-switch > .dropdown-toggle', words.apps);
  name('[cam-tasklist-task-meta] .unclaim', words.release);
  name('.maximize', words.wide);
  name('.reset-regions', words.normal);
  name('.sort-direction.glyphicon-menu-up', words.order.asc);
  name('.sort-direction.glyphicon-menu-down', words.order.desc);
  name('.search-container .main-field', words.search);
  for (const [column, text] of Object.entries(words.regions)) {
    name(`section.column${column}`, text);
  }
  for (const field of document.querySelectorAll('.search-container .main-field:not([role])')) {
    field.setAttribute('role', 'combobox');
  }
  keepUsefulSearches();
  keepUsefulOrders();
  leaveRefusalsToTheForm();
}

let refusalsLeft = false;

/** What a form says itself Tasklist would say once more, in a notice over the button that sends it. */
function leaveRefusalsToTheForm() {
  const injector = !refusalsLeft && window.angular.element(document.body).injector();
  if (!injector) {
    return;
  }
  refusalsLeft = true;
  const notices = injector.get('Notifications');
  const add = notices.addError;
  notices.addError = function (notice) {
    if (!document.querySelector('.form-pane [task-id]')?.says?.(notice.message ?? '')) {
      add.call(this, notice);
    }
  };
  document.querySelector('[notifications-panel]')?.setAttribute('role', 'alert');
}

let asked = false;
new MutationObserver(() => {
  if (!asked) {
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      nameWhatHasNone();
    });
  }
}).observe(document.body, { childList: true, subtree: true });
offerToSkip();
nameWhatHasNone();
