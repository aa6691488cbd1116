import { t } from '../../core/i18n.js';
import { ABSENT, bound, button, html, keyed, notice, nothing, scale as scaleRow, textField } from '../../ui/index.js';

/** @typedef {import('./api.js').RatingScale} RatingScale */

/**
 * The words of one scale, and the row as a peer will see it.
 * @param {object} options
 * @param {RatingScale} options.scale changed in place
 * @param {import('./api.js').ScaleWarning[]} options.warnings
 * @param {boolean} options.writable
 * @param {number | typeof ABSENT | null} options.tried
 * @param {(value: number | typeof ABSENT) => void} options.ontry
 * @param {() => void} options.onchange
 */
export function scaleEditor({ scale, warnings, writable, tried, ontry, onchange }) {
  const name = scale.kind.toLowerCase();
  return keyed(scale.kind, html`<section class="card stack" aria-labelledby="scale-${name}">
    <h2 id="scale-${name}">${t(`study.scale.${scale.kind}`)}</h2>
    ${warnings.length ? notice(html`<ul>${warnings.map(warning => html`<li>${t(`study.scale.warning.${warning.problem}`, { code: warning.code })}</li>`)}</ul>`, 'warn') : nothing}
    <div class="grid two">
      <div class="stack">
        ${textField({ ...bound(scale, 'question', onchange), id: `question-${name}`, label: t('study.scale.question'), required: true, disabled: !writable, maxlength: 300 })}
        <fieldset class="stack tight"><legend class="field-label">${t('study.scale.anchors')}</legend>
          ${scale.anchors.map(anchor => html`<label class="anchor"><span class="number strong">${anchor.code}</span><span class="visually-hidden">${t('study.scale.anchor', { code: anchor.code })}</span>
            <input class="input" maxlength="200" required ?disabled=${!writable} .value=${anchor.label} @input=${(/** @type {InputEvent} */ event) => {
              anchor.label = /** @type {HTMLInputElement} */ (event.target).value;
              onchange();
            }}></label>`)}
        </fieldset>
        ${writable ? pointButtons(scale, onchange) : nothing}
      </div>
      <div class="stack tight"><p class="field-label">${t('study.scale.preview')}</p>
        <div class="card flat">${scaleRow({ name: `try-${name}`, legend: scale.question, points: scale.anchors.map(({ code, label }) => ({ value: code, label })), value: tried, absent: t('study.scale.absent'), onchange: ontry })}</div>
        <p class="hint">${t('study.scale.previewHint')}</p>
      </div>
    </div>
  </section>`);
}

/** @param {RatingScale} scale @param {() => void} onchange */
function pointButtons({ anchors }, onchange) {
  return html`<div class="row">
    ${button({ label: t('study.scale.add'), icon: 'add', disabled: anchors.length >= 9, onclick: () => (anchors.push({ code: anchors.length + 1, label: '' }), onchange()) })}
    ${button({ label: t('study.scale.removeLast'), disabled: anchors.length <= 2, onclick: () => (anchors.pop(), onchange()) })}</div>`;
}
