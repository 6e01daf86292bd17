import { html, nothing, type TemplateResult } from 'lit';
import { day, number } from '../format';
import { t } from '../i18n';
import type { Indicator, PartView } from '../shapes';

/* An evaluation for a part of the cycle: which part, and what that means for targets of quantity. */

export function partNotice(part: PartView | null | undefined): TemplateResult | typeof nothing {
  return part
    ? html`<p class="notice">
        ${t('part.notice', day(part.firstDay), day(part.lastDay), day(part.cycleFirstDay), day(part.cycleLastDay))}
        ${part.targets.length > 0 ? t('part.shared') : nothing}
      </p>`
    : nothing;
}

/** Beside an indicator: what is expected of it in this part, and how that follows from what was agreed. */
export function partialTarget(indicator: Indicator, part: PartView | null | undefined): TemplateResult | typeof nothing {
  const shared = part?.targets.find((each) => each.indicatorId === indicator.id);
  return part && shared
    ? html`<p>
        <strong>${t('part.target', number(shared.target), indicator.unit)}</strong>
        <span class="quiet"
          >${t('part.share', number(indicator.target), part.served, part.agreedFor, t(`part.${part.measure as 'DAYS' | 'MONTHS'}`))}</span
        >
      </p>`
    : nothing;
}

/** The target that the preview reckons with. */
export function expected(indicator: Indicator, part: PartView | null | undefined): string {
  return part?.targets.find((each) => each.indicatorId === indicator.id)?.fine ?? indicator.target;
}
