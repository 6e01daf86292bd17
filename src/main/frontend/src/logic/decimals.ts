/*
 * Numbers as people type and read them. An answer carries a decimal as text with a dot ("1234.56"); people in Indonesia
 * type "1.234,56", and many type "1234.56" out of habit: both are understood, and nothing is ever rounded on the way.
 */

/**
 * What was typed, as text with a dot and without grouping, or null when it is not a number. Of two separators the last
 * one is the decimal one. A single dot before exactly three digits groups thousands, as in every Indonesian document.
 */
export function parseDecimal(typed: string): string | null {
  const text = typed.replace(/[\s\u00a0]/g, '');
  const match = /^([+-]?)(\d[\d.,]*)$/.exec(text);
  if (!match) {
    return null;
  }
  const digits = match[2] ?? '';
  const comma = digits.lastIndexOf(',');
  const dot = digits.lastIndexOf('.');
  let decimalAt = -1;
  if (comma >= 0 && dot >= 0) {
    decimalAt = Math.max(comma, dot);
  } else if (comma >= 0) {
    decimalAt = digits.indexOf(',') === comma ? comma : -1;
  } else if (dot >= 0 && digits.indexOf('.') === dot && !/^[1-9]\d{0,2}\.\d{3}$/.test(digits)) {
    decimalAt = dot;
  }
  const whole = decimalAt < 0 ? digits : digits.slice(0, decimalAt);
  const fraction = decimalAt < 0 ? '' : digits.slice(decimalAt + 1);
  if (!/^(\d+|\d{1,3}([.,]\d{3})+)$/.test(whole) || !/^\d*$/.test(fraction)) {
    return null;
  }
  if (/[.,]/.test(whole) && decimalAt >= 0 && whole.includes(digits.charAt(decimalAt))) {
    return null;
  }
  const plain = whole.replace(/[.,]/g, '').replace(/^0+(?=\d)/, '');
  const trimmed = fraction.replace(/0+$/, '');
  const sign = match[1] === '-' && /[1-9]/.test(plain + trimmed) ? '-' : '';
  return sign + plain + (trimmed ? `.${trimmed}` : '');
}

/** Digits behind the decimal sign of a parsed decimal. */
export function fractionDigits(decimal: string): number {
  return decimal.split('.')[1]?.length ?? 0;
}

/** A decimal of an answer as it stands in an input: always with a comma, so that it reads the same when parsed again. */
export function typedDecimal(decimal: string | number | null | undefined): string {
  if (decimal === null || decimal === undefined || decimal === '') {
    return '';
  }
  const [whole = '', fraction = ''] = String(decimal).split('.');
  const trimmed = fraction.replace(/0+$/, '');
  return trimmed ? `${whole},${trimmed}` : whole;
}

/** The exact sum of parsed decimals; binary fractions would tell somebody that 33.3 + 33.3 + 33.4 is not 100. */
export function sumOf(decimals: readonly string[]): string {
  const places = Math.max(0, ...decimals.map(fractionDigits));
  let total = 0n;
  for (const decimal of decimals) {
    total += scaled(decimal, places);
  }
  const negative = total < 0n;
  const digits = (negative ? -total : total).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
  return (negative ? '-' : '') + whole + (places > 0 && fraction ? `.${fraction}` : '');
}

/** How two parsed decimals compare: negative, zero or positive. */
export function compareDecimals(one: string, other: string): number {
  const places = Math.max(fractionDigits(one), fractionDigits(other));
  const difference = scaled(one, places) - scaled(other, places);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function scaled(decimal: string, places: number): bigint {
  const [whole = '0', fraction = ''] = decimal.split('.');
  const value = BigInt(whole.replace('-', '') + fraction.padEnd(places, '0'));
  return whole.startsWith('-') ? -value : value;
}
