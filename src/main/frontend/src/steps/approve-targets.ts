import { html, nothing, type TemplateResult } from 'lit';
import { number } from '../format';
import { t } from '../i18n';
import { sumOf } from '../logic/decimals';
import { choiceField, textField } from '../parts/fields';
import { expectations, planView } from '../parts/plan-view';
import { blank, textOrNull, type Problems } from '../problems';
import type { Approval, ApproveRevisionView, ApproveTargetsView, Sent } from '../shapes';
import { Step } from '../step';

/** `leads` is left out where the reader always is the leader, who alone says what they expect in particular. */
export type ApprovalData = ApproveTargetsView & Partial<Pick<ApproveRevisionView, 'leads'>>;

interface State {
  decision: '' | 'APPROVE' | 'RETURN';
  leaderExpectation: string;
  remark: string;
  remarks: Record<string, string>;
}

/** The assessor approves the targets, or returns them with a remark per row. */
export class ApproveTargets<D extends ApprovalData = ApprovalData> extends Step<D, State, Approval> {
  protected override purpose(_: D): string {
    return t('approveTargets.purpose');
  }

  protected override action(_: D, state: State): string {
    const actions = { '': t('send'), APPROVE: t('approveTargets.approve'), RETURN: t('approveTargets.return') };
    return actions[state.decision];
  }

  protected override start(data: D): State {
    const remarks = Object.fromEntries(data.plan.results.map((result) => [result.id, '']));
    return { decision: '', leaderExpectation: data.plan.leaderExpectation ?? '', remark: '', remarks };
  }

  protected override body(data: D, state: State): TemplateResult {
    const returning = state.decision === 'RETURN';
    const weights = data.plan.results.flatMap((result) => result.indicators.flatMap((indicator) => indicator.weight ?? []));
    return html`
      ${this.introduction(data)}
      <h2>${t('plan.results')}</h2>
      ${planView(data.plan, {
        afterResult: (result) =>
          returning
            ? textField({
                form: this,
                id: `remarks.${result.id}`,
                label: t('approveTargets.rowRemark'),
                optional: true,
                rows: 2,
                value: state.remarks[result.id] ?? '',
                set: (value) => this.change((each) => (each.remarks[result.id] = value)),
              })
            : nothing,
      })}
      ${data.weighted ? html`<p class="quiet">${t('approveTargets.weights', number(sumOf(weights)))}</p>` : nothing}
      ${expectations(data.leads === false ? data.plan : { ...data.plan, leaderExpectation: null })}
      <h2>${t('approveTargets.decision')}</h2>
      ${choiceField({
        form: this,
        id: 'decision',
        label: t('approveTargets.question'),
        options: [
          { value: 'APPROVE', label: t('approveTargets.approve'), detail: t('approveTargets.approveDetail') },
          { value: 'RETURN', label: t('approveTargets.return'), detail: t('approveTargets.returnDetail') },
        ],
        value: state.decision,
        set: (value) => this.change((each) => (each.decision = value)),
      })}
      ${returning
        ? textField({
            form: this,
            id: 'remark',
            label: t('approveTargets.remark'),
            help: t('approveTargets.remarkHelp'),
            optional: true,
            rows: 3,
            value: state.remark,
            set: (value) => this.change((each) => (each.remark = value)),
          })
        : data.leads === false
          ? nothing
          : textField({
              form: this,
              id: 'leaderExpectation',
              label: t('plan.leaderExpectation'),
              help: t('approveTargets.leaderHelp'),
              optional: true,
              rows: 3,
              value: state.leaderExpectation,
              set: (value) => this.change((each) => (each.leaderExpectation = value)),
            })}
    `;
  }

  /** What stands before the plan. */
  protected introduction(_: D): TemplateResult | typeof nothing {
    return nothing;
  }

  protected override check(_: D, state: State, problems: Problems): void {
    problems.when(state.decision === '', 'decision', t('approveTargets.error.decision'));
    problems.when(
      state.decision === 'RETURN' && blank(state.remark) && Object.values(state.remarks).every(blank),
      'remark',
      t('approveTargets.error.remark'),
    );
  }

  protected override answer(data: D, state: State): Sent<Approval> {
    const approved = state.decision === 'APPROVE';
    return {
      approved,
      leaderExpectation: approved && data.leads !== false ? textOrNull(state.leaderExpectation) : null,
      remark: approved ? null : textOrNull(state.remark),
      remarks: approved
        ? []
        : Object.entries(state.remarks)
            .filter(([, remark]) => !blank(remark))
            .map(([resultId, remark]) => ({ resultId, remark: remark.trim() })),
    };
  }
}
