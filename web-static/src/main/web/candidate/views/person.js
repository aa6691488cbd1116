import { language, LANGUAGES, t } from '../../core/i18n.js';
import { choice } from '../../ui/choice.js';
import { textField } from '../../ui/field.js';
import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { StepPage } from '../step.js';

/** Name as it shall stand on the certificate, date of birth, language of the exam. */
export class PersonPage extends StepPage {
  get title() {
    return t('candidate.person.title');
  }

  view() {
    const { own, applicant } = this;
    return this.frame(html`<h1>${this.title}</h1>
      <p class="soft">${t('candidate.person.lead')}</p>
      ${textField({ name: 'name', label: t('candidate.person.name'), hint: t('candidate.person.nameHint'), required: true, maxlength: 200, autocomplete: 'name', value: own.name, oninput: name => applicant.writePerson({ name }) })}
      ${textField({ name: 'bornOn', label: t('candidate.person.bornOn'), hint: own.minimumAge ? t('candidate.person.bornOnHint', { age: own.minimumAge }) : undefined, type: 'date', required: true, autocomplete: 'bday', value: own.bornOn, onchange: bornOn => applicant.writePerson({ bornOn }) })}
      ${choice({ name: 'language', legend: t('candidate.person.language'), hint: t('candidate.person.languageHint'), inline: true, value: own.language, options: Object.entries(LANGUAGES).map(([value, label]) => ({ value, label })), onchange: chosen => applicant.writePerson({ language: chosen }) })}
      ${own.language === language() ? nothing : html`<p class="small soft">${t('candidate.person.other')}</p>`}`);
  }
}
