/* What was typed and has not reached the server yet: in this window alone, and for one account. The pages and the login
   (static/laras/typed.js, session.js) keep theirs under the same prefix, and forget all of it when somebody logs out. */

export const PREFIX = 'laras.typed:';

/** @typeParam S what the form holds; `version` is that of the draft which it builds upon, `replaces` the text beside it */
export interface Unsent<S> {
  version: number;
  replaces?: string;
  state: S;
}

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** The browser's own, or null where it forbids it. */
function shelf(): Shelf | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}

/** Whether the browser has kept it: it may have no room, or be forbidden to. */
export function keepUnsent(account: string, taskId: string, unsent: Unsent<unknown>): boolean {
  try {
    shelf()?.setItem(key(account, taskId), JSON.stringify(unsent));
    return shelf() !== null;
  } catch {
    return false;
  }
}

export function forgetUnsent(account: string, taskId: string): void {
  shelf()?.removeItem(key(account, taskId));
}

/** What this account left here, or null. What another account left is forgotten: nobody else may read it. */
export function unsent<S>(account: string, taskId: string): Unsent<S> | null {
  forgetOthers(account);
  const kept = shelf()?.getItem(key(account, taskId)) ?? null;
  return kept === null ? null : (JSON.parse(kept) as Unsent<S>);
}

export function forgetOthers(account: string): void {
  const own = `${PREFIX}${encodeURIComponent(account)}:`;
  const all = shelf();
  Array.from({ length: all?.length ?? 0 }, (_, index) => all?.key(index) ?? '')
    .filter((each) => each.startsWith(PREFIX) && !each.startsWith(own))
    .forEach((each) => all?.removeItem(each));
}

function key(account: string, taskId: string): string {
  return `${PREFIX}${encodeURIComponent(account)}:task:${taskId}`;
}
