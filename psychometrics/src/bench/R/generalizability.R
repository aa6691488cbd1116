# Variance components: persons x tasks, persons x (tasks : domains), and with empty cells.
source(file.path(commandArgs(TRUE)[2], "common.R"))
suppressPackageStartupMessages(library(lme4))
slow <- identical(commandArgs(TRUE)[3], "slow")
x <- table_of("importance.csv")
gaps <- table_of("importance-gaps.csv")
domain <- factor(table_of("domains.csv")[, 1])

crossed <- function() {
  n <- nrow(x)
  k <- ncol(x)
  centre <- mean(x)
  persons <- k * sum((rowMeans(x) - centre)^2) / (n - 1)
  tasks <- n * sum((colMeans(x) - centre)^2) / (k - 1)
  rest <- (sum((x - centre)^2) - persons * (n - 1) - tasks * (k - 1)) / ((n - 1) * (k - 1))
  c(person = (persons - rest) / k, task = (tasks - rest) / n, rest = rest)
}
measure("crossed", "base R, vectorised", crossed, function(r) r[["person"]], 9, batch = 10)

# Expected uncorrected sums of squares of an unbalanced nesting, solved for the components.
nested <- function() {
  n <- nrow(x)
  size <- as.vector(table(domain))
  m <- sum(size)
  h <- length(size)
  q <- sum(size^2) / m
  part <- sapply(levels(domain), function(d) rowMeans(x[, domain == d]))
  terms <- c(n * m * mean(x)^2, m * sum(rowMeans(x)^2), n * sum(size * colMeans(part)^2),
             n * sum(colMeans(x)^2), sum(t(part^2) * size), sum(x^2))
  weights <- rbind(c(n * m, m, n * q, n, q, 1), c(n * m, n * m, n * q, n, n * q, n),
                   c(n * m, m, n * m, n * h, m, h), c(n * m, m, n * m, n * m, m, m),
                   c(n * m, n * m, n * m, n * h, n * m, n * h), rep(n * m, 6))
  setNames(solve(weights, terms), c("mean2", "person", "domain", "task", "pd", "rest"))
}
measure("nested", "base R, vectorised", nested, function(r) r[["person"]], 9, batch = 10)

with_gaps <- function() {
  seen <- !is.na(gaps)
  cells <- sum(seen)
  of_person <- rowSums(seen)
  of_task <- colSums(seen)
  there <- of_person > 0
  persons <- sum(there)
  tasks <- sum(of_task > 0)
  terms <- c(sum(gaps, na.rm = TRUE)^2 / cells,
             sum((rowSums(gaps, na.rm = TRUE)^2 / of_person)[there]),
             sum(colSums(gaps, na.rm = TRUE)^2 / of_task), sum(gaps^2, na.rm = TRUE))
  weights <- rbind(c(cells, sum(of_person^2) / cells, sum(of_task^2) / cells, 1),
                   c(cells, cells, persons, persons), c(cells, tasks, cells, tasks),
                   rep(cells, 4))
  setNames(solve(weights, terms), c("mean2", "person", "task", "rest"))
}
measure("crossedWithGaps", "base R, vectorised", with_gaps, function(r) r[["person"]], 9, batch = 10)

long <- data.frame(y = c(x), person = factor(row(x)), task = factor(col(x)),
                   domain = domain[c(col(x))])
long_gaps <- transform(long, y = c(gaps))
long_gaps <- long_gaps[!is.na(long_gaps$y), ]
person_of <- function(fit) as.data.frame(VarCorr(fit))$vcov[as.data.frame(VarCorr(fit))$grp == "person"]
measure("crossed", "lme4 (REML)", function() lmer(y ~ (1 | person) + (1 | task), long), person_of, 3)
measure("crossedWithGaps", "lme4 (REML)",
        function() lmer(y ~ (1 | person) + (1 | task), long_gaps), person_of, 3)
if (slow) {
  long$pd <- interaction(long$person, long$domain, drop = TRUE)
  measure("nested", "lme4 (REML)",
          function() lmer(y ~ (1 | person) + (1 | domain) + (1 | task) + (1 | pd), long),
          person_of, 1)
}
