import { css, html, LitElement, nothing, unsafeCSS, type TemplateResult } from 'lit';
import { nextTask } from './api';
import { language, t } from './i18n';
import { firstFound } from './logic/first-found';
import tokensCss from '../styles/tokens.css';

const SHOWN_FOR = 5000;
const SHOWN_TO_READ = 20_000;
/** Milliseconds between the questions for the next task: what a job makes comes some seconds after the answer. */
const ASK_AGAIN_AFTER = [1000, 2000, 4000];

/** Says that a form was sent, blocks nothing, and leads to the same person's next task of the same evaluation. */
export class Toast extends LitElement {
  static override styles = [
    unsafeCSS(tokensCss),
    css`
      :host {
        position: fixed;
        z-index: 2000;
        right: var(--laras-2);
        bottom: var(--laras-2);
        left: auto;
        max-width: min(440px, calc(100vw - 32px));
        font: var(--laras-size) / var(--laras-leading) var(--laras-font);
      }
      div {
        display: flex;
        gap: var(--laras-2);
        align-items: center;
        padding: 12px 12px 12px var(--laras-2);
        border: 1px solid var(--laras-line);
        border-left: 6px solid var(--laras-accent);
        border-radius: var(--laras-radius);
        background: var(--laras-raised);
        color: var(--laras-ink);
        box-shadow: var(--laras-shadow);
      }
      p {
        flex: 1;
        margin: 0;
      }
      a {
        display: inline-block;
        padding: var(--laras-half) 0;
        color: var(--laras-accent);
        font-weight: 600;
        text-underline-offset: 3px;
      }
      button {
        width: var(--laras-target);
        height: var(--laras-target);
        border: 0;
        border-radius: var(--laras-radius);
        background: none;
        color: var(--laras-muted);
        font: 20px/1 var(--laras-font);
        cursor: pointer;
      }
      :focus-visible {
        outline: 3px solid transparent;
        box-shadow: var(--laras-focus);
      }
      @media (prefers-reduced-motion: no-preference) {
        div {
          animation: rise 160ms ease-out;
        }
        @keyframes rise {
          from {
            opacity: 0;
            transform: translateY(8px);
          }
        }
      }
    `,
  ];

  next: { taskId: string; name: string } | null = null;
  /** What comes next and who is awaited. */
  awaited = '';
  private timer: number | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.lang = language;
    this.setAttribute('role', 'status');
    this.tabIndex = -1;
    this.addEventListener('pointerenter', this.stay);
    this.addEventListener('focusin', this.stay);
  }

  protected override render(): TemplateResult {
    return html`<div>
      <p>
        <strong>${t('toast.sent')}</strong> ${this.awaited}
        ${this.next
          ? html`<br /><a href="#/?task=${this.next.taskId}" @click=${() => this.remove()}>${t('toast.next', this.next.name)}</a>`
          : nothing}
      </p>
      <button type="button" aria-label=${t('toast.close')} @click=${() => this.leave()}>×</button>
    </div>`;
  }

  /** Shows the way on, if there is one, and goes after a while. */
  show(next: { taskId: string; name: string } | null): void {
    this.next = next;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.leave(), next || this.awaited ? SHOWN_TO_READ : SHOWN_FOR);
    this.requestUpdate();
  }

  /** Whoever is on the link or the button stays there; the focus on the notice itself is only its beginning. */
  private readonly stay = (event: Event): void => {
    if (event.type === 'pointerenter' || event.composedPath()[0] !== this) {
      window.clearTimeout(this.timer);
    }
  };

  private leave(): void {
    const focused = document.activeElement === this;
    this.remove();
    if (focused) {
      (document.querySelector<HTMLElement>('.tasks-list .task a') ?? document.querySelector<HTMLElement>('.task-filters .item a'))?.focus();
    }
  }
}

export async function showSent(businessKey: string, awaited: string): Promise<void> {
  document.querySelectorAll('laras-toast').forEach((earlier) => earlier.remove());
  const toast = document.createElement('laras-toast') as Toast;
  toast.awaited = awaited;
  document.body.append(toast);
  // The form that had the focus is gone now: who sent it by keyboard goes on here, not at the top of the page.
  toast.focus();
  const next = businessKey ? await firstFound(() => (toast.isConnected ? nextTask(businessKey) : null), ASK_AGAIN_AFTER) : null;
  if (toast.isConnected) {
    toast.show(next);
  }
}
