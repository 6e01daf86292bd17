import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fit } from '../src/logic/fitting';

/* A draft meets a form that has changed: whatever has its place is there again, and the rest is read beside the form. */

const start = () => ({ note: '', done: false, progress: { a: { value: '', note: '' } }, lines: [] as object[] });

test('whatFitsIsTakenAsItIs', () => {
  const draft = { note: 'x', done: true, progress: { a: { value: '1', note: 'y' } }, lines: [{ link: 'z' }] };
  assert.deepEqual(fit(draft, start()), draft);
});

test('aFieldThatTheFormHasNowAndTheDraftHasNotTakesNothingElseAway', () => {
  assert.deepEqual(fit({ note: 'lama' }, start()), { ...start(), note: 'lama' });
});

test('aTextWhosePlaceIsGoneIsKeptToBeRead', () => {
  const fitted = fit({ note: 'x', progress: { a: { value: '1', note: '' }, gone: { value: '12,5', note: 'Sudah 12 anak' } }, old: { deep: ['dalam'] } }, start());
  assert.equal(fitted.note, 'x');
  assert.deepEqual(fitted.progress, { a: { value: '1', note: '' } });
  assert.deepEqual(fitted.homeless, ['12,5', 'Sudah 12 anak', 'dalam']);
});

test('aTextOfAnotherKindThanItsFieldIsKeptToBeRead', () => {
  assert.deepEqual(fit({ note: { id: 'dulu' }, done: 'ya', progress: 'jalan', lines: 'satu' }, start()), {
    ...start(),
    homeless: ['dulu', 'ya', 'jalan', 'satu'],
  });
  assert.deepEqual(fit('seluruhnya', start()).homeless, ['seluruhnya']);
  assert.deepEqual(fit(['a', ['b']], start()).homeless, ['a', 'b']);
  assert.deepEqual(fit({ note: null }, start()), start());
});

test('theElementsOfAListKeepWhatTheyHave', () => {
  const pattern = { ...start(), lines: [{ id: null, title: '', steps: [{ name: '' }] }] };
  const fitted = fit({ lines: [{ id: 'x', title: 'a', steps: [{ name: 'b', old: 'c' }] }, 'd', { title: 'e' }] }, start(), pattern);
  assert.deepEqual(fitted.lines, [
    { id: 'x', title: 'a', steps: [{ name: 'b' }] },
    { id: null, title: 'e', steps: [{ name: '' }] },
  ]);
  assert.deepEqual(fitted.homeless, ['c', 'd']);
});

test('whatWasToBeReadOnceStaysUntilItIsRead', () => {
  const once = fit({ old: 'terbaca?' }, start());
  assert.deepEqual(fit(JSON.parse(JSON.stringify(once)), start()).homeless, ['terbaca?']);
  const { homeless: _, ...read } = once;
  assert.equal(fit(read, start()).homeless, undefined);
});
