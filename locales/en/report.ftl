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
report-ahead = <b>{ $title }</b> is planned for { $on }. Has it taken place?
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
report-not-done-kept = Recorded: <b>{ $title }</b> did not take place. Reason: { $reason }.{ $told ->
    [0] {""}
   *[other] {" "}The team of the route will hear.
}

    You can add another activity to the plan instead.
report-not-done-card = <b>{ $title }</b> is marked as not done. Reason: { $reason }.
    .after-all = It will take place after all
report-moved = To which day was <b>{ $title }</b> moved? Tap or type a date, for example: 12 May.
report-moved-kept = Recorded: <b>{ $title }</b> is now on { $on }. Reminders will follow the new date.
    .change = Change the date

report-ask = <b>{ $title }</b>. What did you take from it? One sentence is enough.

    A voice message will do; you may send a photo, a file or a link at once.
    .back = Back
    .example = For example: “Three ways to work with a text; one is in my lesson already”.
report-draft = <b>Draft of the report:</b> <b>{ $title }</b>
    .send = Send
    .change = Change
    .later = Later (the draft is kept)
report-draft-text = Text: { $text }
report-draft-no-text = There is no text yet. Write one sentence, or send it like this.
report-draft-files = Attached: { $kind ->
    [photo] { $count ->
        [one] { $count } photo
       *[other] { $count } photos
    }
    [document] { $count ->
        [one] { $count } file
       *[other] { $count } files
    }
    [video] { $count ->
        [one] { $count } video
       *[other] { $count } videos
    }
    [link] { $count ->
        [one] { $count } link
       *[other] { $count } links
    }
   *[voice] { $count ->
        [one] { $count } recording
       *[other] { $count } recordings
    }
}
report-draft-large = { $kind ->
    [video] The video
    [document] The file
    [audio] The recording
    [photo] The photo
   *[voice] The voice message
}, { $size } MB: { $way ->
    [link] no copy on the server, a link is to come.
    [compress] no copy on the server, a smaller file is to come.
    [methodist] handed to the methodist, no copy on the server.
   *[chat] to be seen in the chat only, no copy on the server.
}
report-draft-no-files = Send a photo, a file or a link if you have one, or send the report without.
report-applied = Have you tried it in class yet? You need not answer.
    .yes = Yes
    .not-yet = Not yet
    .not-fit = Does not fit
report-how = How did you use it? One sentence is enough, none is fine, too.
    .skip = No details
report-shared = Have you told colleagues about it? You need not answer.
    .yes = Yes
    .no = Not yet
report-children = If children are in the photo, their parents’ consent is needed; or take it so that no face is seen.
report-pupils = This looks like a list of pupils. Children’s names and marks are not kept here. Write the overall result, for example: “18 of 24 managed”.

report-large = { $kind ->
    [video] The video
    [document] The file
    [audio] The recording
    [photo] The photo
   *[voice] The voice message
}, { $size } MB: this is over { $limit } MB, so it cannot be copied to the server. It is in the report, nothing is lost. What shall be done?
    .link = I will send a cloud link
    .compress = I will compress it and send it again
    .chat = Leave it, in the chat only
    .methodist = Hand it to the methodist
report-large-decided = { $way ->
    [link] Send the link in your next message: it will take the place of the large file.
    [compress] Send a smaller file: it will take the place of the large one.
    [methodist] The methodist will get the file in the chat.
   *[chat] The file stays in the report without a copy on the server.
}
report-large-nobody = There is no methodist now. Choose another way.
report-large-handed = { $teacher } hands you a large file for the report <b>{ $title }</b>. There is no copy on the server: please keep it on your side.

report-change = What shall be changed in the report <b>{ $title }</b>?
    .rewrite = Change the text
    .remove = Remove { $kind ->
        [photo] photo no. { $number }
        [document] file no. { $number } { $name }
        [video] video no. { $number }
       *[voice] recording no. { $number }
    }
    .detach = Remove all attachments
    .practice = Answer about class and colleagues anew
    .discard = The activity did not take place
    .back = Back to the report
report-discard = Delete the draft of the report <b>{ $title }</b>? What is written and attached will be gone.
    .yes = Delete the draft
    .no = Keep it
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
report-accepted = The report on <b>{ $title }</b> was { $own ->
        [true] counted on { $at }. Nobody reviews it on this route.
       *[false] accepted on { $at }.
    }
    .ask = { $own ->
        [true] Open the report again
       *[false] Ask for it back
    }
report-returned = The report came back for something to be added: { $reason }
report-open-again = You can change the report again. When it is ready, send it once more.

report-edit-taken = The edit of your message is in.
report-edited = The report <b>{ $title }</b> is sent already, and you have edited a message in the chat. It says now: { $text }

    Change the report?
    .yes = Yes, a new version
    .no = No, leave it as it was
report-edit-revised = The new version is sent.
report-edit-file-late = The report is sent already, the new file is not in it. You can take the report back and send the file.
report-edit-accepted = The report is accepted already, the changes are not in.

report-reopen = { $teacher } asks for the accepted report <b>{ $title }</b> back to change it. Once given back, it does not count as accepted until it is accepted again.
    .give = Give it back
    .keep = Leave it accepted
report-reopen-asked = You have asked for the report back. The answer will come here.
report-reopen-given = The report <b>{ $title }</b> is given back. When the teacher sends it again, it will come to you.
report-reopen-kept = The report <b>{ $title }</b> stays accepted. The teacher will hear.
report-reopen-answered = This request has been answered already.
report-reopen-nobody = { $teacher } asks for the accepted report <b>{ $title }</b> back, and nobody can give it: nobody accompanies the route. Please appoint somebody.
report-wanted = { $count ->
    [0] No accepted report is wanted back.
    [one] <b>{ $count } accepted report is wanted back.</b> Open it and answer.
   *[other] <b>{ $count } accepted reports are wanted back.</b> Open them and answer.
}
    .open = { $name }: { $title }
    .back = To the list of reports
    .link = Reports sent back: { $count }
report-wanted-mended = With their teachers to be mended: { $count }. Once sent again, a report comes to “Waiting for me”.
report-wanted-with = { $teacher }: <b>{ $title }</b>
report-wanted-menu = Reports wanted back: { $count }
report-reopened = The report <b>{ $title }</b> was given back as you asked. Everything written is kept. Decided by: { $by }
    .mend = Change the report
report-kept-accepted = The report <b>{ $title }</b> stays accepted. Decided by: { $by }. If a change matters, talk about it in person.

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
report-told-nobody = { $teacher } sends the report <b>{ $title }</b>, and nobody can review it: nobody accompanies the route. Please appoint somebody.
