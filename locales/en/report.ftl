## The report on an activity

report-nothing = There is nothing to report now: no past activity is without its report.
report-choose = Which activity is the report about?
report-line = { $title } ({ $state ->
    [returned] returned, something to add
    [draft] draft of a report
    [held] needs a report
    [not_done] did not take place
   *[planned] { $on }
})
report-line-accepted = The report on this activity is accepted already.
report-was = <b>{ $title }</b>: { $ago ->
    [0] was it today?
    [1] was it yesterday?
   *[other] was it on { $on }?
}
    .held = It was
    .missed = It was not
    .moved = Moved
report-missed = <b>{ $title }</b> did not take place, or you could not take part. Why? Tap or write it in your own words.
    .back = Back
    .example = For example: “Cancelled because of the quarantine”.
report-reason =
    .ill = Illness
    .cancelled = The organiser cancelled it
    .lessons = I had lessons then
    .net = There was no connection
report-not-done-kept = Recorded: <b>{ $title }</b> did not take place. Reason: { $reason }. The tutor will hear.

    You can add another activity to the plan instead.
report-not-done-card = <b>{ $title }</b> is marked as not done. Reason: { $reason }.
    .after-all = It will take place after all
report-moved = To which day was <b>{ $title }</b> moved? Tap or type a date, for example: 12 May.
    .day = { $day }
report-moved-kept = Recorded: <b>{ $title }</b> is now on { $on }. Reminders will follow the new date.
    .change = Change the date

report-ask = <b>{ $title }</b>. What did you take from it? One sentence is enough.

    You may send a photo or a file with a caption at once.
    .example = For example: “Three ways to work with a text; one is in my lesson already”.
report-draft = <b>Draft of the report:</b> <b>{ $title }</b>
    .send = Send
    .rewrite = Change the text
    .detach = Remove the attachments
    .later = Later (the draft is kept)
report-draft-text = Text: { $text }
report-draft-no-text = There is no text yet. Write one sentence, or send it like this.
report-draft-files = Attached: { $photos ->
    [0] {""}
    [one] { $photos } photo
   *[other] { $photos } photos
}{ $documents ->
    [0] {""}
    [one] { " " }{ $documents } file
   *[other] { " " }{ $documents } files
}{ $other ->
    [0] {""}
    [one] { " " }{ $other } recording
   *[other] { " " }{ $other } recordings
}
report-draft-no-files = Send a photo or a file if you have one, or send the report without it.
report-practice-applied = In class: { $applied ->
    [yes] tried.
   *[not_yet] not tried yet.
}
report-practice-how = In class: { $how }
report-practice-shared = Colleagues: { $shared ->
    [true] told.
   *[false] not told yet.
}
report-rewrite = The report says now: { $text }

    Write the new text; it will take the place of this one.
    .keep = Leave it as it is
report-sent = The report <b>{ $title }</b> is sent. You will hear when somebody has read it.
    .back = Take it back and mend it
report-accepted = The report <b>{ $title }</b> was accepted on { $at }.
report-returned = The report came back, something is to be added: { $reason }
report-edit-taken = The edit of your message is taken over.
report-edit-too-late = The report is sent already, the edit of your message is not in it. You can take it back and mend it.

report-too-long = The report has { $length } letters already and holds { $longest }. Send something shorter; the draft is kept.
report-already-sent = The report is sent already. To change it, tap “Take it back and mend it”.
report-empty = The report is still empty: write one sentence or send a photo.
report-enough-evidence = A report holds up to { $most } files; that is enough.
report-outdated = The report has changed since. This is how it is now.
report-accepted-already = Accepted already: { $at }.
report-reopen-asked-already = You have asked for the report back already. The answer will come here.
report-returned-already = Returned already: { $at }.

report-told-not-done = { $teacher }: <b>{ $title }</b> did not take place. Reason: { $reason }.
report-told-moved = { $teacher }: <b>{ $title }</b> was moved. Before: { $before }. Now: { $to }.
report-told-nobody = { $teacher } sends the report <b>{ $title }</b>, and nobody can review it: the route has no tutor. Please appoint one.
