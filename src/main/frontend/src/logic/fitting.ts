/* A draft in the form as it is now: the form may have changed since (an update, a plan that was revised, a move out of the unit). */

/** What a state holds besides its fields: texts of the draft that have no place in the form any more. They stay until the person has read them. */
export interface Homeless {
  homeless?: string[];
}

/**
 * Takes over whatever still has its place, and keeps the rest to be read.
 *
 * @param start what the form holds without a draft; whatever the draft lacks is taken from it
 * @param pattern like `start`, but with one empty element in lists: what those of a draft must look like
 */
export function fit<S extends object>(draft: unknown, start: S, pattern: S = start): S & Homeless {
  const homeless: string[] = [];
  const before = isObject(draft) && Array.isArray(draft['homeless']) ? draft['homeless'] : [];
  const fields = isObject(draft) ? Object.fromEntries(Object.entries(draft).filter(([key]) => key !== 'homeless')) : draft;
  const state = take(fields, start, pattern, homeless) as S & Homeless;
  const all = [...new Set([...texts(before), ...homeless])];
  return all.length > 0 ? { ...state, homeless: all } : state;
}

function take(draft: unknown, start: unknown, pattern: unknown, homeless: string[]): unknown {
  if (draft === undefined) {
    return start;
  }
  if (Array.isArray(pattern) && Array.isArray(draft)) {
    return pattern.length === 0 ? draft : draft.flatMap((each) => element(each, pattern[0], homeless));
  }
  if (isObject(pattern) && isObject(draft)) {
    const own = isObject(start) ? start : pattern;
    const taken = Object.keys(pattern).map((key) => [key, take(draft[key], own[key], pattern[key], homeless)]);
    Object.keys(draft)
      .filter((key) => !Object.hasOwn(pattern, key))
      .forEach((key) => homeless.push(...texts(draft[key])));
    return Object.fromEntries(taken);
  }
  if (fits(draft, pattern)) {
    return draft;
  }
  homeless.push(...texts(draft));
  return start;
}

/** Of a list: what is no such element at all is left out, and read beside the form. */
function element(draft: unknown, pattern: unknown, homeless: string[]): unknown[] {
  if (isObject(draft) === isObject(pattern) && Array.isArray(draft) === Array.isArray(pattern)) {
    return [take(draft, structuredClone(pattern), pattern, homeless)];
  }
  homeless.push(...texts(draft));
  return [];
}

function fits(draft: unknown, pattern: unknown): boolean {
  return pattern === null ? draft === null || typeof draft === 'string' : draft !== null && typeof draft === typeof pattern && typeof draft !== 'object';
}

/** Everything in it that somebody may have typed; the ids of things are none of it. */
function texts(part: unknown): string[] {
  if (typeof part === 'string') {
    return part.trim() === '' || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(part) ? [] : [part];
  }
  return typeof part === 'number' ? [String(part)] : typeof part === 'object' && part !== null ? Object.values(part).flatMap(texts) : [];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
