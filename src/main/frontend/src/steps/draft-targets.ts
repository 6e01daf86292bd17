import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../i18n';
import { draftOf, planAnswer, type PlanDraft } from '../logic/plan-draft';
import { checkPlan, planEditor } from '../parts/plan-editor';
import type { Problems } from '../problems';
import type { Plan, SuperiorResult } from '../shapes';
import { Step } from '../step';

interface Data {
  weighted: boolean;
  plan: Plan | null;
  remark: string | null;
  superiorResults: SuperiorResult[];
}

/** The employee drafts the targets (SKP). */
export class DraftTargets extends Step<Data, PlanDraft> {
  protected override purpose(): string {
    return t('draftTargets.purpose');
  }

  protected override action(): string {
    return t('draftTargets.action');
  }

  protected override start(data: Data): PlanDraft {
    return draftOf(data.plan);
  }

  protected override pattern(): PlanDraft {
    return draftOf(null);
  }

  edit(change: (plan: PlanDraft) => void): void {
    this.change(change);
  }

  protected override body(data: Data, state: PlanDraft): TemplateResult {
    return html`
      ${returnedNotice(data.remark)}
      ${planEditor(state, {
        editor: this,
        weighted: data.weighted,
        superiorResults: data.superiorResults,
        returned: data.plan,
      })}
    `;
  }

  protected override check(data: Data, state: PlanDraft, problems: Problems): void {
    checkPlan(state, data.weighted, problems);
  }

  protected override answer(data: Data, state: PlanDraft): object {
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
