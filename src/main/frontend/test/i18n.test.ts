import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messages, type MessageKey } from '../src/i18n';
import { chooseLanguage } from '../src/logic/language';
import { CORE_VALUES } from '../src/shapes';

const keys = Object.keys(messages.id) as MessageKey[];
const holes = (text: string) => [...text.matchAll(/\{\d\}/g)].map((match) => match[0]).sort();

test('bothLanguagesHaveTheSameTexts', () => {
  assert.deepEqual(Object.keys(messages.en).sort(), [...keys].sort());
});

test('noTextIsEmptyAndBothLanguagesFillTheSameHoles', () => {
  for (const key of keys) {
    assert.ok(messages.id[key].trim() !== '', key);
    assert.ok(messages.en[key].trim() !== '', key);
    assert.deepEqual(holes(messages.en[key]), holes(messages.id[key]), key);
  }
});

test('sentencesAreTranslatedNotCopied', () => {
  const copied = keys.filter((key) => messages.id[key] === messages.en[key] && messages.id[key].split(' ').length > 3);
  assert.deepEqual(copied, []);
});

test('everyCoreValueHasThreeGuideStatements', () => {
  for (const value of CORE_VALUES) {
    for (const place of [1, 2, 3]) {
      assert.ok(messages.id[`guide.${value}.${place}` as MessageKey], `${value} ${place}`);
    }
  }
});

test('ourPagesSayTheirLanguageAndTasklistFollowsTheBrowser', () => {
  const around = { documentLanguage: '', insideTasklist: false, browserLanguage: 'en-US' };
  assert.equal(chooseLanguage({ ...around, documentLanguage: 'id' }), 'id');
  assert.equal(chooseLanguage({ ...around, documentLanguage: 'en', insideTasklist: true, browserLanguage: 'id-ID' }), 'id');
  assert.equal(chooseLanguage({ ...around, insideTasklist: true }), 'en');
  assert.equal(chooseLanguage({ ...around, browserLanguage: 'de' }), 'id');
});
