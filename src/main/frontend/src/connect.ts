import { t } from './i18n';
import type { Step } from './step';
import { showSent } from './toast';

/** What we use of the form object that Camunda's SDK hands to a form's script. */
export interface CamForm {
  taskId: string;
  formElement: ArrayLike<HTMLElement>;
  submitPrevented: boolean;
  storePrevented?: boolean;
  variableManager: {
    variable(name: string): unknown;
    createVariable(variable: { name: string; type: string; value: unknown }): void;
    destroyVariable(name: string): void;
  };
  on(event: string, handler: (form: CamForm, args: unknown[]) => void): void;
}

type AnyStep = Step<unknown, object, object>;

/**
 * Connects the element of an embedded form with Tasklist: shows the task, hands the answer over when the person completes
 * it, and says in the form what the server has refused.
 */
export function connect(form: CamForm): void {
  const root = form.formElement[0];
  const element = Array.from(root?.children ?? []).find((child) => child.localName.startsWith('laras-')) as
    | AnyStep
    | undefined;
  if (!root || !element) {
    throw new Error('The form has no element of Laras.');
  }
  element.setAttribute('task-id', form.taskId);
  element.onAction = (label, busy) => nameButton(root, label, busy);
  element.onAgreed = () => sendButton(root)?.click();
  hideSaveButton(root);

  let held = false;
  const hold = () => (held = form.submitPrevented = true);
  form.on('submit', () => {
    if (element.sending) {
      // pressed twice: the first answer counts
      hold();
      return;
    }
    if (element.waitsForSave(() => sendButton(root)?.click())) {
      hold();
      return;
    }
    const answer = element.submit();
    if (answer === null) {
      hold();
      return;
    }
    hand(form, 'answer', 'Json', answer);
    hand(form, 'draftVersion', 'Long', element.draftVersion);
  });
  // What was held back is told to have failed at once, also while an earlier answer is still on its way.
  form.on('submit-failed', (_, args) => {
    if (held) {
      held = false;
    } else {
      element.refused(sentences(args[0]));
    }
  });
  form.on('submit-success', () => {
    element.accepted();
    void showSent(element.businessKey, element.next);
  });
  // Tasklist would keep answers in the browser's storage; ours are kept on the server.
  form.on('store', () => {
    form.storePrevented = true;
  });

  reloadWhenClaimed(root, element);
  void element.load();
}

function hand(form: CamForm, name: string, type: string, value: unknown): void {
  if (form.variableManager.variable(name)) {
    form.variableManager.destroyVariable(name);
  }
  form.variableManager.createVariable({ name, type, value });
}

/** What the engine's REST API says, as sentences; technical prefixes tell nobody anything. */
function sentences(error: unknown): string[] {
  const message = typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : '';
  const lines = message
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.length > 0 ? lines : [t('error.refused')];
}

function sendButton(root: HTMLElement): HTMLElement | null {
  return root.closest('.form-pane')?.querySelector<HTMLElement>('.form-actions .btn-primary') ?? null;
}

/**
 * Tasklist's own button says "complete" for everything; here it says what will happen. While the server is asked it says so and
 * does nothing; it is not switched off, which would take the focus from whoever has pressed it.
 */
function nameButton(root: HTMLElement, label: string, busy: boolean): void {
  const button = sendButton(root);
  if (button && button.textContent?.trim() !== label) {
    button.textContent = label;
  }
  button?.toggleAttribute('data-busy', busy);
  button?.setAttribute('aria-disabled', String(busy));
}

/** Tasklist's "save" keeps what is typed in the browser; our drafts keep themselves, on the server. */
function hideSaveButton(root: HTMLElement): void {
  root.closest('.form-pane')?.querySelector('.form-actions [ng-click^="save"]')?.setAttribute('hidden', '');
}

/** Claiming and releasing a task only switches a class around the form: the form is not rendered again. */
function reloadWhenClaimed(root: HTMLElement, element: AnyStep): void {
  let around = root.parentElement;
  while (around && !(around.getAttribute('ng-class') ?? '').includes('disabled-form')) {
    around = around.parentElement;
  }
  if (!around) {
    return;
  }
  const watched = around;
  let disabled = watched.classList.contains('disabled-form');
  const observer = new MutationObserver(() => {
    if (!element.isConnected) {
      observer.disconnect();
    } else if (disabled !== watched.classList.contains('disabled-form')) {
      disabled = !disabled;
      void element.load();
    }
  });
  observer.observe(watched, { attributes: true, attributeFilter: ['class'] });
}
