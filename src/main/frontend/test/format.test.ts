import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day, sentence, timeOfDay } from '../src/format';

test('aSentenceEndsWithOneFullStopAlsoAfterADegree', () => {
  assert.equal(sentence('Budi Santoso'), 'Budi Santoso.');
  assert.equal(sentence("Imam Syafi'i, A.Md.RMIK."), "Imam Syafi'i, A.Md.RMIK.");
  assert.equal(sentence('Laporan selesai sebelum tanggal lima. '), 'Laporan selesai sebelum tanggal lima.');
  assert.equal(sentence(''), '');
});

test('anInstantFallsOnTheDayOfTheAgencyWhereverTheBrowserIs', () => {
  const before = process.env['TZ'];
  for (const browser of ['America/Los_Angeles', 'Asia/Jayapura', 'Pacific/Kiritimati', 'UTC']) {
    process.env['TZ'] = browser;
    assert.equal(day('2026-12-14T16:59:59Z', 'Asia/Jakarta'), '14 Des 2026', browser);
    assert.equal(day('2026-12-14T17:00:00Z', 'Asia/Jakarta'), '15 Des 2026', browser);
    assert.equal(day('2026-12-14T14:59:59Z', 'Asia/Jayapura'), '14 Des 2026', browser);
    assert.equal(day('2026-12-14', 'Asia/Jakarta'), '14 Des 2026', browser);
  }
  process.env['TZ'] = before;
});

test('aTimeIsTheAgencysAndSaysSo', () => {
  const before = process.env['TZ'];
  for (const browser of ['America/Los_Angeles', 'Pacific/Kiritimati', 'UTC']) {
    process.env['TZ'] = browser;
    assert.equal(timeOfDay(new Date('2026-12-14T20:33:00Z'), 'Asia/Jakarta'), '03.33 WIB', browser);
    assert.equal(timeOfDay(new Date('2026-12-14T15:00:00Z'), 'Asia/Jayapura'), '00.00 WIT', browser);
  }
  process.env['TZ'] = before;
});

test('theBrowsersDayIsNeverShownForWantOfTheAgencys', () => {
  assert.throws(() => day('2026-12-14T16:59:59Z'), /zone of the agency/);
});

test('whatIsNoDayStaysAsItIs', () => {
  assert.equal(day(null), '–');
  assert.equal(day('kapan-kapan'), 'kapan-kapan');
});
