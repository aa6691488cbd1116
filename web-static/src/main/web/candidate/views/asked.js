import { number, t } from '../../core/i18n.js';
import { badge } from '../../ui/page.js';
import { html, nothing } from '../../vendor/lit-html/lit-html.js';

/** What a requirement asks beyond words. @param {import('../api.js').Requirement} requirement */
export function asked({ leastHours, documentNeeded }) {
  if (!leastHours && !documentNeeded) return nothing;
  return html`<span class="row tight">${leastHours ? badge(t('candidate.asked.hours', { n: leastHours, hours: number(leastHours) }), 'info') : nothing}
    ${documentNeeded ? badge(t('candidate.asked.document'), 'info') : nothing}</span>`;
}
