# The medians of a move log's figures: one line of the table of bench/run.sh. The log's format is that of __popcorn_log_move.
function median(values, n,   i, j, t) {
  for (i = 2; i <= n; i++) {
    t = values[i]
    for (j = i - 1; j > 0 && values[j] > t; j--) values[j + 1] = values[j]
    values[j + 1] = t
  }
  return n ? values[int((n + 1) / 2)] : 0
}
/ frames=/ {
  for (i = 1; i <= NF; i++) {
    split($i, field, "=")
    v[field[1]] = field[2]
  }
  n++
  frames = v["frames"]
  capture[n] = v["capture_us"]
  transfer[n] = v["transfer_us"]
  resume[n] = v["resume_us"]
  total[n] = capture[n] + transfer[n] + resume[n]
}
END {
  if (!n) { printf "%-7d no move was logged\n", depth; exit }
  t = median(total, n)
  printf "%-7d %9d %9d %9d %9d %12.2f\n", frames, median(capture, n), median(transfer, n), median(resume, n), t, t / frames
}
