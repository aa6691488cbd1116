import { number, t } from '../core/i18n.js';
import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { button } from '../ui/button.js';

const MOST_BYTES = 8 * 1024 * 1024;
const KINDS = 'application/pdf,image/png,image/jpeg,.pdf,.png,.jpg,.jpeg';

/**
 * Chooses a file and sends it.
 * @param {object} options
 * @param {string} options.label
 * @param {string} options.sending name of the file on its way, '' for none
 * @param {string} options.error why the last one was not taken
 * @param {(file: File) => void} options.onfile
 */
export function fileInput({ label, sending, error, onfile }) {
  const described = `file-hint${error ? ' file-error' : ''}`;
  return html`<div class="field"><label for="file">${label}</label>
    <span class="hint" id="file-hint">${t('candidate.file.hint')}</span>
    <input class="input" id="file" type="file" accept=${KINDS} ?disabled=${sending !== ''} aria-describedby=${described} aria-invalid=${error ? 'true' : 'false'}
      @change=${(/** @type {Event} */ event) => chosen(/** @type {HTMLInputElement} */ (event.target), onfile)}>
    ${error ? html`<span class="error" id="file-error" role="alert">${error}</span>` : nothing}
    <span role="status">${sending ? t('candidate.file.sending', { name: sending }) : ''}</span></div>`;
}

/** Too large is said at once; all else the service says. @param {File} file @returns {string} */
export function fault(file) {
  return file.size > MOST_BYTES ? t('candidate.file.tooLarge') : file.size === 0 ? t('candidate.file.empty') : '';
}

/** @param {HTMLInputElement} input @param {(file: File) => void} onfile */
function chosen(input, onfile) {
  const [file] = input.files ?? [];
  input.value = '';
  if (file) onfile(file);
}

/**
 * @param {import('./api.js').Document_[]} documents
 * @param {{onread: (one: import('./api.js').Document_) => void, onremove?: (one: import('./api.js').Document_) => void}} acts
 */
export function fileList(documents, { onread, onremove }) {
  if (!documents.length) return nothing;
  return html`<ul class="files">${documents.map(one => html`<li class="row apart"><span class="break">${one.name} <span class="small soft nowrap">${t('candidate.file.size', { size: number(Math.max(one.size / 1024, 1), 0) })}</span></span>
    <span class="row">${button({ label: t('candidate.file.read'), kind: 'quiet', icon: 'download', describe: one.name, onclick: () => onread(one) })}
      ${onremove ? button({ label: t('candidate.file.remove'), kind: 'quiet', describe: one.name, onclick: () => onremove(one) }) : nothing}</span></li>`)}</ul>`;
}

/** Gives a file to the person. @param {Blob} content @param {string} name */
export function keep(content, name) {
  const anchor = document.createElement('a');
  anchor.href = URL.createObjectURL(content);
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 10_000);
}
