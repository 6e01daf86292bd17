import { html, nothing, type TemplateResult } from 'lit';
import { number, sentence } from '../format';
import { t } from '../i18n';
import { distributionView } from '../parts/distribution';
import { selectField, textField } from '../parts/fields';
import { chip, organisationLabel, predicateLabel } from '../parts/labels';
import { blank, textOrNull, type Problems } from '../problems';
import type { CalibrateUnitAnswer, CalibrateUnitView, Predicate, Row, Sent } from '../shapes';
import { Step } from '../step';

interface State {
  moves: Record<string, { to: Predicate | ''; reason: string }>;
  note: string;
}

type SortKey = 'name' | 'total' | 'predicate';

/** HR and the unit look at the distribution together, and move a predicate only with a written reason. */
export class CalibrateUnit extends Step<CalibrateUnitView, State, CalibrateUnitAnswer> {
  private sortedBy: SortKey = 'predicate';
  private descending = false;

  protected override purpose(): string {
    return t('calibrateUnit.purpose');
  }

  protected override action(_: CalibrateUnitView, state: State): string {
    const moves = Object.values(state.moves).filter((move) => move.to !== '').length;
    const actions = [t('calibrateUnit.actionNone'), t('calibrateUnit.actionOne')];
    return actions[moves] ?? t('calibrateUnit.action', moves);
  }

  protected override start(data: CalibrateUnitView): State {
    const moves: State['moves'] = {};
    // whoever may not be moved any more has no place for it
    data.employees.filter((employee) => !employee.locked).forEach((each) => (moves[each.evaluationId] = { to: '', reason: '' }));
    return { moves, note: '' };
  }

  protected override heading(data: CalibrateUnitView): TemplateResult {
    return html`<header class="subject">
      <p class="subject-name">${data.unitName}</p>
      <p class="subject-facts">
        <span>${data.cycleName}</span><span>${t('calibrateUnit.count', data.employees.length)}</span>
      </p>
    </header>`;
  }

  protected override body(data: CalibrateUnitView, state: State): TemplateResult {
    const now = data.employees.map((employee) => state.moves[employee.evaluationId]?.to || employee.predicate);
    return html`
      ${data.organisationPredicate
        ? html`<p class="line">${t('calibrateUnit.organisation')} ${chip(data.organisationPredicate, organisationLabel(data.organisationPredicate))}</p>`
        : html`<p class="notice warning">${t('calibrateUnit.noOrganisation')}</p>`}
      ${data.notReady.length > 0
        ? html`<div class="notice warning">
            <strong>${t('calibrateUnit.notReady', data.notReady.length)}</strong> ${sentence(data.notReady.join(', '))}
          </div>`
        : nothing}
      ${distributionView(data.predicates, now, data.guide)}
      <h2>${t('calibrateUnit.employees')}</h2>
      <p class="help">${t('calibrateUnit.help')}</p>
      ${data.employees.length === 0 ? html`<p class="quiet">${t('calibrateUnit.nobody')}</p>` : this.table(data, state)}
      ${textField({
        form: this,
        id: 'note',
        label: t('calibrateUnit.note'),
        help: t('calibrateUnit.noteHelp'),
        optional: true,
        rows: 3,
        value: state.note,
        set: (value) => this.change((each) => (each.note = value)),
      })}
    `;
  }

  private table(data: CalibrateUnitView, state: State): TemplateResult {
    return html`<table class="cards calibration">
      <caption class="visually-hidden">
        ${t('calibrateUnit.employees')}
      </caption>
      <thead>
        <tr>
          ${this.columnHeading('name', t('calibrateUnit.name'))}
          ${data.scored ? this.columnHeading('total', t('result.total'), 'number') : nothing}
          ${this.columnHeading('predicate', t('calibrateUnit.rated'))}
          <th scope="col">${t('calibrateUnit.to')}</th>
        </tr>
      </thead>
      <tbody>
        ${this.sorted(data).map((employee) => this.row(employee, data, state))}
      </tbody>
    </table>`;
  }

  private columnHeading(key: SortKey, label: string, style = ''): TemplateResult {
    const sorted = this.sortedBy === key;
    return html`<th scope="col" class=${style} aria-sort=${sorted ? (this.descending ? 'descending' : 'ascending') : 'none'}>
      <button
        type="button"
        class="sort"
        @click=${() => {
          this.descending = sorted && !this.descending;
          this.sortedBy = key;
          this.requestUpdate();
        }}
      >
        ${label} <span aria-hidden="true">${sorted ? (this.descending ? '▼' : '▲') : '↕'}</span>
      </button>
    </th>`;
  }

  private row(employee: Row, data: CalibrateUnitView, state: State): TemplateResult {
    const move = state.moves[employee.evaluationId] ?? { to: '', reason: '' };
    const at = `moves.${employee.evaluationId}`;
    const edit = (change: (each: { to: Predicate | ''; reason: string }) => void) =>
      this.change((each) => change((each.moves[employee.evaluationId] ??= { to: '', reason: '' })));
    return html`<tr class=${move.to ? 'moved' : ''}>
      <th scope="row">${employee.name}<span class="quiet block">${employee.nip} · ${employee.position}</span>
        ${employee.head && data.organisationPredicate ? html`<span class="quiet block">${t('calibrateUnit.head')}</span>` : nothing}
      </th>
      ${data.scored
        ? html`<td class="number" data-label=${t('result.total')}>${number(employee.total, 2)}</td>`
        : nothing}
      <td data-label=${t('calibrateUnit.rated')}>${chip(employee.predicate)}</td>
      <td class="move">
        ${employee.locked
          ? html`<span class="quiet">${t('calibrateUnit.locked')}</span>`
          : html`${selectField({
              form: this,
              id: at,
              label: t('calibrateUnit.toFor', employee.name),
              quiet: true,
              none: t('calibrateUnit.stays'),
              options: data.predicates
                .filter((predicate) => predicate !== employee.predicate)
                .map((predicate) => ({ value: predicate, label: predicateLabel(predicate) })),
              value: move.to,
              set: (to) => edit((each) => (each.to = to)),
            })}
            ${move.to
              ? textField({
                  form: this,
                  id: `${at}.reason`,
                  label: t('calibrateUnit.reason'),
                  rows: 2,
                  value: move.reason,
                  set: (reason) => edit((each) => (each.reason = reason)),
                })
              : nothing}`}
      </td>
    </tr>`;
  }

  private sorted(data: CalibrateUnitView): Row[] {
    const rank = (employee: Row) => data.predicates.indexOf(employee.predicate);
    const compare: Record<SortKey, (one: Row, other: Row) => number> = {
      name: (one, other) => one.name.localeCompare(other.name, 'id'),
      total: (one, other) => Number(other.total ?? -1) - Number(one.total ?? -1),
      predicate: (one, other) =>
        rank(one) - rank(other) ||
        Number(other.total ?? -1) - Number(one.total ?? -1) ||
        one.name.localeCompare(other.name, 'id'),
    };
    const sorted = [...data.employees].sort(compare[this.sortedBy]);
    return this.descending ? sorted.reverse() : sorted;
  }

  protected override check(data: CalibrateUnitView, state: State, problems: Problems): void {
    for (const employee of this.sorted(data)) {
      const move = state.moves[employee.evaluationId];
      problems.when(
        Boolean(move?.to) && blank(move?.reason),
        `moves.${employee.evaluationId}.reason`,
        t('calibrateUnit.error.reason', employee.name),
      );
    }
  }

  protected override answer(_: CalibrateUnitView, state: State): Sent<CalibrateUnitAnswer> {
    return {
      moves: Object.entries(state.moves)
        .filter(([, move]) => move.to !== '')
        .map(([evaluationId, move]) => ({ evaluationId, to: move.to || null, reason: move.reason.trim() })),
      note: textOrNull(state.note),
    };
  }
}
