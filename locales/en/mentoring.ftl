## Mentoring: the programme of a pair or a group

mentoring-menu = Mentoring{ $waiting ->
    [0] {""}
   *[other] { " " }(waiting for you: { $waiting })
}
mentoring = <b>Programmes of mentoring.</b> { $count ->
    [0] { $begins ->
        [true] Begin the first one: the bot asks step by step, mostly with buttons.
        [school] You have none of your own. The button below opens all of the school.
       *[false] None yet. When a mentor begins one with you, the bot will write.
    }
   *[other] Open the one you need.
}
    .begin = Begin a programme
    .school = Programmes of the school
mentoring-line = { $problem }: { $state ->
    [draft] draft
    [waiting] waiting for agreement
    [active] running
    [reported] outcome
   *[closed] finished
}
mentoring-unnamed = Without a name
mentoring-back = To the list of programmes
mentoring-to-card = To the programme
mentoring-open = Open the programme
mentoring-later = Put off
mentoring-card = <b>Programme of mentoring</b>: { $problem } – { $state ->
    [draft] draft
    [waiting] waiting for agreement
    [active] running
    [reported] being summed up
   *[closed] finished
}.
    .note = Explanatory note
    .plan = Plan
    .meeting = We have met
    .end = Note the outcome
    .close = Close without waiting
    .replace = Change the mentor
    .people = Participants
    .go-on = Go on filling in
    .send = Send for agreement
    .remove = Take the draft out
    .take-back = Take back and change
mentoring-nobody = nobody yet
mentoring-term = Term: from { $starts } to { $ends }
mentoring-term-short = The term is shorter than is customary: a programme takes at least { $least } months{ $clause }. You may send it with an explanation.
mentoring-term-long = The term is longer than is customary: a programme takes at most { $most ->
    [12] 1 year
   *[other] { $most } months
}{ $clause }. You may send it with an explanation.
mentoring-term-reason = Why this term: { $reason }
mentoring-missing = Still to answer: { $count ->
    [one] { $count } question.
   *[other] { $count } questions.
}
mentoring-wish = A wish: { $wish }
mentoring-awaited = Waiting for agreement ({ $names }).{ $mine ->
    [true] { " " }Yours is needed, too.
   *[false] {""}
}

mentoring-way = <b>How is the programme made?</b> Together or by the mentor: either way the mentee sees all of it before it begins.
    .joint = Together with the mentee
    .acknowledged = The mentor writes, the mentee reads
mentoring-people-ask = { $role ->
    [mentor] <b>Who else is a mentor?</b> This is optional.
   *[mentee] <b>With whom?</b> One person or a group.
}
mentoring-people-find = { $count ->
    [0] { $letters ->
        [true] No such colleague. Type other letters of the surname.
       *[false] To find a colleague, type the beginning of the surname.
    }
   *[other] Tap a name or type its beginning.
}
mentoring-people = Mentor: { $mentors }; mentees: { $mentees }
    .in = ✓ { $name } (take off)
    .add = { $name }
    .on = Go on
    .mentors = Add a mentor
    .mentees = To the mentees
    .example = “Ivan”
mentoring-note-ask = <b>{ $ask }</b>
mentoring-note-ask-own = <b>{ $ask }</b> Tap a button or use your own words.
mentoring-note-members = <b>Participants.</b> { $who }
mentoring-who = Mentor: { $mentors }; mentees: { $mentees }
mentoring-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
mentoring-months-unclear = Type the number of months in digits, from 1 to { $most }. For example: “5”.
mentoring-note-kept = Noted.
mentoring-note-later = Everything is kept. Go on any day, there remain { $count ->
    [one] { $count } question.
   *[other] { $count } questions.
}
mentoring-note = <b>Explanatory note</b>: { $problem }
    .change = Change an answer
mentoring-note-line = <b>{ $title }:</b> { $value }
mentoring-note-dates = { $starts } – { $ends }
mentoring-note-empty = no answer yet
mentoring-note-which = <b>What shall be changed?</b>
    .field = { $title }
    .months = Term: how many months
mentoring-pupils = This looks like a list of pupils, so it was not kept. Children's names are not needed: write without them.
mentoring-remove = Take the draft “{ $problem }” out? It cannot be brought back.
    .yes = Yes, take it out
    .no = Keep it
mentoring-removed = The draft is out.

mentoring-sent = <b>Sent.</b> The programme begins when everybody has agreed.
mentoring-reason = <b>Why this term?</b> Write it in one message: all participants will read it.
    .example = “The teacher goes on leave in two months”
mentoring-asked = <b>Programme of mentoring: { $problem }.</b> { $by } { $reads ->
    [true] asks you to read the programme.
   *[false] asks for your agreement.
}
mentoring-word =
    .agrees = I agree
    .reads = I have read it
    .wish = I wish it otherwise
mentoring-assented = Your word is noted.
mentoring-assented-already = Your word is noted already.
mentoring-taken-back = The programme is with you again.
mentoring-begun = <b>The programme of mentoring has begun:</b> { $problem }. Everybody has agreed.
mentoring-wish-ask = <b>What shall be changed in “{ $problem }”?</b> Write it in one message, the mentor gets it at once.
    .example = “Better to meet every two weeks”
mentoring-wish-sent = <b>Sent.</b> When it is mended, the programme comes to you again.
mentoring-wished = <b>{ $by } wishes to change the programme “{ $problem }”:</b> { $wish }

mentoring-plan = <b>Plan of activities</b>: { $problem }. { $count ->
    [0] Empty so far: add the first row.
   *[other] Done { $done } of { $count }.
}
    .add = Add a row
mentoring-row-new = A new row
mentoring-row-line = { $done ->
    [true] ✓ { $activity }, { $on }
   *[false] { $activity }, { $on }
}
    .open = { $activity }: finish the row
mentoring-row-direction = <b>Which direction?</b> Tap a button or use your own words.
mentoring-row-activity = <b>What will you do?</b> Tap a button or use your own words.
    .example = “Visiting each other's lessons”
mentoring-row-date = <b>By which day?</b>
mentoring-row-responsible = <b>Who sees to it?</b>
mentoring-row-kept = Noted.
mentoring-row-outside = This day is outside the term of the programme: from { $starts } to { $ends }.
mentoring-row = <b>{ $activity }</b>, { $on }. Direction: { $direction }. Seen to by { $who }
    .done = Done
    .undone = Take the mark away
    .date = Change the day
    .responsible = Change who sees to it
    .remove = Take the row out
    .back = To the plan
mentoring-row-done = Done: { $on }
mentoring-row-removed = The row is out.
mentoring-rows-enough = The plan has { $most } rows already. Take one out to add another.
mentoring-meeting = <b>Meeting of { $on }.</b> Who was there? All are marked: take the mark off those who were not. Another day can be typed.
    .note = Note it
    .who = { $there ->
        [true] ✓ { $name }
       *[false] { $name }: no
    }
    .yesterday = It was yesterday
mentoring-meeting-nobody = Mark at least one mentor and one mentee.
mentoring-meeting-future = { $on } has not come yet. Note the meeting when it is over.
mentoring-met-noted = The meeting is noted.
mentoring-met = <b>Meeting of { $on }.</b> There were: { $names }
    .example = “We talked the lesson over and planned the next one”
    .plan = It was in the plan: { $title }
    .off = Take the note out
    .log = Meetings
mentoring-met-add = { $mine ->
    [true] You may send one sentence or a photo. This is optional.
   *[false] You may add a word of your own: type one sentence.
}
mentoring-met-words = About the meeting: { $words }
mentoring-met-said = { $name }: { $words }
mentoring-met-removed = The note is out.
mentoring-met-told = { $by } notes: you were at the meeting of { $on }. Programme: { $problem }.
    .add = Add a word
mentoring-log = <b>Meetings</b>: { $problem }. { $count ->
    [0] None so far.
   *[other] Noted: { $count }.
}
mentoring-log-line = { $on }: { $names }
mentoring-progress = { $name }: meetings { $met } of { $meetings }, plan { $done } of { $rows }
mentoring-progress-all = Meetings: { $meetings }, plan: { $done } of { $rows }

mentoring-end = <b>The outcome</b>: { $problem }. What has come of it?
    .outcome = { $title }
mentoring-end-words = <b>{ $outcome }.</b> Tell in one message what was done and what comes next.
    .example = “Lessons have become calmer, next we take assessment”
    .back = Choose another outcome
mentoring-end-sent = <b>The outcome is noted.</b> Now the mentees have their say, then the programme closes.
mentoring-outcome = Outcome: { $outcome }. { $words }
mentoring-unsaid = Waiting for the words of the mentees ({ $names }).
mentoring-reported = <b>The programme of mentoring comes to its end:</b> { $problem }. { $by } writes: { $outcome }. { $words }
    .own = Say it in your own words
mentoring-own-words = <b>What has the programme “{ $problem }” given you?</b> Write it in one message. It may stay unsaid.
    .example = “I now plan a lesson in half an hour”
    .none = Without words
mentoring-own-kept = { $closed ->
    [true] <b>Noted.</b> The programme is finished.
   *[false] <b>Noted.</b> The programme closes when the others have spoken.
}
mentoring-closed = <b>The programme of mentoring is finished:</b> { $problem }.
mentoring-closed-now = The programme is closed.
mentoring-next = Begin the next one
mentoring-next-begun = <b>The next programme.</b> The people are the same, the form and the way of meeting were taken over: they can be changed in the note.

mentoring-school = { $count ->
    [0] There is no programme of mentoring at the school now.
   *[other] <b>The school's programmes of mentoring:</b> { $count }. Tap one for its papers or to change its mentor.
}
    .back = To the school's programmes
    .over = Programmes that are over
mentoring-school-over = { $count ->
    [0] No programme of mentoring at the school is over yet.
   *[other] <b>Programmes of mentoring at the school that are over.</b> The latest first; each has its note and plan.
}
    .earlier = Earlier ones
mentoring-read-outcome = Outcome: { $outcome }
mentoring-read-note =
    .pdf = Note (PDF)
    .word = Note (Word)
mentoring-read-plan =
    .pdf = Plan (PDF)
    .word = Plan (Word)
mentoring-school-line = { $mentors }: { $problem }
mentoring-replace = <b>Another mentor</b>: { $problem }.
mentoring-replace-who = Which of the mentors leaves?
mentoring-replace-by = { $count ->
    [0] Nobody can come yet: the school has named no other mentor.
   *[other] Who comes in place of { $name }? The notes of the meetings stay.
}
mentoring-replaced-now = <b>Done.</b> “{ $problem }” is now with { $mentors }; the notes stay, the participants hear at once.
mentoring-replaced = { $place ->
    [comes] <b>You are now the mentor in the programme</b> “{ $problem }” in place of { $before }. The notes of the meetings are kept.
    [leaves] “{ $problem }” is now with { $comes }. Thank you for your work.
   *[stays] The programme “{ $problem }” has another mentor now: { $comes } in place of { $before }. The notes of the meetings are kept.
}
mentoring-gone = { $name } is no longer a mentor, and the programme “{ $problem }” goes on. You may name another: the notes of the meetings stay.
    .replace = Name another mentor
mentoring-quiet = Programme “{ $problem }”: no meeting is noted since { $last }. If you have met, it takes two taps. If not, no harm done.
mentoring-ends = { $over ->
    [true] The term of “{ $problem }” was to { $on }. The outcome can be noted now.
   *[false] The programme “{ $problem }” goes to { $on }. When you are ready, note its outcome.
}

mentoring-outdated = The programme has changed. Here it is as it is now.
mentoring-gone-on = { $state ->
    [draft] The programme is being changed, your word is needed later.
    [waiting] The programme waits for the participants' agreement.
    [active] The programme is running already.
    [reported] The outcome of the programme is noted already.
   *[closed] The programme is finished already.
}
mentoring-is-looked-at = The participants are looking at the programme. To change it, take it back first.
mentoring-member-there = This person takes part already.
mentoring-members-enough = There are { $most } participants already. Begin another programme for the rest.
mentoring-last-mentor = There is no programme without a mentor. Add another one first.
mentoring-no-mentee = First choose with whom.
mentoring-not-whole = The note is not whole yet. Tap “Go on filling in”.
mentoring-reason-needed = The term differs from the customary one: a short explanation is needed.
mentoring-said-already = Your words are noted already.
mentoring-row-outdated = This row of the plan has changed. Here it is as it is now.
mentoring-meeting-outdated = This note of a meeting has changed. Here it is as it is now.

mentoring-paper =
    .pdf = Get as PDF
    .word = Word
