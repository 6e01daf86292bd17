import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../i18n';
import { draftOf, planAnswer, type PlanDraft } from '../logic/plan-draft';
import { checkPlan, planEditor } from '../parts/plan-editor';
import type { Problems } from '../problems';
import type { DraftTargetsView, Proposal, Sent } from '../shapes';
import { Step } from '../step';

/** The employee drafts the targets (SKP). */
export class DraftTargets extends Step<DraftTargetsView, PlanDraft, Proposal> {
  protected override purpose(): string {
    return t('draftTargets.purpose');
  }

  protected override action(): string {
    return t('draftTargets.action');
  }

  protected override start(data: DraftTargetsView): PlanDraft {
    return draftOf(data.plan);
  }

  protected override pattern(): PlanDraft {
    return draftOf(null);
  }

  edit(change: (plan: PlanDraft) => void): void {
    this.change(change);
  }

  protected override body(data: DraftTargetsView, state: PlanDraft): TemplateResult {
    return html`
      ${returnedNotice(data.remark)}
      ${planEditor(state, {
        editor: this,
        weighted: data.weighted,
        limits: data.limits,
        superiorResults: data.superiorResults,
        returned: data.plan,
      })}
    `;
  }

  protected override check(data: DraftTargetsView, state: PlanDraft, problems: Problems): void {
    checkPlan(state, data.weighted, data.limits, problems);
  }

  protected override answer(data: DraftTargetsView, state: PlanDraft): Sent<Proposal> {
    return planAnswer(state, data.weighted);
  }
}

/** Says that a plan came back, and why. */
export function returnedNotice(remark: string | null): TemplateResult | typeof nothing {
  return remark
    ? html`<div class="notice warning">
        <strong>${t('plan.returned')}</strong>
        <p class="prose">${remark}</p>
      </div>`
    : nothing;
}
