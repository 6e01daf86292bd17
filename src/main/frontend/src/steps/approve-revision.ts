import { html, type TemplateResult } from 'lit';
import { t } from '../i18n';
import { planView } from '../parts/plan-view';
import type { Plan } from '../shapes';
import { ApproveTargets, type ApprovalData } from './approve-targets';

interface Data extends ApprovalData {
  current: Plan;
}

/** The other side approves a new version of the targets, like the first. */
export class ApproveRevision extends ApproveTargets<Data> {
  protected override purpose(data: Data): string {
    return t('approveRevision.purpose', data.plan.version);
  }

  protected override introduction(data: Data): TemplateResult {
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
