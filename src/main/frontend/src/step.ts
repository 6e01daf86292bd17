import { html, LitElement, nothing, unsafeCSS, type TemplateResult } from 'lit';
import { CallFailed, loadTask, previewAnswer, saveDraft } from './api';
import { day, timeOfDay } from './format';
import { language, t } from './i18n';
import { ask } from './parts/ask';
import { failed, problemSummary, skeleton, subjectHeader } from './parts/frame';
import { Problems, type Problem } from './problems';
import type { TaskView } from './shapes';
import elementsCss from '../styles/elements.css';
import tokensCss from '../styles/tokens.css';

const SAVE_AFTER = 1200;
const RETRY_AFTER = 10_000;

type Loading = 'WAITING' | 'LOADING' | 'READY' | 'FAILED';
/** `GONE`: the task has ended or is somebody else's now, so nothing more can be kept or sent. */
type Draft = 'NONE' | 'RESTORED' | 'CHANGED' | 'SAVING' | 'SAVED' | 'FAILED' | 'GONE';

/**
 * One human step: loads what the step shows, keeps what is typed as a draft on the server, checks it in the person's
 * words, and makes the answer. What differs from step to step is in the subclasses.
 *
 * @typeParam D what the server shows (`data` in docs/lifecycle.md)
 * @typeParam S what the person has typed so far, plain JSON: it is the draft
 */
export abstract class Step<D, S extends object> extends LitElement {
  static override styles = [unsafeCSS(tokensCss), unsafeCSS(elementsCss)];

  protected view!: TaskView<D>;
  protected state!: S;
  private loading: Loading = 'WAITING';
  private failure: CallFailed | null = null;
  private draft: Draft = 'NONE';
  private draftAt: Date | null = null;
  private timer: number | undefined;
  private problems: Problem[] = [];
  private refusals: string[] = [];
  private sent = false;
  private uploads = 0;
  private turns = 0;
  private foreseeing = false;
  /** What the person has agreed to send. */
  private agreed: object | null = null;
  /** What comes next after the answer and who is awaited, in the server's words. */
  next = '';
  /** Sends the form once more, when the person has agreed to what follows. */
  onAgreed: (() => void) | null = null;
  /** Called after each rendering with the words for the button that sends the form. */
  onAction: ((label: string) => void) | null = null;

  /** What this step is for and what happens with the answer. */
  protected abstract purpose(data: D): string;

  /** What the form holds when there is no draft. */
  protected abstract start(data: D): S;

  /** Stands on top where the step is about no single employee. */
  protected heading(_: D): TemplateResult | typeof nothing {
    return nothing;
  }

  /** By when the step is to be done: what people agreed on before what the task says. */
  protected due(_: D): string | null {
    return this.view.dueAt;
  }

  protected abstract body(data: D, state: S): TemplateResult;

  /** What is wrong with the form, all at once, in the order of the form. */
  protected abstract check(data: D, state: S, problems: Problems): void;

  protected abstract answer(data: D, state: S): object;

  /** The verb on the button that sends the form; where a choice decides, it names the deed only once it is chosen. */
  protected abstract action(data: D, state: S): string;

  get taskId(): string {
    return this.getAttribute('task-id') ?? '';
  }

  get businessKey(): string {
    return this.view?.businessKey ?? '';
  }

  get readOnly(): boolean {
    return this.view?.readOnly ?? true;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.lang = language;
    window.addEventListener('pagehide', this.leave);
    document.addEventListener('visibilitychange', this.leave);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('pagehide', this.leave);
    document.removeEventListener('visibilitychange', this.leave);
    this.keep(true);
  }

  /** Loads the task, also again after it was claimed; what was typed stays, and only the last answer asked for counts. */
  async load(): Promise<void> {
    const turn = ++this.turns;
    if (this.loading !== 'READY') {
      this.loading = 'LOADING';
      this.requestUpdate();
    }
    try {
      const view = await loadTask<D>(this.taskId);
      if (turn !== this.turns) {
        return;
      }
      const typed = this.readOnly ? null : this.state;
      this.view = view;
      this.state = typed ?? this.restored() ?? this.start(this.view.data);
      this.loading = 'READY';
    } catch (error) {
      if (turn !== this.turns) {
        return;
      }
      this.failure = error instanceof CallFailed ? error : new CallFailed(t('error.display'), 0);
      this.loading = 'FAILED';
      if (!(error instanceof CallFailed)) {
        console.error(error);
      }
    }
    this.requestUpdate();
  }

  /** Changes what was typed; the draft follows by itself. */
  change(change: (state: S) => void): void {
    change(this.state);
    if (!this.readOnly) {
      this.draft = 'CHANGED';
      this.schedule(SAVE_AFTER);
    }
    if (this.problems.length > 0) {
      const still = this.foundProblems().map((problem) => problem.field);
      this.problems = this.problems.filter((problem) => still.includes(problem.field));
    }
    this.requestUpdate();
  }

  errorFor(field: string): string | undefined {
    return this.problems.find((problem) => problem.field === field)?.message;
  }

  /** Counts files on their way: the form is not sent before they have arrived. */
  uploading(difference: 1 | -1): void {
    this.uploads += difference;
    this.requestUpdate();
  }

  /**
   * The answer, or null: then the person is shown what has to be put right or what follows from the answer, and
   * `onAgreed` calls again when they agree.
   */
  submit(): object | null {
    if (this.loading !== 'READY' || this.readOnly || this.foreseeing) {
      return null;
    }
    if (this.agreed) {
      const answer = this.agreed;
      this.agreed = null;
      window.clearTimeout(this.timer);
      this.sent = true;
      return answer;
    }
    this.refusals = [];
    this.problems = this.foundProblems();
    this.requestUpdate();
    if (this.problems.length > 0) {
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#summary')?.focus());
      return null;
    }
    void this.foresee(this.answer(this.view.data, this.state));
    return null;
  }

  /** Asks the server what the answer comes to, and the person once where it cannot be taken back. */
  private async foresee(answer: object): Promise<void> {
    this.foreseeing = true;
    try {
      const preview = await previewAnswer(this.taskId, answer);
      const yes = this.action(this.view.data, this.state);
      const { asks, consequences, next } = preview;
      this.next = next;
      this.agreed = !asks || (await ask({ title: t('ask.title', yes), consequences, next, yes })) ? answer : null;
    } catch (error) {
      if (!(error instanceof CallFailed)) {
        console.error(error);
      }
      const gone = error instanceof CallFailed && error.status === 404;
      this.refused(gone ? [t('error.gone')] : error instanceof CallFailed ? error.sentences : [t('error.display')]);
    } finally {
      this.foreseeing = false;
    }
    if (this.agreed) {
      this.onAgreed?.();
    }
  }

  /** The server has refused the answer: says why, in the form, and keeps on keeping the draft. */
  refused(sentences: string[]): void {
    this.sent = false;
    this.refusals = sentences;
    this.draft = 'CHANGED';
    this.schedule(0);
    this.requestUpdate();
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#summary')?.focus());
  }

  /** Whether the form says already what the server has refused. */
  says(message: string): boolean {
    return this.refusals.length > 0 && this.refusals.every((sentence) => message.includes(sentence));
  }

  protected override render(): TemplateResult {
    switch (this.loading) {
      case 'WAITING':
      case 'LOADING':
        return skeleton();
      case 'FAILED':
        return failed(this.failure?.message ?? '', () => void this.load());
      default:
        return this.form();
    }
  }

  protected override updated(): void {
    if (this.loading === 'READY') {
      this.toggleAttribute('read-only', this.readOnly);
      // Tasklist's button for comments stands outside of the form: user-styles.css shows it by this.
      this.toggleAttribute('commentable', this.view.commentable);
      this.onAction?.(this.action(this.view.data, this.state));
    }
  }

  private form(): TemplateResult {
    const { subject, data, onBehalfOf, holder } = this.view;
    const due = this.due(data);
    return html`
      ${subject ? subjectHeader(subject) : this.heading(data)}
      <p class="purpose">${this.purpose(data)} ${due ? html`<strong>${t('due', day(due))}</strong>` : nothing}</p>
      ${onBehalfOf ? html`<div class="notice"><strong>${t('behalf.title', onBehalfOf)}</strong> ${t('behalf.how')}</div>` : nothing}
      ${this.readOnly
        ? html`<div class="notice">
            <strong>${t('claim.title')}</strong> ${holder ? t('behalf.held', holder) : t('claim.how')}
          </div>`
        : nothing}
      ${this.draft === 'RESTORED' ? html`<p class="quiet">${t('draft.restored')}</p>` : nothing}
      ${problemSummary(this.problems, this.refusals, (field) => this.focusOn(field), this.draft === 'GONE')}
      <fieldset class="body" ?disabled=${this.readOnly}>${this.body(data, this.state)}</fieldset>
      <p class="draft ${this.draft === 'FAILED' || this.draft === 'GONE' ? 'draft-failed' : ''}" role="status">${this.draftWords()}</p>
    `;
  }

  private draftWords(): string {
    switch (this.draft) {
      case 'CHANGED':
      case 'SAVING':
        return t('draft.saving');
      case 'SAVED':
        return t('draft.saved', timeOfDay(this.draftAt ?? new Date()));
      case 'GONE':
        return t('draft.gone');
      case 'FAILED':
        return t('draft.failed', this.failure?.message ?? '');
      default:
        return this.readOnly ? '' : t('draft.kept');
    }
  }

  private foundProblems(): Problem[] {
    const problems = new Problems();
    this.check(this.view.data, this.state, problems);
    problems.when(this.uploads > 0, 'summary', t('evidence.wait'));
    return problems.found;
  }

  private focusOn(field: string): void {
    const target = this.renderRoot.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`);
    const control = target?.matches('input, select, textarea, button')
      ? target
      : target?.querySelector<HTMLElement>('input, select, textarea, button');
    target?.scrollIntoView({ block: 'center' });
    control?.focus({ preventScroll: true });
  }

  /** The draft, when it still fits the form: an update of the application may have given it other parts. */
  private restored(): S | null {
    const draft = this.view.draft;
    if (this.readOnly || typeof draft !== 'object' || draft === null) {
      return null;
    }
    const start = this.start(this.view.data);
    const fits = (Object.keys(start) as Array<keyof S & string>).every((key) => {
      const kept = (draft as Record<string, unknown>)[key];
      return kept !== undefined && typeof kept === typeof start[key] && Array.isArray(kept) === Array.isArray(start[key]);
    });
    if (!fits) {
      return null;
    }
    this.draft = 'RESTORED';
    return draft as S;
  }

  private readonly leave = (event: Event): void => {
    if (event.type === 'pagehide' || document.visibilityState === 'hidden') {
      this.keep(true);
    }
  };

  private schedule(after: number): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.keep(false), after);
  }

  /** Saves what has changed; when that fails it is tried again until it works. */
  private keep(leaving: boolean): void {
    if (this.loading !== 'READY' || this.readOnly || this.sent || !['CHANGED', 'FAILED'].includes(this.draft)) {
      return;
    }
    window.clearTimeout(this.timer);
    this.draft = 'SAVING';
    this.requestUpdate();
    saveDraft(this.taskId, this.state, leaving).then(
      () => {
        this.draftAt = new Date();
        this.settle('SAVED');
      },
      (error: unknown) => {
        this.failure = error instanceof CallFailed ? error : new CallFailed(t('error.display'), 0);
        this.settle(this.failure.status === 404 ? 'GONE' : 'FAILED');
        if (![403, 404, 409].includes(this.failure.status)) {
          this.schedule(RETRY_AFTER);
        }
      },
    );
  }

  /** What was typed while the draft was on its way has not been saved yet. */
  private settle(draft: Draft): void {
    if (this.draft === 'SAVING') {
      this.draft = draft;
      this.requestUpdate();
    }
  }
}
