import { html, type TemplateResult } from 'lit';
import { t } from '../i18n';
import { checkRating, ratingAnswer, ratingDraft, ratingField, type RatingDraft } from '../parts/rating';
import { ratingGrounds } from '../parts/rating-grounds';
import type { Problems } from '../problems';
import type { RatingData } from '../shapes';
import { Step } from '../step';

/** The supervisor rates, seeing everything that was reported. */
export class RateEmployee extends Step<RatingData, RatingDraft> {
  protected override purpose(): string {
    return t('rateEmployee.purpose');
  }

  protected override action(): string {
    return t('rateEmployee.action');
  }

  protected override start(data: RatingData): RatingDraft {
    return ratingDraft(data);
  }

  protected override body(data: RatingData, state: RatingDraft): TemplateResult {
    return html`${ratingGrounds(data)}
    ${ratingField({ form: this, data, draft: state, edit: (change) => this.change(change) })}`;
  }

  protected override check(data: RatingData, state: RatingDraft, problems: Problems): void {
    checkRating(data, state, problems);
  }

  protected override answer(data: RatingData, state: RatingDraft): object {
    return ratingAnswer(data, state);
  }
}
