## The final public event

final-event = <b>Final public event</b>{ $clause }

    { $count ->
        [0] There you show what the route has given. Nothing is planned yet.
        [one] { $count } event is planned.
       *[other] { $count } events are planned.
    }{ $many ->
        [true] {" "}There may be several if you wish.
       *[false] {""}
    }
    .add = Plan it
    .go-on = Go on: { $title }
final-event-row = { $number }. <b>{ $title }</b> – { $when }; { $place }{ $state ->
    [held] . It took place.
    [not_held] . It did not take place.
   *[planned] {""}
}
final-event-when = { $on }, at { $hour }
final-event-day = { $on }
final-event-open = { $number }. { $title }
final-event-back = To the list
final-event-ask-title = <b>What is the event called?</b>
    .example = “What the route gave me: reading and understanding”
final-event-ask-form = <b>In which form?</b> Press a button or write in your own words.
    .example = “A round table”
final-event-ask-level = <b>At which level?</b>
final-event-ask-date = <b>When?</b> Press a button or write a date: “12 May”, “12.05”, “on Friday”.
final-event-ask-place = <b>Where?</b> Write the place.
    .example = “The assembly hall of the school”
final-event-kept = Written down.
final-event-later = The draft is kept, you can go on any day.
    .go-on = Go on
    .drop = Drop the draft
final-event-hour = <b>At what time does it begin?</b> { $title }, { $on }.

    Press a button or write the time.
    .at = { $hour }
    .open = I do not know yet
    .example = “15:00”
final-event-hour-unclear = The time could not be read. Write hours and minutes.{ $example }
final-event-card = <b>{ $title }</b>
    Form: { $form }
    Level: { $level }
    When: { $when }
    Where: { $place }
    .invite = Invite guests
    .guests = Who comes
    .checklist = Getting ready: { $done } of { $total }
    .date = Date
    .hour = Time
    .change = Change
    .remove = Take it out
final-event-brief = <b>{ $title }</b>
    { $form }, { $level }
    { $when }; { $place }
final-event-card-guests = { $invited ->
    [one] { $invited } person is invited
   *[other] { $invited } people are invited
}, coming: { $comes }.
final-event-mend =
    .title = Change the name
    .form = Change the form
    .level = Change the level
    .place = Change the place
    .back = To the event
final-event-drop = Drop the draft?
final-event-remove = Take out <b>{ $title }</b>?{ $invited ->
        [0] {""}
       *[other] {" "}The guests will hear that there is no event.
    }
    .yes = Yes, take it out
    .no = No, leave it
final-event-removed = Taken out.
final-event-enough = The regulation has one final event ({ $clause }). Change the date of the planned one.
final-event-outdated = This event has changed since. Here it is now.

final-event-guests = <b>Guests.</b> { $title }, { $when }
    .all = Invite all: { $count }
    .invite = { $name } – { $role }
    .invite-name = { $name }
    .search = Find a colleague by surname
    .text = A text for those who are not in the bot
    .take-off = Take somebody off the list
final-event-guests-come = <b>Coming ({ $count }):</b> { $names }
final-event-guests-absent = <b>Not coming ({ $count }):</b> { $names }
final-event-guests-unsure = <b>Not sure yet ({ $count }):</b> { $names }
final-event-guests-wait = <b>No answer yet ({ $count }):</b> { $names }
final-event-guests-outside = <b>Not in the bot yet, please tell them yourself ({ $count }):</b> { $names }
final-event-guests-more = { $names } and { $more } more
final-event-guests-words = { $name } writes: “{ $words }”
final-event-guests-whom = Who else may be invited{ $clause }: press a name.
final-event-guests-quiet = These are the quiet hours: invitations go in the morning.
final-event-invited-one = Written down, the invitation is on its way.
final-event-invited-all = Written down, the invitations are on their way.
final-event-invited-already = Everybody is invited already.
final-event-crowd = The bot invites { $most } guests at most. You can forward the text to the others.
final-event-search = <b>Whom do you invite?</b> Write the surname or its beginning. The search covers your school and its centre.
    .back = To the guest list
    .example = “Ivanova”
final-event-search-none = Nobody was found by “{ $letters }”: either the school has no such person on its list, or they are invited already. Try other letters.
final-event-search-found = { $count ->
    [one] { $count } person was found.
   *[other] { $count } people were found.
} Press a name or write another surname.{ $more ->
    [0] {""}
   *[other] {" "}The first ones are shown; write more letters to see the others.
}
final-event-take-off = Who is not to be invited any more? If the invitation has arrived, the person will hear.
    .name = { $name }
final-event-taken-off = Taken off the list.
final-event-text = I invite you to my final public event <b>{ $title }</b>

    { $form }
    { $when }
    { $place }

    { $name }
final-event-text-how = Forward the message above to those who are not in the bot, or copy its text.
final-event-answers = <b>Who comes.</b> { $title }, { $when }
    .open = The whole list
final-event-answers-wait = No answer yet: { $count }

final-event-invitations = { $count ->
    [0] There are no invitations now.
   *[other] You are invited. Press an event to answer.
}
final-event-invitation = { $title }, { $on }
final-event-invited = { $teacher } invites you to the final event.

    <b>{ $title }</b>
    { $form }
    { $when }
    { $place }
final-event-speaks = You are expected to bring: { $speaks }.
final-event-will-you = Will you come? You can change the answer until it begins.
final-event-your-answer = Your answer: <b>{ $answer ->
    [comes] I will come
    [absent] I will not come
   *[unsure] I do not know
}</b>. You can change it until it begins.
final-event-your-words = You wrote: “{ $words }”
final-event-answer =
    .comes = { $given ->
        [true] ✓ I will come
       *[false] I will come
    }
    .absent = { $given ->
        [true] ✓ I will not come
       *[false] I will not come
    }
    .unsure = { $given ->
        [true] ✓ I do not know
       *[false] I do not know
    }
    .words = Add a few words
final-event-answered = Written down. { $teacher } will hear.
final-event-answered-already = The answer stands already: { $answer ->
    [comes] I will come
    [absent] I will not come
    [unsure] I do not know
   *[waiting] none yet
}. You can change it below.
final-event-words = What should { $teacher } know? It is shown beside your answer.
    .back = Add nothing
    .example = “I will be ten minutes late”
final-event-changed = There are changes. Before: { $when }, { $place }. Now:
final-event-off = <b>{ $title }</b>, { $on }: there will be no event, or you are not expected any more. You need not come.
final-event-not-invited = The invitation was taken back.
final-event-over = The event is over.
final-event-held-already = Marked already { $at }: it took place.
final-event-missed-already = Marked already { $at }: it did not take place.

final-event-check-outdated = The list has changed since. Here it is now.
final-event-sheet-few = With fewer than { $least } pupils an average points at a child. The bot does not keep such numbers: write the observations in words, without names.

final-event-was = { $ago ->
    [0] The event <b>{ $title }</b> is today. Did it take place?
    [1] The event <b>{ $title }</b> was planned for yesterday. Did it take place?
   *[other] The event <b>{ $title }</b> was planned for { $on }. Did it take place?
}
    .held = It took place
    .missed = It did not
final-event-not-yet = The day of the event has not come yet: { $on }. If it will not be, move the date or take it out.
final-event-came = Congratulations on <b>{ $title }</b>. The mark is written down.

    How many people came? Press or write a number.
    .number = { $number }
final-event-came-unclear = Write one number: how many people came, from 0 to { $most }.
final-event-said = <b>How did it go?</b> One sentence is enough.
    .example = “Colleagues tried two techniques themselves and took the handouts”
final-event-photo = { $files ->
    [0] Is there a photo or a file from the event? Send it here. Faces of children only with their parents’ consent.
    [one] { $files } file is attached. You can send more.
   *[other] { $files } files are attached. You can send more.
}
    .none = No photo
    .done = Done
    .off = Take the files off
final-event-enough-photos = No more than { $most } files can be attached. These are enough.
final-event-told = Written down. The team of the route will hear.
    .skip = Skip
final-event-missed = It happens. What stood in the way of <b>{ $title }</b>? Press a phrase or write in your own words: the reason stands in the Card instead of the mark.
    .example = “It fell on the tests, we move it to the autumn”
final-event-reason =
    .ill = Illness
    .school = Lessons were cancelled at school
    .room = There was no room or equipment
    .guests = The guests could not come
final-event-missed-kept = Written down: <b>{ $title }</b> did not take place. The reason: { $reason }

    Shall we name another date? The guests will hear of it.
    .anew = Name another date
final-event-outcome-held = <b>It took place</b>
    .mend = The mark is wrong
    .more = Add something
final-event-outcome-came = Came: { $came }
final-event-outcome-said = How it went: { $said }
final-event-outcome-files = Files attached: { $files }
final-event-outcome-missed = It did not take place on { $on }. The reason: { $reason }

final-event-team = { $count ->
    [0] Your teachers have no final events yet.
   *[other] The final events of your teachers. Press one to look at it.
}
    .back = To the teachers’ events
final-event-team-name = Teacher: { $name }
final-event-team-line = { $name }, { $on }{ $state ->
    [held] : it took place
    [not_held] : it did not take place
   *[planned] {""}
}
final-event-told-team = { $teacher }: the final event <b>{ $title }</b> ({ $on }) took place.
    .photos = Show the files: { $files }
final-event-told-team-missed = { $teacher }: the final event <b>{ $title }</b> ({ $on }) did not take place. The reason: { $reason }

final-event-pupils = This looks like a list of pupils: the bot keeps no names or marks of children. Write without them: the average, the share, how many pupils in all.

final-event-checklist = <b>Getting ready.</b> { $title }, { $when }
    .guests = Who comes
final-event-thing = { $done ->
    [true] <b>Ready:</b> { $title } ({ $owners })
   *[false] Not yet: { $title } ({ $owners })
}
final-event-thing-own = you
final-event-check = <b>{ $teacher }</b> holds the final event <b>{ $title }</b>: { $when }, { $place }. You bring:
    .done = Ready: { $title }
    .mine = You bring: { $done } of { $total } ready
    .undo = Not ready yet: { $title }
    .sheet = Open: { $title }
final-event-check-thing = { $done ->
    [true] <b>Ready:</b> { $title }
   *[false] Not yet: { $title }
}
final-event-check-hint = { $done ->
    [true] <b>Ready:</b> { $title }
   *[false] Not yet: { $title } – { $hint }
}
final-event-ticked = Marked as ready.
final-event-sheet = <b>Monitoring sheet.</b> { $name }

    The teacher and the team of the route see it. Of the pupils it holds only averages of the class, of five or more, without names.
    .text = Write the observations
    .numbers = Write the pupils’ results
    .numbers-anew = Change the pupils’ results
    .drop = Take the pupils’ results out
    .back = Back to the checklist
    .leave = Back to the sheet
final-event-sheet-empty = Nothing is written yet.
final-event-sheet-observed = <b>Observations:</b> { $text }
final-event-sheet-counted = Pupils counted: { $pupils }
final-event-sheet-was = Average mark when the route began: { $mean }
final-event-sheet-is = Average mark now: { $mean }
final-event-sheet-coped = Coped with the last paper: { $share } %
final-event-sheet-text = <b>What has changed in the teacher’s lessons?</b> Two or three sentences about what you saw. No names of pupils.
    .example = “More work in pairs, the children ask more questions”
final-event-sheet-pupils = <b>How many pupils are counted?</b> Five or more.
    .example = “24”
final-event-sheet-before = <b>What was the average mark of the class when the route began?</b>
    .example = “3.6”
final-event-sheet-now = <b>What is the average mark of the class now?</b>
    .example = “4.1”
final-event-sheet-share = <b>How many percent of the pupils coped with the last paper?</b>
    .example = “78”
