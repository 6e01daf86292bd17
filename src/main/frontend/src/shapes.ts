/* What travels between forms and server: Maven makes these types from the Java records before it builds the forms (docs/adr/0118). */

import type {
  Aspect,
  CoreValue,
  Direction,
  OpenTask,
  Perspective,
  Rating,
  ResultKind,
  Subject,
} from '../../../../target/frontend/records';

export type * from '../../../../target/frontend/records';

/** A task with what its step shows. */
export type TaskView<D> = Omit<OpenTask, 'subject' | 'data'> & { subject: Subject | null; data: D };

/** An answer as a form sends it: every component is named, and what is missing is null; the server says what must not be. */
export type Sent<T> = T extends ReadonlyArray<infer E> ? Array<Sent<E>> : T extends object ? { [K in keyof T]: Sent<T[K]> | null } : T;

/** The constants of an enumeration in the order of the forms; the compiler misses what is forgotten. */
const all = <C extends string>(constants: Record<C, true>): readonly C[] => Object.keys(constants) as C[];

export const RATINGS = all<Rating>({ ABOVE: true, MEETS: true, BELOW: true });
export const KINDS = all<ResultKind>({ MAIN: true, ADDITIONAL: true });
export const ASPECTS = all<Aspect>({ QUANTITY: true, QUALITY: true, TIME: true, COST: true });
export const PERSPECTIVES = all<Perspective>({ STAKEHOLDER: true, PROCESS: true, LEARNING: true, FINANCE: true });
export const DIRECTIONS = all<Direction>({ HIGHER: true, LOWER: true });
export const CORE_VALUES = all<CoreValue>({
  SERVICE_ORIENTED: true,
  ACCOUNTABLE: true,
  COMPETENT: true,
  HARMONIOUS: true,
  LOYAL: true,
  ADAPTIVE: true,
  COLLABORATIVE: true,
});
