import { html, type TemplateResult } from 'lit';
import { t } from '../i18n';
import { draftOf, planAnswer, type PlanDraft } from '../logic/plan-draft';
import { textField } from '../parts/fields';
import { checkPlan, planEditor } from '../parts/plan-editor';
import { planView } from '../parts/plan-view';
import { blank, type Problems } from '../problems';
import type { Proposal, ReviseTargetsView, Sent } from '../shapes';
import { Step } from '../step';
import { returnedNotice } from './draft-targets';

interface State {
  reason: string;
  plan: PlanDraft;
}

/** Either side writes a new version of the targets; the one in force stays readable. */
export class ReviseTargets extends Step<ReviseTargetsView, State, Proposal> {
  protected override purpose(): string {
    return t('reviseTargets.purpose');
  }

  protected override action(): string {
    return t('reviseTargets.action');
  }

  protected override start(data: ReviseTargetsView): State {
    return { reason: data.plan?.reason ?? '', plan: draftOf(data.plan ?? data.current) };
  }

  protected override pattern(): State {
    return { reason: '', plan: draftOf(null) };
  }

  edit(change: (plan: PlanDraft) => void): void {
    this.change((state) => change(state.plan));
  }

  protected override body(data: ReviseTargetsView, state: State): TemplateResult {
    return html`
      ${returnedNotice(data.remark)}
      <details class="card">
        <summary>${t('reviseTargets.current', data.current.version)}</summary>
        ${planView(data.current, { expectations: true })}
      </details>
      ${textField({
        form: this,
        id: 'reason',
        label: t('reviseTargets.reason'),
        help: t('reviseTargets.reasonHelp'),
        rows: 3,
        value: state.reason,
        set: (value) => this.change((each) => (each.reason = value)),
      })}
      ${planEditor(state.plan, {
        editor: this,
        weighted: data.weighted,
        limits: data.limits,
        superiorResults: data.superiorResults,
        returned: data.plan,
      })}
    `;
  }

  protected override check(data: ReviseTargetsView, state: State, problems: Problems): void {
    problems.when(blank(state.reason), 'reason', t('reviseTargets.error.reason'));
    checkPlan(state.plan, data.weighted, data.limits, problems);
  }

  protected override answer(data: ReviseTargetsView, state: State): Sent<Proposal> {
    return planAnswer(state.plan, data.weighted, state.reason.trim());
  }
}
