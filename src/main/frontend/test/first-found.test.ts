import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstFound } from '../src/logic/first-found';

/** Answers one after the other, and notes how long was waited. */
function asked(...answers: Array<string | null | Error>) {
  const waited: number[] = [];
  let questions = 0;
  const ask = async () => {
    const answer = answers[questions++] ?? null;
    if (answer instanceof Error) {
      throw answer;
    }
    return answer;
  };
  const wait = async (milliseconds: number) => void waited.push(milliseconds);
  return { ask, wait, waited, questions: () => questions };
}

test('whatIsThereAtOnceIsNotWaitedFor', async () => {
  const { ask, wait, waited } = asked('task');
  assert.equal(await firstFound(ask, [1000, 2000], wait), 'task');
  assert.deepEqual(waited, []);
});

test('whatAJobMakesLaterIsFoundWhenAskedAgain', async () => {
  const { ask, wait, waited } = asked(null, null, 'task');
  assert.equal(await firstFound(ask, [1000, 2000, 4000], wait), 'task');
  assert.deepEqual(waited, [1000, 2000]);
});

test('aQuestionThatFailsIsAskedAgain', async () => {
  const { ask, wait } = asked(new Error('offline'), 'task');
  assert.equal(await firstFound(ask, [1000], wait), 'task');
});

test('whereNothingComesTheAskingEnds', async () => {
  const { ask, wait, waited, questions } = asked();
  assert.equal(await firstFound(ask, [1000, 2000, 4000], wait), null);
  assert.deepEqual(waited, [1000, 2000, 4000]);
  assert.equal(questions(), 4);
});
