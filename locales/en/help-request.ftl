## To ask for help: whom, about what, what came of it

help-request-menu = { $answered ->
    [0] Ask for help
    [one] Help: { $answered } answer came
   *[other] Help: { $answered } answers came
}
help-request-menu-waiting = Asked for help: { $count }
help-request = <b>Methodical help</b>{ $clause }. { $count ->
    [0] You may ask those who accompany your route.
   *[other] Your questions are below.
}
    .ask = Ask a question
help-request-back = Back to the list
help-request-open = Open the question
help-request-nobody = { $known ->
    [0] There is nobody to ask yet: the school and the centre have named nobody. Ask at school who will accompany your route.
   *[other] These people are not in the bot yet, please ask them in person: { $names }.
}
help-request-line = { $name }: { $state ->
    [answered] answered
    [closed] closed
   *[open] waits for an answer
}, { $at }
help-request-whom = <b>Whom would you like to ask?</b>
    .person = { $name }, { $role }
help-request-what = <b>About what?</b> { $name } will answer.
    .free = Anything else
    .activity = { $title }
    .back = Choose somebody else
help-request-about = About the activity: <b>{ $title }</b>
help-request-ask-words = <b>What help do you need?</b> Write it in one message, { $name } will get it.
    .example = “How do I choose a topic for an open lesson?”
    .back = Back
help-request-term = The usual answer takes { $days ->
    [one] { $days } working day
   *[other] { $days } working days
} (an internal term, not the law).
help-request-sent = <b>Sent.</b> { $name } will answer, usually within { $days ->
    [one] { $days } working day
   *[other] { $days } working days
} (an internal term).
help-request-more-sent = <b>Sent:</b> { $name } will get your words.
help-request-card = { $own ->
    [true] <b>Your question</b>: { $name }, { $role }
   *[false] <b>A teacher’s question</b>: { $name }
} – { $state ->
    [open] waits for an answer
    [answered] answered
    [passed_on] passed on
   *[closed] closed
}.
    .add = Add a word
    .take-back = Not needed any more
help-request-earlier = Said before: { $count ->
    [one] { $count } message
   *[other] { $count } messages
}.
help-request-you-said = You: { $text }
help-request-said = { $name }: { $text }
help-request-closed-now = The question is closed.
help-request-ask-more = <b>What else do you need?</b> Write it in one message, { $name } will get it.
    .example = “And how much time for the discussion?”
    .back = Back
help-request-answered = <b>An answer to your question.</b> { $by }: { $text }
    .helped = It helped
    .more = I need more
help-request-passed = Your question was passed on. Now { $by } will answer instead of { $before }

help-request-waiting = { $count ->
    [0] No questions wait for you.
    [one] { $count } question waits for your answer.
   *[other] { $count } questions wait for your answer.
}
help-request-waiting-line = { $name }, waits since { $at }
help-request-asks = <b>Help is asked for.</b> { $teacher }, { $school }: { $text }
help-request-asks-about = <b>Help is asked for.</b> { $teacher }, { $school }. About the activity <b>{ $title }</b>: { $text }
help-request-asked =
    .answer = Answer
    .time = Offer a time
    .pass-on = Pass it on
help-request-more = The teacher needs a little more.
help-request-ask-answer = Write the answer in one message: it goes to the teacher at once.
    .example = “Take a topic that the class is sure of”
    .back = Back
help-request-answer-sent = <b>The answer is sent:</b> { $teacher } gets it at once.
help-request-pass-on = <b>To whom?</b> { $teacher } asks. Everything said so far goes along.
help-request-no-others = There is nobody to pass it on to: no other people of this route are in the bot. You may answer or offer a time.
help-request-passed-on = <b>Passed on.</b> Now { $name } will answer, the teacher will know.
help-request-closed = { $helped ->
    [true] { $teacher } writes: it helped. Thank you.
   *[false] { $teacher } takes the question back: no answer is needed any more.
}
help-request-word = <b>A question waits for your answer</b> longer than the internal term. No reproach: two words will do, or pass it on.
    .open = Open the questions
help-request-word-line = { $teacher }, waits since { $since }.
help-request-word-about = { $teacher }: <b>{ $title }</b>, waits since { $since }.
help-request-word-more = And { $count ->
    [one] { $count } question more.
   *[other] { $count } questions more.
}
help-request-silent = <b>{ $by } has not answered yet.</b> The question is not lost. You may wait or ask somebody else.

help-request-outdated = This question has changed. Here is how it stands.
help-request-over = { $state ->
    [passed_on] This question was passed on already.
   *[closed] This question is closed already.
}
help-request-said-already = This message was sent already.
help-request-long-talk = This question has { $most } messages already. Ask a new one or agree on a time.
help-request-enough = You have { $most } open questions already. Wait for an answer, or close those that are not needed.
help-request-office-over = You no longer accompany this route, so you cannot answer here. The teacher may ask somebody else.
help-request-time-outdated = This time does not stand any more. Here is how it is.
