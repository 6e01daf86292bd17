import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { t } from '../i18n';
import { parseDecimal } from '../logic/decimals';
import { parseDay } from '../logic/days';
import { day, number } from '../format';

/* Fields: label above, help under the label, the error beside the field, and the field itself. */

/** What a field needs of the form it stands in. */
export interface Form {
  errorFor(field: string): string | undefined;
}

interface Field {
  form: Form;
  /** Id of the field, unique in the form; problems name it. */
  id: string;
  label: string;
  help?: string;
  optional?: boolean;
  /** The label is heard, not seen: where a column or legend already shows it. */
  quiet?: boolean;
}

interface TextField extends Field {
  value: string;
  set: (value: string) => void;
  rows?: number;
  /** Longest text the server keeps. */
  limit?: number;
}

export interface Option<V extends string> {
  value: V;
  label: string;
  detail?: string;
}

/** One line, or several with `rows`. */
export function textField(field: TextField): TemplateResult {
  const change = (event: Event) => field.set((event.target as HTMLInputElement | HTMLTextAreaElement).value);
  return framed(field, (attributes) =>
    field.rows
      ? html`<textarea
          id=${field.id}
          rows=${field.rows}
          maxlength=${field.limit ?? 4000}
          aria-invalid=${attributes.invalid}
          aria-describedby=${ifDefined(attributes.describedBy)}
          .value=${live(field.value)}
          @input=${change}
        ></textarea>`
      : html`<input
          id=${field.id}
          type="text"
          autocomplete="off"
          maxlength=${field.limit ?? 500}
          aria-invalid=${attributes.invalid}
          aria-describedby=${ifDefined(attributes.describedBy)}
          .value=${live(field.value)}
          @input=${change}
        />`,
  );
}

/** A decimal with comma or dot; says how it was read where that could surprise. */
export function decimalField(field: TextField & { unit?: string }): TemplateResult {
  const parsed = parseDecimal(field.value);
  const surprising = parsed !== null && /\./.test(field.value);
  return framed(field, (attributes) => html`
    <span class="with-unit">
      <input
        id=${field.id}
        class="decimal"
        type="text"
        inputmode="decimal"
        autocomplete="off"
        maxlength="20"
        aria-invalid=${attributes.invalid}
        aria-describedby=${ifDefined(attributes.describedBy)}
        .value=${live(field.value)}
        @input=${(event: Event) => field.set((event.target as HTMLInputElement).value)}
      />${field.unit ? html`<span class="unit">${field.unit}</span>` : nothing}
    </span>
    ${surprising ? html`<span class="read-as">${t('decimal.readAs', number(parsed))}</span>` : nothing}
  `);
}

/** A day as people type it, and how it was read: the browser's own date field speaks the browser's language. */
export function dateField(field: TextField): TemplateResult {
  const read = parseDay(field.value);
  return framed({ ...field, help: field.help ?? t('day.help') }, (attributes) => html`<input
      id=${field.id}
      class="day"
      type="text"
      inputmode="numeric"
      autocomplete="off"
      maxlength="30"
      aria-invalid=${attributes.invalid}
      aria-describedby=${ifDefined(attributes.describedBy)}
      .value=${live(field.value)}
      @input=${(event: Event) => field.set((event.target as HTMLInputElement).value)}
    />
    ${read ? html`<span class="read-as">${t('decimal.readAs', day(read))}</span>` : nothing}`);
}

export function selectField<V extends string>(
  field: Field & { value: V | ''; options: ReadonlyArray<Option<V>>; none?: string; set: (value: V | '') => void },
): TemplateResult {
  return framed(field, (attributes) => html`<select
    id=${field.id}
    aria-invalid=${attributes.invalid}
    aria-describedby=${ifDefined(attributes.describedBy)}
    @change=${(event: Event) => field.set((event.target as HTMLSelectElement).value as V | '')}
  >
    ${field.none === undefined
      ? nothing
      : html`<option value="" ?selected=${field.value === ''}>${field.none}</option>`}
    ${field.options.map(
      (option) => html`<option value=${option.value} ?selected=${option.value === field.value}>${option.label}</option>`,
    )}
  </select>`);
}

/** One of a few, all visible; in a row where there is room. */
export function choiceField<V extends string>(
  field: Field & { value: V | ''; options: ReadonlyArray<Option<V>>; set: (value: V) => void; stacked?: boolean },
): TemplateResult {
  const error = field.form.errorFor(field.id);
  return html`<fieldset
    class="field choice ${error ? 'wrong' : ''}"
    data-field=${field.id}
    aria-describedby=${ifDefined(describedBy(field, error))}
  >
    <legend class=${field.quiet ? 'visually-hidden' : ''}>${field.label}${optional(field)}</legend>
    ${help(field)}${message(field.id, error)}
    <div class="options ${field.stacked ? 'stacked' : ''}">
      ${field.options.map(
        (option) => html`<label class="option">
          <input
            type="radio"
            name=${field.id}
            value=${option.value}
            .checked=${live(option.value === field.value)}
            @change=${() => field.set(option.value)}
          />
          <span>${option.label}${option.detail ? html`<small>${option.detail}</small>` : nothing}</span>
        </label>`,
      )}
    </div>
  </fieldset>`;
}

export function checkField(field: Field & { value: boolean; set: (value: boolean) => void }): TemplateResult {
  const error = field.form.errorFor(field.id);
  return html`<div class="field ${error ? 'wrong' : ''}" data-field=${field.id}>
    ${message(field.id, error)}
    <label class="check">
      <input
        type="checkbox"
        id=${field.id}
        aria-describedby=${ifDefined(describedBy(field, error))}
        .checked=${live(field.value)}
        @change=${(event: Event) => field.set((event.target as HTMLInputElement).checked)}
      />
      <span>${field.label}</span>
    </label>
    ${help(field)}
  </div>`;
}

function framed(
  field: Field,
  control: (attributes: { invalid: 'true' | 'false'; describedBy: string | undefined }) => TemplateResult,
): TemplateResult {
  const error = field.form.errorFor(field.id);
  return html`<div class="field ${error ? 'wrong' : ''}" data-field=${field.id}>
    <label for=${field.id} class=${field.quiet ? 'visually-hidden' : ''}>${field.label}${optional(field)}</label>
    ${help(field)}${message(field.id, error)}
    ${control({ invalid: error ? 'true' : 'false', describedBy: describedBy(field, error) })}
  </div>`;
}

function describedBy(field: Field, error: string | undefined): string | undefined {
  const ids = [field.help ? `${field.id}-help` : '', error ? `${field.id}-error` : ''].filter((id) => id !== '');
  return ids.length > 0 ? ids.join(' ') : undefined;
}

function optional(field: Field): TemplateResult | typeof nothing {
  return field.optional ? html` <span class="optional">${t('optional')}</span>` : nothing;
}

function help(field: Field): TemplateResult | typeof nothing {
  return field.help ? html`<p class="help" id="${field.id}-help">${field.help}</p>` : nothing;
}

function message(id: string, error: string | undefined): TemplateResult | typeof nothing {
  return error ? html`<p class="error" id="${id}-error">${error}</p>` : nothing;
}
