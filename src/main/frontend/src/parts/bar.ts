import { svg, html, type TemplateResult } from 'lit';

/** A bar for a share in percent; the number stands beside it. Drawn as SVG: no inline style for a strict CSP to refuse. */
export function bar(percent: number): TemplateResult {
  const width = `${Math.min(100, Math.max(0, percent))}%`;
  return html`<svg class="bar" aria-hidden="true" focusable="false">${svg`<rect width=${width} height="100%"></rect>`}</svg>`;
}
