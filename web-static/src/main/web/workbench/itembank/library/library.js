import { t } from '../../../core/i18n.js';
import { Page } from '../../../core/page.js';
import { html, problemNotice, tabs } from '../../../ui/index.js';
import { listItems } from '../api.js';
import { bankHead } from '../frame.js';
import { listAssets, listStimuli } from './api.js';
import { assetsPart } from './assets.js';
import { stimuliPart } from './stimuli.js';

/** What several items share: cases and images. */
export class LibraryPage extends Page {
  /** @type {import('./api.js').Asset[]} */
  assets = [];
  /** @type {import('./api.js').Stimulus[]} */
  stimuli = [];
  mayWrite = false;
  part = 'stimuli';

  get study() {
    return this.where.params.studyId;
  }

  get title() {
    return t('itembank.part.library');
  }

  async load() {
    const { study } = this;
    [this.assets, this.stimuli, { mayWrite: this.mayWrite }] = await Promise.all([listAssets(study), listStimuli(study), listItems(study)]);
  }

  async renew() {
    const [assets, stimuli] = await Promise.all([listAssets(this.study), listStimuli(this.study)]);
    this.change({ assets, stimuli });
  }

  view() {
    return html`<div class="stack loose">${bankHead(this.study, 'library', { lead: t('itembank.library.lead') })}
      ${problemNotice(this.problem)}
      ${tabs({
        label: t('itembank.part.library'),
        selected: this.part,
        onselect: part => this.change({ part, problem: null }),
        tabs: [
          { id: 'stimuli', label: t('itembank.stimuli'), content: () => stimuliPart(this) },
          { id: 'assets', label: t('itembank.assets'), content: () => assetsPart(this) },
        ],
      })}</div>`;
  }
}
