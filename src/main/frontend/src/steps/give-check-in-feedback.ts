import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../i18n';
import { checkInsView, progressTable } from '../parts/check-ins';
import { textField } from '../parts/fields';
import { planView } from '../parts/plan-view';
import { textOrNull } from '../problems';
import type { GiveCheckInFeedbackAnswer, GiveCheckInFeedbackView, Sent } from '../shapes';
import { Step } from '../step';

interface State {
  feedback: string;
}

/** The assessor answers a check-in. */
export class GiveCheckInFeedback extends Step<GiveCheckInFeedbackView, State, GiveCheckInFeedbackAnswer> {
  protected override purpose(data: GiveCheckInFeedbackView): string {
    return t('checkInFeedback.purpose', data.number);
  }

  protected override action(): string {
    return t('checkInFeedback.action');
  }

  protected override start(): State {
    return { feedback: '' };
  }

  protected override body(data: GiveCheckInFeedbackView, state: State): TemplateResult {
    return html`
      <h2>${t('checkInFeedback.reported')}</h2>
      ${data.progress.length === 0 && !data.note ? html`<p class="quiet">${t('checkInFeedback.nothing')}</p>` : nothing}
      ${progressTable(data.progress, data.plan)} ${data.note ? html`<blockquote class="prose">${data.note}</blockquote>` : nothing}
      ${checkInsView(data.previous, data.plan)}
      <details class="card">
        <summary>${t('plan.results')}</summary>
        ${planView(data.plan, { expectations: true })}
      </details>
      ${textField({
        form: this,
        id: 'feedback',
        label: t('checkIn.feedback'),
        help: t('checkInFeedback.help'),
        optional: true,
        rows: 5,
        value: state.feedback,
        set: (value) => this.change((each) => (each.feedback = value)),
      })}
    `;
  }

  protected override check(): void {
    // Nothing can be wrong: an empty answer only means that it was read.
  }

  protected override answer(_: GiveCheckInFeedbackView, state: State): Sent<GiveCheckInFeedbackAnswer> {
    return { feedback: textOrNull(state.feedback) };
  }
}
