import { html, type TemplateResult } from 'lit';
import { day, sentence } from '../format';
import { t } from '../i18n';
import { brokenLink, evidenceAnswer, evidenceField, noEvidence, type EvidenceDraft } from '../parts/evidence';
import { parseDay } from '../logic/days';
import { dateField, textField } from '../parts/fields';
import { textOrNull, type Problems } from '../problems';
import type { ConfirmTrainingAnswer, ConfirmTrainingView, Sent } from '../shapes';
import { Step } from '../step';

interface Completion {
  completedOn: string;
  learned: string;
  proof: EvidenceDraft;
}

interface State {
  trainings: Record<string, Completion>;
}

const untouched = (): Completion => ({ completedOn: '', learned: '', proof: noEvidence() });

/** The employee confirms each training with proof, and what was learned. */
export class ConfirmTraining extends Step<ConfirmTrainingView, State, ConfirmTrainingAnswer> {
  protected override purpose(): string {
    return t('confirmTraining.purpose');
  }

  protected override action(): string {
    return t('confirmTraining.action');
  }

  /** The last of them; a training that ends sooner says so itself. */
  protected override due(data: ConfirmTrainingView): string | null {
    const days = data.trainings.flatMap((training) => training.until ?? []).sort();
    return days.at(-1) ?? super.due(data);
  }

  protected override start(data: ConfirmTrainingView): State {
    const trainings: State['trainings'] = {};
    data.trainings.forEach((training) => (trainings[training.id] = untouched()));
    return { trainings };
  }

  protected override body(data: ConfirmTrainingView, state: State): TemplateResult {
    return html`${data.trainings.map((training) => {
      const completion = state.trainings[training.id] ?? untouched();
      const at = `trainings.${training.id}`;
      const edit = (change: (each: Completion) => void) =>
        this.change((each) => change((each.trainings[training.id] ??= completion)));
      return html`<section class="card" aria-label=${training.title}>
        <h2 class="first">${training.title}</h2>
        <p class="quiet">
          ${training.goal ? sentence(t('confirmTraining.goal', training.goal)) : ''}
          ${training.until && training.until !== this.due(data) ? t('confirmTraining.until', day(training.until)) : ''}
        </p>
        ${dateField({
          form: this,
          id: `${at}.completedOn`,
          label: t('confirmTraining.completedOn'),
          value: completion.completedOn,
          set: (value) => edit((each) => (each.completedOn = value)),
        })}
        ${textField({
          form: this,
          id: `${at}.learned`,
          label: t('confirmTraining.learned'),
          help: t('confirmTraining.learnedHelp'),
          optional: true,
          rows: 3,
          value: completion.learned,
          set: (value) => edit((each) => (each.learned = value)),
        })}
        ${evidenceField(this, `${at}.proof`, t('confirmTraining.proof'), completion.proof, (change) =>
          edit((each) => change(each.proof)),
        )}
      </section>`;
    })}`;
  }

  protected override check(data: ConfirmTrainingView, state: State, problems: Problems): void {
    for (const training of data.trainings) {
      const completion = state.trainings[training.id] ?? untouched();
      const at = `trainings.${training.id}`;
      problems.when(parseDay(completion.completedOn) === null, `${at}.completedOn`, t('confirmTraining.error.date', training.title));
      if (!problems.when(brokenLink(completion.proof), `${at}.proof`, t('evidence.error.link', training.title))) {
        problems.when(
          evidenceAnswer(completion.proof).length === 0,
          `${at}.proof`,
          t('confirmTraining.error.proof', training.title),
        );
      }
    }
  }

  protected override answer(data: ConfirmTrainingView, state: State): Sent<ConfirmTrainingAnswer> {
    return {
      trainings: data.trainings.map((training) => {
        const completion = state.trainings[training.id] ?? untouched();
        return {
          id: training.id,
          completedOn: parseDay(completion.completedOn),
          learned: textOrNull(completion.learned),
          proof: evidenceAnswer(completion.proof),
        };
      }),
    };
  }
}
