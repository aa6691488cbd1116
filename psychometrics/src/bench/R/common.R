# Timing shared by the scripts. Call: Rscript <script>.R <folder of the survey> <folder of scripts>
folder <- commandArgs(TRUE)[1]

table_of <- function(file) {
  x <- as.matrix(read.csv(file.path(folder, file), header = FALSE))
  colnames(x) <- sprintf("t%03d", seq_len(ncol(x)))
  x
}

# Runs f several times (each time `batch` runs in one go, as the clock is coarse) and prints, with
# tabs between: measurement, tool, median seconds, best seconds, figure.
measure <- function(measurement, tool, f, figure, times, batch = 1) {
  if (batch > 1) f()
  seconds <- numeric(times)
  for (i in seq_len(times)) {
    gc(FALSE)
    seconds[i] <- system.time(for (again in seq_len(batch)) result <- f())[["elapsed"]] / batch
  }
  cat("result", measurement, tool, format(median(seconds), digits = 8),
      format(min(seconds), digits = 8), format(figure(result), digits = 12), sep = "\t")
  cat("\n")
}
