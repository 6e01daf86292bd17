import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inPlaceOfOpinions, withoutFeedback } from '../src/logic/feedback';

const summary = { invited: 0, answered: 0, usable: false, required: 3, values: [], comments: [] };

test('whereTooFewServeTheFormSaysThatNobodyWasAskedAndWhy', () => {
  const said = withoutFeedback(summary);
  assert.match(said, /tidak diminta/);
  assert.match(said, /kurang dari 3 /);
  assert.notEqual(withoutFeedback({ ...summary, required: 0 }), said);
  assert.match(withoutFeedback({ ...summary, invited: 4, answered: 2 }), /2 dari 4/);
});

test('atEachValueItIsSaidWhetherNobodyWasAskedOrTooFewAnswered', () => {
  assert.equal(inPlaceOfOpinions(summary), 'tidak diminta');
  assert.equal(inPlaceOfOpinions({ ...summary, invited: 4, answered: 2 }), 'terlalu sedikit jawaban');
  assert.equal(inPlaceOfOpinions(null), '–');
});
