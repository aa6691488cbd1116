package org.rolewright.analysis;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.rng.simple.RandomSource;
import org.rolewright.psychometrics.Estimate;
import org.rolewright.psychometrics.agreement.CoefficientAlpha;
import org.rolewright.psychometrics.agreement.IntraclassCorrelation;
import org.rolewright.psychometrics.agreement.IntraclassCorrelation.Form;
import org.rolewright.psychometrics.agreement.SpearmanBrown;
import org.rolewright.psychometrics.agreement.SplitHalf;
import org.rolewright.study.RatingScale;

/**
 * Whether other respondents would rank the tasks alike.
 *
 * @param seed of the random halves
 */
record ProfileReliability(long seed) {
  private static final int DRAWS = 100;
  private static final int MORE = 30;
  private static final List<Form> FORMS = List.of(Form.ICC2, Form.ICC2K, Form.ICC3, Form.ICC3K);

  List<Findings.Reliability> both(double[][] importance, double[][] frequency) {
    return List.of(
        of(RatingScale.Kind.IMPORTANCE, importance), of(RatingScale.Kind.FREQUENCY, frequency));
  }

  private Findings.Reliability of(RatingScale.Kind scale, double[][] ratings) {
    var icc = IntraclassCorrelation.ofTaskProfile(ratings);
    var halves =
        SplitHalf.random(DRAWS, RandomSource.XO_SHI_RO_256_PP.create(seed)).ofRespondents(ratings);
    return new Findings.Reliability(
        scale,
        FORMS.stream().map(form -> coefficient(icc, form)).toList(),
        icc.ratingsPerObject(),
        new Findings.SplitHalf(
            halves.correlation(),
            halves.spearmanBrown(),
            halves.lowest(),
            halves.highest(),
            halves.draws()),
        alpha(ratings),
        withThirtyMore(icc));
  }

  private static Findings.Coefficient coefficient(IntraclassCorrelation.Result icc, Form form) {
    var found = icc.form(form);
    return new Findings.Coefficient(
        form.name(),
        new Estimate(
            found.icc(),
            icc.raterCount(),
            icc.dropped(),
            OptionalDouble.empty(),
            found.interval(),
            icc.warnings().stream()
                .filter(
                    warning -> warning.subject().isEmpty() || warning.subject().equals(form.name()))
                .toList()));
  }

  private static OptionalDouble withThirtyMore(IntraclassCorrelation.Result icc) {
    var now = icc.form(Form.ICC2K).icc();
    return now.isPresent() && now.getAsDouble() <= 1 && icc.raterCount() > 0
        ? SpearmanBrown.lengthened(
            now.getAsDouble(), (icc.raterCount() + MORE) / (double) icc.raterCount())
        : OptionalDouble.empty();
  }

  /** Alpha of respondents × tasks, each covariance over those who rated both tasks. */
  static Estimate alpha(double[][] ratings) {
    var result =
        CoefficientAlpha.withDefaults().with(CoefficientAlpha.Missing.PAIRWISE).estimate(ratings);
    return new Estimate(
        result.alpha(),
        result.used(),
        result.dropped(),
        OptionalDouble.empty(),
        result.alpha().isPresent() ? result.interval() : Optional.empty(),
        result.warnings());
  }
}
