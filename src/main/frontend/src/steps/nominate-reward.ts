import { html, type TemplateResult } from 'lit';
import { t } from '../i18n';
import { selectField, textField } from '../parts/fields';
import { resultView } from '../parts/result-view';
import { blank, type Problems } from '../problems';
import type { NominateRewardAnswer, NominateRewardView, Sent } from '../shapes';
import { Step } from '../step';

interface State {
  kind: string;
  citation: string;
}

/** The assessor nominates the employee for a reward. */
export class NominateReward extends Step<NominateRewardView, State, NominateRewardAnswer> {
  protected override purpose(): string {
    return t('nominateReward.purpose');
  }

  protected override action(): string {
    return t('nominateReward.action');
  }

  protected override start(): State {
    return { kind: '', citation: '' };
  }

  protected override body(data: NominateRewardView, state: State): TemplateResult {
    return html`
      ${resultView(data.result)}
      ${selectField({
        form: this,
        id: 'kind',
        label: t('nominateReward.kind'),
        none: t('choose'),
        options: data.kinds.map((each) => ({ value: each.code, label: each.title })),
        value: state.kind,
        set: (value) => this.change((each) => (each.kind = value)),
      })}
      ${textField({
        form: this,
        id: 'citation',
        label: t('nominateReward.citation'),
        help: t('nominateReward.citationHelp'),
        rows: 5,
        value: state.citation,
        set: (value) => this.change((each) => (each.citation = value)),
      })}
    `;
  }

  protected override check(_: NominateRewardView, state: State, problems: Problems): void {
    problems.when(state.kind === '', 'kind', t('nominateReward.error.kind'));
    problems.when(blank(state.citation), 'citation', t('nominateReward.error.citation'));
  }

  protected override answer(_: NominateRewardView, state: State): Sent<NominateRewardAnswer> {
    return { kind: state.kind, citation: state.citation.trim() };
  }
}
