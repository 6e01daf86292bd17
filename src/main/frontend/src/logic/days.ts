/* Days as people type them. A date field of the browser speaks the browser's language, not the page's. */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'mei', 'jun', 'jul', 'agu', 'sep', 'okt', 'nov', 'des'];
const ENGLISH_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The day that was typed, as yyyy-mm-dd, or null when it is none: 31/12/2026, 31-12-2026, 31.12.2026, 31 Des 2026,
 * 31 December 2026, 2026-12-31. The day always stands before the month, as people here write.
 */
export function parseDay(typed: string): string | null {
  const text = typed.trim().toLowerCase();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) {
    return real(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  }
  const figures = /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})$/.exec(text);
  if (figures) {
    return real(Number(figures[3]), Number(figures[2]), Number(figures[1]));
  }
  const named = /^(\d{1,2})[\s.\-/]+([a-z]{3,})[\s.\-/]+(\d{4})$/.exec(text);
  return named ? real(Number(named[3]), month(named[2] ?? ''), Number(named[1])) : null;
}

/** A day of the server as it stands in a field: 31/12/2026; what is no day stays as it was typed. */
export function typedDay(day: string | null | undefined): string {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? '');
  return iso ? `${iso[3]}/${iso[2]}/${iso[1]}` : (day ?? '');
}

function month(name: string): number {
  const short = name.slice(0, 3);
  return Math.max(MONTHS.indexOf(short), ENGLISH_MONTHS.indexOf(short), short === 'ags' ? 7 : -1) + 1;
}

function real(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : null;
}
