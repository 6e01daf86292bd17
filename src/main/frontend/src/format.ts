import { language } from './i18n';
import { parseDecimal } from './logic/decimals';

const locale = language === 'en' ? 'en-GB' : 'id-ID';
const months = language === 'en'
  ? ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
  : ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'];

/** A decimal of the server in the reader's format, without needless zeros; other text stays as it is. */
export function number(decimal: string | number | null | undefined, digits?: number): string {
  if (decimal === null || decimal === undefined || decimal === '') {
    return '–';
  }
  const value = Number(decimal);
  return Number.isFinite(value)
    ? value.toLocaleString(locale, { minimumFractionDigits: digits ?? 0, maximumFractionDigits: digits ?? 6 })
    : String(decimal);
}

/** The agency's zone, which the server says (zone.js). */
function agencyZone(): string | undefined {
  return typeof document === 'undefined' ? undefined : document.documentElement.dataset['zone'];
}

/** A day as `21 Nov 2026`; takes a date, or an instant, whose day is the agency's wherever the browser is. */
export function day(iso: string | null | undefined, zone = agencyZone()): string {
  if (!iso) {
    return '–';
  }
  const plain = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  const date = new Date(plain ? `${iso}T00:00:00Z` : iso);
  if (Number.isNaN(date.getTime())) {
    return iso;
  }
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: plain ? 'UTC' : zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  }).formatToParts(date);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  return `${part('day')} ${months[part('month') - 1]} ${part('year')}`;
}

/** A time of day as `14.05` (Indonesian) or `14:05`. */
export function timeOfDay(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return two(date.getHours()) + (language === 'en' ? ':' : '.') + two(date.getMinutes());
}

/** Text as a sentence: with a full stop, unless it ends like one already. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return trimmed === '' || /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** What was typed as a decimal, formatted, or null when it is none. */
export function typedNumber(typed: string): string | null {
  const parsed = parseDecimal(typed);
  return parsed === null ? null : number(parsed);
}
