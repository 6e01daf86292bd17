import type { GuideRow, Predicate } from '../shapes';

export interface Share {
  predicate: Predicate;
  count: number;
  /** Percent of all employees, 0 to 100, unrounded. */
  percent: number;
}

export type Verdict = 'WITHIN' | 'TOO_MANY' | 'TOO_FEW';

/** Counts the predicates of a unit, in the order of the scheme, also those that nobody has. */
export function shares(order: readonly Predicate[], given: readonly Predicate[]): Share[] {
  return order.map((predicate) => {
    const count = given.filter((each) => each === predicate).length;
    return { predicate, count, percent: given.length === 0 ? 0 : (count * 100) / given.length };
  });
}

/** Whether the predicates that a row of the guide speaks of, taken together, keep within it. */
export function verdict(row: GuideRow, distribution: readonly Share[]): { count: number; percent: number; verdict: Verdict } {
  const concerned = distribution.filter((share) => row.predicates.includes(share.predicate));
  const count = concerned.reduce((sum, share) => sum + share.count, 0);
  const total = distribution.reduce((sum, share) => sum + share.count, 0);
  const percent = total === 0 ? 0 : (count * 100) / total;
  const tooMany = row.maxShare !== null && percent > Number(row.maxShare);
  const tooFew = row.minShare !== null && percent < Number(row.minShare);
  return { count, percent, verdict: tooMany ? 'TOO_MANY' : tooFew ? 'TOO_FEW' : 'WITHIN' };
}
