// Builds the custom elements and style sheets, or does nothing when nothing changed. Called by Maven (build.sh).
//   node build.mjs [--out DIR] [--state DIR]     build
//   node build.mjs --test [--state DIR]          run the unit tests of the pure logic
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync, copyFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../../..');
const options = process.argv.slice(2);
const option = (name, fallback) => (options.includes(name) ? resolve(options[options.indexOf(name) + 1]) : fallback);
const out = option('--out', join(root, 'target/classes/static/laras'));
const state = option('--state', join(root, 'target/frontend'));
/** The types of what travels, made from the Java records by Maven. */
const records = 'target/frontend/records.d.ts';
/** The labels of codes stand once, in the bundles of the pages; these are the forms' names for them. */
const labels = {
  predicate: 'assessment.predicate',
  rating: 'assessment.rating',
  organisation: 'cycle.organisation',
  value: 'feedback.value',
  coaching: 'followup.coaching',
  measure: 'followup.kind',
  aspect: 'target.aspect',
  direction: 'target.direction',
  kind: 'target.kind',
  perspective: 'target.perspective',
};
const styles = ['tokens.css', 'pages.css'];
const scripts = ['elements', 'pages', 'agency'];
const outputs = [...scripts.map((name) => `${name}.js`), ...styles];

if (Number(process.versions.node.split('.')[0]) < 18) {
  fail(`Laras needs Node.js 18 or newer to build its forms; this is ${process.version}.`);
}

if (options.includes('--test')) {
  install();
  writeLabels();
  test();
} else {
  if (!existsSync(join(root, records))) {
    fail(`${records} is missing, which says what travels between forms and server: ./mvnw process-classes makes it.`);
  }
  const hash = hashOf([
    join('../../..', records),
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'build.mjs',
    ...bundles('').concat(bundles('_en')),
    ...filesIn('src'),
    ...filesIn('styles'),
    ...filesIn('test'),
  ]);
  if (read(join(state, 'built')) === hash && outputs.every((name) => existsSync(join(out, name)))) {
    process.exit(0);
  }
  install();
  await build();
  writeFileSync(join(state, 'built'), hash);
}

/** Fetches the dependencies, only when the lock file changed since the last time. */
function install() {
  mkdirSync(state, { recursive: true });
  const stamp = join(here, 'node_modules/.laras-lock');
  const hash = hashOf(['package-lock.json']);
  if (read(stamp) === hash) {
    return;
  }
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: here,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.error) {
    fail("Laras needs npm to build its forms, and it is not on the PATH. On Debian: apt-get install npm");
  }
  if (npm.status !== 0) {
    fail('npm could not fetch what the forms are built with; is the npm registry reachable?');
  }
  writeFileSync(stamp, hash);
}

/** Checks the types, then bundles: a type error fails the build before anything is written. */
async function build() {
  writeLabels();
  run(['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json'], 'The forms have type errors.');
  const esbuild = await import('esbuild');
  mkdirSync(out, { recursive: true });
  await esbuild.build({
    entryPoints: scripts.map((name) => join(here, `src/${name}.ts`)),
    outdir: out,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2021',
    charset: 'utf8',
    legalComments: 'inline',
    loader: { '.css': 'text' },
    logLevel: 'warning',
  });
  for (const name of styles) {
    copyFileSync(join(here, 'styles', name), join(out, name));
  }
}

/** The rooms' texts in one language. */
function bundles(language) {
  const rooms = new Set(Object.values(labels).map((key) => key.split('.')[0]));
  return [...rooms].map((room) => `../resources/messages/${room}${language}.properties`);
}

function writeLabels() {
  const of = (language) => {
    const texts = bundles(language).map((name) => readFileSync(join(here, name), 'utf8')).join('\n');
    return Object.entries(labels).flatMap(([name, key]) =>
      [...texts.matchAll(new RegExp(`^${key}\\.([A-Z_]+)=(.+)$`, 'gm'))].map(([, code, text]) => [`${name}.${code}`, text]),
    );
  };
  const all = (name, texts) => `export const ${name} = ${JSON.stringify(Object.fromEntries(texts), null, 2)} as const;\n`;
  mkdirSync(join(root, 'target/frontend'), { recursive: true });
  writeFileSync(join(root, 'target/frontend/labels.ts'), all('labelsId', of('')) + all('labelsEn', of('_en')));
}

/** Bundles each test by itself and gives them to Node's own runner; its exit code is ours. */
async function test() {
  const esbuild = await import('esbuild');
  const bundles = join(state, 'test');
  rmSync(bundles, { recursive: true, force: true });
  const entries = filesIn('test').filter((name) => name.endsWith('.test.ts'));
  if (entries.length === 0) {
    fail('No frontend tests were found.');
  }
  await esbuild.build({
    entryPoints: entries.map((name) => join(here, name)),
    outdir: bundles,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node18',
    loader: { '.css': 'text' },
    logLevel: 'warning',
  });
  const files = readdirSync(bundles).map((name) => join(bundles, name));
  run(['--test', ...files], 'Frontend tests failed.');
}

function run(args, complaint) {
  try {
    execFileSync(process.execPath, args, { cwd: here, stdio: 'inherit' });
  } catch {
    fail(complaint);
  }
}

function filesIn(folder) {
  const found = [];
  for (const entry of readdirSync(join(here, folder), { withFileTypes: true })) {
    const name = `${folder}/${entry.name}`;
    found.push(...(entry.isDirectory() ? filesIn(name) : [name]));
  }
  return found.sort();
}

function hashOf(names) {
  const hash = createHash('sha256');
  for (const name of names) {
    hash.update(`${name}\0`).update(readFileSync(join(here, name)));
  }
  return hash.digest('hex');
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
