import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../i18n';
import { parseDay } from '../logic/days';
import { checkField, choiceField, dateField, selectField, textField } from '../parts/fields';
import { resultView } from '../parts/result-view';
import { blank, textOrNull, type Problems } from '../problems';
import type { CoachingKind, DevelopmentPlan, MeasureKind, PlanDevelopmentView, Sent } from '../shapes';
import { Step } from '../step';

interface State {
  trainings: Array<{ code: string; goal: string; until: string }>;
  coaching: boolean;
  coachingKind: CoachingKind;
  topic: string;
  coachingUntil: string;
  reward: boolean;
  note: string;
}

/** The assessor decides what follows; proposals come from a table, the decision from a person. */
export class PlanDevelopment extends Step<PlanDevelopmentView, State, DevelopmentPlan> {
  protected override purpose(): string {
    return t('planDevelopment.purpose');
  }

  protected override action(): string {
    return t('planDevelopment.action');
  }

  protected override start(data: PlanDevelopmentView): State {
    const of = (kind: MeasureKind) => data.proposals.filter((proposal) => proposal.kind === kind);
    return {
      trainings: of('TRAINING').map((proposal) => ({ code: proposal.code ?? '', goal: '', until: '' })),
      coaching: of('COACHING').length > 0,
      coachingKind: of('COACHING').some((proposal) => proposal.code === 'COUNSELLING') ? 'COUNSELLING' : 'GUIDANCE',
      topic: '',
      coachingUntil: '',
      reward: of('REWARD').length > 0,
      note: '',
    };
  }

  protected override pattern(data: PlanDevelopmentView): State {
    return { ...this.start(data), trainings: [{ code: '', goal: '', until: '' }] };
  }

  protected override body(data: PlanDevelopmentView, state: State): TemplateResult {
    return html`
      ${resultView(data.result)}
      <h2>${t('planDevelopment.proposals')}</h2>
      ${data.proposals.length === 0
        ? html`<p class="quiet">${t('planDevelopment.noProposals')}</p>`
        : html`<ul class="plain-list">
            ${data.proposals.map(
              (proposal) => html`<li>
                <strong>${proposal.kind === 'TRAINING' ? `${t('measure.TRAINING')}: ${proposal.title}` : proposal.title}</strong>
                <span class="quiet block">${proposal.reason}</span>
              </li>`,
            )}
          </ul>`}
      <h2>${t('measure.TRAINING')}</h2>
      ${state.trainings.length === 0 ? html`<p class="quiet">${t('planDevelopment.noTraining')}</p>` : nothing}
      ${state.trainings.map((_, index) => this.training(index, data, state))}
      <button
        type="button"
        class="button"
        @click=${() => this.change((each) => each.trainings.push({ code: '', goal: '', until: '' }))}
      >
        ${t('planDevelopment.addTraining')}
      </button>
      <h2>${t('measure.COACHING')}</h2>
      ${checkField({
        form: this,
        id: 'coaching',
        label: t('planDevelopment.coaching'),
        value: state.coaching,
        set: (value) => this.change((each) => (each.coaching = value)),
      })}
      ${state.coaching
        ? html`${choiceField({
              form: this,
              id: 'coachingKind',
              label: t('planDevelopment.coachingKind'),
              options: [
                { value: 'GUIDANCE', label: t('coaching.GUIDANCE'), detail: t('coaching.GUIDANCE.detail') },
                { value: 'COUNSELLING', label: t('coaching.COUNSELLING'), detail: t('coaching.COUNSELLING.detail') },
              ],
              value: state.coachingKind,
              set: (value) => this.change((each) => (each.coachingKind = value)),
            })}
            <div class="grid wide-first">
              ${textField({
                form: this,
                id: 'topic',
                label: t('planDevelopment.topic'),
                value: state.topic,
                set: (value) => this.change((each) => (each.topic = value)),
              })}
              ${dateField({
                form: this,
                id: 'coachingUntil',
                label: t('planDevelopment.until'),
                value: state.coachingUntil,
                set: (value) => this.change((each) => (each.coachingUntil = value)),
              })}
            </div>`
        : nothing}
      <h2>${t('measure.REWARD')}</h2>
      ${checkField({
        form: this,
        id: 'reward',
        label: t('planDevelopment.reward'),
        help: t('planDevelopment.rewardHelp'),
        value: state.reward,
        set: (value) => this.change((each) => (each.reward = value)),
      })}
      ${textField({
        form: this,
        id: 'note',
        label: t('planDevelopment.note'),
        optional: true,
        rows: 3,
        value: state.note,
        set: (value) => this.change((each) => (each.note = value)),
      })}
    `;
  }

  private training(index: number, data: PlanDevelopmentView, state: State): TemplateResult {
    const training = state.trainings[index] as State['trainings'][number];
    const at = `trainings.${index}`;
    const edit = (change: (each: State['trainings'][number]) => void) =>
      this.change((each) => change(each.trainings[index] as State['trainings'][number]));
    return html`<section class="card" aria-label=${t('planDevelopment.trainingNumber', index + 1)}>
      <div class="row spread">
        <p class="eyebrow">${t('planDevelopment.trainingNumber', index + 1)}</p>
        <button
          type="button"
          class="button plain"
          aria-label=${t('planDevelopment.removeTraining', index + 1)}
          @click=${() => this.change((each) => each.trainings.splice(index, 1))}
        >
          ${t('remove')}
        </button>
      </div>
      <div class="grid wide-first">
        ${selectField({
          form: this,
          id: `${at}.code`,
          label: t('planDevelopment.training'),
          none: t('choose'),
          options: data.catalogue.map((each) => ({ value: each.code, label: each.title })),
          value: training.code,
          set: (value) => edit((each) => (each.code = value)),
        })}
        ${dateField({
          form: this,
          id: `${at}.until`,
          label: t('planDevelopment.until'),
          value: training.until,
          set: (value) => edit((each) => (each.until = value)),
        })}
      </div>
      ${textField({
        form: this,
        id: `${at}.goal`,
        label: t('planDevelopment.goal'),
        help: t('planDevelopment.goalHelp'),
        rows: 2,
        value: training.goal,
        set: (value) => edit((each) => (each.goal = value)),
      })}
    </section>`;
  }

  protected override check(_: PlanDevelopmentView, state: State, problems: Problems): void {
    state.trainings.forEach((training, index) => {
      const at = `trainings.${index}`;
      problems.when(training.code === '', `${at}.code`, t('planDevelopment.error.code', index + 1));
      problems.when(parseDay(training.until) === null, `${at}.until`, t('planDevelopment.error.until', index + 1));
      problems.when(blank(training.goal), `${at}.goal`, t('planDevelopment.error.goal', index + 1));
    });
    if (state.coaching) {
      problems.when(blank(state.topic), 'topic', t('planDevelopment.error.topic'));
      problems.when(parseDay(state.coachingUntil) === null, 'coachingUntil', t('planDevelopment.error.coachingUntil'));
    }
  }

  protected override answer(_: PlanDevelopmentView, state: State): Sent<DevelopmentPlan> {
    return {
      trainings: state.trainings.map((each) => ({ code: each.code, goal: each.goal.trim(), until: parseDay(each.until) })),
      coaching: state.coaching ? { kind: state.coachingKind, topic: state.topic.trim(), until: parseDay(state.coachingUntil) } : null,
      reward: state.reward,
      note: textOrNull(state.note),
    };
  }
}
