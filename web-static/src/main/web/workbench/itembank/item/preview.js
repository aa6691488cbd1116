import { LANGUAGES, t } from '../../../core/i18n.js';
import { choice, html } from '../../../ui/index.js';
import { question } from '../../../ui/question.js';
import { assetFile } from '../api.js';
import { candidateItem } from './content.js';

/** @typedef {import('../api.js').Language} Language */
/** @typedef {{language: Language, phone: boolean, response: import('../../../ui/question.js').Response, words: typeof t}} Seen */
/** @typedef {{seen: Seen, draft: {content: import('../api.js').Content, stimulus?: string}, page: {id: string, stimuli: import('../library/api.js').Stimulus[], change: () => void}, see: (language: Language) => void}} Shown */

/** The item exactly as candidates see it; it can be answered, nothing is kept. @param {Shown} shown */
export function preview(shown) {
  const { seen, draft, page } = shown;
  const stimulus = page.stimuli.find(one => one.id === draft.stimulus);
  const item = candidateItem(`preview-${seen.language}-${draft.content.type}`, draft.content, seen.language, stimulus);
  return html`<section class="stack tight" aria-labelledby="preview"><h2 id="preview">${t('itembank.preview')}</h2>
    <div class="item-seen">
      ${choice({ name: 'seen-language', legend: t('itembank.preview.language'), value: seen.language, options: Object.entries(LANGUAGES).map(([value, label]) => ({ value, label })), onchange: language => shown.see(/** @type {Language} */ (language)) })}
      ${choice({ name: 'seen-width', legend: t('itembank.preview.width'), value: seen.phone ? 'phone' : 'wide', options: ['wide', 'phone'].map(value => ({ value, label: t(`itembank.preview.${value}`) })), onchange: width => { seen.phone = width === 'phone'; page.change(); } })}
    </div>
    <div class="item-screen ${seen.phone ? 'phone' : ''}">${question({ item, response: seen.response, language: seen.language, words: seen.words, asset: assetFile, onchange: response => { seen.response = response; page.change(); } })}</div>
  </section>`;
}
