## How much time it took

burden = <b>How much time it took</b> over the last year: { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}, { $messages ->
    [one] { $messages } message or tap.
   *[other] { $messages } messages and taps.
} Pauses over two minutes are not counted. Only you can see this.
    .back = My data
burden-line = { $task ->
    [sheet] Information sheet
    [diagnosis] Self-diagnosis
    [plan] Plan
    [report] Reports
    [review] Reviewing reports
    [final-event] Final event
   *[other] Entry, menu and the rest
}: { $minutes } min., messages and taps { $messages }
