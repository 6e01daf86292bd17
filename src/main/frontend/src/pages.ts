import { day } from './format';
import { t } from './i18n';
import { parseDay, typedDay } from './logic/days';
import { Ask, ask } from './parts/ask';

/*
 * The forms of our pages in the language of the page: what a browser says and shows by itself (bubbles, date fields, file
 * buttons) speaks the browser's language. And no form with data-ask is sent on one click. Without this script the forms
 * work as the browser has them, and the server checks all the same.
 */

customElements.get('laras-ask') ?? customElements.define('laras-ask', Ask);

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const agreed = new WeakSet<HTMLFormElement>();

document.querySelectorAll('form').forEach((form) => (form.noValidate = true));
document.querySelectorAll<HTMLInputElement>('input[type=date]').forEach(typeDays);
document.querySelectorAll<HTMLInputElement>('input[type=file]').forEach(chooseFiles);

document.addEventListener(
  'submit',
  (event) => {
    const form = event.target as HTMLFormElement;
    if ('going' in form.dataset || 'asking' in form.dataset) {
      // typed.js sends on what has been checked and agreed to here, and lets nothing be sent twice
      return;
    }
    if (!fine(form)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    const told = form.dataset['ask'];
    if (told && !agreed.delete(form)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      void askBefore(form, told, event.submitter);
    }
  },
  true,
);

// The field keeps what the person sees; only what travels is the browser's own spelling of a day.
document.addEventListener('formdata', (event) => {
  (event.target as HTMLFormElement).querySelectorAll<HTMLInputElement>('input[data-day]').forEach((field) => {
    const read = parseDay(field.value);
    if (read !== null && field.name !== '' && !field.disabled) {
      event.formData.set(field.name, read);
    }
  });
});

async function askBefore(form: HTMLFormElement, told: string, button: HTMLElement | null): Promise<void> {
  const yes = button?.textContent?.trim() || t('send');
  if (await ask({ title: t('ask.title', button?.ariaLabel || yes), consequences: [...chosen(form), told], yes })) {
    agreed.add(form);
    // the server asks by itself whoever sends without this
    form.querySelector('input[name=_agreed]') ?? form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: '_agreed', value: 'yes' }));
    form.requestSubmit(button);
  }
}

/** What the deed depends on, as it stands in the form: choices, days and whom it is about; the reason needs no reading again. */
function chosen(form: HTMLFormElement): string[] {
  return [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input[type=radio]:checked, select, input[data-day], input[name=nip]')]
    .filter((control) => control.value.trim() !== '')
    .map((control) => {
      if (control instanceof HTMLSelectElement) {
        return `${labelOf(control)}: ${words(control.selectedOptions[0] ?? null)}`;
      }
      const read = control.dataset['day'] === undefined ? null : parseDay(control.value);
      return control.type === 'radio' ? words(control.closest('label')) : `${labelOf(control)}: ${read ? day(read) : control.value.trim()}`;
    });
}

function labelOf(control: HTMLInputElement | HTMLSelectElement): string {
  return words(control.labels?.[0] ?? null);
}

function words(element: Element | null): string {
  return (element?.textContent ?? '').trim().replace(/\s+/g, ' ');
}

/** Says beside each field what is wrong with it; the first gets the focus. */
function fine(form: HTMLFormElement): boolean {
  const wrong = [...form.elements]
    .filter((each): each is Control => each.matches('input, select, textarea'))
    .filter((control) => !say(control, fault(control)));
  wrong[0]?.focus();
  return wrong.length === 0;
}

function fault(control: Control): string {
  const { validity, value } = control;
  const name = control instanceof HTMLInputElement ? control.type : control.localName;
  if (validity.valueMissing) {
    return { radio: t('field.choose'), 'select': t('field.choose'), checkbox: t('field.tick'), file: t('file.missing') }[name] ?? t('field.missing');
  }
  if (control.dataset['day'] !== undefined && value.trim() !== '') {
    const parsed = parseDay(value);
    const { min, max } = control.dataset;
    return parsed === null
      ? t('day.none')
      : min && parsed < min
        ? t('day.early', day(min))
        : max && parsed > max
          ? t('day.late', day(max))
          : '';
  }
  if (validity.tooShort) {
    return t('field.short', (control as HTMLInputElement).minLength);
  }
  if (validity.tooLong) {
    return t('field.long', (control as HTMLInputElement).maxLength);
  }
  if (validity.typeMismatch && name === 'email') {
    return t('field.email');
  }
  if (validity.badInput || validity.rangeUnderflow || validity.rangeOverflow || validity.stepMismatch) {
    return t('field.number');
  }
  return validity.valid ? '' : control.title || t('field.wrong');
}

/** Whether there is nothing to say. */
function say(control: Control, what: string): boolean {
  const id = `${control.id || control.name}-wrong`;
  const group = control instanceof HTMLInputElement && control.type === 'radio' ? control.closest('fieldset') : null;
  const before = document.getElementById(id);
  const describes = (control.getAttribute('aria-describedby') ?? '').split(' ').filter((each) => each !== '' && each !== id);
  if (what === '') {
    before?.remove();
    control.removeAttribute('aria-invalid');
  } else {
    const message = before ?? document.createElement('p');
    message.id = id;
    message.className = 'error';
    message.textContent = what;
    if (!before) {
      group ? group.querySelector('legend')?.after(message) : (control.closest('label') ?? control).before(message);
    }
    control.setAttribute('aria-invalid', 'true');
    describes.push(id);
  }
  if (describes.length > 0) {
    control.setAttribute('aria-describedby', describes.join(' '));
  } else {
    control.removeAttribute('aria-describedby');
  }
  return what === '';
}

/** Days are typed, as in the forms of the tasks, and travel as the browser's own field would send them. */
function typeDays(field: HTMLInputElement): void {
  const { value, min, max } = field;
  field.type = 'text';
  field.inputMode = 'numeric';
  field.autocomplete = 'off';
  field.maxLength = 30;
  // Also what it was served with: typed.js keeps what differs from that.
  field.defaultValue = typedDay(value);
  field.value = typedDay(value);
  field.dataset['day'] = '';
  Object.assign(field.dataset, min ? { min } : {}, max ? { max } : {});
  field.removeAttribute('min');
  field.removeAttribute('max');
  const help = document.createElement('p');
  help.className = 'help';
  help.id = `${field.id}-day`;
  const tell = () => {
    const read = parseDay(field.value);
    help.textContent = read ? t('decimal.readAs', day(read)) : t('day.help');
  };
  field.after(help);
  field.setAttribute('aria-describedby', `${field.getAttribute('aria-describedby') ?? ''} ${help.id}`.trim());
  field.addEventListener('input', tell);
  tell();
}

/** The field itself stays, out of sight, for keyboard and screen readers; what is seen speaks the page's language. */
function chooseFiles(field: HTMLInputElement): void {
  const button = document.createElement('label');
  button.className = 'button file';
  button.htmlFor = field.id;
  button.textContent = t('file.choose');
  const chosen = document.createElement('span');
  chosen.className = 'chosen';
  chosen.setAttribute('aria-live', 'polite');
  const tell = () => {
    chosen.textContent = [...(field.files ?? [])].map((file) => file.name).join(', ') || t('file.none');
  };
  field.classList.add('visually-hidden');
  field.after(button, chosen);
  field.addEventListener('change', tell);
  tell();
}
