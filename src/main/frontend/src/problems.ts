/** Something in a form that has to be put right before it can be sent; `field` is the id of the field concerned. */
export interface Problem {
  field: string;
  message: string;
}

/** Collects problems in the order of the form, so that the summary above reads like the page. */
export class Problems {
  readonly found: Problem[] = [];

  /** Notes the message when the condition holds; answers whether it did. */
  when(condition: boolean, field: string, message: string): boolean {
    if (condition) {
      this.found.push({ field, message });
    }
    return condition;
  }
}

export function blank(text: string | null | undefined): boolean {
  return !text || text.trim() === '';
}

/** Text for an answer: trimmed, and null when nothing was written. */
export function textOrNull(text: string | null | undefined): string | null {
  return blank(text) ? null : String(text).trim();
}
