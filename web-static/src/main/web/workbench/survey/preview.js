import { t } from '../../core/i18n.js';
import { html, selectField } from '../../ui/index.js';
import { backgroundPage, consentPage, coveragePage, domainOf, domainPage, pagesOf, screenerPage } from '../../ui/questionnaire.js';

/** @typedef {import('../../ui/questionnaire.js').Questionnaire} Questionnaire */

/** @type {import('../../ui/questionnaire.js').Answers} */
const NOTHING = { consent: 0, background: {}, ratings: {}, writeIns: {} };

const DEAF = { screened() {}, chosen() {}, rated() {}, written() {}, covered() {} };

/**
 * A page of the survey as a peer's phone shows it; nothing answered here is kept.
 * @param {Questionnaire} asked @param {string} shown @param {(page: string) => void} onpage
 */
export function preview(asked, shown, onpage) {
  const pages = pagesOf(asked);
  const page = pages.includes(shown) ? shown : pages[0];
  return html`<section class="stack survey-preview" aria-label=${t('survey.preview.title')}>
    ${selectField({ name: 'preview', label: t('survey.preview.title'), required: true, value: page, onchange: onpage, options: pages.map(value => ({ value, label: nameOf(asked, value) })) })}
    <div class="phone"><div class="phone-screen" role="group" tabindex="0" aria-label=${t('survey.preview.title')}><div class="stack loose" inert>${drawn(asked, page)}</div></div></div>
  </section>`;
}

/** @param {Questionnaire} asked @param {string} page */
function nameOf(asked, page) {
  const domain = domainOf(asked, page);
  return domain ? `${domain.code} ${domain.title}` : t(`survey.preview.${page}`);
}

/** @param {Questionnaire} asked @param {string} page */
function drawn(asked, page) {
  const domain = domainOf(asked, page);
  if (domain) return domainPage(asked, domain, NOTHING, DEAF);
  if (page === 'screener') return screenerPage(asked, null, DEAF);
  if (page === 'background') return backgroundPage(asked, NOTHING, DEAF);
  return page === 'coverage' ? coveragePage(asked, NOTHING, DEAF) : consentPage(asked);
}
