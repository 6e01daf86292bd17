/* The agency's time: the only place of all scripts that asks which day or hour it is (docs/adr/0107). */

/** The agency's zone, which the server says (zone.js). Without it there is no day to show, least of all the browser's. */
export function agencyZone(): string {
  const zone = typeof document === 'undefined' ? undefined : document.documentElement.dataset['zone'];
  if (!zone) {
    throw new Error('The page does not say the zone of the agency');
  }
  return zone;
}

export interface Moment {
  year: string;
  month: string;
  day: string;
  hour: string;
  minute: string;
  second: string;
}

/** What the calendar and the clock in the zone show at this moment, each part in two or four digits; null when it is none. */
export function agencyTime(moment: Date | string, zone?: string): Moment | null {
  // The engine leaves the colon of an offset out, which not every browser reads.
  const date = new Date(typeof moment === 'string' ? moment.replace(/([+-]\d\d)(\d\d)$/, '$1:$2') : moment);
  if (Number.isNaN(date.getTime())) {
    return null;
  }
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone ?? agencyZone(),
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(date);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  };
}

/** How the zone is called here: WIB, WITA, WIT. */
export function zoneName(zone = agencyZone()): string {
  const parts = new Intl.DateTimeFormat('id-ID', { timeZone: zone, timeZoneName: 'short' }).formatToParts(new Date());
  return parts.find((each) => each.type === 'timeZoneName')?.value ?? zone;
}
