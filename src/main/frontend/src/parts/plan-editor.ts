import { html, nothing, type TemplateResult } from 'lit';
import { number } from '../format';
import { t } from '../i18n';
import { emptyIndicator, emptyResult, flawOf, weightsOf, supportsNothing, type IndicatorDraft, type PlanDraft, type ResultDraft } from '../logic/plan-draft';
import { blank, type Problems } from '../problems';
import type { Plan, PlanLimits, SuperiorResult } from '../shapes';
import { bar } from './bar';
import { choiceField, decimalField, selectField, textField, type Form } from './fields';
import { aspectOptions, directionOptions, kindOptions, perspectiveOptions } from './labels';

export interface PlanEditor extends Form {
  /** Applies a change to the plan that is being written. */
  edit(change: (plan: PlanDraft) => void): void;
}

interface Around {
  editor: PlanEditor;
  weighted: boolean;
  limits: PlanLimits;
  superiorResults: SuperiorResult[];
  /** The plan that was returned, for its remarks. */
  returned: Plan | null;
}

/** Work results with their indicators and weights, and the expected behaviour. */
export function planEditor(plan: PlanDraft, around: Around): TemplateResult {
  const { editor, superiorResults } = around;
  return html`
    <h2>${t('plan.results')}</h2>
    <p class="help">${t('plan.resultsHelp')}</p>
    ${superiorResults.length === 0 ? html`<p class="notice">${t('plan.noSuperiorResults')}</p>` : nothing}
    ${plan.results.map((result, index) => resultEditor(result, index, plan, around))}
    <div class="row" data-field="results">
      <button type="button" class="button" @click=${() => editor.edit((draft) => draft.results.push(emptyResult('MAIN')))}>
        ${t('plan.addMain')}
      </button>
      <button type="button" class="button" @click=${() => editor.edit((draft) => draft.results.push(emptyResult('ADDITIONAL')))}>
        ${t('plan.addAdditional')}
      </button>
    </div>
    ${around.weighted ? weightBar(plan, around.limits) : nothing}
    <h2>${t('plan.behaviour')}</h2>
    ${textField({
      form: editor,
      id: 'behaviourExpectation',
      label: t('plan.behaviourExpectation'),
      help: t('plan.behaviourHelp'),
      rows: 4,
      value: plan.behaviourExpectation,
      set: (value) => editor.edit((draft) => (draft.behaviourExpectation = value)),
    })}
  `;
}

/** Checks what the server will check, in the person's words. */
export function checkPlan(plan: PlanDraft, weighted: boolean, limits: PlanLimits, problems: Problems): void {
  problems.when(plan.results.length === 0, 'results', t('plan.error.noResult'));
  plan.results.forEach((result, index) => {
    const at = `results.${index}`;
    problems.when(blank(result.title), `${at}.title`, t('plan.error.title', index + 1));
    problems.when(result.indicators.length === 0, `${at}.add`, t('plan.error.noIndicator', index + 1));
    result.indicators.forEach((indicator, place) => {
      const here = `${at}.indicators.${place}`;
      const which = `${index + 1}.${place + 1}`;
      problems.when(blank(indicator.name), `${here}.name`, t('plan.error.name', which));
      problems.when(indicator.aspect === '', `${here}.aspect`, t('plan.error.aspect', which));
      checkNumber(indicator.target, limits.targetDecimals, `${here}.target`, t('plan.target'), which, problems);
      problems.when(blank(indicator.unit), `${here}.unit`, t('plan.error.unit', which));
      if (weighted) {
        checkNumber(indicator.weight, limits.weightDecimals, `${here}.weight`, t('plan.weight'), which, problems);
      }
    });
  });
  const total = weightsOf(plan, limits.whole);
  problems.when(weighted && !total.exact, 'weights', t('plan.error.weights', number(total.total), number(limits.whole)));
  problems.when(blank(plan.behaviourExpectation), 'behaviourExpectation', t('plan.error.behaviour'));
}

function checkNumber(typed: string, places: number, field: string, label: string, which: string, problems: Problems): void {
  switch (flawOf(typed, places)) {
    case 'MISSING':
      problems.when(true, field, t('plan.error.numberMissing', label, which));
      break;
    case 'NO_NUMBER':
      problems.when(true, field, t('plan.error.noNumber', label, which));
      break;
    case 'NOT_POSITIVE':
      problems.when(true, field, t('plan.error.notPositive', label, which));
      break;
    case 'TOO_FINE':
      problems.when(true, field, t('plan.error.tooFine', label, which, places));
      break;
    default:
  }
}

function resultEditor(result: ResultDraft, index: number, plan: PlanDraft, around: Around): TemplateResult {
  const { editor, limits, superiorResults, returned } = around;
  const at = `results.${index}`;
  const edit = (change: (draft: ResultDraft) => void) => editor.edit((draft) => change(draft.results[index] as ResultDraft));
  const remark = returned?.results.find((each) => each.id === result.id)?.remark;
  return html`<section class="card" aria-label=${t('plan.resultNumber', index + 1)}>
    <div class="row spread">
      <p class="eyebrow">${t('plan.resultNumber', index + 1)}</p>
      ${plan.results.length > 1
        ? html`<button
            type="button"
            class="button plain"
            aria-label=${t('plan.removeResult', index + 1)}
            @click=${() => editor.edit((draft) => draft.results.splice(index, 1))}
          >
            ${t('remove')}
          </button>`
        : nothing}
    </div>
    ${remark ? html`<p class="notice warning"><strong>${t('plan.remark')}</strong> <span class="prose">${remark}</span></p>` : nothing}
    ${textField({
      form: editor,
      id: `${at}.title`,
      label: t('plan.title'),
      help: t('plan.titleHelp'),
      rows: 2,
      limit: limits.longestTitle,
      value: result.title,
      set: (value) => edit((draft) => (draft.title = value)),
    })}
    <div class="grid">
      ${choiceField({
        form: editor,
        id: `${at}.kind`,
        label: t('plan.kind'),
        options: kindOptions(),
        value: result.kind,
        set: (value) => edit((draft) => (draft.kind = value)),
      })}
      ${selectField({
        form: editor,
        id: `${at}.perspective`,
        label: t('plan.perspective'),
        optional: true,
        none: t('choose.none'),
        options: perspectiveOptions(),
        value: result.perspective,
        set: (value) => edit((draft) => (draft.perspective = value)),
      })}
    </div>
    ${superiorResults.length > 0
      ? selectField({
          form: editor,
          id: `${at}.supports`,
          label: t('plan.supportsLabel'),
          optional: true,
          none: t('plan.supportsNone'),
          options: superiorResults.map((each) => ({ value: each.id, label: `${each.title} (${each.owner})` })),
          value: result.supports,
          set: (value) => edit((draft) => (draft.supports = value)),
        })
      : nothing}
    ${supportsNothing(result, superiorResults)
      ? html`<p class="hint" role="status">${t('plan.supportsNoneWarning')}</p>`
      : nothing}
    ${result.indicators.map((indicator, place) => indicatorEditor(indicator, index, place, result, around))}
    <button
      type="button"
      class="button"
      data-field="${at}.add"
      @click=${() => edit((draft) => draft.indicators.push(emptyIndicator()))}
    >
      ${t('plan.addIndicator')}
    </button>
  </section>`;
}

function indicatorEditor(indicator: IndicatorDraft, index: number, place: number, result: ResultDraft, around: Around): TemplateResult {
  const { editor, limits, weighted } = around;
  const at = `results.${index}.indicators.${place}`;
  const which = `${index + 1}.${place + 1}`;
  const edit = (change: (draft: IndicatorDraft) => void) =>
    editor.edit((draft) => change(draft.results[index]?.indicators[place] as IndicatorDraft));
  return html`<div class="indicator" role="group" aria-label=${t('plan.indicatorNumber', which)}>
    <div class="row spread">
      <p class="eyebrow">${t('plan.indicatorNumber', which)}</p>
      ${result.indicators.length > 1
        ? html`<button
            type="button"
            class="button plain"
            aria-label=${t('plan.removeIndicator', which)}
            @click=${() => editor.edit((draft) => draft.results[index]?.indicators.splice(place, 1))}
          >
            ${t('remove')}
          </button>`
        : nothing}
    </div>
    ${textField({
      form: editor,
      id: `${at}.name`,
      label: t('plan.indicatorName'),
      limit: limits.longestTitle,
      value: indicator.name,
      set: (value) => edit((draft) => (draft.name = value)),
    })}
    <div class="grid narrow">
      ${selectField({
        form: editor,
        id: `${at}.aspect`,
        label: t('plan.aspect'),
        none: t('choose'),
        options: aspectOptions(),
        value: indicator.aspect,
        set: (value) => edit((draft) => (draft.aspect = value)),
      })}
      ${decimalField({
        form: editor,
        id: `${at}.target`,
        label: t('plan.target'),
        value: indicator.target,
        set: (value) => edit((draft) => (draft.target = value)),
      })}
      ${textField({
        form: editor,
        id: `${at}.unit`,
        label: t('plan.unit'),
        limit: limits.longestUnit,
        value: indicator.unit,
        set: (value) => edit((draft) => (draft.unit = value)),
      })}
      ${weighted
        ? decimalField({
            form: editor,
            id: `${at}.weight`,
            label: t('plan.weight'),
            value: indicator.weight,
            set: (value) => edit((draft) => (draft.weight = value)),
          })
        : nothing}
    </div>
    ${choiceField({
      form: editor,
      id: `${at}.direction`,
      label: t('plan.direction'),
      options: directionOptions(),
      value: indicator.direction,
      set: (value) => edit((draft) => (draft.direction = value)),
    })}
  </div>`;
}

/** The live total: always in sight while weights are given, in words and as a bar. */
function weightBar(plan: PlanDraft, { whole }: PlanLimits): TemplateResult {
  const { total, missing, exact } = weightsOf(plan, whole);
  const words = exact
    ? t('plan.total.exact', number(whole))
    : missing.startsWith('-')
      ? t('plan.total.over', number(total), number(missing.slice(1)), number(whole))
      : t('plan.total.under', number(total), number(missing), number(whole));
  return html`<div class="total ${exact ? 'exact' : 'open'}" data-field="weights">
    <p role="status">${exact ? '✓' : '△'} ${words}</p>
    ${bar((Number(total) * 100) / Number(whole))}
  </div>`;
}
