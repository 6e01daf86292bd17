import { html, nothing, type TemplateResult } from 'lit';
import { number } from '../format';
import { t } from '../i18n';
import { parseDecimal } from '../logic/decimals';
import { achievement, meanScore, weightedMean } from '../logic/scores';
import { checkInsView } from '../parts/check-ins';
import { brokenLink, evidenceAnswer, evidenceField, noEvidence, type EvidenceDraft } from '../parts/evidence';
import { checkField, decimalField, textField } from '../parts/fields';
import { expected, partialTarget, partNotice } from '../parts/part';
import { planView } from '../parts/plan-view';
import { scorePreview } from '../parts/rating';
import { checkValues, valuesAnswer, valuesDraft, valuesField, type ValuesDraft } from '../parts/values';
import { blank, textOrNull, type Problems } from '../problems';
import { CORE_VALUES, type Indicator, type SelfAssessment, type SelfView, type Sent } from '../shapes';
import { Step } from '../step';
import { checkRealisation, indicators } from './check-in';

interface Reported {
  value: string;
  note: string;
  evidence: EvidenceDraft;
}

interface State {
  realisations: Record<string, Reported>;
  behaviour: ValuesDraft;
  hasIdea: boolean;
  idea: { title: string; description: string };
}

/** The employee reports what was reached, with evidence, and rates the seven values. */
export class AssessSelf extends Step<SelfView, State, SelfAssessment> {
  protected override purpose(): string {
    return t('assessSelf.purpose');
  }

  protected override action(): string {
    return t('assessSelf.action');
  }

  protected override start(data: SelfView): State {
    const realisations: State['realisations'] = {};
    indicators(data.plan).forEach((each) => (realisations[each.id] = { value: '', note: '', evidence: noEvidence() }));
    return { realisations, behaviour: valuesDraft(null), hasIdea: false, idea: { title: '', description: '' } };
  }

  protected override body(data: SelfView, state: State): TemplateResult {
    return html`
      ${partNotice(data.part)} ${checkInsView(data.checkIns, data.plan)}
      <h2>${t('assessSelf.realisations')}</h2>
      <p class="help">${t('assessSelf.realisationsHelp')}</p>
      ${planView(data.plan, {
        expectations: true,
        afterIndicator: (indicator) => this.realisation(indicator, data, state),
      })}
      ${data.scale === 'SCORE' ? this.preview(data, state) : nothing}
      <h2>${t('assessSelf.behaviour')}</h2>
      <p class="help">${t('values.help')}</p>
      ${valuesField({
        form: this,
        id: 'behaviour',
        scale: data.scale,
        scores: data.figures.scores,
        draft: state.behaviour,
        edit: (change) => this.change((each) => change(each.behaviour)),
      })}
      ${data.scale === 'SCORE' ? this.idea(state) : nothing}
    `;
  }

  private realisation(indicator: Indicator, data: SelfView, state: State): TemplateResult {
    const reported = state.realisations[indicator.id] ?? { value: '', note: '', evidence: noEvidence() };
    const edit = (change: (each: Reported) => void) =>
      this.change((each) => change((each.realisations[indicator.id] ??= reported)));
    const percent = achievement(expected(indicator, data.part), parseDecimal(reported.value) ?? '', indicator.direction, data.figures.cap);
    return html`
      ${partialTarget(indicator, data.part)}
      <div class="grid">
        ${decimalField({
          form: this,
          id: `realisations.${indicator.id}`,
          label: t('realisation.value'),
          unit: indicator.unit,
          value: reported.value,
          set: (value) => edit((each) => (each.value = value)),
        })}
        ${textField({
          form: this,
          id: `realisations.${indicator.id}.note`,
          label: t('realisation.note'),
          optional: true,
          value: reported.note,
          set: (value) => edit((each) => (each.note = value)),
        })}
      </div>
      ${data.scale === 'SCORE' && percent !== null
        ? html`<p class="quiet">${t('realisation.achievement', number(percent, 2))}</p>`
        : nothing}
      ${evidenceField(this, `realisations.${indicator.id}.evidence`, t('evidence.title'), reported.evidence, (change) =>
        edit((each) => change(each.evidence)),
      )}
    `;
  }

  private preview(data: SelfView, state: State): TemplateResult | typeof nothing {
    const skp = weightedMean(
      indicators(data.plan).map((indicator) => ({
        weight: indicator.weight ?? '0',
        percent: achievement(
          expected(indicator, data.part),
          parseDecimal(state.realisations[indicator.id]?.value ?? '') ?? '',
          indicator.direction,
          data.figures.cap,
        ),
      })),
    );
    const behaviour = meanScore(CORE_VALUES.map((value) => state.behaviour[value].score));
    return scorePreview(skp, behaviour, t('assessSelf.previewHelp'));
  }

  private idea(state: State): TemplateResult {
    return html`
      <h2>${t('idea.title')}</h2>
      <p class="help">${t('idea.help')}</p>
      ${checkField({
        form: this,
        id: 'hasIdea',
        label: t('idea.have'),
        value: state.hasIdea,
        set: (value) => this.change((each) => (each.hasIdea = value)),
      })}
      ${state.hasIdea
        ? html`${textField({
            form: this,
            id: 'idea.title',
            label: t('idea.name'),
            limit: 200,
            value: state.idea.title,
            set: (value) => this.change((each) => (each.idea.title = value)),
          })}
          ${textField({
            form: this,
            id: 'idea.description',
            label: t('idea.description'),
            rows: 4,
            value: state.idea.description,
            set: (value) => this.change((each) => (each.idea.description = value)),
          })}`
        : nothing}
    `;
  }

  protected override check(data: SelfView, state: State, problems: Problems): void {
    for (const indicator of indicators(data.plan)) {
      const reported = state.realisations[indicator.id];
      const field = `realisations.${indicator.id}`;
      problems.when(blank(reported?.value), field, t('realisation.error.missing', indicator.name));
      checkRealisation(reported?.value ?? '', field, indicator, data.figures.decimals, problems);
      problems.when(
        reported !== undefined && brokenLink(reported.evidence),
        `${field}.evidence`,
        t('evidence.error.link', indicator.name),
      );
    }
    checkValues({ id: 'behaviour', scale: data.scale, scores: data.figures.scores, draft: state.behaviour }, problems);
    if (data.scale === 'SCORE' && state.hasIdea) {
      problems.when(blank(state.idea.title), 'idea.title', t('idea.error.title'));
      problems.when(blank(state.idea.description), 'idea.description', t('idea.error.description'));
    }
  }

  protected override answer(data: SelfView, state: State): Sent<SelfAssessment> {
    return {
      realisations: indicators(data.plan).map((indicator) => {
        const reported = state.realisations[indicator.id];
        return {
          indicatorId: indicator.id,
          value: parseDecimal(reported?.value ?? ''),
          note: textOrNull(reported?.note),
          evidence: reported ? evidenceAnswer(reported.evidence) : [],
        };
      }),
      behaviour: valuesAnswer(state.behaviour, data.scale),
      newIdea:
        data.scale === 'SCORE' && state.hasIdea
          ? { title: state.idea.title.trim(), description: state.idea.description.trim() }
          : null,
    };
  }
}
