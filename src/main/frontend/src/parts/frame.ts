import { html, nothing, type TemplateResult } from 'lit';
import { day } from '../format';
import { t, type MessageKey } from '../i18n';
import type { Problem } from '../problems';
import type { HandOverNote, Subject } from '../shapes';

/* What stands around every form. */

/** Whom the step is about. */
export function subjectHeader(subject: Subject): TemplateResult {
  return html`<header class="subject">
    <p class="subject-name">${subject.employeeName}</p>
    <p class="subject-facts">
      <span>${subject.position}</span><span>${subject.unitName}</span>
    </p>
    <p class="subject-facts">
      <span>${subject.cycleName}</span><span>${day(subject.firstDay)} – ${day(subject.lastDay)}${subject.part ? ` (${t('subject.part')})` : nothing}</span>
      ${subject.assessorName ? html`<span>${t('subject.assessor', subject.assessorName)}</span>` : nothing}
    </p>
    ${(subject.notes ?? []).map(handOverNote)}
  </header>`;
}

function handOverNote(note: HandOverNote): TemplateResult {
  const part = (label: MessageKey, text: string | null) =>
    text
      ? html`<dt>${t(label)}</dt>
          <dd class="prose">${text}</dd>`
      : nothing;
  return html`<details class="card" open>
    <summary>${t('handOver.note', note.writer, day(note.at))}</summary>
    <dl class="facts">
      ${part('handOver.agreed', note.agreed)} ${part('handOver.seen', note.seen)}
      ${part('handOver.remaining', note.remaining)}
    </dl>
  </details>`;
}

export function skeleton(): TemplateResult {
  return html`<div class="skeleton" role="status">
    <span class="visually-hidden">${t('loading')}</span>
    <i class="short"></i><i></i><i class="tall"></i><i class="short"></i><i class="tall"></i>
  </div>`;
}

/** What happened, whether anything is lost, what to do next. */
export function failed(message: string, again: () => void): TemplateResult {
  return html`<div class="notice danger" role="alert">
    <h2>${t('failed.title')}</h2>
    <p>${message}</p>
    <p>${t('failed.kept')}</p>
    <button type="button" class="button" @click=${again}>${t('failed.again')}</button>
  </div>`;
}

/** Errors above the form; each leads to its field. */
export function problemSummary(
  problems: readonly Problem[],
  refusals: readonly string[],
  focus: (field: string) => void,
  over = false,
): TemplateResult | typeof nothing {
  if (problems.length === 0 && refusals.length === 0) {
    return nothing;
  }
  return html`<div class="notice danger" id="summary" role="alert" tabindex="-1">
    <h2>${refusals.length > 0 ? t(over ? 'summary.over' : 'summary.refused') : t('summary.title', problems.length)}</h2>
    <ul>
      ${refusals.map((sentence) => html`<li>${sentence}</li>`)}
      ${problems.map(
        (problem) => html`<li>
          ${problem.field === 'summary'
            ? problem.message
            : html`<a
                href="#${problem.field}"
                @click=${(event: Event) => {
                  event.preventDefault();
                  focus(problem.field);
                }}
                >${problem.message}</a
              >`}
        </li>`,
      )}
    </ul>
    ${refusals.length > 0 && !over ? html`<p>${t('summary.kept')}</p>` : nothing}
  </div>`;
}

/** What of a draft has no place in the form any more: to be read and copied, until the person says that they have. */
export function homelessTexts(texts: readonly string[], error: string | undefined, done: () => void): TemplateResult {
  return html`<div class="notice warning" role="alert" data-field="homeless">
    <h2>${t('homeless.title')}</h2>
    <p id="homeless-how">${t('homeless.how')}</p>
    ${error ? html`<p class="error">${error}</p>` : nothing}
    <div class="field">
      <label for="homeless-texts">${t('homeless.texts')}</label>
      <textarea id="homeless-texts" readonly rows=${Math.min(12, 2 * texts.length + 1)} aria-describedby="homeless-how" .value=${texts.join('\n\n')}></textarea>
    </div>
    <p><button type="button" class="button" @click=${done}>${t('homeless.done')}</button></p>
  </div>`;
}

/** The person typed into several windows: all texts are kept, and they say which one counts. */
export function severalTexts(count: number, error: string | undefined, swap: () => void, choose: () => void): TemplateResult {
  return html`<div class="notice warning" role="alert" data-field="choice">
    <h2>${t('choice.title', count)}</h2>
    <p>${t('choice.how')}</p>
    ${error ? html`<p class="error">${error}</p>` : nothing}
    <p>
      <button type="button" class="button" @click=${swap}>${t('choice.swap')}</button>
      <button type="button" class="button" @click=${choose}>${t('choice.take')}</button>
    </p>
  </div>`;
}
