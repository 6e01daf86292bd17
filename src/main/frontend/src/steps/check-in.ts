import { html, type TemplateResult } from 'lit';
import { number } from '../format';
import { t } from '../i18n';
import { fractionDigits, parseDecimal } from '../logic/decimals';
import { checkInsView } from '../parts/check-ins';
import { decimalField, textField } from '../parts/fields';
import { planView } from '../parts/plan-view';
import { textOrNull, type Problems } from '../problems';
import type { CheckInView, Indicator, Plan, Report, Sent } from '../shapes';
import { Step } from '../step';

interface State {
  note: string;
  progress: Record<string, { value: string; note: string }>;
}

/** The employee reports how far each target has come. */
export class CheckIn extends Step<CheckInView, State, Report> {
  protected override purpose(data: CheckInView): string {
    return t('checkIn.purpose', data.number);
  }

  protected override action(): string {
    return t('checkIn.action');
  }

  protected override start(data: CheckInView): State {
    const progress: State['progress'] = {};
    indicators(data.plan).forEach((indicator) => (progress[indicator.id] = { value: '', note: '' }));
    return { note: '', progress };
  }

  protected override body(data: CheckInView, state: State): TemplateResult {
    const last = data.previous.length > 0 ? data.previous[data.previous.length - 1] : undefined;
    return html`
      ${checkInsView(data.previous, data.plan)}
      <h2>${t('checkIn.progress')}</h2>
      ${planView(data.plan, {
        afterIndicator: (indicator) => {
          const before = last?.progress.find((each) => each.indicatorId === indicator.id)?.value;
          return html`<div class="grid">
            ${decimalField({
              form: this,
              id: `progress.${indicator.id}`,
              label: t('checkIn.reached'),
              help: before ? t('checkIn.before', number(before), indicator.unit) : '',
              optional: true,
              unit: indicator.unit,
              value: state.progress[indicator.id]?.value ?? '',
              set: (value) => this.change((each) => ((each.progress[indicator.id] ??= { value: '', note: '' }).value = value)),
            })}
            ${textField({
              form: this,
              id: `progress.${indicator.id}.note`,
              label: t('checkIn.note'),
              optional: true,
              value: state.progress[indicator.id]?.note ?? '',
              set: (value) => this.change((each) => ((each.progress[indicator.id] ??= { value: '', note: '' }).note = value)),
            })}
          </div>`;
        },
      })}
      ${textField({
        form: this,
        id: 'note',
        label: t('checkIn.general'),
        help: t('checkIn.generalHelp'),
        optional: true,
        rows: 4,
        value: state.note,
        set: (value) => this.change((each) => (each.note = value)),
      })}
    `;
  }

  protected override check(data: CheckInView, state: State, problems: Problems): void {
    for (const indicator of indicators(data.plan)) {
      checkRealisation(state.progress[indicator.id]?.value ?? '', `progress.${indicator.id}`, indicator, data.decimals, problems);
    }
  }

  protected override answer(data: CheckInView, state: State): Sent<Report> {
    return {
      note: textOrNull(state.note),
      progress: indicators(data.plan)
        .map((indicator) => ({
          indicatorId: indicator.id,
          value: parseDecimal(state.progress[indicator.id]?.value ?? ''),
          note: textOrNull(state.progress[indicator.id]?.note),
        }))
        .filter((progress) => progress.value !== null || progress.note !== null),
    };
  }
}

export function indicators(plan: Plan): Indicator[] {
  return plan.results.flatMap((result) => result.indicators);
}

/** Checks a realised value that may be left out. */
export function checkRealisation(typed: string, field: string, indicator: Indicator, decimals: number, problems: Problems): void {
  if (typed.trim() === '') {
    return;
  }
  const parsed = parseDecimal(typed);
  problems.when(parsed === null || parsed.startsWith('-'), field, t('realisation.error.noNumber', indicator.name));
  problems.when(parsed !== null && fractionDigits(parsed) > decimals, field, t('realisation.error.tooFine', indicator.name, decimals));
}
