import { html, nothing, type TemplateResult } from 'lit';
import { number } from '../format';
import { t } from '../i18n';
import { shares, verdict } from '../logic/distribution';
import type { GuideRow, Predicate } from '../shapes';
import { bar } from './bar';
import { chip } from './labels';

const SIGNS = { WITHIN: '✓', TOO_MANY: '▲', TOO_FEW: '▼' } as const;

/** How a unit's predicates spread, against the guide: the finding in words, bars, and the table that both come from. */
export function distributionView(order: readonly Predicate[], given: readonly Predicate[], guide: readonly GuideRow[]): TemplateResult {
  const distribution = shares(order, given);
  const judged = guide.map((row) => ({ row, ...verdict(row, distribution) }));
  const outside = judged.filter((each) => each.verdict !== 'WITHIN').length;
  const finding =
    guide.length === 0
      ? t('distribution.noGuide')
      : outside === 0
        ? t('distribution.within')
        : t('distribution.outside', outside, guide.length);
  return html`<figure class="card distribution">
    <figcaption role="status">${finding}</figcaption>
    <table>
      <caption class="visually-hidden">
        ${t('distribution.table')}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t('distribution.predicate')}</th>
          <th scope="col" class="bar-column"><span class="visually-hidden">${t('distribution.bar')}</span></th>
          <th scope="col" class="number">${t('distribution.people')}</th>
          <th scope="col" class="number">${t('distribution.share')}</th>
        </tr>
      </thead>
      <tbody>
        ${distribution.map(
          (share) => html`<tr>
            <th scope="row">${chip(share.predicate)}</th>
            <td class="bar-column" aria-hidden="true">${bar(share.percent)}</td>
            <td class="number">${share.count}</td>
            <td class="number">${number(share.percent, 1)} %</td>
          </tr>`,
        )}
      </tbody>
    </table>
    ${guide.length === 0
      ? nothing
      : html`<ul class="verdicts">
          ${judged.map(
            (each) => html`<li class="verdict ${each.verdict === 'WITHIN' ? 'within' : 'outside'}">
              <span aria-hidden="true">${SIGNS[each.verdict]}</span>
              <span>
                <strong>${t(`distribution.${each.verdict}`, number(each.percent, 1), each.count)}</strong>
                <span class="quiet">${each.row.text}</span>
              </span>
            </li>`,
          )}
        </ul>`}
  </figure>`;
}
