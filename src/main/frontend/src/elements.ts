import { connect, type CamForm } from './connect';
import { Ask } from './parts/ask';
import { ApproveRevision } from './steps/approve-revision';
import { ApproveTargets } from './steps/approve-targets';
import { AssessSelf } from './steps/assess-self';
import { CalibrateUnit } from './steps/calibrate-unit';
import { CheckIn } from './steps/check-in';
import { ConfirmResult } from './steps/confirm-result';
import { ConfirmTraining } from './steps/confirm-training';
import { DecideObjection } from './steps/decide-objection';
import { DecideReward } from './steps/decide-reward';
import { DraftTargets } from './steps/draft-targets';
import { GiveCheckInFeedback } from './steps/give-check-in-feedback';
import { GiveFeedback } from './steps/give-feedback';
import { HoldCoaching } from './steps/hold-coaching';
import { NominateReward } from './steps/nominate-reward';
import { PlanDevelopment } from './steps/plan-development';
import { RateEmployee } from './steps/rate-employee';
import { ReviewResult } from './steps/review-result';
import { ReviseTargets } from './steps/revise-targets';
import { WriteHandOverNote } from './steps/write-hand-over-note';
import { Toast } from './toast';

/** What a form's script finds under `window.laras`, also when it runs before this module has arrived. */
interface Laras {
  waiting?: CamForm[];
  connect(form: CamForm): void;
}

declare global {
  interface Window {
    laras?: Laras;
  }
}

const elements: Record<string, CustomElementConstructor> = {
  'laras-approve-revision': ApproveRevision,
  'laras-approve-targets': ApproveTargets,
  'laras-ask': Ask,
  'laras-assess-self': AssessSelf,
  'laras-calibrate-unit': CalibrateUnit,
  'laras-check-in': CheckIn,
  'laras-confirm-result': ConfirmResult,
  'laras-confirm-training': ConfirmTraining,
  'laras-decide-objection': DecideObjection,
  'laras-decide-reward': DecideReward,
  'laras-draft-targets': DraftTargets,
  'laras-give-check-in-feedback': GiveCheckInFeedback,
  'laras-give-feedback': GiveFeedback,
  'laras-hold-coaching': HoldCoaching,
  'laras-nominate-reward': NominateReward,
  'laras-plan-development': PlanDevelopment,
  'laras-rate-employee': RateEmployee,
  'laras-review-result': ReviewResult,
  'laras-revise-targets': ReviseTargets,
  'laras-toast': Toast,
  'laras-write-hand-over-note': WriteHandOverNote,
};

for (const [name, element] of Object.entries(elements)) {
  if (!customElements.get(name)) {
    customElements.define(name, element);
  }
}

const waiting = window.laras?.waiting ?? [];
window.laras = { connect };
waiting.forEach(connect);
