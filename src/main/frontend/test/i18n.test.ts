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

test('theFormsSpeakThePagesLanguageElseTheBrowsersElseIndonesian', () => {
  assert.equal(chooseLanguage('id', 'en-US'), 'id');
  assert.equal(chooseLanguage('en', 'id-ID'), 'en');
  assert.equal(chooseLanguage('', 'en-US'), 'en');
  assert.equal(chooseLanguage('', 'de'), 'id');
});
