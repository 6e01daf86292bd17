import { html, type TemplateResult } from 'lit';
import { t } from '../i18n';
import { checkRating, ratingAnswer, ratingDraft, ratingField, type RatingDraft } from '../parts/rating';
import { ratingGrounds } from '../parts/rating-grounds';
import type { Problems } from '../problems';
import type { RatingView, Sent, AssessorRating } from '../shapes';
import { Step } from '../step';

/** The assessor rates, seeing everything that was reported. */
export class RateEmployee extends Step<RatingView, RatingDraft, AssessorRating> {
  protected override purpose(): string {
    return t('rateEmployee.purpose');
  }

  protected override action(): string {
    return t('rateEmployee.action');
  }

  protected override start(data: RatingView): RatingDraft {
    return ratingDraft(data);
  }

  protected override body(data: RatingView, state: RatingDraft): TemplateResult {
    return html`${ratingGrounds(data)}
    ${ratingField({ form: this, data, draft: state, edit: (change) => this.change(change) })}`;
  }

  protected override check(data: RatingView, state: RatingDraft, problems: Problems): void {
    checkRating(data, state, problems);
  }

  protected override answer(data: RatingView, state: RatingDraft): Sent<AssessorRating> {
    return ratingAnswer(data, state);
  }
}
