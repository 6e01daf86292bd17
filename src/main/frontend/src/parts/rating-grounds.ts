import { html, nothing, type TemplateResult } from 'lit';
import { day, number } from '../format';
import { t } from '../i18n';
import { inPlaceOfOpinions, withoutFeedback } from '../logic/feedback';
import { CORE_VALUES, type CoreValue, type Indicator, type RatingView } from '../shapes';
import { checkInsView } from './check-ins';
import { evidenceList } from './evidence';
import { chip, organisationLabel } from './labels';
import { partialTarget, partNotice } from './part';
import { planView } from './plan-view';
import { ratingWords } from './values';

/* What a rating rests on: the employee's report, the check-ins, what colleagues said. */

/** Everything a rating rests on, to read. */
export function ratingGrounds(data: RatingView, withPlan = data.scale === 'RATING'): TemplateResult {
  const { plan, self, feedback } = data;
  return html`
    ${partNotice(data.part)}
    ${data.ledUnit
      ? html`<p class="notice warning">${t('rating.ledUnit')} ${chip(data.ledUnit, organisationLabel(data.ledUnit))}</p>`
      : nothing}
    ${data.periodic.length > 0
      ? html`<section class="card" aria-label=${t('rating.periodic')}>
          <h3>${t('rating.periodic')}</h3>
          <ul class="plain-list">
            ${data.periodic.map(
              (part) => html`<li>
                ${part.cycleName} <span class="quiet">${day(part.firstDay)} – ${day(part.lastDay)}</span> ${chip(part.predicate)}
              </li>`,
            )}
          </ul>
          <p class="help">${t('rating.periodicHelp')}</p>
        </section>`
      : nothing}
    ${withPlan
      ? html`<h2>${t('rating.reported')}</h2>
          ${self ? nothing : html`<p class="notice warning">${t('rating.noSelf')}</p>`}
          ${planView(plan, { expectations: true, afterIndicator: (indicator) => reported(indicator, data) })}`
      : nothing}
    ${checkInsView(data.checkIns, plan)}
    ${feedback === null || feedback.usable
      ? nothing
      : html`<p class="notice">${withoutFeedback(feedback)}</p>`}
    ${feedback?.usable && feedback.comments.length > 0
      ? html`<details class="card">
          <summary>${t('rating.comments', feedback.comments.length)}</summary>
          ${feedback.comments.map((comment) => html`<blockquote class="prose">${comment}</blockquote>`)}
        </details>`
      : nothing}
  `;
}

/** What the employee reported for an indicator. */
export function reported(indicator: Indicator, data: RatingView): TemplateResult {
  const realisation = data.self?.realisations.find((each) => each.indicatorId === indicator.id);
  return html`${partialTarget(indicator, data.part)}
    <div class="reported">
    <p>
      <span class="eyebrow">${t('rating.reportedValue')}</span>
      <strong>${realisation ? `${number(realisation.value)} ${indicator.unit}` : t('rating.notReported')}</strong>
    </p>
    ${realisation?.note ? html`<p class="prose">${realisation.note}</p>` : nothing}
    ${evidenceList(realisation?.evidence ?? [])}
  </div>`;
}

/** The seven values as the employee and the colleagues see them, where only the whole is rated. */
export function behaviourTable(data: RatingView): TemplateResult {
  const { self, feedback } = data;
  return html`<table class="cards">
    <caption>
      ${t('rating.behaviourTable')}
    </caption>
    <thead>
      <tr>
        <th scope="col">${t('rating.value')}</th>
        <th scope="col">${t('rating.self')}</th>
        <th scope="col">${t('rating.colleagues')}</th>
      </tr>
    </thead>
    <tbody>
      ${CORE_VALUES.map(
        (value) => html`<tr>
          <th scope="row">${t(`value.${value}`)}</th>
          <td data-label=${t('rating.self')}>${ratingWords(self?.behaviour.find((each) => each.value === value))}</td>
          <td data-label=${t('rating.colleagues')}>${colleagues(value, data) ?? inPlaceOfOpinions(feedback)}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

export function besideValue(value: CoreValue, data: RatingView): TemplateResult {
  return html`<dl class="beside">
    <dt>${t('rating.self')}</dt>
    <dd>${ratingWords(data.self?.behaviour.find((each) => each.value === value))}</dd>
    <dt>${t('rating.colleagues')}</dt>
    <dd>${colleagues(value, data) ?? inPlaceOfOpinions(data.feedback)}</dd>
  </dl>`;
}

function colleagues(value: CoreValue, data: RatingView): string | null {
  const summary = data.feedback?.usable ? data.feedback.values.find((each) => each.value === value) : undefined;
  if (!summary) {
    return null;
  }
  return summary.average !== null
    ? t('rating.average', number(summary.average, 2))
    : t('rating.counts', summary.above ?? 0, summary.meets ?? 0, summary.below ?? 0);
}
