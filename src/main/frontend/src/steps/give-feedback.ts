import { html, type TemplateResult } from 'lit';
import { t } from '../i18n';
import { textField } from '../parts/fields';
import { checkValues, valuesAnswer, valuesDraft, valuesField, type ValuesDraft } from '../parts/values';
import { textOrNull, type Problems } from '../problems';
import type { GiveFeedbackView, Opinion, Sent } from '../shapes';
import { Step } from '../step';

interface State {
  behaviour: ValuesDraft;
  comment: string;
}

/** A peer or subordinate says how the seven values are lived; nobody learns who said what. */
export class GiveFeedback extends Step<GiveFeedbackView, State, Opinion> {
  protected override purpose(data: GiveFeedbackView): string {
    return t('giveFeedback.purpose', t(`relation.${data.relation}`));
  }

  protected override action(): string {
    return t('giveFeedback.action');
  }

  protected override start(): State {
    return { behaviour: valuesDraft(null), comment: '' };
  }

  protected override body(data: GiveFeedbackView, state: State): TemplateResult {
    return html`
      <div class="notice">
        <strong>${t('giveFeedback.secret')}</strong>
        ${t('giveFeedback.secretHow', data.minimumRespondents)}
      </div>
      <h2>${t('giveFeedback.behaviour')}</h2>
      <p class="help">${t('values.helpOther')}</p>
      ${valuesField({
        form: this,
        id: 'behaviour',
        scale: data.scale,
        scores: data.scores,
        draft: state.behaviour,
        edit: (change) => this.change((each) => change(each.behaviour)),
      })}
      ${textField({
        form: this,
        id: 'comment',
        label: t('giveFeedback.comment'),
        help: t('giveFeedback.commentHelp'),
        optional: true,
        rows: 4,
        value: state.comment,
        set: (value) => this.change((each) => (each.comment = value)),
      })}
    `;
  }

  protected override check(data: GiveFeedbackView, state: State, problems: Problems): void {
    checkValues({ id: 'behaviour', scale: data.scale, scores: data.scores, draft: state.behaviour }, problems);
  }

  protected override answer(data: GiveFeedbackView, state: State): Sent<Opinion> {
    return { behaviour: valuesAnswer(state.behaviour, data.scale), comment: textOrNull(state.comment) };
  }
}
