/** Questions over the page: native dialogs, so focus, Escape and the background are the browser's work. */
import { html, nothing, render } from '../vendor/lit-html/lit-html.js';
import { asApiError } from '../core/page.js';
import { t } from '../core/i18n.js';
import { button } from './button.js';
import { bound } from './draft.js';
import { formValues, textArea } from './field.js';
import { problemNotice } from './page.js';

/** @typedef {import('../core/api.js').ApiError} ApiError */

/**
 * @typedef {object} DialogOptions
 * @property {string} title
 * @property {(problem: ApiError | null, redraw: () => void) => unknown} body
 * @property {string} confirm label of the button that sends
 * @property {(values: Record<string, any>) => Promise<unknown>} onconfirm a refusal keeps the dialog open and is shown in it
 * @property {string[]} [numbers] names of fields that hold numbers
 * @property {boolean} [danger]
 * @property {boolean} [wide]
 */

/**
 * Shows a form over the page.
 * @param {DialogOptions} options @returns {Promise<boolean>} whether it was confirmed and done
 */
export function openDialog(options) {
  return new Promise(resolve => new Dialog(options, resolve).open());
}

/**
 * Asks before something weighty; asks for the reason when one must be kept.
 * @param {object} options
 * @param {string} options.title
 * @param {unknown} options.message
 * @param {string} options.confirm
 * @param {boolean} [options.danger]
 * @param {string} [options.reason] label of the field for the reason; without it no reason is asked
 * @param {(reason: string) => Promise<unknown>} options.onconfirm
 */
export function ask({ title, message, confirm, danger = false, reason, onconfirm }) {
  const draft = { reason: '' };
  return openDialog({
    title,
    confirm,
    danger,
    body: problem => html`<div>${message}</div>${reason
      ? textArea({ ...bound(draft, 'reason'), label: reason, required: true, rows: 3, maxlength: 2000, error: problem?.field('/reason') })
      : nothing}`,
    onconfirm: () => onconfirm(draft.reason),
  });
}

/** A dialog may ask for something in a dialog of its own. */
let opened = 0;

class Dialog {
  #title = `dialog-title-${++opened}`;
  #element = document.createElement('dialog');
  #busy = false;
  #confirmed = false;
  /** @type {ApiError | null} */
  #problem = null;

  /** @param {DialogOptions} options @param {(confirmed: boolean) => void} closed */
  constructor(options, closed) {
    this.options = options;
    this.#element.className = options.wide ? 'dialog wide' : 'dialog';
    this.#element.setAttribute('aria-labelledby', this.#title);
    this.#element.addEventListener('close', () => {
      this.#element.remove();
      closed(this.#confirmed);
    });
  }

  open() {
    document.body.append(this.#element);
    this.#draw();
    this.#element.showModal();
  }

  #draw() {
    const { title, body, confirm, danger } = this.options;
    render(html`<form @submit=${(/** @type {SubmitEvent} */ event) => this.#confirm(event)}>
      <h2 id=${this.#title}>${title}</h2>
      ${problemNotice(this.#problem)}
      ${body(this.#problem, () => this.#draw())}
      <div class="actions">
        ${button({ label: t('core.cancel'), onclick: () => this.#element.close() })}
        ${button({ label: confirm, kind: danger ? 'danger' : 'primary', disabled: this.#busy })}
      </div>
    </form>`, this.#element);
  }

  /** @param {SubmitEvent} event */
  async #confirm(event) {
    const values = formValues(event, { numbers: this.options.numbers });
    this.#busy = true;
    this.#draw();
    try {
      await this.options.onconfirm(values);
      this.#confirmed = true;
      this.#element.close();
    } catch (cause) {
      this.#problem = asApiError(cause);
    } finally {
      this.#busy = false;
      this.#draw();
    }
  }
}
