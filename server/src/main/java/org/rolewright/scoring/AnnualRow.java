package org.rolewright.scoring;

import org.rolewright.appraisal.RunFigures;
import org.rolewright.form.FormId;
import org.rolewright.marking.Cut;
import org.rolewright.marking.Scale;

/**
 * A form in a calendar year, over scores in force.
 *
 * @param run number of the run that they come from
 */
public record AnnualRow(
    int year, FormId formId, String form, int run, Cut cut, Scale scale, RunFigures figures) {}
