/* What was typed and has not reached the server yet: in this window alone, and for one account. The pages and the login
   (static/laras/typed.js, session.js) keep theirs under the same prefix, and forget all of it when somebody logs out. */

export const PREFIX = 'laras.typed:';

/** @typeParam S what the form holds; `version` is that of the draft which it builds upon */
export interface Unsent<S> {
  version: number;
  state: S;
}

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export function keepUnsent(account: string, taskId: string, unsent: Unsent<unknown>, shelf: Shelf = sessionStorage): void {
  try {
    shelf.setItem(key(account, taskId), JSON.stringify(unsent));
  } catch {
    // No room left in the browser: the server's draft is the first place anyway.
  }
}

export function forgetUnsent(account: string, taskId: string, shelf: Shelf = sessionStorage): void {
  shelf.removeItem(key(account, taskId));
}

/** What this account left here, or null. What another account left is forgotten: nobody else may read it. */
export function unsent<S>(account: string, taskId: string, shelf: Shelf = sessionStorage): Unsent<S> | null {
  forgetOthers(account, shelf);
  const kept = shelf.getItem(key(account, taskId));
  return kept === null ? null : (JSON.parse(kept) as Unsent<S>);
}

export function forgetOthers(account: string, shelf: Shelf = sessionStorage): void {
  const own = `${PREFIX}${encodeURIComponent(account)}:`;
  Array.from({ length: shelf.length }, (_, index) => shelf.key(index) ?? '')
    .filter((each) => each.startsWith(PREFIX) && !each.startsWith(own))
    .forEach((each) => shelf.removeItem(each));
}

function key(account: string, taskId: string): string {
  return `${PREFIX}${encodeURIComponent(account)}:task:${taskId}`;
}
