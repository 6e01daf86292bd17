import { html, type TemplateResult } from 'lit';
import { t } from '../i18n';
import { parseDay } from '../logic/days';
import { dateField, textField } from '../parts/fields';
import { resultView } from '../parts/result-view';
import { blank, textOrNull, type Problems } from '../problems';
import type { CoachingRecord, HoldCoachingView, Sent } from '../shapes';
import { Step } from '../step';

interface State {
  heldOn: string;
  notes: string;
  agreements: string;
}

/** The assessor holds the coaching and writes down what both agreed. */
export class HoldCoaching extends Step<HoldCoachingView, State, CoachingRecord> {
  protected override purpose(): string {
    return t('holdCoaching.purpose');
  }

  protected override action(): string {
    return t('holdCoaching.action');
  }

  protected override due(data: HoldCoachingView): string | null {
    return data.until ?? super.due(data);
  }

  protected override start(): State {
    return { heldOn: '', notes: '', agreements: '' };
  }

  protected override body(data: HoldCoachingView, state: State): TemplateResult {
    return html`
      <dl class="facts">
        <dt>${t('planDevelopment.coachingKind')}</dt>
        <dd>${t(`coaching.${data.kind}`)}</dd>
        <dt>${t('planDevelopment.topic')}</dt>
        <dd>${data.topic}</dd>
      </dl>
      ${resultView(data.result)}
      ${dateField({
        form: this,
        id: 'heldOn',
        label: t('holdCoaching.heldOn'),
        value: state.heldOn,
        set: (value) => this.change((each) => (each.heldOn = value)),
      })}
      ${textField({
        form: this,
        id: 'notes',
        label: t('holdCoaching.notes'),
        rows: 4,
        value: state.notes,
        set: (value) => this.change((each) => (each.notes = value)),
      })}
      ${textField({
        form: this,
        id: 'agreements',
        label: t('holdCoaching.agreements'),
        help: t('holdCoaching.agreementsHelp'),
        optional: true,
        rows: 3,
        value: state.agreements,
        set: (value) => this.change((each) => (each.agreements = value)),
      })}
    `;
  }

  protected override check(_: HoldCoachingView, state: State, problems: Problems): void {
    problems.when(parseDay(state.heldOn) === null, 'heldOn', t('holdCoaching.error.date'));
    problems.when(blank(state.notes), 'notes', t('holdCoaching.error.notes'));
  }

  protected override answer(_: HoldCoachingView, state: State): Sent<CoachingRecord> {
    return { heldOn: parseDay(state.heldOn), notes: state.notes.trim(), agreements: textOrNull(state.agreements) };
  }
}
