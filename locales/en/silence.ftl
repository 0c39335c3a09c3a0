## A report waits long for a verdict: a gentle word to the reviewer, then to the methodist

silence-word = { $several ->
    [false] <b>A report waits for your word</b> longer than the internal term. No reproach: a decision takes two taps.
   *[true] <b>Reports wait for your word</b> longer than the internal term. No reproach: a decision takes two taps.
}
    .open = Open the reports
silence-line = { $teacher }: <b>{ $title }</b>, waits since { $since }.
silence-line-by = { $teacher }: <b>{ $title }</b>, waits since { $since }. To be decided by: { $by }.
silence-more = { $more ->
    [one] And { $more } more report.
   *[other] And { $more } more reports.
}
silence-passed = { $several ->
    [false] <b>A teacher's report has waited long for a decision</b>
   *[true] <b>Teachers' reports have waited long for a decision</b>
}
silence-help = The reviewer may need help or somebody in their place. The term is internal, not law.
