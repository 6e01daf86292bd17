import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sentence } from '../src/format';

test('aSentenceEndsWithOneFullStopAlsoAfterADegree', () => {
  assert.equal(sentence('Budi Santoso'), 'Budi Santoso.');
  assert.equal(sentence("Imam Syafi'i, A.Md.RMIK."), "Imam Syafi'i, A.Md.RMIK.");
  assert.equal(sentence('Laporan selesai sebelum tanggal lima. '), 'Laporan selesai sebelum tanggal lima.');
  assert.equal(sentence(''), '');
});
