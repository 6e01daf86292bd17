import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shares, verdict } from '../src/logic/distribution';
import type { GuideRow, Predicate } from '../src/shapes';

const order: Predicate[] = ['VERY_GOOD', 'GOOD', 'NEEDS_IMPROVEMENT', 'POOR', 'VERY_POOR'];
const given: Predicate[] = ['GOOD', 'GOOD', 'GOOD', 'VERY_GOOD'];
const row = (predicates: Predicate[], minShare: string | null, maxShare: string | null): GuideRow => ({
  predicates,
  minShare,
  maxShare,
  text: '',
});

test('everyPredicateOfTheSchemeIsCountedAlsoThoseNobodyHas', () => {
  assert.deepEqual(
    shares(order, given).map((share) => [share.predicate, share.count, share.percent]),
    [
      ['VERY_GOOD', 1, 25],
      ['GOOD', 3, 75],
      ['NEEDS_IMPROVEMENT', 0, 0],
      ['POOR', 0, 0],
      ['VERY_POOR', 0, 0],
    ],
  );
});

test('moreThanTheHighestShareIsTooMany', () => {
  assert.equal(verdict(row(['GOOD'], null, '70'), shares(order, given)).verdict, 'TOO_MANY');
  assert.equal(verdict(row(['GOOD'], null, '75'), shares(order, given)).verdict, 'WITHIN');
});

test('lessThanTheLowestShareOfSeveralTogetherIsTooFew', () => {
  assert.equal(verdict(row(['NEEDS_IMPROVEMENT', 'POOR'], '10', null), shares(order, given)).verdict, 'TOO_FEW');
  assert.equal(verdict(row(['GOOD', 'VERY_GOOD'], '100', null), shares(order, given)).verdict, 'WITHIN');
});

test('aUnitThatIsGoodButHasMostlyVeryGoodPeopleAndNobodyBelowIsOutsideTheGuide', () => {
  const unit = shares(order, ['VERY_GOOD', 'VERY_GOOD', 'GOOD']);
  assert.equal(verdict(row(['GOOD'], '50.01', '70'), unit).verdict, 'TOO_FEW');
  assert.equal(verdict(row(['NEEDS_IMPROVEMENT', 'POOR'], '0.01', null), unit).verdict, 'TOO_FEW');
});

test('halfIsNotMostAndOneIsSome', () => {
  const half = shares(order, ['GOOD', 'POOR']);
  assert.equal(verdict(row(['GOOD'], '50.01', '70'), half).verdict, 'TOO_FEW');
  assert.equal(verdict(row(['NEEDS_IMPROVEMENT', 'POOR'], '0.01', null), half).verdict, 'WITHIN');
});

test('aShareThatIsExactlyTheLimitKeepsWithinIt', () => {
  const unit = shares(order, [...Array<Predicate>(29).fill('GOOD'), ...Array<Predicate>(21).fill('POOR')]);
  assert.equal(verdict(row(['GOOD'], '58', '58'), unit).verdict, 'WITHIN');
});

test('anEmptyUnitHasNoSharesToDivide', () => {
  assert.equal(verdict(row(['GOOD'], null, '70'), shares(order, [])).percent, 0);
});
