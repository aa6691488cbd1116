package org.rolewright.psychometrics.bench;

import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.rolewright.psychometrics.agreement.CoefficientAlpha;
import org.rolewright.psychometrics.agreement.CrossedStudy;
import org.rolewright.psychometrics.agreement.IntraclassCorrelation;
import org.rolewright.psychometrics.agreement.NestedStudy;
import org.rolewright.psychometrics.data.Matrices;
import org.rolewright.psychometrics.math.Moments;
import org.rolewright.psychometrics.rating.Descriptives;
import org.rolewright.psychometrics.rating.TaskRatings;
import org.rolewright.psychometrics.weighting.Outline;
import org.rolewright.psychometrics.weighting.WeightBootstrap;
import org.rolewright.psychometrics.weighting.WeightStudy;

/** The measured calls; each returns the figure that is compared with R's. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class StatisticsBenchmark {
  private double[][] complete;
  private double[][] gaps;
  private int[] domains;
  private WeightStudy weights;

  /** Reads the survey from the folder that the system property {@code bench.data} names. */
  @Setup
  public void read() {
    var data = new SurveyData(Path.of(System.getProperty("bench.data")));
    complete = data.importance();
    gaps = data.importanceWithGaps();
    domains = data.domains();
    weights =
        WeightStudy.withDefaults(
            TaskRatings.of(gaps, data.frequencyWithGaps(), 0), Outline.of(domains));
  }

  /** Alpha and its item statistics, six intraclass correlations, full descriptives of all tasks. */
  @Benchmark
  public double alphaIccDescriptives() {
    double[][] tasks = Matrices.transpose(complete);
    double guard = 0;
    for (double[] task : tasks) {
      guard += Descriptives.of(task).n();
    }
    return guard > 0 ? alphaAndIcc() : Double.NaN;
  }

  /** The same with nothing but means and standard deviations, as the short R code has it. */
  @Benchmark
  public double alphaIccMeans() {
    double[][] tasks = Matrices.transpose(complete);
    double guard = 0;
    for (double[] task : tasks) {
      guard += Moments.mean(task) + Moments.sd(task);
    }
    return guard > 0 ? alphaAndIcc() : Double.NaN;
  }

  private double alphaAndIcc() {
    double guard = IntraclassCorrelation.of(complete).objects();
    return guard > 0 ? CoefficientAlpha.of(complete).alpha().orElseThrow() : Double.NaN;
  }

  /** Variance components of persons × tasks, no gaps; the figure is that of persons. */
  @Benchmark
  public double crossed() {
    return CrossedStudy.of(complete).object().estimate().orElseThrow();
  }

  /** Variance components of persons × (tasks : domains), unbalanced. */
  @Benchmark
  public double nested() {
    return NestedStudy.of(complete, domains).person().estimate().orElseThrow();
  }

  /** Variance components of persons × tasks with empty cells. */
  @Benchmark
  public double crossedWithGaps() {
    return CrossedStudy.of(gaps).object().estimate().orElseThrow();
  }

  /** 1,000 bootstraps of task and domain weights; the figure is the first domain's error. */
  @Benchmark
  public double bootstrap() {
    return WeightBootstrap.withDefaults()
        .withReplicates(1000)
        .run(weights, new SplittableRandom(1), done -> {})
        .domains()
        .getFirst()
        .standardError()
        .orElseThrow();
  }
}
