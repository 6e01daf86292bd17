/* What travels between forms and server; the contract is docs/lifecycle.md. Decimals and dates are text. */

export type Scheme = 'QUADRANT' | 'NUMERIC';
export type Scale = 'RATING' | 'SCORE';
export type Rating = 'ABOVE' | 'MEETS' | 'BELOW';
export type ResultKind = 'MAIN' | 'ADDITIONAL';
export type Aspect = 'QUANTITY' | 'QUALITY' | 'TIME' | 'COST';
export type Perspective = 'STAKEHOLDER' | 'PROCESS' | 'LEARNING' | 'FINANCE';
export type Direction = 'HIGHER' | 'LOWER';
export type Predicate = 'VERY_GOOD' | 'GOOD' | 'FAIR' | 'NEEDS_IMPROVEMENT' | 'POOR' | 'VERY_POOR';
export type OrganisationPredicate = 'EXCELLENT' | 'GOOD' | 'NEEDS_IMPROVEMENT' | 'POOR' | 'VERY_POOR';
export type CoreValue =
  | 'SERVICE_ORIENTED'
  | 'ACCOUNTABLE'
  | 'COMPETENT'
  | 'HARMONIOUS'
  | 'LOYAL'
  | 'ADAPTIVE'
  | 'COLLABORATIVE';

export const RATINGS: readonly Rating[] = ['ABOVE', 'MEETS', 'BELOW'];
export const KINDS: readonly ResultKind[] = ['MAIN', 'ADDITIONAL'];
export const ASPECTS: readonly Aspect[] = ['QUANTITY', 'QUALITY', 'TIME', 'COST'];
export const PERSPECTIVES: readonly Perspective[] = ['STAKEHOLDER', 'PROCESS', 'LEARNING', 'FINANCE'];
export const DIRECTIONS: readonly Direction[] = ['HIGHER', 'LOWER'];
export const CORE_VALUES: readonly CoreValue[] = [
  'SERVICE_ORIENTED',
  'ACCOUNTABLE',
  'COMPETENT',
  'HARMONIOUS',
  'LOYAL',
  'ADAPTIVE',
  'COLLABORATIVE',
];

export interface Subject {
  evaluationId: string;
  employeeName: string;
  position: string;
  unitName: string;
  cycleName: string;
  scheme: Scheme;
  firstDay: string;
  lastDay: string;
  /** Whether the days are a part of the cycle only. */
  part: boolean;
  supervisorName: string | null;
  notes: HandOverNote[];
}

/** What a former assessor wrote down; told to whoever judges today. */
export interface HandOverNote {
  writer: string;
  at: string;
  agreed: string | null;
  seen: string | null;
  remaining: string | null;
}

/** What an answer would come to; see AnswerPreview on the server. */
export interface AnswerPreview {
  asks: boolean;
  consequences: string[];
  next: string;
}

export interface TaskView<D> {
  taskId: string;
  process: string;
  task: string;
  name: string;
  dueAt: string | null;
  businessKey: string;
  readOnly: boolean;
  /** Name of whom the reader stands in for. */
  onBehalfOf: string | null;
  /** Name of the substitute who works on the reader's task. */
  holder: string | null;
  /** Whether the reader may comment on the task: they hold it, and it is not confidential. */
  commentable: boolean;
  subject: Subject | null;
  data: D;
  /** Of the reader. */
  account: string;
  draft: unknown;
  draftVersion: number;
  /** What the reader typed in other windows without having seen the draft. */
  otherDrafts: OtherDraft[];
}

/** A text of another window; the draft itself has no id. */
export interface OtherDraft {
  id: string;
  draft: unknown;
}

export interface Indicator {
  id: string;
  aspect: Aspect;
  name: string;
  target: string;
  unit: string;
  direction: Direction;
  weight: string | null;
}

export interface WorkResult {
  id: string;
  kind: ResultKind;
  title: string;
  supports: string | null;
  supportsTitle: string | null;
  perspective: Perspective | null;
  remark: string | null;
  indicators: Indicator[];
}

export interface Plan {
  version: number;
  status: string;
  reason: string | null;
  behaviourExpectation: string | null;
  leaderExpectation: string | null;
  results: WorkResult[];
}

export interface SuperiorResult {
  id: string;
  title: string;
  owner: string;
}

export interface Evidence {
  link: string | null;
  fileId: string | null;
  fileName: string | null;
}

export interface ValueRating {
  value: CoreValue;
  rating: Rating | null;
  score: string | null;
  reason: string | null;
}

export interface Progress {
  indicatorId: string;
  value: string | null;
  note: string | null;
}

export interface CheckIn {
  number: number;
  on: string;
  note: string | null;
  feedback: string | null;
  feedbackBy: string | null;
  progress: Progress[];
}

export interface ResultLine {
  label: string;
  detail: string | null;
  value: string | null;
}

export interface Result {
  scheme: Scheme;
  predicate: Predicate;
  predicateLabel: string;
  total: string | null;
  basis: string;
  calculatedAt: string;
  ratedBy: string | null;
  final: boolean;
  lines: ResultLine[];
}

export interface Realisation {
  indicatorId: string;
  value: string | null;
  note: string | null;
  evidence: Evidence[];
}

export interface NewIdea {
  title: string;
  description: string;
}

export interface SelfAssessment {
  realisations: Realisation[];
  behaviour: ValueRating[];
  newIdea: NewIdea | null;
}

export interface FeedbackSummary {
  invited: number;
  answered: number;
  usable: boolean;
  /** How many had to be there for anybody to be asked; 0 where the agency asks nobody. */
  required: number;
  values: Array<{ value: CoreValue; average: string | null; above: number | null; meets: number | null; below: number | null }>;
  comments: string[];
}

/** What the supervisor has answered before: one half is filled, as the scale has it. */
export interface GivenRating {
  workResult?: { rating: Rating; reason: string | null } | null;
  behaviourRating?: { rating: Rating; reason: string | null } | null;
  realisations?: Array<{ indicatorId: string; value: string; reason: string | null }> | null;
  values?: ValueRating[] | null;
  newIdeaApproved?: boolean | null;
  newIdeaReason?: string | null;
  note?: string | null;
}

/** The part of the cycle for which somebody is evaluated, and what is expected of quantities in it. */
export interface Part {
  firstDay: string;
  lastDay: string;
  cycleFirstDay: string;
  cycleLastDay: string;
  served: number;
  agreedFor: number;
  measure: 'DAYS' | 'MONTHS' | 'NONE';
  targets: Array<{ indicatorId: string; target: string }>;
}

export interface RatingData {
  scale: Scale;
  plan: Plan;
  checkIns: CheckIn[];
  self: SelfAssessment | null;
  feedback: FeedbackSummary | null;
  reasonBelow: string | null;
  current?: GivenRating | null;
  periodic: Array<{ evaluationId: string; cycleName: string; firstDay: string; lastDay: string; predicate: Predicate }>;
  ledUnit: OrganisationPredicate | null;
  part: Part | null;
}

export interface GuideRow {
  predicates: Predicate[];
  minShare: string | number | null;
  maxShare: string | number | null;
  text: string;
}
