import { compareDecimals, fractionDigits, parseDecimal, sumOf } from './decimals';
import type { Direction, ScoreRange } from '../shapes';

/** How the weights of a plan stand. */
export interface WeightTotal {
  total: string;
  /** What is missing to the whole, or too much when negative. */
  missing: string;
  exact: boolean;
}

/** Adds up what was typed so far; what is no number yet counts as nothing. */
export function weightTotal(typed: readonly string[], whole: string): WeightTotal {
  const weights = typed.map(parseDecimal).filter((weight): weight is string => weight !== null);
  const total = sumOf(weights);
  const missing = sumOf([whole, total.startsWith('-') ? total.slice(1) : `-${total}`]);
  return { total, missing, exact: compareDecimals(total, whole) === 0 };
}

/**
 * Achievement of one indicator in percent, from 0 to the cap, or null when a part is missing. A preview: the score that
 * counts is computed on the server.
 */
export function achievement(target: string, realisation: string, direction: Direction, cap: string): number | null {
  const wanted = Number(target);
  const reached = Number(realisation);
  if (target === '' || realisation === '' || !Number.isFinite(wanted) || !Number.isFinite(reached) || wanted === 0) {
    return null;
  }
  const percent = direction === 'LOWER' ? (2 - reached / wanted) * 100 : (reached / wanted) * 100;
  return Math.min(Number(cap), Math.max(0, percent));
}

/** Weighted mean of achievements; a missing part is left out together with its weight, never counted as zero. */
export function weightedMean(parts: ReadonlyArray<{ weight: string; percent: number | null }>): number | null {
  let sum = 0;
  let weights = 0;
  for (const part of parts) {
    if (part.percent !== null) {
      sum += Number(part.weight) * part.percent;
      weights += Number(part.weight);
    }
  }
  return weights > 0 ? sum / weights : null;
}

/** Mean of the scores that are numbers, or null when there is none. */
export function meanScore(typed: readonly string[]): number | null {
  const scores = typed.map(parseDecimal).filter((score): score is string => score !== null);
  return scores.length === 0 ? null : scores.reduce((sum, score) => sum + Number(score), 0) / scores.length;
}

/** Whether what was typed is a score of that range. */
export function isScore(typed: string, range: ScoreRange): boolean {
  const score = parseDecimal(typed);
  return (
    score !== null &&
    fractionDigits(score) <= range.decimals &&
    compareDecimals(score, '0') >= 0 &&
    compareDecimals(score, range.highest) <= 0
  );
}
