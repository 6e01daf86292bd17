import { html, LitElement, nothing, unsafeCSS, type TemplateResult } from 'lit';
import { CallFailed, isSomebodyElseHere, loadTask, previewAnswer } from './api';
import { DraftKeeper, type Draftable } from './draft-keeper';
import { day, timeOfDay } from './format';
import { language, t } from './i18n';
import { ask } from './parts/ask';
import { fit, type Homeless } from './logic/fitting';
import { failed, homelessTexts, problemSummary, severalTexts, skeleton, subjectHeader } from './parts/frame';
import { Problems, type Problem } from './problems';
import type { Sent, TaskView } from './shapes';
import elementsCss from '../styles/elements.css';
import tokensCss from '../styles/tokens.css';

type Loading = 'WAITING' | 'LOADING' | 'READY' | 'FAILED';

/**
 * One human step: loads what the step shows, keeps what is typed as a draft on the server, checks it in the person's
 * words, and makes the answer. What differs from step to step is in the subclasses.
 *
 * @typeParam D what the server shows: the record `view` of the step
 * @typeParam S what the person has typed so far, plain JSON: it is the draft
 * @typeParam A what the server takes: the record of the step's answer
 */
export abstract class Step<D, S extends object, A extends object> extends LitElement implements Draftable<S> {
  static override styles = [unsafeCSS(tokensCss), unsafeCSS(elementsCss)];

  protected view!: TaskView<D>;
  protected state!: S;
  private loading: Loading = 'WAITING';
  private failure: CallFailed | null = null;
  private readonly draft = new DraftKeeper<S>(this);
  private problems: Problem[] = [];
  private refusals: string[] = [];
  private uploads = 0;
  private turns = 0;
  private foreseeing = false;
  private settling = false;
  /** Whether the person is asked just now: then nothing waits for the server. */
  private asking = false;
  /** Counts what has changed since the form was opened: an answer is sent only as it was foreseen. */
  private changes = 0;
  /** What the person has agreed to send. */
  private agreed: object | null = null;
  /** What comes next after the answer and who is awaited, in the server's words. */
  next = '';
  /** Sends the form once more, when the person has agreed to what follows. */
  onAgreed: (() => void) | null = null;
  /** Called after each rendering with the words for the button that sends the form, and whether it waits for the server. */
  onAction: ((label: string, busy: boolean) => void) | null = null;

  /** What this step is for and what happens with the answer. */
  protected abstract purpose(data: D): string;

  /** What the form holds when there is no draft. */
  protected abstract start(data: D): S;

  /** What a draft must look like: as `start`, with one empty element in each list that has elements of its own. */
  protected pattern(data: D): S {
    return this.start(data);
  }

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

  protected abstract answer(data: D, state: S): Sent<A>;

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
    this.draft.keep(true);
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
      // What was typed into the form may have no place any more in what has just been loaded.
      this.state = this.fitting(typed) ?? (this.readOnly ? null : this.draft.open(view)) ?? this.start(this.view.data);
      this.loading = 'READY';
    } catch (error) {
      if (turn !== this.turns) {
        return;
      }
      this.failure = error instanceof CallFailed ? error : new CallFailed(t('error.display'), 0);
      // What was typed stays to be read and copied, whatever became of its task.
      if (this.loading !== 'READY') {
        this.loading = 'FAILED';
      } else if (this.failure.status === 404) {
        this.draft.gone();
      }
      if (!(error instanceof CallFailed)) {
        console.error(error);
      }
    }
    this.requestUpdate();
  }

  /** Changes what was typed; the draft follows by itself. */
  change(change: (state: S) => void): void {
    change(this.state);
    this.isAnother();
    if (!this.readOnly) {
      this.draft.changed();
    }
    if (this.problems.length > 0) {
      const still = this.foundProblems().map((problem) => problem.field);
      this.problems = this.problems.filter((problem) => still.includes(problem.field));
    }
    this.requestUpdate();
  }

  /** What is sent is what was agreed to. */
  private isAnother(): void {
    this.changes++;
    this.agreed = null;
  }

  errorFor(field: string): string | undefined {
    return this.problems.find((problem) => problem.field === field)?.message;
  }

  /** Counts files on their way: the form is not sent before they have arrived. */
  uploading(difference: 1 | -1): void {
    this.uploads += difference;
    this.isAnother();
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
      this.draft.paused = true;
      this.requestUpdate();
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
    const changes = this.changes;
    let agrees = false;
    this.foreseeing = true;
    this.requestUpdate();
    try {
      const { asks, consequences, next } = await previewAnswer(this.taskId, answer);
      const yes = this.action(this.view.data, this.state);
      this.next = next;
      // Nobody is asked about a form they have left, or about a text on which they went on typing.
      this.asking = this.isConnected && changes === this.changes && asks;
      this.requestUpdate();
      agrees = this.isConnected && (!this.asking || (await ask({ title: t('ask.title', yes), consequences, next, yes })));
    } catch (error) {
      if (!(error instanceof CallFailed)) {
        console.error(error);
      }
      this.refused(await this.unforeseen(error));
    } finally {
      this.foreseeing = this.asking = false;
      this.requestUpdate();
    }
    if (agrees && changes === this.changes) {
      this.agreed = answer;
      this.onAgreed?.();
    } else if (agrees) {
      this.submit();
    }
  }

  private async unforeseen(error: unknown): Promise<string[]> {
    if (!(error instanceof CallFailed)) {
      return [t('error.display')];
    }
    if ([403, 404].includes(error.status) && (await isSomebodyElseHere(this.view.account))) {
      return [t('error.other')];
    }
    return error.status === 0 ? [t('error.unsent')] : error.status === 404 ? [t('error.gone')] : error.sentences;
  }

  /** Saves what is not saved yet; done when the server has it, or was not reached. */
  async saveNow(): Promise<void> {
    this.draft.leave();
    await this.draft.saving;
  }

  /** Whether the answer is on its way. */
  get sending(): boolean {
    return this.draft.paused;
  }

  /** Whether what stands here is nowhere else: the server has not got it, and the browser does not keep it. */
  get unkept(): boolean {
    return this.draft.unkept;
  }

  /** The person has logged in again, in another window. */
  goOn(): void {
    this.draft.changed(0);
    this.requestUpdate();
  }

  /** Calls again when the save that is on its way has arrived, to know whether there is another text; false when there is none. */
  waitsForSave(again: () => void): boolean {
    if (this.draft.saving && !this.settling) {
      this.settling = true;
      this.requestUpdate();
      void this.draft.saving.then(() => {
        this.settling = false;
        again();
      });
    }
    return this.settling;
  }

  /** Which version of the draft the person has seen. */
  get draftVersion(): number {
    return this.draft.version;
  }

  /** The server has taken the answer. */
  accepted(): void {
    this.draft.done();
  }

  /** The server has refused the answer, or was not reached: says why, in the form, and keeps on keeping the draft. */
  refused(sentences: string[]): void {
    this.draft.paused = false;
    this.refusals = sentences;
    this.draft.changed(0);
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
      const waits = this.waitsFor();
      this.setAttribute('aria-busy', String(waits !== ''));
      this.onAction?.(waits || this.action(this.view.data, this.state), waits !== '');
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
      ${this.draft.restored ? html`<p class="quiet">${t('draft.restored')}</p>` : nothing}
      ${problemSummary(this.problems, this.refusals, (field) => this.focusOn(field), this.draft.status === 'GONE')}
      ${this.draft.others.length > 0
        ? severalTexts(this.draft.others.length + 1, this.errorFor('choice'), () => void this.swap(), () => void this.choose())
        : nothing}
      ${this.homeless.length > 0
        ? homelessTexts(this.homeless, this.errorFor('homeless'), () => this.change((state: S & Homeless) => delete state.homeless))
        : nothing}
      <fieldset class="body" ?disabled=${this.readOnly || this.sending}>${this.body(data, this.state)}</fieldset>
      <p class="draft ${['FAILED', 'GONE'].includes(this.draft.status) ? 'draft-failed' : ''}" role="status">
        ${this.waitsFor() || this.draftWords()}
        ${this.draft.others.length > 0 ? html`<strong>${t('choice.hint')}</strong>` : nothing}
      </p>
    `;
  }

  /** What the person waits for, or nothing. */
  private waitsFor(): string {
    const checks = this.settling || (this.foreseeing && !this.asking);
    return this.sending ? t('busy.sending') : checks ? t('busy.checking') : '';
  }

  private draftWords(): string {
    switch (this.draft.status) {
      case 'CHANGED':
      case 'SAVING':
        return t('draft.saving');
      case 'SAVED':
        return t('draft.saved', timeOfDay(this.draft.savedAt ?? new Date()));
      case 'GONE':
        return t('draft.gone');
      case 'FAILED':
        return this.draft.unkept
          ? t('draft.unkept', this.draft.failure?.message ?? '')
          : t(this.draft.failure?.status === 401 ? 'draft.ended' : 'draft.failed', this.draft.failure?.message ?? '');
      default:
        return this.readOnly ? '' : t('draft.kept');
    }
  }

  private foundProblems(): Problem[] {
    const problems = new Problems();
    this.check(this.view.data, this.state, problems);
    problems.when(this.uploads > 0, 'summary', t('evidence.wait'));
    problems.when(this.draft.others.length > 0, 'choice', t('choice.first'));
    problems.when(this.homeless.length > 0, 'homeless', t('homeless.first'));
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

  typed(): S {
    return this.state;
  }

  /** The draft in the form as it is now: an update of the application, or a plan that was revised, may have given it other parts. */
  fitting(draft: unknown): (S & Homeless) | null {
    return draft === null || draft === undefined ? null : fit(draft, this.start(this.view.data), this.pattern(this.view.data));
  }

  /** Texts of the draft that have no place in the form any more. */
  private get homeless(): readonly string[] {
    return (this.state as Homeless).homeless ?? [];
  }

  private async swap(): Promise<void> {
    // The next save is that of the text which is shown then: what is typed into this one has to be kept before.
    const arrived = await this.draft.arrived();
    this.problems = [];
    if (!arrived) {
      this.problems = [{ field: 'choice', message: t('choice.unsaved') }];
    } else if (this.draft.others.length > 0) {
      this.state = this.draft.swap();
      this.isAnother();
    }
    this.requestUpdate();
  }

  private async choose(): Promise<void> {
    await this.draft.saving;
    this.draft.choose();
    this.problems = [];
    this.refusals = [];
    this.requestUpdate();
  }

  private readonly leave = (event: Event): void => {
    if (event.type === 'pagehide') {
      this.draft.leave();
    } else if (document.visibilityState === 'hidden') {
      this.draft.keep(true);
    }
  };
}
