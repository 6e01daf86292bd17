import { html, type TemplateResult } from 'lit';
import { day } from '../format';
import { t } from '../i18n';
import { choiceField, textField } from '../parts/fields';
import { resultView } from '../parts/result-view';
import { blank, textOrNull, type Problems } from '../problems';
import type { DecideRewardAnswer, DecideRewardView, Sent } from '../shapes';
import { Step } from '../step';

interface State {
  decision: '' | 'GRANT' | 'DECLINE';
  reason: string;
}

/** HR decides on a nomination. */
export class DecideReward extends Step<DecideRewardView, State, DecideRewardAnswer> {
  protected override purpose(): string {
    return t('decideReward.purpose');
  }

  protected override action(_: DecideRewardView, state: State): string {
    const actions = { '': t('send'), GRANT: t('decideReward.grant'), DECLINE: t('decideReward.decline') };
    return actions[state.decision];
  }

  protected override start(): State {
    return { decision: '', reason: '' };
  }

  protected override body(data: DecideRewardView, state: State): TemplateResult {
    const { nomination } = data;
    return html`
      <section class="card" aria-label=${nomination.title}>
        <p class="eyebrow">${t('decideReward.nomination', nomination.by, day(nomination.at))}</p>
        <h2 class="first">${nomination.title}</h2>
        <p class="prose">${nomination.citation}</p>
      </section>
      ${resultView(data.result)}
      ${choiceField({
        form: this,
        id: 'decision',
        label: t('decideReward.question'),
        options: [
          { value: 'GRANT', label: t('decideReward.grant') },
          { value: 'DECLINE', label: t('decideReward.decline') },
        ],
        value: state.decision,
        set: (value) => this.change((each) => (each.decision = value)),
      })}
      ${textField({
        form: this,
        id: 'reason',
        label: t('decideReward.reason'),
        help: t('decideReward.reasonHelp'),
        optional: state.decision !== 'DECLINE',
        rows: 3,
        value: state.reason,
        set: (value) => this.change((each) => (each.reason = value)),
      })}
    `;
  }

  protected override check(_: DecideRewardView, state: State, problems: Problems): void {
    problems.when(state.decision === '', 'decision', t('decideReward.error.decision'));
    problems.when(state.decision === 'DECLINE' && blank(state.reason), 'reason', t('decideReward.error.reason'));
  }

  protected override answer(_: DecideRewardView, state: State): Sent<DecideRewardAnswer> {
    return { granted: state.decision === 'GRANT', reason: textOrNull(state.reason) };
  }
}
