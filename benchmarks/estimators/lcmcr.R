# Draws of N by R's LCMCR: Rscript lcmcr.R TABLE.csv CLASSES SEED
# Prints the seconds of the processor that drawing took, then one draw a line.
asked <- commandArgs(trailingOnly = TRUE)
suppressMessages(library(LCMCR))
table <- read.csv(asked[1], check.names = FALSE)
lists <- table[, names(table) != "count", drop = FALSE]
lists[] <- lapply(lists, function(each) factor(each, levels = c(0, 1)))
captures <- cbind(lists, Freq = table$count)
sampler <- lcmCR(captures, tabulated = TRUE, in_list_label = "1",
  not_in_list_label = "0", K = as.integer(asked[2]), a_alpha = 0.25,
  b_alpha = 0.25, seed = as.integer(asked[3]), buffer_size = 10000, thinning = 10)
invisible(lcmCR_PostSampl(sampler, burnin = 10000, samples = 1, thinning = 1,
  output = FALSE))
began <- proc.time()
draws <- lcmCR_PostSampl(sampler, burnin = 0, samples = 10000, thinning = 10,
  output = FALSE)
used <- proc.time() - began
cat(used[["user.self"]] + used[["sys.self"]], "\n")
cat(draws, sep = "\n")
