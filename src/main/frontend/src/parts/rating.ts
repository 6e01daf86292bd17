import { html, nothing, type TemplateResult } from 'lit';
import { number } from '../format';
import { t } from '../i18n';
import { compareDecimals, fractionDigits, parseDecimal, typedDecimal } from '../logic/decimals';
import { achievement, meanScore, weightedMean } from '../logic/scores';
import { blank, textOrNull, type Problems } from '../problems';
import { CORE_VALUES, type Indicator, type Judgement, type Rating, type RatingView, type Sent, type AssessorRating } from '../shapes';
import { choiceField, decimalField, textField, type Form } from './fields';
import { ratingOptions } from './labels';
import { expected } from './part';
import { planView } from './plan-view';
import { behaviourTable, besideValue, reported } from './rating-grounds';
import { checkValues, valuesAnswer, valuesDraft, valuesField, type ValuesDraft } from './values';

/* The assessor's rating; the one who decides an objection gives it anew in the same way. */

export interface RatingDraft {
  workResult: { rating: Rating | ''; reason: string };
  behaviourRating: { rating: Rating | ''; reason: string };
  realisations: Record<string, { value: string; reason: string }>;
  values: ValuesDraft;
  newIdeaApproved: '' | 'YES' | 'NO';
  newIdeaReason: string;
  note: string;
}

/** Starts from the rating given before; else from what the employee reported, which the assessor then checks. */
export function ratingDraft(data: RatingView): RatingDraft {
  const { current, self } = data;
  const realisations: RatingDraft['realisations'] = {};
  for (const indicator of indicatorsOf(data)) {
    const given = current?.realisations?.find((each) => each.indicatorId === indicator.id);
    const reported = self?.realisations.find((each) => each.indicatorId === indicator.id);
    realisations[indicator.id] = {
      value: typedDecimal(given?.value ?? reported?.value),
      reason: given?.reason ?? '',
    };
  }
  return {
    workResult: { rating: current?.workResult?.rating ?? '', reason: current?.workResult?.reason ?? '' },
    behaviourRating: { rating: current?.behaviourRating?.rating ?? '', reason: current?.behaviourRating?.reason ?? '' },
    realisations,
    values: valuesDraft(current?.values),
    newIdeaApproved: current ? (current.newIdeaApproved ? 'YES' : 'NO') : '',
    newIdeaReason: current?.newIdeaReason ?? '',
    note: current?.note ?? '',
  };
}

interface RatingField {
  form: Form;
  data: RatingView;
  draft: RatingDraft;
  edit: (change: (draft: RatingDraft) => void) => void;
}

export function ratingField(field: RatingField): TemplateResult {
  return field.data.scale === 'RATING' ? ratings(field) : scores(field);
}

export function checkRating(data: RatingView, draft: RatingDraft, problems: Problems): void {
  if (data.scale === 'RATING') {
    for (const part of ['workResult', 'behaviourRating'] as const) {
      problems.when(draft[part].rating === '', part, t(`rating.error.${part}`));
      problems.when(
        draft[part].rating === 'BELOW' && blank(draft[part].reason),
        `${part}.reason`,
        t(`rating.error.${part}Reason`),
      );
    }
    return;
  }
  for (const indicator of indicatorsOf(data)) {
    const typed = draft.realisations[indicator.id]?.value ?? '';
    const parsed = parseDecimal(typed);
    const field = `realisations.${indicator.id}`;
    problems.when(typed.trim() === '', field, t('realisation.error.missing', indicator.name));
    problems.when(
      typed.trim() !== '' && (parsed === null || parsed.startsWith('-')),
      field,
      t('realisation.error.noNumber', indicator.name),
    );
    problems.when(
      parsed !== null && fractionDigits(parsed) > data.figures.decimals,
      field,
      t('realisation.error.tooFine', indicator.name, data.figures.decimals),
    );
    problems.when(
      parsed !== null && differs(parsed, indicator, data) && blank(draft.realisations[indicator.id]?.reason),
      `${field}.reason`,
      t('rating.error.changeReason', indicator.name),
    );
  }
  checkValues({ id: 'values', scale: 'SCORE', scores: data.figures.scores, draft: draft.values, reasonBelow: data.reasonBelow }, problems);
  if (data.self?.newIdea) {
    problems.when(draft.newIdeaApproved === '', 'newIdeaApproved', t('rating.error.idea'));
    problems.when(
      draft.newIdeaApproved === 'YES' && blank(draft.newIdeaReason),
      'newIdeaReason',
      t('rating.error.ideaReason'),
    );
  }
}

export function ratingAnswer(data: RatingView, draft: RatingDraft): Sent<AssessorRating> {
  const part = (each: { rating: Rating | ''; reason: string }): Sent<Judgement> => ({ rating: each.rating || null, reason: textOrNull(each.reason) });
  return data.scale === 'RATING'
    ? {
        workResult: part(draft.workResult),
        behaviourRating: part(draft.behaviourRating),
        realisations: [],
        values: [],
        newIdeaApproved: null,
        newIdeaReason: null,
        note: textOrNull(draft.note),
      }
    : {
        workResult: null,
        behaviourRating: null,
        realisations: indicatorsOf(data).map((indicator) => ({
          indicatorId: indicator.id,
          value: parseDecimal(draft.realisations[indicator.id]?.value ?? ''),
          reason: textOrNull(draft.realisations[indicator.id]?.reason),
        })),
        values: valuesAnswer(draft.values, 'SCORE'),
        newIdeaApproved: data.self?.newIdea ? draft.newIdeaApproved === 'YES' : false,
        newIdeaReason: data.self?.newIdea ? textOrNull(draft.newIdeaReason) : null,
        note: textOrNull(draft.note),
      };
}

function ratings({ form, data, draft, edit }: RatingField): TemplateResult {
  const part = (name: 'workResult' | 'behaviourRating') => html`
    ${choiceField({
      form,
      id: name,
      label: t(`rating.${name}`),
      help: t(`rating.${name}Help`),
      options: ratingOptions(),
      value: draft[name].rating,
      set: (rating) => edit((each) => (each[name].rating = rating)),
    })}
    ${draft[name].rating === ''
      ? nothing
      : textField({
          form,
          id: `${name}.reason`,
          label: t('rating.reason'),
          help: draft[name].rating === 'BELOW' ? t('rating.reasonHelp') : '',
          optional: draft[name].rating !== 'BELOW',
          rows: 3,
          value: draft[name].reason,
          set: (reason) => edit((each) => (each[name].reason = reason)),
        })}
  `;
  return html`
    <h2>${t('rating.yours')}</h2>
    <div class="card">${part('workResult')}</div>
    ${behaviourTable(data)}
    <div class="card">${part('behaviourRating')}</div>
    ${noteField(form, draft, edit)}
  `;
}

function scores({ form, data, draft, edit }: RatingField): TemplateResult {
  const { self } = data;
  const percent = (indicator: Indicator) =>
    achievement(expected(indicator, data.part), parseDecimal(draft.realisations[indicator.id]?.value ?? '') ?? '', indicator.direction, data.figures.cap);
  const changed = (indicator: Indicator) => {
    const parsed = parseDecimal(draft.realisations[indicator.id]?.value ?? '');
    return parsed !== null && differs(parsed, indicator, data);
  };
  const skp = weightedMean(
    indicatorsOf(data).map((indicator) => ({ weight: indicator.weight ?? '0', percent: percent(indicator) })),
  );
  const behaviour = meanScore(CORE_VALUES.map((value) => draft.values[value].score));
  return html`
    <h2>${t('rating.realisations')}</h2>
    ${self
      ? html`<p class="help">${t('rating.realisationsHelp')}</p>`
      : html`<p class="notice warning">${t('rating.noSelf')}</p>`}
    ${planView(data.plan, {
      expectations: true,
      afterIndicator: (indicator) => html`
        ${reported(indicator, data)}
        <div class="grid">
          ${decimalField({
            form,
            id: `realisations.${indicator.id}`,
            label: t('realisation.value'),
            unit: indicator.unit,
            value: draft.realisations[indicator.id]?.value ?? '',
            set: (value) => edit((each) => ((each.realisations[indicator.id] ??= { value: '', reason: '' }).value = value)),
          })}
          ${textField({
            form,
            id: `realisations.${indicator.id}.reason`,
            label: t('rating.changeReason'),
            optional: !changed(indicator),
            value: draft.realisations[indicator.id]?.reason ?? '',
            set: (reason) => edit((each) => ((each.realisations[indicator.id] ??= { value: '', reason: '' }).reason = reason)),
          })}
        </div>
        <p class="quiet">${t('realisation.achievement', percent(indicator) === null ? '–' : number(percent(indicator), 2))}</p>
      `,
    })}
    <h2>${t('rating.behaviour')}</h2>
    ${valuesField({
      form,
      id: 'values',
      scale: 'SCORE',
      scores: data.figures.scores,
      draft: draft.values,
      edit: (change) => edit((each) => change(each.values)),
      reasonBelow: data.reasonBelow,
      beside: (value) => besideValue(value, data),
    })}
    ${self?.newIdea
      ? html`<h2>${t('idea.title')}</h2>
          <div class="card">
            <h3>${self.newIdea.title}</h3>
            <p class="prose">${self.newIdea.description}</p>
            ${choiceField({
              form,
              id: 'newIdeaApproved',
              label: t('idea.approve'),
              help: t('idea.approveHelp'),
              options: [
                { value: 'YES', label: t('idea.yes') },
                { value: 'NO', label: t('idea.no') },
              ],
              value: draft.newIdeaApproved,
              set: (value) => edit((each) => (each.newIdeaApproved = value)),
            })}
            ${textField({
              form,
              id: 'newIdeaReason',
              label: t('rating.reason'),
              optional: draft.newIdeaApproved !== 'YES',
              rows: 2,
              value: draft.newIdeaReason,
              set: (value) => edit((each) => (each.newIdeaReason = value)),
            })}
          </div>`
      : nothing}
    ${noteField(form, draft, edit)}
    ${scorePreview(skp, behaviour, t('rating.previewHelp'))}
  `;
}

function noteField(form: Form, draft: RatingDraft, edit: RatingField['edit']): TemplateResult {
  return textField({
    form,
    id: 'note',
    label: t('rating.note'),
    help: t('rating.noteHelp'),
    optional: true,
    rows: 3,
    value: draft.note,
    set: (note) => edit((each) => (each.note = note)),
  });
}

/** What the entries so far would come to; nothing while there is nothing to tell. */
export function scorePreview(skp: number | null, behaviour: number | null, help: string): TemplateResult | typeof nothing {
  return skp === null && behaviour === null
    ? nothing
    : html`<div class="total preview" role="status">
        <p>${t('rating.preview', skp === null ? '–' : number(skp, 2), behaviour === null ? '–' : number(behaviour, 2))}</p>
        <p class="quiet">${help}</p>
      </div>`;
}

/** Whether the assessor sees it otherwise than the employee reported; that asks for a reason. */
function differs(value: string, indicator: Indicator, data: RatingView): boolean {
  const reported = data.self?.realisations.find((each) => each.indicatorId === indicator.id)?.value ?? null;
  return reported === null || compareDecimals(value, reported) !== 0;
}

function indicatorsOf(data: RatingView): Indicator[] {
  return data.plan.results.flatMap((result) => result.indicators);
}
