export type Language = 'id' | 'en';

/**
 * The language the forms speak: always that of the page around them, which Tasklist and our pages say alike; without one
 * the browser's. Indonesian when it is neither of ours.
 */
export function chooseLanguage(document: string, browser: string): Language {
  return (document || browser).toLowerCase().split('-')[0] === 'en' ? 'en' : 'id';
}
