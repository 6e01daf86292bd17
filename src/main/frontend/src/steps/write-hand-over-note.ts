import { html, type TemplateResult } from 'lit';
import { t } from '../i18n';
import { textField } from '../parts/fields';
import { blank, textOrNull, type Problems } from '../problems';
import type { HandOverNoteView, NewNote, Sent } from '../shapes';
import { Step } from '../step';

interface State {
  agreed: string;
  seen: string;
  remaining: string;
}

const PARTS = ['agreed', 'seen', 'remaining'] as const;

/** A former assessor tells the new one what was agreed, seen and is still open. */
export class WriteHandOverNote extends Step<HandOverNoteView, State, NewNote> {
  protected override purpose(data: HandOverNoteView): string {
    return t('writeHandOverNote.purpose', data.successor ?? '–');
  }

  protected override action(): string {
    return t('writeHandOverNote.action');
  }

  protected override start(): State {
    return { agreed: '', seen: '', remaining: '' };
  }

  protected override body(_: HandOverNoteView, state: State): TemplateResult {
    return html`
      <p class="quiet"><a href="/evaluations/${this.businessKey}" target="_blank" rel="noopener">${t('writeHandOverNote.page')}</a></p>
      ${PARTS.map((part) =>
        textField({
          form: this,
          id: part,
          label: t(`handOver.${part}`),
          help: t(`writeHandOverNote.${part}Help`),
          optional: true,
          rows: 4,
          value: state[part],
          set: (value) => this.change((each) => (each[part] = value)),
        }),
      )}
    `;
  }

  protected override check(_: HandOverNoteView, state: State, problems: Problems): void {
    problems.when(
      PARTS.every((part) => blank(state[part])),
      'agreed',
      t('writeHandOverNote.error'),
    );
  }

  protected override answer(_: HandOverNoteView, state: State): Sent<NewNote> {
    return { agreed: textOrNull(state.agreed), seen: textOrNull(state.seen), remaining: textOrNull(state.remaining) };
  }
}
