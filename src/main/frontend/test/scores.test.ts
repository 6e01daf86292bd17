import assert from 'node:assert/strict';
import { test } from 'node:test';
import { achievement, isScore, meanScore, weightedMean, weightTotal } from '../src/logic/scores';

const CAP = '120';
const SCORES = { highest: '120', decimals: 2 };

test('weightsMustSumToExactlyTheWhole', () => {
  assert.deepEqual(weightTotal(['33,3', '33,3', '33,4'], '100'), { total: '100', missing: '0', exact: true });
  assert.deepEqual(weightTotal(['40', '45'], '100'), { total: '85', missing: '15', exact: false });
  assert.deepEqual(weightTotal(['60', '40,01'], '100'), { total: '100.01', missing: '-0.01', exact: false });
});

test('whatIsNotAWeightYetCountsAsNothing', () => {
  assert.deepEqual(weightTotal(['60', '', 'abc'], '100'), { total: '60', missing: '40', exact: false });
});

test('achievementIsRealisationOverTargetUpToTheCap', () => {
  assert.equal(achievement('40', '30', 'HIGHER', CAP), 75);
  assert.equal(achievement('40', '80', 'HIGHER', CAP), 120);
  assert.equal(achievement('40', '80', 'HIGHER', '110'), 110);
});

test('lowerIsBetterTurnsTheAchievementAroundAndNeverGoesBelowZero', () => {
  assert.equal(achievement('10', '8', 'LOWER', CAP), 120);
  assert.equal(achievement('10', '10', 'LOWER', CAP), 100);
  assert.equal(achievement('10', '15', 'LOWER', CAP), 50);
  assert.equal(achievement('10', '30', 'LOWER', CAP), 0);
});

test('aMissingPartIsMissingNeverZero', () => {
  assert.equal(achievement('40', '', 'HIGHER', CAP), null);
  assert.equal(achievement('0', '5', 'HIGHER', CAP), null);
  assert.equal(weightedMean([{ weight: '60', percent: 90 }, { weight: '40', percent: null }]), 90);
  assert.equal(weightedMean([{ weight: '40', percent: null }]), null);
  assert.equal(meanScore(['', 'x']), null);
});

test('scoresWeighByTheirWeights', () => {
  assert.equal(weightedMean([{ weight: '75', percent: 100 }, { weight: '25', percent: 60 }]), 90);
  assert.equal(meanScore(['100', '90,5', '']), 95.25);
});

test('scoresReachFrom0ToTheHighest', () => {
  assert.ok(isScore('0', SCORES));
  assert.ok(isScore('120', SCORES));
  assert.ok(isScore('99,5', SCORES));
  assert.ok(!isScore('120,01', SCORES));
  assert.ok(!isScore('99,555', SCORES));
  assert.ok(!isScore('-1', SCORES));
  assert.ok(!isScore('baik', SCORES));
});
