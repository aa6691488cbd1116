import { dateTime, number, t } from '../../core/i18n.js';
import { hasRole } from '../../core/session.js';
import { html, notice } from '../../ui/index.js';
import { dataAddress } from './api.js';

/** @typedef {import('./api.js').Run} Run */

const FILES = /** @type {const} */ (['raw', 'cleaned', 'codebook', 'r', 'spss', 'tasks']);

/** The answers as files, and what is needed to compute everything again. @param {Run} run */
export function exportsView(run) {
  const { provenance } = run;
  return html`<div class="stack loose">
    <section class="card stack tight"><h2>${t('analysis.export.title')}</h2>
      ${hasRole('certificationExpert', 'auditor') ? html`<p>${t('analysis.export.words')}</p>
        <ul>${FILES.map(file => html`<li><a href=${dataAddress(run.id, file)} download>${t(`analysis.export.${file}`)}</a></li>`)}</ul>` : notice(t('analysis.export.notYours'))}</section>
    <section class="card stack tight"><h2>${t('analysis.provenance.title')}</h2><p>${t('analysis.provenance.words')}</p>
      <dl class="pairs">
        <dt>${t('analysis.provenance.ranAt')}</dt><dd>${dateTime(run.ranAt)}</dd>
        <dt>${t('analysis.provenance.inputs')}</dt><dd><code class="break">${provenance.inputsHash}</code></dd>
        <dt>${t('analysis.provenance.result')}</dt><dd><code class="break">${run.hash}</code></dd>
        <dt>${t('analysis.provenance.seed')}</dt><dd>${provenance.options.seed}</dd>
        <dt>${t('analysis.provenance.replicates')}</dt><dd>${number(provenance.options.replicates)}</dd>
        <dt>${t('analysis.provenance.version')}</dt><dd>${provenance.codeVersion}</dd>
      </dl></section>
  </div>`;
}
