import { t } from '../i18n';
import type { FeedbackSummary } from '../shapes';

/** Why there are no opinions to read. */
export function withoutFeedback({ answered, invited, required }: FeedbackSummary): string {
  if (invited > 0) {
    return t('rating.feedbackUnusable', answered, invited);
  }
  return required > 0 ? t('rating.feedbackNobody', required) : t('rating.feedbackNone');
}

/** What stands at each value in the place of opinions: whom nobody asked has not answered too little. */
export function inPlaceOfOpinions(feedback: FeedbackSummary | null): string {
  if (!feedback) {
    return '–';
  }
  return feedback.invited > 0 ? t('rating.tooFew') : t('rating.notAsked');
}
