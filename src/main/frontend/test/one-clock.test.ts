import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

/* Whatever a script shows of a moment is the agency's: by agency.ts, and by nothing else. */

const SCRIPTS = [
  'src',
  '../resources/static/laras',
  '../resources/META-INF/resources/webjars/camunda/app/tasklist/scripts',
];

/** What asks the browser for a day or an hour, or puts one into words. */
const OWN_CLOCK =
  /Intl\.DateTimeFormat|toLocale(Date|Time)String|toDateString|toTimeString|\.get(FullYear|Month|Date|Day|Hours|Minutes|Seconds|TimezoneOffset)\(|\bmoment\(/;

/** Numbers are written by the same name. */
const OWN_WORDS = /\.toLocaleString\(/;

function scripts(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? scripts(`${folder}/${entry.name}`)
      : /\.(ts|js)$/.test(entry.name)
        ? [`${folder}/${entry.name}`]
        : [],
  );
}

test('onlyOneScriptKnowsDaysAndHours', () => {
  const found = SCRIPTS.flatMap(scripts);
  assert.ok(found.length > 30);
  const others = found.filter((name) => {
    const text = readFileSync(name, 'utf8');
    return (name !== 'src/agency.ts' && OWN_CLOCK.test(text)) || (name !== 'src/format.ts' && OWN_WORDS.test(text));
  });
  assert.deepEqual(others, []);
  assert.match(readFileSync('src/agency.ts', 'utf8'), OWN_CLOCK);
});
