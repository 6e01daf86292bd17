import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../i18n';
import { checkField, textField } from '../parts/fields';
import { chip } from '../parts/labels';
import { resultView } from '../parts/result-view';
import { textOrNull, type Problems } from '../problems';
import type { ConfirmResultAnswer, ConfirmResultView, Sent } from '../shapes';
import { Step } from '../step';

interface State {
  confirmed: boolean;
  note: string;
}

/** A person fixes the predicate: nobody is judged by a computation alone (UU 27/2022 art. 10). */
export class ConfirmResult extends Step<ConfirmResultView, State, ConfirmResultAnswer> {
  protected override purpose(): string {
    return t('confirmResult.purpose');
  }

  protected override action(): string {
    return t('confirmResult.action');
  }

  protected override start(): State {
    return { confirmed: false, note: '' };
  }

  protected override body(data: ConfirmResultView, state: State): TemplateResult {
    return html`
      ${resultView(data.result)}
      ${data.objection
        ? html`<div class="notice">
            <strong>${t(`objection.${data.objection.outcome}`)}</strong>
            <p class="prose">${data.objection.reason}</p>
          </div>`
        : nothing}
      ${data.calibration
        ? html`<div class="notice">
            <strong>${t('confirmResult.calibrated')}</strong> ${chip(data.calibration.from)} → ${chip(data.calibration.to)}
            <p class="prose">${data.calibration.reason}</p>
          </div>`
        : nothing}
      ${textField({
        form: this,
        id: 'note',
        label: t('confirmResult.note'),
        help: t('confirmResult.noteHelp'),
        optional: true,
        rows: 3,
        value: state.note,
        set: (value) => this.change((each) => (each.note = value)),
      })}
      ${checkField({
        form: this,
        id: 'confirmed',
        label: t('confirmResult.confirm', data.result?.predicateLabel ?? '–'),
        value: state.confirmed,
        set: (value) => this.change((each) => (each.confirmed = value)),
      })}
    `;
  }

  protected override check(_: ConfirmResultView, state: State, problems: Problems): void {
    problems.when(!state.confirmed, 'confirmed', t('confirmResult.error'));
  }

  protected override answer(_: ConfirmResultView, state: State): Sent<ConfirmResultAnswer> {
    return { confirmed: state.confirmed, note: textOrNull(state.note) };
  }
}
