import { html, type TemplateResult } from 'lit';
import { t } from '../i18n';
import { planView } from '../parts/plan-view';
import type { ApproveRevisionView } from '../shapes';
import { ApproveTargets } from './approve-targets';

/** The other side approves a new version of the targets, like the first. */
export class ApproveRevision extends ApproveTargets<ApproveRevisionView> {
  protected override purpose(data: ApproveRevisionView): string {
    return t('approveRevision.purpose', data.plan.version);
  }

  protected override introduction(data: ApproveRevisionView): TemplateResult {
    return html`
      <div class="notice">
        <strong>${t('approveRevision.reason')}</strong>
        <p class="prose">${data.plan.reason ?? '–'}</p>
      </div>
      <details class="card">
        <summary>${t('reviseTargets.current', data.current.version)}</summary>
        ${planView(data.current, { expectations: true })}
      </details>
    `;
  }
}
