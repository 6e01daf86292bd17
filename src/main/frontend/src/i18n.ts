import { labelsEn, labelsId } from '../../../../target/frontend/labels';
import { chooseLanguage, type Language } from './logic/language';
import { commonEn, commonId } from './messages/common';
import { developmentEn, developmentId } from './messages/development';
import { ratingEn, ratingId } from './messages/rating';
import { resultEn, resultId } from './messages/result';
import { targetsEn, targetsId } from './messages/targets';
import { valuesEn, valuesId } from './messages/values';

const indonesian = { ...labelsId, ...commonId, ...targetsId, ...ratingId, ...resultId, ...developmentId, ...valuesId };

export type MessageKey = keyof typeof indonesian;

/** Every text of the forms; the type makes the compiler refuse a text that one language lacks. */
export const messages: Record<Language, Record<MessageKey, string>> = {
  id: indonesian,
  en: { ...labelsEn, ...commonEn, ...targetsEn, ...ratingEn, ...resultEn, ...developmentEn, ...valuesEn },
};

/** The language that the page around the forms speaks. */
export const language: Language =
  typeof document === 'undefined'
    ? 'id'
    : chooseLanguage(document.documentElement.lang, navigator.languages?.[0] ?? navigator.language ?? '');

/** A text in the page's language; {0}, {1} … are filled in. */
export function t(key: MessageKey, ...args: Array<string | number>): string {
  return messages[language][key].replace(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)] ?? ''));
}
