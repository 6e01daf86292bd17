import { compareDecimals, fractionDigits, parseDecimal, typedDecimal } from './decimals';
import { weightTotal, type WeightTotal } from './scores';
import type { Aspect, Direction, Perspective, Plan, Proposal, ResultKind, Sent } from '../shapes';

/* A plan while it is written: numbers as typed, choices possibly still open. */

export interface IndicatorDraft {
  id: string | null;
  name: string;
  aspect: Aspect | '';
  target: string;
  unit: string;
  direction: Direction;
  weight: string;
}

export interface ResultDraft {
  id: string | null;
  kind: ResultKind;
  title: string;
  supports: string;
  perspective: Perspective | '';
  indicators: IndicatorDraft[];
}

export interface PlanDraft {
  behaviourExpectation: string;
  results: ResultDraft[];
}

export const emptyIndicator = (): IndicatorDraft => ({
  id: null,
  name: '',
  aspect: '',
  target: '',
  unit: '',
  direction: 'HIGHER',
  weight: '',
});

export const emptyResult = (kind: ResultKind): ResultDraft => ({
  id: null,
  kind,
  title: '',
  supports: '',
  perspective: '',
  indicators: [emptyIndicator()],
});

/** Starts from a plan that stands, or with one empty work result. */
export function draftOf(plan: Plan | null): PlanDraft {
  return {
    behaviourExpectation: plan?.behaviourExpectation ?? '',
    results: plan
      ? plan.results.map((result) => ({
          id: result.id,
          kind: result.kind,
          title: result.title,
          supports: result.supports ?? '',
          perspective: result.perspective ?? '',
          indicators: result.indicators.map((indicator) => ({
            id: indicator.id,
            name: indicator.name,
            aspect: indicator.aspect,
            target: typedDecimal(indicator.target),
            unit: indicator.unit,
            direction: indicator.direction,
            weight: typedDecimal(indicator.weight),
          })),
        }))
      : [emptyResult('MAIN')],
  };
}

/** Whether a main result hangs in the air although the superior has results it could support (targets cascade). */
export function supportsNothing(result: ResultDraft, superiorResults: readonly unknown[]): boolean {
  return result.kind === 'MAIN' && result.supports === '' && superiorResults.length > 0;
}

export function weightsOf(draft: PlanDraft, whole: string): WeightTotal {
  return weightTotal(draft.results.flatMap((result) => result.indicators.map((indicator) => indicator.weight)), whole);
}

/** What a number that was typed lacks to be a target or a weight. */
export function flawOf(typed: string, places: number): 'MISSING' | 'NO_NUMBER' | 'NOT_POSITIVE' | 'TOO_FINE' | null {
  if (typed.trim() === '') {
    return 'MISSING';
  }
  const parsed = parseDecimal(typed);
  if (parsed === null) {
    return 'NO_NUMBER';
  }
  if (compareDecimals(parsed, '0') <= 0) {
    return 'NOT_POSITIVE';
  }
  return fractionDigits(parsed) > places ? 'TOO_FINE' : null;
}

/** The draft as the server wants it, once nothing is wrong with it. Remarks and titles of supported results are the server's. */
export function planAnswer(draft: PlanDraft, weighted: boolean, reason: string | null = null): Sent<Proposal> {
  return {
    reason,
    behaviourExpectation: draft.behaviourExpectation.trim(),
    results: draft.results.map((result) => ({
      id: result.id,
      kind: result.kind,
      title: result.title.trim(),
      supports: result.supports || null,
      supportsTitle: null,
      perspective: result.perspective || null,
      remark: null,
      indicators: result.indicators.map((indicator) => ({
        id: indicator.id,
        aspect: indicator.aspect || null,
        name: indicator.name.trim(),
        target: parseDecimal(indicator.target),
        unit: indicator.unit.trim(),
        direction: indicator.direction,
        weight: weighted ? parseDecimal(indicator.weight) : null,
      })),
    })),
  };
}
