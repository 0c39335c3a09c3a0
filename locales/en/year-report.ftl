## A teacher's report on a school year (S001 4.3)

year-report-menu = Report on the school year
year-report-open = Open the report
year-report-asked = { $again ->
    [true] The report on { $years } can be sent until { $due }{ $clause }. Its text is there.
   *[false] It is time to look back on { $years }{ $clause }. The text is made of your activities: look it over and send it until { $due }.
}
year-report = <b>Report on { $years }</b>{ $state ->
    [sent] : with the deputy head.
    [accepted] : accepted.
   *[draft] . { $hand ->
        [true] Mended by hand.
       *[false] Made of the facts; any paragraph can be changed.
    }
}
    .send = Send to the deputy head
    .number = Paragraph { $number }
    .add = Add a paragraph
    .compose = Make it anew of the facts
    .take-back = Take back to mend
year-report-paragraph = { $number }. { $text }
year-report-came-back = Given back: { $reason }
year-report-ask = Write the paragraph in one message: it will stand here.
    .out = Take the paragraph out
    .back = Back
    .example = For instance: “Two workshops for colleagues were held”.
year-report-outdated = { $state ->
    [sent] The report is with the deputy head. This is how it stands.
    [accepted] The report is accepted. This is how it stands.
   *[draft] The report is another one now. This is how it stands.
}
year-report-none = No report on the year is needed now.
year-report-long = The text is longer than { $longest } letters: make it shorter.
year-report-empty = There is no paragraph in the report yet.
year-report-decided = { $back ->
    [true] The report on { $years } was given back ({ $by }): { $reason }
   *[false] The report on { $years } is accepted ({ $by }).
}
year-report-sent = { $name }: the report on { $years }.
year-report-read = Read the report
year-report-list = { $count ->
    [0] No report waits for you.
   *[other] <b>Reports on the year.</b> Waiting for you: { $count }
}
    .open = To the reports
year-report-line = { $name }, { $years }
year-report-card = <b>{ $name }</b>: report on { $years }{ $state ->
    [accepted] , accepted
   *[sent] {""}
}
    .accept = Accept
    .back = Give back
year-report-accepted = Accepted
year-report-back = What should be made clearer? Write one message: the teacher will get it.
    .no = Back
    .example = For instance: “Add what the children learned”.
year-report-given-back = The report is back with the teacher.
