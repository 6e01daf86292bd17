import { html, nothing, type TemplateResult } from 'lit';
import { number } from '../format';
import { t } from '../i18n';
import { compareDecimals, parseDecimal, typedDecimal } from '../logic/decimals';
import { isScore } from '../logic/scores';
import { blank, textOrNull, type Problems } from '../problems';
import { CORE_VALUES, type CoreValue, type Rating, type Scale, type ScoreRange, type Sent, type ValueRating } from '../shapes';
import { choiceField, decimalField, textField, type Form } from './fields';
import { ratingLabel, ratingOptions } from './labels';

export interface ValueDraft {
  rating: Rating | '';
  score: string;
  reason: string;
}

export type ValuesDraft = Record<CoreValue, ValueDraft>;

export function valuesDraft(given: readonly ValueRating[] | null | undefined): ValuesDraft {
  const draft = {} as ValuesDraft;
  for (const value of CORE_VALUES) {
    const rating = given?.find((each) => each.value === value);
    draft[value] = {
      rating: rating?.rating ?? '',
      score: typedDecimal(rating?.score),
      reason: rating?.reason ?? '',
    };
  }
  return draft;
}

export interface ValuesField {
  form: Form;
  id: string;
  scale: Scale;
  scores: ScoreRange;
  draft: ValuesDraft;
  edit: (change: (draft: ValuesDraft) => void) => void;
  /** Score below which a reason is asked for; null when none ever is. */
  reasonBelow?: string | null;
  /** What stands beside a value: what others said of it. */
  beside?: (value: CoreValue) => TemplateResult | typeof nothing;
}

/** The seven values of BerAKHLAK, each with its three official guide statements beside the rating. */
export function valuesField(field: ValuesField): TemplateResult {
  return html`<div class="values">
    ${field.scale === 'SCORE' ? html`<p class="help">${t('values.scoreHelp', number(field.scores.highest))}</p>` : nothing}
    ${CORE_VALUES.map((value) => valueField(value, field))}
  </div>`;
}

export function checkValues(field: Pick<ValuesField, 'id' | 'scale' | 'scores' | 'draft' | 'reasonBelow'>, problems: Problems): void {
  for (const value of CORE_VALUES) {
    const draft = field.draft[value];
    const at = `${field.id}.${value}`;
    const name = t(`value.${value}`);
    if (field.scale === 'RATING') {
      problems.when(draft.rating === '', at, t('values.error.rating', name));
    } else if (!problems.when(draft.score.trim() === '', at, t('values.error.missing', name))) {
      problems.when(!isScore(draft.score, field.scores), at, t('values.error.score', name, number(field.scores.highest), field.scores.decimals));
    }
    problems.when(
      needsReason(draft, field) && blank(draft.reason),
      `${at}.reason`,
      t('values.error.reason', name, number(field.reasonBelow)),
    );
  }
}

export function valuesAnswer(draft: ValuesDraft, scale: Scale): Array<Sent<ValueRating>> {
  return CORE_VALUES.map((value) => ({
    value,
    rating: scale === 'RATING' ? draft[value].rating || null : null,
    score: scale === 'SCORE' ? parseDecimal(draft[value].score) : null,
    reason: textOrNull(draft[value].reason),
  }));
}

/** A value's rating in words, to read. */
export function ratingWords(rating: ValueRating | undefined): string {
  if (!rating) {
    return '–';
  }
  return rating.rating ? ratingLabel(rating.rating) : number(rating.score);
}

function valueField(value: CoreValue, field: ValuesField): TemplateResult {
  const draft = field.draft[value];
  const at = `${field.id}.${value}`;
  const edit = (change: (draft: ValueDraft) => void) => field.edit((drafts) => change(drafts[value]));
  const reason = needsReason(draft, field);
  return html`<section class="card value" aria-labelledby="${at}-name">
    <div class="value-guide">
      <h3 id="${at}-name">${t(`value.${value}`)}</h3>
      <ul class="guide">
        <li>${t(`guide.${value}.1`)}</li>
        <li>${t(`guide.${value}.2`)}</li>
        <li>${t(`guide.${value}.3`)}</li>
      </ul>
      ${field.beside?.(value) ?? nothing}
    </div>
    <div class="value-rating">
      ${field.scale === 'RATING'
        ? choiceField({
            form: field.form,
            id: at,
            label: t('values.ratingOf', t(`value.${value}`)),
            quiet: true,
            stacked: true,
            options: ratingOptions(),
            value: draft.rating,
            set: (rating) => edit((each) => (each.rating = rating)),
          })
        : decimalField({
            form: field.form,
            id: at,
            label: t('values.score', number(field.scores.highest)),
            value: draft.score,
            set: (score) => edit((each) => (each.score = score)),
          })}
      ${reason || !blank(draft.reason)
        ? textField({
            form: field.form,
            id: `${at}.reason`,
            label: t('values.reason'),
            rows: 2,
            optional: !reason,
            value: draft.reason,
            set: (text) => edit((each) => (each.reason = text)),
          })
        : nothing}
    </div>
  </section>`;
}

function needsReason(draft: ValueDraft, field: Pick<ValuesField, 'scale' | 'reasonBelow'>): boolean {
  const score = parseDecimal(draft.score);
  return (
    field.scale === 'SCORE' &&
    score !== null &&
    field.reasonBelow !== null &&
    field.reasonBelow !== undefined &&
    compareDecimals(score, field.reasonBelow) < 0
  );
}
