# 1,000 bootstraps of the weights of 150 tasks and 12 domains.
source(file.path(commandArgs(TRUE)[2], "common.R"))
suppressPackageStartupMessages(library(boot))
importance <- table_of("importance-gaps.csv")
frequency <- table_of("frequency-gaps.csv")
domain <- table_of("domains.csv")[, 1]
product <- importance * frequency
product[which(frequency == 0)] <- 0
counts <- !is.na(product)
respondents <- nrow(product)

weights_of <- function(data, drawn) {
  combined <- colSums(product[drawn, ], na.rm = TRUE) / colSums(counts[drawn, ])
  task <- combined / sum(combined)
  c(task, rowsum(task, domain))
}
as_called <- function() {
  set.seed(1)
  boot(seq_len(respondents), weights_of, R = 1000)
}
measure("bootstrap", "boot", as_called, function(r) sd(r$t[, ncol(product) + 1]), 3)

filled <- ifelse(counts, product, 0)
one <- counts + 0
as_matrix_product <- function() {
  set.seed(1)
  times <- rmultinom(1000, respondents, rep(1, respondents))
  combined <- crossprod(times, filled) / crossprod(times, one)
  task <- combined / rowSums(combined)
  of_domain <- t(rowsum(t(task), domain))
  list(task = apply(task, 2, sd), domain = apply(of_domain, 2, sd),
       interval = apply(of_domain, 2, quantile, c(.025, .975)))
}
measure("bootstrap", "base R, matrix product", as_matrix_product, function(r) r$domain[[1]], 5)
