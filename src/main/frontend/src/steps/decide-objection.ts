import { html, nothing, type TemplateResult } from 'lit';
import { day } from '../format';
import { t } from '../i18n';
import { evidenceList } from '../parts/evidence';
import { choiceField, textField } from '../parts/fields';
import { checkRating, ratingAnswer, ratingDraft, ratingField, type RatingDraft } from '../parts/rating';
import { ratingGrounds } from '../parts/rating-grounds';
import { resultView } from '../parts/result-view';
import { blank, type Problems } from '../problems';
import type { DecisionAnswer, DecisionView, Outcome, Sent } from '../shapes';
import { Step } from '../step';

interface State {
  hearingAssessor: string;
  hearingEmployee: string;
  outcome: '' | Outcome;
  reason: string;
  rating: RatingDraft;
}

/** The assessor's superior hears both sides and decides; the decision is final (PP 30/2019 art. 59). */
export class DecideObjection extends Step<DecisionView, State, DecisionAnswer> {
  protected override purpose(): string {
    return t('decideObjection.purpose');
  }

  protected override action(_: DecisionView, state: State): string {
    const actions = { '': t('send'), UPHELD: t('decideObjection.uphold'), CHANGED: t('decideObjection.change') };
    return actions[state.outcome];
  }

  protected override start(data: DecisionView): State {
    return { hearingAssessor: '', hearingEmployee: '', outcome: '', reason: '', rating: ratingDraft(data.rating) };
  }

  protected override body(data: DecisionView, state: State): TemplateResult {
    return html`
      <h2>${t('decideObjection.objection')}</h2>
      <div class="card">
        <p class="eyebrow">${t('decideObjection.raisedAt', day(data.raisedAt))}</p>
        <p class="prose">${data.reasons}</p>
        ${evidenceList(data.evidence)}
      </div>
      <h2>${t('decideObjection.contested')}</h2>
      ${resultView(data.result)}
      <details class="card">
        <summary>${t('decideObjection.grounds')}</summary>
        ${ratingGrounds(data.rating, data.rating.scale === 'RATING' || state.outcome !== 'CHANGED')}
      </details>
      <h2>${t('decideObjection.hearing')}</h2>
      <p class="help">${t('decideObjection.hearingHelp')}</p>
      ${textField({
        form: this,
        id: 'hearingEmployee',
        label: t('decideObjection.hearingEmployee'),
        rows: 4,
        value: state.hearingEmployee,
        set: (value) => this.change((each) => (each.hearingEmployee = value)),
      })}
      ${textField({
        form: this,
        id: 'hearingAssessor',
        label: t('decideObjection.hearingAssessor'),
        rows: 4,
        value: state.hearingAssessor,
        set: (value) => this.change((each) => (each.hearingAssessor = value)),
      })}
      <h2>${t('decideObjection.decision')}</h2>
      ${choiceField({
        form: this,
        id: 'outcome',
        label: t('decideObjection.decision'),
        quiet: true,
        options: [
          { value: 'UPHELD', label: t('decideObjection.uphold'), detail: t('decideObjection.upholdDetail') },
          { value: 'CHANGED', label: t('decideObjection.change'), detail: t('decideObjection.changeDetail') },
        ],
        value: state.outcome,
        set: (value) => this.change((each) => (each.outcome = value)),
      })}
      ${textField({
        form: this,
        id: 'reason',
        label: t('decideObjection.reason'),
        help: t('decideObjection.reasonHelp'),
        rows: 4,
        value: state.reason,
        set: (value) => this.change((each) => (each.reason = value)),
      })}
      ${state.outcome === 'CHANGED'
        ? ratingField({
            form: this,
            data: data.rating,
            draft: state.rating,
            edit: (change) => this.change((each) => change(each.rating)),
          })
        : nothing}
    `;
  }

  protected override check(data: DecisionView, state: State, problems: Problems): void {
    problems.when(blank(state.hearingEmployee), 'hearingEmployee', t('decideObjection.error.employee'));
    problems.when(blank(state.hearingAssessor), 'hearingAssessor', t('decideObjection.error.assessor'));
    problems.when(state.outcome === '', 'outcome', t('decideObjection.error.outcome'));
    problems.when(blank(state.reason), 'reason', t('decideObjection.error.reason'));
    if (state.outcome === 'CHANGED') {
      checkRating(data.rating, state.rating, problems);
    }
  }

  protected override answer(data: DecisionView, state: State): Sent<DecisionAnswer> {
    return {
      outcome: state.outcome || null,
      reason: state.reason.trim(),
      hearingAssessor: state.hearingAssessor.trim(),
      hearingEmployee: state.hearingEmployee.trim(),
      rating: state.outcome === 'CHANGED' ? ratingAnswer(data.rating, state.rating) : null,
    };
  }
}
