# Reads points, writes the slope of the line through them to a file and a summary to standard output.
arguments <- commandArgs(trailingOnly = TRUE)
points <- tryCatch(read.csv(arguments[1]), error = function(problem) NULL)
if (is.null(points) || !all(c("x", "y") %in% names(points))) {
  message("a table with columns x and y is needed")
  quit(status = 3)
}
model <- lm(y ~ x, data = points)
writeLines(format(coef(model)[["x"]], digits = 15), arguments[2])
print(summary(model))
