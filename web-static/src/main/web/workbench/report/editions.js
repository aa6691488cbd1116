import { dateTime, LANGUAGES, number, t } from '../../core/i18n.js';
import { html, linkButton, more, nothing } from '../../ui/index.js';
import { editionFile, editionModel } from './api.js';

/** The editions that went out, the newest first. @param {import('./api.js').Edition[]} all */
export function editions(all) {
  return html`<section class="stack" aria-labelledby="editions-title">
    <h2 id="editions-title">${t('report.editions')}</h2>${all.map(card)}</section>`;
}

/** @param {import('./api.js').Edition} edition */
function card(edition) {
  return html`<article class="card stack tight">
    <h3>${t('report.edition', { n: edition.number })}</h3>
    <p class="soft">${t('report.issuedBy', { by: edition.issuedBy, when: dateTime(edition.issuedAt) })}</p>
    ${edition.reason ? html`<p><span class="strong">${t('report.reasonWas')}</span> ${edition.reason}</p>` : nothing}
    <div class="row">${edition.files.map(file => linkButton({
      label: t('report.pdf', { language: LANGUAGES[file.language], size: number(file.bytes / 1e6, 1) }),
      href: editionFile(edition.id, file.language),
      icon: 'download',
    }))}</div>
    ${more(t('report.check'), html`<p>${t('report.checkLead')}</p>
      <dl>${edition.files.map(file => html`<dt class="strong">${t('report.fileHash', { language: LANGUAGES[file.language] })}</dt><dd class="small break"><code>${file.hash}</code></dd>`)}
        <dt class="strong">${t('report.modelHash')}</dt><dd class="small break"><code>${edition.modelHash}</code></dd></dl>
      <div>${linkButton({ label: t('report.model'), href: editionModel(edition.id), icon: 'download' })}</div>`)}
  </article>`;
}
