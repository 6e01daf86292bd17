import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDay, typedDay } from '../src/logic/days';

test('a day is read however people write it, the day before the month', () => {
  for (const typed of ['5/12/2026', '05-12-2026', '5.12.2026', '5 12 2026', '5 Des 2026', ' 5 desember 2026 ', '5 Dec 2026', '2026-12-05']) {
    assert.equal(parseDay(typed), '2026-12-05', typed);
  }
  assert.equal(parseDay('17 Agustus 2026'), '2026-08-17');
  assert.equal(parseDay('17 Ags 2026'), '2026-08-17');
});

test('what is no day is not made one', () => {
  for (const typed of ['', '31/2/2026', '29/02/2026', '13/13/2026', '1/1/26', 'besok', '5 foo 2026', '0/1/2026']) {
    assert.equal(parseDay(typed), null, typed);
  }
});

test('a day of the server stands in a field as it is read back', () => {
  assert.equal(typedDay('2026-12-05'), '05/12/2026');
  assert.equal(typedDay('besok'), 'besok');
  assert.equal(typedDay(null), '');
});
