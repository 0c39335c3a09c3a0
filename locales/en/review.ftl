## The review of a report

review-empty = Nobody waits for your decision.
review-waiting = { $waiting ->
    [one] { $waiting } report waits.
   *[other] { $waiting } reports wait. The one that waits longest comes first.
}
review-new = { $again ->
    [true] A mended report has come again.
   *[false] A new report.
}
review-card = <b>{ $teacher }</b>
    <b>{ $title }</b>, { $on }

    { $text }

    { $files ->
        [0] No attachments.
       *[other] Attachments: { $files }.
    }
    .accept = Accept
    .return = Return
    .question = Ask
    .write = Review
    .note = Note to myself
    .later = Later
    .files = { $files ->
        [1] Open the file
       *[other] Open the files: { $files }
    }
    .text = The whole text
    .next = { $state ->
        [accepted] Accepted already. Go on
        [returned] Returned already. Go on
       *[draft] Taken back by the teacher. Go on
    }
review-card-waits = { $days ->
    [one] Has waited { $days } day{ $late ->
        [true] , the internal term is over.
       *[false] .
    }
   *[other] Has waited { $days } days{ $late ->
        [true] , the internal term is over.
       *[false] .
    }
}
review-card-asked = <b>A question is open:</b> { $question }
review-card-answered = <b>Question:</b> { $question }
    <b>Answer:</b> { $answer }{ $files ->
        [0] {""}
       *[other] {" "}(added to the report: { $files })
    }
review-question-words = { $kind ->
    [voice] a voice message
   *[text] { $text }
}
review-text = <b>{ $teacher }</b>
    <b>{ $title }</b>

    { $text }
    .back = To the decision
review-why = { $kind ->
    [voice] as said in the voice message
    [none] {""}
   *[text] { $reason }
}
    .hear = Listen to what should be added
review-outcome = { $state ->
    [accepted] <b>Accepted</b> { $at }, { $by }
   *[returned] <b>Returned</b> { $at }, { $by } Reason: { $reason }
}
review-done = { $state ->
    [accepted] <b>Accepted</b>
   *[returned] <b>Returned</b>
}: { $teacher }, { $title }. The teacher will hear in two minutes.
    .undo = Undo this decision
review-undone = The decision is undone, the report waits again. The teacher does not know of the decision.
review-undo-late = It cannot be undone any more: the teacher knows of the decision.
review-undo-not-yours = Only whoever decided can undo it.
review-later = Put off to the end of the queue: { $title }.
review-left = { $waiting ->
    [0] Nobody else waits.
    [one] { $waiting } report is left.
   *[other] { $waiting } reports are left.
}
review-all = Accept without remarks { $count ->
    [one] { $count } report that you have opened?
   *[other] { $count } reports that you have opened?
}
    .open = Accept all without remarks ({ $count })
    .yes = Yes, accept: { $count }
    .back = No, one by one
    .undo = Undo all decisions: { $count }
review-all-line = { $teacher }: <b>{ $title }</b>
review-all-done = { $count ->
    [one] { $count } report is <b>accepted</b>.
   *[other] { $count } reports are <b>accepted</b>.
} The teachers will hear in two minutes.
review-all-undone = { $count ->
    [one] The decision is undone, { $count } report waits again.
   *[other] The decisions are undone, { $count } reports wait again.
} Nothing was sent to the teachers.
review-all-outdated = The list has changed since. This is how it is now.
review-reason = What should be added to the report <b>{ $title }</b> ({ $teacher })? Tap a ready phrase, write or say it: the teacher will get it.
    .own = { $text }
    .back = Do not return it
    .example = For example: “Please add a photo of the lesson”.
review-phrase =
    .date = Please add the date
    .proof = Please attach a confirmation
    .applied = Describe what you have used in class
    .wrong-file = This seems to be the wrong file
review-no-reason = A report is returned with a reason only.
review-reopen-decided = This request has been answered already, or the teacher no longer asks.
review-taken-back = The teacher is taking this report back to mend it. It will come again.

review-accepted = The report <b>{ $title }</b> is accepted. Thank you for your work. Decision: { $by }
review-strong = <b>Strong:</b> { $words }
review-advice = <b>Advice:</b> { $words }
review-words = { $words }
review-accepted-count = { $accepted } of { $least } accepted ({ $clause }).
review-returned = Thank you for the report <b>{ $title }</b>. A little is to be added: { $why }

    Everything you wrote is kept. Decision: { $by }
    .mend = Add to it

review-teachers = { $count ->
    [one] You accompany { $count } route:
   *[other] You accompany { $count } routes:
}
review-teacher = <b>{ $name }</b>: { $state ->
    [draft] the plan is being written
    [on_confirmation] the plan waits for confirmation
    [closed] the route is over, { $accepted } accepted
   *[active] { $accepted } accepted, { $planned } planned
}{ $waiting ->
    [0] {""}
   *[other] ; waiting for you: { $waiting }
}
review-more-teachers = And { $more } more.
review-plans = { $count ->
    [0] No plan is approved yet.
   *[other] <b>Whose plan?</b> An activity that will not take place can be replaced in the plan itself.
}
    .link = The teachers' plans
    .open = { $name }{ $state ->
        [closed] : the route is over
       *[active] {""}
    }
    .back = To my teachers
review-no-teachers = You accompany no routes yet. They appear when teachers have come in and consented.

review-write-outdated = The review has changed since. This is how it is now.
review-write-given = The teacher has this review already: { $at }.
review-write-too-long = The review has { $length } characters already, { $longest } fit in. Please make it shorter.
review-write-empty = Please mark first what is strong in the report.
review-question-answered = This question has been answered already: { $at }.
review-answer-empty = The answer is still empty: write one sentence or send a photo.

review-ask = What would you like to ask about the report <b>{ $title }</b> ({ $teacher })? Tap a ready question, write your own or say it.
    .applied = What of it have you used in class already?
    .photo = Are there photos or materials?
    .pupils = How did the pupils respond?
    .hours = How many hours did it take?
    .back = Do not ask
    .example = For example: “Which technique did the children like most?”
review-asked = The question is sent, the report waits for the answer at the end of the queue: { $title }.
review-question-already = This question has been asked, the answer will come here.
review-question = { $by } is reading your report <b>{ $title }</b> and asks: { $question }

    The report stays under review, nothing has to be mended.
    .answer = Answer
review-answer = A question about the report <b>{ $title }</b>: { $question }
    .send = Send the answer
    .later = Later
    .report = To the reports
    .example = For example: “Yes, we tried it in the 7th form”.
review-answer-how = Answer in one sentence. You can send a photo or a file first, it is added to the report.
review-answer-words = The answer so far: { $answer }
review-answer-files = Attached: { $files }.
review-answer-go-on = Write a sentence or tap “Send the answer”.
review-answer-known = This file is in the report already.
review-answer-sent = The answer about the report <b>{ $title }</b> is sent, thank you. The report stays under review.
review-answer-needless = { $state ->
    [accepted] The report <b>{ $title }</b> is accepted already, no answer is needed.
   *[draft] The report <b>{ $title }</b> is with you now: the answer can be written right into it.
}
review-answer-came = The answer to your question.
review-question-open = A question about a report: answer

review-card-reviewed = There is a review already: { $by }.
review-card-note = <b>For myself:</b> { $text }
review-note = A note to yourself about the route of { $teacher }. Write one line; only you will see it: neither the teacher nor the papers will show it.
    .drop = Remove the note
    .back = To the report
    .example = For example: “ask about the open lesson”.
review-write = A review of the report <b>{ $title }</b> ({ $teacher }). What is strong in it? Tap or write.
    .none = No advice
    .accept = Accepted: send with the review
    .give = Send the review only
    .anew = Change
    .back = To the report
    .example = For example: “One can see well what has changed in the lesson”.
review-write-advice = What is your advice? Tap or write.
review-write-ready = The review of the report <b>{ $title }</b> ({ $teacher }):
review-write-more = You can add a few words of your own in one message, or send it now.
review-write-sent = The review is sent to the teacher.
review-strong-phrase =
    .useful = It is useful for the lesson
    .clear = Concrete and to the point
    .class = There is an example from class
    .materials = Good materials
review-advice-phrase =
    .try = Try the technique in your own lesson
    .share = Share it with colleagues
    .example = Add examples of pupils’ work
review-given = A review of your report <b>{ $title }</b>, { $by }:
review-own = { $count ->
    [one] { $count } review of your reports:
   *[other] { $count } reviews of your reports:
}
    .open = Reviews of my reports: { $count }
review-own-none = There are no reviews yet. They will appear here when the team has looked at the reports.
review-own-line = <b>{ $title }</b> ({ $by }, { $at })
review-own-more = Earlier ones: { $more }.

review-digest = Good morning. { $waiting ->
    [one] { $waiting } report waits for your decision
   *[other] { $waiting } reports wait for your decision
}{ $long ->
    [0] .
   *[other] , { $long } for more than a week.
}
    .begin = Begin
