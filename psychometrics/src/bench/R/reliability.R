# Alpha, the six intraclass correlations and descriptives of 3,000 respondents x 150 tasks.
source(file.path(commandArgs(TRUE)[2], "common.R"))
suppressPackageStartupMessages(library(psych))
x <- table_of("importance.csv")

as_called <- function() suppressWarnings(suppressMessages(list(
  alpha = psych::alpha(x, check.keys = FALSE), icc = psych::ICC(x), describe = psych::describe(x))))
measure("alphaIccDescriptives", "psych", as_called, function(r) r$alpha$total$raw_alpha, 3)

short <- function() {
  n <- nrow(x)
  k <- ncol(x)
  covariances <- cov(x)
  task_mean <- colMeans(x)
  task_sd <- sqrt(diag(covariances))
  centre <- mean(task_mean)
  rows <- k * sum((rowMeans(x) - centre)^2)
  columns <- n * sum((task_mean - centre)^2)
  total <- sum((x - centre)^2)
  b <- rows / (n - 1)
  j <- columns / (k - 1)
  e <- (total - rows - columns) / ((n - 1) * (k - 1))
  w <- (total - rows) / (n * (k - 1))
  list(alpha = k / (k - 1) * (1 - sum(diag(covariances)) / sum(covariances)),
       means = task_mean, sds = task_sd,
       icc = c((b - w) / (b + (k - 1) * w),
               (b - e) / (b + (k - 1) * e + k * (j - e) / n),
               (b - e) / (b + (k - 1) * e),
               (b - w) / b, (b - e) / (b + (j - e) / n), (b - e) / b))
}
measure("alphaIccMeans", "base R, vectorised", short, function(r) r$alpha, 9, batch = 10)
