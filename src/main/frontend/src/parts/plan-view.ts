import { html, nothing, type TemplateResult } from 'lit';
import { number } from '../format';
import { t } from '../i18n';
import type { Indicator, Plan, WorkResult } from '../shapes';
import { aspectLabel, directionLabel, kindLabel, perspectiveLabel } from './labels';

/** What a step adds to a plan that is only read. */
export interface PlanAdditions {
  afterResult?: (result: WorkResult) => TemplateResult | typeof nothing;
  /** Stands below each indicator: a realisation, an evidence. */
  afterIndicator?: (indicator: Indicator) => TemplateResult | typeof nothing;
  /** Heading level of a work result's title; the plan's own heading is the step's affair. */
  expectations?: boolean;
}

/** A plan of targets to read: one card per work result, its indicators below it. */
export function planView(plan: Plan, additions: PlanAdditions = {}): TemplateResult {
  return html`
    ${plan.results.map((result, index) => workResult(result, index, additions))}
    ${additions.expectations ? expectations(plan) : nothing}
  `;
}

export function expectations(plan: Plan): TemplateResult | typeof nothing {
  return plan.behaviourExpectation || plan.leaderExpectation
    ? html`<dl class="facts">
        ${plan.behaviourExpectation
          ? html`<dt>${t('plan.behaviourExpectation')}</dt>
              <dd class="prose">${plan.behaviourExpectation}</dd>`
          : nothing}
        ${plan.leaderExpectation
          ? html`<dt>${t('plan.leaderExpectation')}</dt>
              <dd class="prose">${plan.leaderExpectation}</dd>`
          : nothing}
      </dl>`
    : nothing;
}

function workResult(result: WorkResult, index: number, additions: PlanAdditions): TemplateResult {
  return html`<section class="card" aria-label=${result.title}>
    <p class="eyebrow">
      ${t('plan.resultNumber', index + 1)} · ${kindLabel(result.kind)}
      ${result.perspective ? html` · ${perspectiveLabel(result.perspective)}` : nothing}
    </p>
    <h3>${result.title}</h3>
    ${result.supportsTitle ? html`<p class="quiet">${t('plan.supports', result.supportsTitle)}</p>` : nothing}
    ${additions.afterIndicator
      ? html`<div class="indicators">
          ${result.indicators.map(
            (indicator) => html`<div class="indicator">
              <p class="indicator-name">${indicator.name}</p>
              <p class="quiet">${indicatorFacts(indicator)}</p>
              ${additions.afterIndicator?.(indicator)}
            </div>`,
          )}
        </div>`
      : indicatorTable(result)}
    ${additions.afterResult?.(result)}
  </section>`;
}

/** "Kuantitas · target 12 dokumen · makin tinggi makin baik · bobot 40". */
export function indicatorFacts(indicator: Indicator): TemplateResult {
  return html`${aspectLabel(indicator.aspect)} ·
    <strong>${t('plan.targetIs', number(indicator.target), indicator.unit)}</strong> · ${directionLabel(indicator.direction)}
    ${indicator.weight === null ? nothing : html` · ${t('plan.weightIs', number(indicator.weight))}`}`;
}

function indicatorTable(result: WorkResult): TemplateResult {
  const weighted = result.indicators.some((indicator) => indicator.weight !== null);
  return html`<table class="cards">
    <caption class="visually-hidden">
      ${t('plan.indicatorsOf', result.title)}
    </caption>
    <thead>
      <tr>
        <th scope="col">${t('plan.indicator')}</th>
        <th scope="col">${t('plan.aspect')}</th>
        <th scope="col" class="number">${t('plan.target')}</th>
        <th scope="col">${t('plan.direction')}</th>
        ${weighted ? html`<th scope="col" class="number">${t('plan.weight')}</th>` : nothing}
      </tr>
    </thead>
    <tbody>
      ${result.indicators.map(
        (indicator) => html`<tr>
          <th scope="row">${indicator.name}</th>
          <td data-label=${t('plan.aspect')}>${aspectLabel(indicator.aspect)}</td>
          <td data-label=${t('plan.target')} class="number">${number(indicator.target)} ${indicator.unit}</td>
          <td data-label=${t('plan.direction')}>${directionLabel(indicator.direction)}</td>
          ${weighted ? html`<td data-label=${t('plan.weight')} class="number">${number(indicator.weight)}</td>` : nothing}
        </tr>`,
      )}
    </tbody>
  </table>`;
}
