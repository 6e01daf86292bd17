import { html, nothing, type TemplateResult } from 'lit';
import { CallFailed, fileAddress, uploadFile } from '../api';
import { t } from '../i18n';
import type { Evidence } from '../shapes';
import type { Form } from './fields';

const ACCEPTED = '.pdf,.png,.jpg,.jpeg,.docx,.xlsx';
const LARGEST = 5 * 1024 * 1024;

/** What an evidence field needs of its form. */
export interface EvidenceForm extends Form {
  readonly businessKey: string;
  readonly readOnly: boolean;
  uploading(difference: 1 | -1): void;
  requestUpdate(): void;
}

export interface EvidenceDraft {
  items: Evidence[];
  /** A link that was typed and not added yet. */
  typed: string;
  /** What went wrong with the last file. */
  trouble: string;
}

export const noEvidence = (items: readonly Evidence[] = []): EvidenceDraft => ({ items: [...items], typed: '', trouble: '' });

/** The evidence for an answer; a link that was typed but not added counts too, nobody means to leave it out. */
export function evidenceAnswer(draft: EvidenceDraft): Evidence[] {
  const typed = linkOf(draft.typed);
  return typed ? [...draft.items, { link: typed, fileId: null, fileName: null }] : draft.items;
}

/** Whether a link was typed that is none. */
export function brokenLink(draft: EvidenceDraft): boolean {
  return draft.typed.trim() !== '' && linkOf(draft.typed) === null;
}

/** Links and files to prove something with. */
export function evidenceField(
  form: EvidenceForm,
  id: string,
  label: string,
  draft: EvidenceDraft,
  edit: (change: (draft: EvidenceDraft) => void) => void,
): TemplateResult {
  const error = form.errorFor(id);
  const add = () => {
    const link = linkOf(draft.typed);
    edit((each) => {
      if (link) {
        each.items.push({ link, fileId: null, fileName: null });
        each.typed = '';
        each.trouble = '';
      } else {
        each.trouble = t('evidence.noLink');
      }
    });
  };
  return html`<div class="field evidence ${error ? 'wrong' : ''}" role="group" aria-labelledby="${id}-label" data-field=${id}>
    <p class="label" id="${id}-label">${label}</p>
    <p class="help" id="${id}-help">${t('evidence.help')}</p>
    ${error ? html`<p class="error">${error}</p>` : nothing}
    ${evidenceList(draft.items, form.readOnly ? undefined : (index) => edit((each) => each.items.splice(index, 1)))}
    ${form.readOnly
      ? nothing
      : html`<div class="row evidence-add">
          <input
            type="url"
            id="${id}-link"
            placeholder="https://"
            aria-label=${t('evidence.link', label)}
            aria-describedby="${id}-help"
            .value=${draft.typed}
            @input=${(event: Event) => edit((each) => (each.typed = (event.target as HTMLInputElement).value))}
            @keydown=${(event: KeyboardEvent) => {
              if (event.key === 'Enter') {
                event.preventDefault();
                add();
              }
            }}
          />
          <button type="button" class="button" ?disabled=${draft.typed.trim() === ''} @click=${add}>${t('evidence.add')}</button>
          <label class="button upload"
            >${t('evidence.upload')}<input
              type="file"
              class="visually-hidden"
              accept=${ACCEPTED}
              aria-label=${t('evidence.file', label)}
              @change=${(event: Event) => void upload(form, event.target as HTMLInputElement, edit)}
          /></label>
        </div>`}
    ${draft.trouble ? html`<p class="error" role="alert">${draft.trouble}</p>` : nothing}
  </div>`;
}

/** Evidence to read, each item a link that opens beside the form. */
export function evidenceList(items: readonly Evidence[], remove?: (index: number) => void): TemplateResult | typeof nothing {
  return items.length === 0
    ? nothing
    : html`<ul class="evidence-list">
        ${items.map((item, index) => {
          const name = item.fileName ?? item.link ?? t('evidence.unnamed');
          const address = item.fileId ? fileAddress(item.fileId) : linkOf(item.link ?? '');
          return html`<li>
            <span aria-hidden="true">${item.fileId ? '▤' : '↗'}</span>
            ${address ? html`<a href=${address} target="_blank" rel="noopener noreferrer">${name}</a>` : name}
            ${remove
              ? html`<button
                  type="button"
                  class="button plain"
                  aria-label=${t('evidence.remove', name)}
                  @click=${() => remove(index)}
                >
                  ${t('remove')}
                </button>`
              : nothing}
          </li>`;
        })}
      </ul>`;
}

async function upload(
  form: EvidenceForm,
  input: HTMLInputElement,
  edit: (change: (draft: EvidenceDraft) => void) => void,
): Promise<void> {
  const file = input.files?.[0];
  input.value = '';
  if (!file) {
    return;
  }
  if (file.size > LARGEST) {
    edit((draft) => (draft.trouble = t('evidence.tooLarge', file.name)));
    return;
  }
  form.uploading(1);
  edit((draft) => (draft.trouble = ''));
  try {
    const { fileId, fileName } = await uploadFile(form.businessKey, file);
    edit((draft) => draft.items.push({ link: null, fileId, fileName }));
  } catch (error) {
    const reason = error instanceof CallFailed ? error.message : t('error.display');
    edit((draft) => (draft.trouble = t('evidence.failed', file.name, reason)));
  } finally {
    form.uploading(-1);
  }
}

/** A web address, or null: nothing but http(s) may become a link, whoever typed it. */
export function linkOf(typed: string): string | null {
  const text = typed.trim();
  try {
    const address = new URL(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`);
    return /^https?:$/.test(address.protocol) && address.hostname.includes('.') ? address.href : null;
  } catch {
    return null;
  }
}
