export type Language = 'id' | 'en';

interface Surroundings {
  /** Language of the document, as the page says. */
  documentLanguage: string;
  /** Whether the page is Camunda's: its document says "en" whatever it shows, and its texts follow the browser. */
  insideTasklist: boolean;
  /** First language of the browser, which is the only one that Tasklist looks at. */
  browserLanguage: string;
}

/** The language the forms speak: always that of the page around them; Indonesian when it is neither of ours. */
export function chooseLanguage(around: Surroundings): Language {
  const wanted = around.insideTasklist || !around.documentLanguage ? around.browserLanguage : around.documentLanguage;
  return wanted.toLowerCase().split('-')[0] === 'en' ? 'en' : 'id';
}
