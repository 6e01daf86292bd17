import { language, t } from './i18n';
import type { AnswerPreview, DraftKept, Me, NextTask, TaskView, UploadedFile } from './shapes';

/** A call that did not succeed; the message is a sentence for the person. */
export class CallFailed extends Error {
  constructor(
    message: string,
    /** HTTP status, 0 when the server was not reached. */
    readonly status: number,
    /** One sentence for each broken rule. */
    readonly sentences: string[] = [message],
  ) {
    super(message);
  }
}

export function loadTask<D>(taskId: string): Promise<TaskView<D>> {
  return call<TaskView<D>>('GET', `/api/tasks/${encodeURIComponent(taskId)}`);
}

/**
 * Keeps what was typed so far; with `leaving` the request survives the page.
 *
 * @param seen version of the draft that the text builds upon
 * @param replaces ids of the texts beside the draft that this one is made of, or that the person has seen and does not want
 */
export function saveDraft(taskId: string, draft: unknown, seen: number, replaces: readonly string[], leaving: boolean): Promise<DraftKept> {
  const body = JSON.stringify(draft);
  const path = `/api/tasks/${encodeURIComponent(taskId)}/draft?version=${seen}&replaces=${replaces.map(encodeURIComponent).join(',')}`;
  // Browsers refuse kept-alive bodies over 64 KB; then an ordinary request has the better chance.
  return call('PUT', path, body, leaving && new TextEncoder().encode(body).length < 60_000);
}

/** What the answer would come to if it were sent now; fails with the sentences of a refusal. */
export function previewAnswer(taskId: string, answer: object): Promise<AnswerPreview> {
  return call<AnswerPreview>('POST', `/api/tasks/${encodeURIComponent(taskId)}/preview`, JSON.stringify(answer));
}

/** Whether somebody else has logged in on this browser meanwhile: then nobody's task is found, and nothing must be reloaded. */
export async function isSomebodyElseHere(account: string): Promise<boolean> {
  const here = await call<Me>('GET', '/api/me').catch(() => null);
  return here !== null && here.account !== account;
}

/** The same person's next task of the same evaluation, or null. */
export async function nextTask(businessKey: string): Promise<NextTask | null> {
  const next = await call<NextTask | undefined>(
    'GET',
    `/api/tasks/next?businessKey=${encodeURIComponent(businessKey)}`,
  );
  return next ?? null;
}

export function uploadFile(evaluationId: string, file: File): Promise<UploadedFile> {
  const form = new FormData();
  form.append('file', file);
  return call('POST', `/api/evaluations/${encodeURIComponent(evaluationId)}/files`, form);
}

export function fileAddress(fileId: string): string {
  return `${contextPath()}/api/files/${encodeURIComponent(fileId)}`;
}

/** Where the application lives: Tasklist says it in its base element, our own pages are served from the root. */
function contextPath(): string {
  const camunda = document.querySelector('base[app-root]')?.getAttribute('app-root') ?? '';
  return camunda.replace(/\/camunda$/, '');
}

async function call<R>(method: string, path: string, body?: BodyInit, keepalive = false): Promise<R> {
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': language };
  if (typeof body === 'string') {
    headers['Content-Type'] = 'application/json';
  }
  if (method !== 'GET') {
    headers['X-Laras-CSRF'] = cookie('__Host-LARAS-CSRF') || cookie('LARAS-CSRF');
  }
  let response: Response;
  try {
    response = await fetch(contextPath() + path, {
      method,
      headers,
      body: body ?? null,
      keepalive,
      credentials: 'same-origin',
      cache: 'no-store',
    });
  } catch {
    throw new CallFailed(t('error.offline'), 0);
  }
  if (response.status === 401) {
    // session.js asks to log in again, over the form
    window.dispatchEvent(new Event('laras:session-ended'));
  }
  if (!response.ok) {
    const said = await sentences(response);
    throw new CallFailed(said.join(' '), response.status, said);
  }
  const text = await response.text();
  if (text && !(response.headers.get('Content-Type') ?? '').includes('json')) {
    // A login page that answered 200 after a redirect.
    throw new CallFailed(t('error.session'), 401);
  }
  return (text ? JSON.parse(text) : undefined) as R;
}

/** The sentences of a problem document (RFC 9457), else one of ours for the status. */
async function sentences(response: Response): Promise<string[]> {
  try {
    const problem: unknown = await response.json();
    if (typeof problem === 'object' && problem !== null) {
      if ('problems' in problem && Array.isArray(problem.problems)) {
        return problem.problems.map(String);
      }
      if ('detail' in problem && typeof problem.detail === 'string') {
        return [problem.detail];
      }
    }
  } catch {
    // Not a problem document.
  }
  return [sentence(response)];
}

function sentence(response: Response): string {
  switch (response.status) {
    case 401:
      return t('error.session');
    case 403:
      return t('error.forbidden');
    case 404:
      return t('error.gone');
    case 413:
      return t('error.tooLarge');
    default:
      return t('error.server', response.status);
  }
}

function cookie(name: string): string {
  const found = document.cookie.split('; ').find((each) => each.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : '';
}
