import { html, nothing, type TemplateResult } from 'lit';
import { day, number } from '../format';
import { t } from '../i18n';
import type { ResultView } from '../shapes';
import { chip } from './labels';

/** A result and how it came about, line by line. */
export function resultView(result: ResultView | null): TemplateResult {
  if (result === null) {
    return html`<p class="notice warning">${t('result.none')}</p>`;
  }
  return html`<section class="card result" aria-label=${t('result.title')}>
    <div class="row spread">
      <div>
        <p class="eyebrow">${result.final ? t('result.final') : t('result.predicate')}</p>
        <p class="result-predicate">${chip(result.predicate, result.predicateLabel)}</p>
      </div>
      ${result.total === null
        ? nothing
        : html`<p class="score"><span class="eyebrow">${t('result.total')}</span> <strong>${number(result.total, 2)}</strong></p>`}
    </div>
    ${result.lines.length === 0
      ? nothing
      : html`<details open>
          <summary>${t('result.how')}</summary>
          <table class="cards lines">
            <caption class="visually-hidden">
              ${t('result.how')}
            </caption>
            <thead>
              <tr>
                <th scope="col">${t('result.part')}</th>
                <th scope="col">${t('result.detail')}</th>
                <th scope="col" class="number">${t('result.value')}</th>
              </tr>
            </thead>
            <tbody>
              ${result.lines.map(
                (line) => html`<tr>
                  <th scope="row">${line.label}</th>
                  <td class=${line.detail ? '' : 'none'}>${line.detail ?? nothing}</td>
                  <td data-label=${t('result.value')} class="number ${line.value ? '' : 'none'}">${line.value ?? '–'}</td>
                </tr>`,
              )}
            </tbody>
          </table>
        </details>`}
    <p class="quiet">
      ${result.ratedBy ? t('result.ratedBy', result.ratedBy, day(result.calculatedAt)) : t('result.calculated', day(result.calculatedAt))}
    </p>
  </section>`;
}
