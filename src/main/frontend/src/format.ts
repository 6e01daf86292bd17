import { agencyTime, zoneName } from './agency';
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

/** A day as `21 Nov 2026`; takes a date, or an instant, whose day is the agency's wherever the browser is. */
export function day(iso: string | null | undefined, zone?: string): string {
  if (!iso) {
    return '–';
  }
  // A plain day is the same one everywhere.
  const plain = /^\d{4}-\d{2}-\d{2}$/.test(iso);
  const moment = agencyTime(plain ? `${iso}T00:00:00Z` : iso, plain ? 'UTC' : zone);
  return moment ? `${Number(moment.day)} ${months[Number(moment.month) - 1]} ${moment.year}` : iso;
}

/** A time of the agency's day as `14.05 WIB` (Indonesian) or `14:05 WIB`. */
export function timeOfDay(date: Date, zone?: string): string {
  const moment = agencyTime(date, zone);
  return moment ? `${moment.hour}${language === 'en' ? ':' : '.'}${moment.minute} ${zoneName(zone)}` : '–';
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
