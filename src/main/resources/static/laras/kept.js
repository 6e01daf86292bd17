// What was typed and is not sent yet is kept in this window alone, and for one account. The forms of Tasklist keep theirs under the same
// prefix (unsent.ts).
const PREFIX = 'laras.typed:';

const keys = () => Array.from({ length: sessionStorage.length }, (_, index) => sessionStorage.key(index));

const forget = (which) => keys().filter(which).forEach((key) => sessionStorage.removeItem(key));

/** @param id says which form of the account it is */
export const keyOf = (account, id) => `${PREFIX}${encodeURIComponent(account)}:${id}`;

/** The name that was typed at the login: until somebody is in. */
export const NAME = 'laras.name';

/** Nobody reads what another typed. */
export const forgetOthers = (account) => forget((key) => key === NAME || (key.startsWith(PREFIX) && !key.startsWith(keyOf(account, ''))));

/** Whoever logs out leaves nothing behind. */
export const forgetAll = () => forget((key) => key.startsWith(PREFIX));
