import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftOf, emptyResult, flawOf, planAnswer, supportsNothing, weightsOf } from '../src/logic/plan-draft';
import type { Plan } from '../src/shapes';

const plan: Plan = {
  version: 1,
  status: 'RETURNED',
  reason: null,
  behaviourExpectation: 'Ramah',
  leaderExpectation: null,
  proposedBy: 'budi',
  approvedBy: null,
  approvedAt: null,
  results: [
    {
      id: 'r1',
      kind: 'MAIN',
      title: 'Laporan tersedia',
      supports: 's1',
      supportsTitle: 'Layanan baik',
      perspective: null,
      remark: 'Perjelas',
      indicators: [
        { id: 'i1', aspect: 'QUANTITY', name: 'Jumlah', target: '1.234', unit: 'dokumen', direction: 'HIGHER', weight: '60.50' },
        { id: 'i2', aspect: 'TIME', name: 'Lama', target: '2', unit: 'hari', direction: 'LOWER', weight: '39.5' },
      ],
    },
  ],
};

test('aPlanGoesThroughTheFormUnchanged', () => {
  assert.deepEqual(planAnswer(draftOf(plan), true), {
    reason: null,
    behaviourExpectation: 'Ramah',
    results: [
      {
        id: 'r1',
        kind: 'MAIN',
        title: 'Laporan tersedia',
        supports: 's1',
        supportsTitle: null,
        perspective: null,
        remark: null,
        indicators: [
          { id: 'i1', aspect: 'QUANTITY', name: 'Jumlah', target: '1.234', unit: 'dokumen', direction: 'HIGHER', weight: '60.5' },
          { id: 'i2', aspect: 'TIME', name: 'Lama', target: '2', unit: 'hari', direction: 'LOWER', weight: '39.5' },
        ],
      },
    ],
  });
  assert.ok(weightsOf(draftOf(plan), '100').exact);
});

test('withoutWeightsNoneAreSent', () => {
  assert.equal(planAnswer(draftOf(plan), false).results?.[0]?.indicators?.[0]?.weight, null);
});

test('aNewPlanStartsWithOneMainResultAndOneIndicator', () => {
  assert.deepEqual(draftOf(null).results, [emptyResult('MAIN')]);
  assert.equal(draftOf(null).results[0]?.indicators.length, 1);
});

test('targetsAndWeightsMustBePositiveNumbersOfFewPlaces', () => {
  assert.equal(flawOf('', 2), 'MISSING');
  assert.equal(flawOf('banyak', 2), 'NO_NUMBER');
  assert.equal(flawOf('0', 2), 'NOT_POSITIVE');
  assert.equal(flawOf('-3', 2), 'NOT_POSITIVE');
  assert.equal(flawOf('1,255', 2), 'TOO_FINE');
  assert.equal(flawOf('12,25', 2), null);
  assert.equal(flawOf('1,2345', 4), null);
});

test('aMainResultShouldSupportOneOfTheSuperiors', () => {
  const superiors = [{ id: 's1', title: 'Layanan baik', owner: 'Ratna Dewi' }];
  assert.equal(supportsNothing(emptyResult('MAIN'), superiors), true);
  assert.equal(supportsNothing({ ...emptyResult('MAIN'), supports: 's1' }, superiors), false);
  assert.equal(supportsNothing(emptyResult('ADDITIONAL'), superiors), false);
  assert.equal(supportsNothing(emptyResult('MAIN'), []), false);
});
