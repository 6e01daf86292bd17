import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareDecimals, fractionDigits, parseDecimal, sumOf, typedDecimal } from '../src/logic/decimals';

test('commaAndDotAreBothReadAsTheDecimalSign', () => {
  assert.equal(parseDecimal('12,5'), '12.5');
  assert.equal(parseDecimal('12.5'), '12.5');
  assert.equal(parseDecimal(' 0,25 '), '0.25');
  assert.equal(parseDecimal('0.125'), '0.125');
});

test('ofTwoSeparatorsTheLastOneIsTheDecimalSign', () => {
  assert.equal(parseDecimal('1.234,56'), '1234.56');
  assert.equal(parseDecimal('1,234.56'), '1234.56');
  assert.equal(parseDecimal('1.234.567,8'), '1234567.8');
});

test('aDotBeforeExactlyThreeDigitsGroupsThousandsAsInIndonesianDocuments', () => {
  assert.equal(parseDecimal('1.200'), '1200');
  assert.equal(parseDecimal('1.200.000'), '1200000');
  assert.equal(parseDecimal('1.2000'), '1.2');
});

test('whatIsNoNumberIsNotGuessed', () => {
  for (const typed of ['', ' ', 'dua', '12a', '1..2', '1,2,3', '1.23.456', ',5', '1,2.3,4', '--1', '1e3']) {
    assert.equal(parseDecimal(typed), null, typed);
  }
});

test('signsAndNeedlessZerosAreNormalised', () => {
  assert.equal(parseDecimal('-0,50'), '-0.5');
  assert.equal(parseDecimal('-0'), '0');
  assert.equal(parseDecimal('007'), '7');
  assert.equal(parseDecimal('100,00'), '100');
});

test('whatTheServerSentReadsTheSameWhenTheFormSendsItBack', () => {
  for (const decimal of ['1.234', '12.50', '1000', '0.01', '1234.56']) {
    const again = parseDecimal(typedDecimal(decimal));
    assert.equal(compareDecimals(again ?? '', decimal), 0, decimal);
  }
  assert.equal(typedDecimal(null), '');
});

test('sumsAreExact', () => {
  assert.equal(sumOf(['33.3', '33.3', '33.4']), '100');
  assert.equal(sumOf(['0.1', '0.2']), '0.3');
  assert.equal(sumOf(['100', '-85.25']), '14.75');
  assert.equal(sumOf(['0.25', '-0.5']), '-0.25');
  assert.equal(sumOf([]), '0');
});

test('fractionDigitsAreCounted', () => {
  assert.equal(fractionDigits('12'), 0);
  assert.equal(fractionDigits('12.345'), 3);
});
