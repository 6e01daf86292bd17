import { html, nothing, type TemplateResult } from 'lit';
import { day } from '../format';
import { t } from '../i18n';
import { brokenLink, evidenceAnswer, evidenceField, noEvidence, type EvidenceDraft } from '../parts/evidence';
import { choiceField, textField } from '../parts/fields';
import { chip } from '../parts/labels';
import { resultView } from '../parts/result-view';
import { blank, textOrNull, type Problems } from '../problems';
import type { ReviewAnswer, ReviewView, Sent } from '../shapes';
import { Step } from '../step';

interface State {
  decision: '' | 'ACCEPT' | 'OBJECT';
  reasons: string;
  evidence: EvidenceDraft;
}

/** The employee sees how the predicate came about, and accepts it or objects. */
export class ReviewResult extends Step<ReviewView, State, ReviewAnswer> {
  protected override purpose(data: ReviewView): string {
    return data.second ? t('reviewResult.purposeSecond') : t('reviewResult.purpose');
  }

  protected override action(_: ReviewView, state: State): string {
    const actions = { '': t('send'), ACCEPT: t('reviewResult.accept'), OBJECT: t('reviewResult.object') };
    return actions[state.decision];
  }

  protected override start(): State {
    return { decision: '', reasons: '', evidence: noEvidence() };
  }

  protected override body(data: ReviewView, state: State): TemplateResult {
    return html`
      ${data.before
        ? html`<p class="notice warning">
            <strong>${t('reviewResult.changed')}</strong> ${chip(data.before)} → ${chip(data.result.predicate, data.result.predicateLabel)}
          </p>`
        : nothing}
      ${resultView(data.result)}
      <h2>${t('reviewResult.question')}</h2>
      ${choiceField({
        form: this,
        id: 'decision',
        label: t('reviewResult.question'),
        quiet: true,
        help: data.objectionUntil ? t('reviewResult.until', day(data.objectionUntil)) : '',
        options: [
          { value: 'ACCEPT', label: t('reviewResult.accept'), detail: t('reviewResult.acceptDetail') },
          { value: 'OBJECT', label: t('reviewResult.object'), detail: t('reviewResult.objectDetail') },
        ],
        value: state.decision,
        set: (value) => this.change((each) => (each.decision = value)),
      })}
      ${state.decision === 'OBJECT'
        ? html`${textField({
            form: this,
            id: 'reasons',
            label: t('reviewResult.reasons'),
            help: t('reviewResult.reasonsHelp'),
            rows: 6,
            value: state.reasons,
            set: (value) => this.change((each) => (each.reasons = value)),
          })}
          ${evidenceField(this, 'evidence', t('evidence.title'), state.evidence, (change) =>
            this.change((each) => change(each.evidence)),
          )}`
        : nothing}
    `;
  }

  protected override check(_: ReviewView, state: State, problems: Problems): void {
    problems.when(state.decision === '', 'decision', t('reviewResult.error.decision'));
    if (state.decision === 'OBJECT') {
      problems.when(blank(state.reasons), 'reasons', t('reviewResult.error.reasons'));
      problems.when(brokenLink(state.evidence), 'evidence', t('evidence.noLink'));
    }
  }

  protected override answer(_: ReviewView, state: State): Sent<ReviewAnswer> {
    const objects = state.decision === 'OBJECT';
    return {
      objects,
      reasons: objects ? textOrNull(state.reasons) : null,
      evidence: objects ? evidenceAnswer(state.evidence) : [],
    };
  }
}
