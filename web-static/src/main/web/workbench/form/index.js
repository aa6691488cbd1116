import { AssemblePage } from './assemble.js';
import { AssemblyPage } from './assembly.js';
import { ComparePage } from './compare.js';
import { FormPage } from './form.js';
import { FormsPage } from './forms.js';
import { PreviewPage } from './preview.js';

export const routes = {
  '/studies/:studyId/form': FormsPage,
  '/studies/:studyId/form/assemble': AssemblePage,
  '/studies/:studyId/form/assemblies/:assemblyId': AssemblyPage,
  '/studies/:studyId/form/compare': ComparePage,
  '/studies/:studyId/form/forms/:formId': FormPage,
  '/studies/:studyId/form/forms/:formId/preview': PreviewPage,
};
