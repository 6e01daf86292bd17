import { css, html, LitElement, nothing, unsafeCSS, type TemplateResult } from 'lit';
import { language, t } from '../i18n';
import tokensCss from '../../styles/tokens.css';

/** What a person is told before something is done that cannot be taken back. */
export interface Question {
  title: string;
  /** What will happen, one sentence each. */
  consequences: readonly string[];
  /** What comes next and who is awaited. */
  next?: string;
  /** The verb on the button that does it. */
  yes: string;
}

/** The browser's Back and Forward, and another task in Tasklist; a page that comes back from the browser's memory. */
const MOVES = ['popstate', 'hashchange', 'pagehide'] as const;

/**
 * Asks once before a deed that cannot be taken back, in Tasklist and on our pages alike. A dialog of the browser's own
 * kind: it keeps the focus, Escape and the first button leave everything as it was. `confirm` is blocked in Tasklist.
 */
export class Ask extends LitElement {
  static override styles = [
    unsafeCSS(tokensCss),
    css`
      dialog {
        box-sizing: border-box;
        width: min(560px, calc(100vw - 32px));
        max-height: calc(100vh - 32px);
        padding: var(--laras-3);
        border: 1px solid var(--laras-line-strong);
        border-radius: var(--laras-radius);
        background: var(--laras-raised);
        color: var(--laras-ink);
        font: var(--laras-size) / var(--laras-leading) var(--laras-font);
        overflow-wrap: anywhere;
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 0.5);
      }
      h2 {
        margin: 0 0 var(--laras-2);
        font-size: var(--laras-size-large);
        line-height: 1.3;
      }
      ul {
        margin: 0 0 var(--laras-2);
        padding-left: 20px;
      }
      p {
        margin: 0 0 var(--laras-2);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: var(--laras-1);
      }
      button {
        min-height: var(--laras-target);
        padding: var(--laras-1) var(--laras-2);
        border: 1px solid var(--laras-line-strong);
        border-radius: var(--laras-radius);
        background: var(--laras-surface);
        color: var(--laras-ink);
        font: inherit;
        font-weight: 500;
        cursor: pointer;
      }
      button.primary {
        border-color: var(--laras-accent);
        background: var(--laras-accent);
        color: var(--laras-on-accent);
      }
      :focus-visible {
        outline: 3px solid transparent;
        box-shadow: var(--laras-focus);
      }
      @media (max-width: 480px) {
        .actions button {
          flex: 1 1 100%;
        }
      }
    `,
  ];

  question!: Question;
  answer!: (agreed: boolean) => void;

  override connectedCallback(): void {
    super.connectedCallback();
    this.lang = language;
    MOVES.forEach((move) => window.addEventListener(move, this.leave));
  }

  protected override render(): TemplateResult {
    const { title, consequences, next, yes } = this.question;
    return html`<dialog aria-labelledby="title" aria-describedby="told" @close=${this.close}>
      <h2 id="title">${title}</h2>
      <div id="told">
        <ul>
          ${consequences.map((consequence) => html`<li>${consequence}</li>`)}
        </ul>
        ${next ? html`<p>${next}</p>` : nothing}
      </div>
      <div class="actions">
        <button type="button" @click=${() => this.dialog.close('')}>${t('ask.back')}</button>
        <button type="button" class="primary" @click=${() => this.dialog.close('yes')}>${yes}</button>
      </div>
    </dialog>`;
  }

  protected override firstUpdated(): void {
    this.dialog.showModal();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    MOVES.forEach((move) => window.removeEventListener(move, this.leave));
  }

  private get dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector('dialog') as HTMLDialogElement;
  }

  /** Whoever goes back, or to another task, has not agreed. */
  private readonly leave = (): void => this.dialog.close('');

  private readonly close = (): void => {
    const agreed = this.dialog.returnValue === 'yes';
    this.remove();
    this.answer(agreed);
  };
}

/** Whether the person agrees. */
export function ask(question: Question): Promise<boolean> {
  return new Promise((answer) => {
    const element = document.createElement('laras-ask') as Ask;
    element.question = question;
    element.answer = answer;
    document.body.append(element);
  });
}
