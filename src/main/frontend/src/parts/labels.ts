import { html, type TemplateResult } from 'lit';
import { t, type MessageKey } from '../i18n';
import type { Option } from './fields';
import {
  ASPECTS,
  DIRECTIONS,
  KINDS,
  PERSPECTIVES,
  RATINGS,
  type Aspect,
  type Direction,
  type OrganisationPredicate,
  type Perspective,
  type Predicate,
  type Rating,
  type ResultKind,
} from '../shapes';

/* The words for the codes that travel. */

export const kindLabel = (kind: ResultKind): string => t(`kind.${kind}`);
export const aspectLabel = (aspect: Aspect): string => t(`aspect.${aspect}`);
export const perspectiveLabel = (perspective: Perspective): string => t(`perspective.${perspective}`);
export const directionLabel = (direction: Direction): string => t(`direction.${direction}`);
export const ratingLabel = (rating: Rating): string => t(`rating.${rating}`);
export const predicateLabel = (predicate: Predicate): string => t(`predicate.${predicate}`);
export const organisationLabel = (predicate: OrganisationPredicate): string => t(`organisation.${predicate}`);

export const kindOptions = (): Array<Option<ResultKind>> => options(KINDS, 'kind');
export const aspectOptions = (): Array<Option<Aspect>> => options(ASPECTS, 'aspect');
export const perspectiveOptions = (): Array<Option<Perspective>> => options(PERSPECTIVES, 'perspective');
export const directionOptions = (): Array<Option<Direction>> => options(DIRECTIONS, 'direction');
export const ratingOptions = (): Array<Option<Rating>> => options(RATINGS, 'rating');

/** A predicate as word, shape and colour. */
export function chip(predicate: Predicate | OrganisationPredicate, label = predicateLabel(predicate as Predicate)): TemplateResult {
  return html`<span class="chip chip-${predicate}">${label}</span>`;
}

function options<V extends string>(values: readonly V[], group: string): Array<Option<V>> {
  return values.map((value) => ({ value, label: t(`${group}.${value}` as MessageKey) }));
}
