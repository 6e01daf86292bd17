import { html, nothing, type TemplateResult } from 'lit';
import { day, number } from '../format';
import { t } from '../i18n';
import type { CheckInRecord, Indicator, Plan, Progress } from '../shapes';

/** Earlier check-ins to read, newest first, closed until somebody wants them. */
export function checkInsView(checkIns: readonly CheckInRecord[], plan: Plan): TemplateResult | typeof nothing {
  if (checkIns.length === 0) {
    return nothing;
  }
  const newestFirst = [...checkIns].sort((one, other) => other.number - one.number);
  return html`<details class="card">
    <summary>${t('checkIn.previous', checkIns.length)}</summary>
    ${newestFirst.map(
      (checkIn) => html`<section class="check-in">
        <h3>${t('checkIn.number', checkIn.number)} · ${day(checkIn.on)}</h3>
        ${checkIn.note ? html`<p class="prose">${checkIn.note}</p>` : nothing} ${progressTable(checkIn.progress, plan)}
        ${checkIn.feedback
          ? html`<blockquote class="prose"><span class="eyebrow">${checkIn.feedbackBy ? t('checkIn.feedbackBy', checkIn.feedbackBy) : t('checkIn.feedback')}</span>${checkIn.feedback}</blockquote>`
          : nothing}
      </section>`,
    )}
  </details>`;
}

export function progressTable(progress: readonly Progress[], plan: Plan): TemplateResult | typeof nothing {
  const indicators = new Map<string, Indicator>(
    plan.results.flatMap((result) => result.indicators.map((indicator) => [indicator.id, indicator] as const)),
  );
  const known = progress.filter((each) => indicators.has(each.indicatorId));
  return known.length === 0
    ? nothing
    : html`<table class="cards">
        <caption class="visually-hidden">
          ${t('checkIn.progress')}
        </caption>
        <thead>
          <tr>
            <th scope="col">${t('plan.indicator')}</th>
            <th scope="col" class="number">${t('checkIn.reached')}</th>
            <th scope="col" class="number">${t('plan.target')}</th>
            <th scope="col">${t('checkIn.note')}</th>
          </tr>
        </thead>
        <tbody>
          ${known.map((each) => {
            const indicator = indicators.get(each.indicatorId) as Indicator;
            return html`<tr>
              <th scope="row">${indicator.name}</th>
              <td data-label=${t('checkIn.reached')} class="number">${number(each.value)} ${indicator.unit}</td>
              <td data-label=${t('plan.target')} class="number">${number(indicator.target)} ${indicator.unit}</td>
              <td data-label=${t('checkIn.note')}>${each.note ?? '–'}</td>
            </tr>`;
          })}
        </tbody>
      </table>`;
}
