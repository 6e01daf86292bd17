// What was typed and is not sent yet is kept in this window alone, and for one account. The forms of Tasklist keep theirs under the same
// prefix (unsent.ts).
const PREFIX = 'laras.typed:';

/** What the browser has no room for, or is forbidden to keep: it stays as long as this page does. */
const here = new Map();

/** The browser's own, or null where it is forbidden. */
function store() {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}

export const shelf = {
  keys: () => [...Array.from({ length: store()?.length ?? 0 }, (_, index) => store().key(index)), ...here.keys()],

  get: (key) => here.get(key) ?? store()?.getItem(key) ?? null,

  /** Whether it stays beyond this page. */
  set(key, value) {
    try {
      if (store()) {
        store().setItem(key, value);
        here.delete(key);
        return true;
      }
    } catch {
      // no room
    }
    here.set(key, value);
    return false;
  },

  remove(key) {
    here.delete(key);
    store()?.removeItem(key);
  },
};

const forget = (which) => shelf.keys().filter(which).forEach(shelf.remove);

/** @param id says which form of the account it is */
export const keyOf = (account, id) => `${PREFIX}${encodeURIComponent(account)}:${id}`;

/** The name that was typed at the login: until somebody is in. */
export const NAME = 'laras.name';

/** Nobody reads what another typed. */
export const forgetOthers = (account) => forget((key) => key === NAME || (key.startsWith(PREFIX) && !key.startsWith(keyOf(account, ''))));

/** Whoever logs out leaves nothing behind. */
export const forgetAll = () => forget((key) => key.startsWith(PREFIX));
