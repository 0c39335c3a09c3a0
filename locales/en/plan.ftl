## The plan: its term, its activities, the team's word

plan = <b>Plan of the route</b>{ $state ->
    [on_confirmation] : { $signed ->
        [true] the card is being signed, it waits for: { $names }.
       *[false] your word is there, we wait for an answer ({ $names }).
    } While it is looked at, nothing can be changed.
    [active] {" "}is approved
    [closed] : the route is over
   *[draft] : a draft
}
    .add = Add an activity
    .go-on = Go on: { $title }
    .suggest = Suggestions
    .term = Term
    .topic = Topic
    .corrections = Corrections
    .catalogue = Catalogue
    .interim = Interim report
    .agree = I agree with the draft
    .take-back = Take it back
    .sign = Sign the card
plan-back = To the plan
plan-open = No. { $number }
plan-blank = not given
plan-topic = { $title }: { $topic }
    .general = Topic
plan-team-agrees = The other side agrees already: { $name }. Your word is due.
plan-news = Version { $number }. What is different from the one before:
plan-clause = {" "}({ $clause })
plan-months = { $months ->
    [12] 1 year
    [24] 2 years
    [36] 3 years
    [48] 4 years
    [60] 5 years
    [one] { $months } month
   *[other] { $months } months
}
plan-term = Term: { $starts } – { $ends }. School year: { $years }.
plan-bounds = The term is not chosen: from { $least } to { $most }{ $clause }.
plan-bounds-years = The term is not chosen: { $least }–{ $most } years{ $clause }.
plan-bounds-most = The term is not chosen: up to { $most }{ $clause }.
plan-bounds-least = The term is not chosen: from { $least }{ $clause }.
plan-no-bounds = The term is not chosen.
plan-too-short = The term is shorter than usual: at least { $months }{ $clause }. It can be sent with an explanation.
plan-too-long = The term is longer than usual: at most { $months }{ $clause }. It can be sent with an explanation.
plan-count = Planned: { $planned } of { $least }{ $clause }.
plan-count-only = Planned: { $planned }.
plan-row = { $number }. <b>{ $title }</b> – { $when }{ $outside ->
    [true] ; the date is outside the term
   *[false] {""}
}{ $replaced ->
    [true] {" "}(being replaced)
   *[false] {""}
}
plan-row-full = { $number }. <b>{ $title }</b> – { $when }{ $competencies ->
    [none] {""}
   *[other] ; { $competencies }
}; { $level }; { $presenting }{ $outside ->
    [true] ; the date is outside the term
   *[false] {""}
}{ $replaced ->
    [true] {" "}(being replaced)
   *[false] {""}
}
plan-period = from { $starts } to { $ends }
plan-change = { $what ->
    [added] Added: <b>{ $title }</b>, { $after }.
    [removed] Taken out: <b>{ $title }</b>, { $before }.
    [topic] Topic. Before: { $before }. Now: { $after }.
    [term] Term. Before: { $before }. Now: { $after }.
   *[mended] <b>{ $title }</b>: { $cell ->
        [title] name
        [kind] kind
        [competencies] competencies
        [organiser] organiser
        [level] level
        [when] dates
        [presenting] form of the result
        [place] place
       *[growth] explanation
    }. Before: { $before }. Now: { $after }.
}
plan-changes-more = Other changes: { $count }.
plan-outside = The date is outside the term of the route: { $starts } – { $ends }{ $clause }.
plan-strong = By the diagnosis, { $level }; the regulation suggests first what is less developed{ $clause }. Building on a strength is fine, too.
plan-came-back = The plan came back: { $reason }
plan-mend-how = To mend an activity, tap its number.
plan-mend = { $number ->
    [0] Mend it
   *[other] Mend activity No. { $number }
}
plan-as-it-was = <b>Nothing in the plan has changed since it came back. Send it all the same?</b>

    Why it came back: { $reason }
    .send = Send it unchanged

plan-term-choice = <b>How long is the route?</b>
    .months = { $months ->
        [12] 1 year
        [24] 2 years
        [36] 3 years
        [48] 4 years
        [60] 5 years
        [one] { $months } month
       *[other] { $months } months
    }: until { $until }
    .dates = Name the dates
plan-ask-starts = <b>On which day does the route begin?</b> Write the date as you like: “1 September”, “01.09”, “tomorrow”.
plan-ask-ends = <b>Until which day?</b> For example: “31 May”, “31.05.2027”, “in half a year”.
plan-term-backwards = The end of the route must be later than its beginning ({ $starts }).
plan-term-confirmed = The term and topic were approved together with the plan. Please agree on a prolongation with those who lead your route.
plan-term-strict = The regulation demands another term{ $least ->
    [0] {""}
   *[other] , from { $least } months
}{ $most ->
    [0] {""}
   *[other] , up to { $most } months
} ({ $clause }).

plan-ask-topic = <b>Which topic do you work on in this route?</b> Write it in one line, it can be changed. It may stay open, too.
    .example = “Reading literacy in geography lessons”
    .none = No topic
plan-ask-title = <b>Which activity?</b> Write its name.
    .example = “A webinar on functional literacy”
plan-ask-kind = <b>What kind of activity is it?</b>
plan-ask-competencies = <b>Which competencies does it develop?</b> Mark one or several, then press “Done”.{ $measured ->
    [true] {" "}Those with a lower level come first{ $clause }.
   *[false] {""}
}
plan-ask-growth = <b>Why this competency?</b> By the diagnosis it is a strength of yours already. One line is enough, it may be skipped.
    .example = “I prepare a master class for the district”
plan-ask-organiser = <b>Who holds it?</b> Press a button or write in your own words.
    .example = “School No. 7 of Glazov”
plan-ask-level = <b>Of which level is the activity?</b>
plan-ask-date = <b>When?</b> Press a button or write: “12 May”, “on Friday”, “from 3 to 7 June”.
plan-ask-first-day = <b>From which day?</b> For example: “12 May”, “12.05”.
plan-ask-last-day = <b>Until which day?</b> For example: “26 May”, “in two weeks”.
plan-ask-presenting = <b>How will you present the result?</b> Press a button or write in your own words.
    .example = “A master class for colleagues”
plan-period-backwards = The last day must not be before the first one ({ $starts }).
plan-added = Added: <b>{ $title }</b>.
plan-later = The draft is kept, you can go on any day.
    .go-on = Go on
    .drop = Drop the draft
plan-activity = <b>{ $title }</b>{ $state ->
        [held] {" "}(has taken place)
        [not_done] {" "}(did not take place)
        [on_replacement] {" "}(being replaced)
       *[planned] {""}
    }
    When: { $when }
    Kind: { $kind }. Level: { $level }
    Organiser: { $organiser }
    { $competencies ->
        [none] Result: { $presenting }
       *[other] Competencies: { $competencies }
            Result: { $presenting }
    }
    .title = Name
    .kind = Kind
    .competencies = Competencies
    .growth = Explanation
    .organiser = Organiser
    .level = Level
    .date = Dates
    .presenting = Form of the result
    .place = Place
    .hours = Hours
    .away = Away
    .calendar = Into the calendar
    .remove = Take out of the plan
    .replace = { $under ->
        [true] The correction
       *[false] Replace or call off
    }
plan-activity-load = { $hours ->
    [0] Hours: not given
    [one] { $hours } hour
   *[other] { $hours } hours
}. Away from school: { $away }
plan-away = { $away ->
    [true] yes
   *[false] no
}
plan-ask-hours = <b>How many hours does it take?</b> Press a button or write a number. You may skip it.
plan-ask-away = <b>Is it away from school?</b> This helps to count the load. You may skip it.
plan-activity-growth = Explanation: { $growth }
plan-activity-author = Written by { $name }
plan-drop = Drop the draft?
plan-remove = Take out of the plan: <b>{ $title }</b>?
    .yes = Yes, take it out
    .no = No, leave it
plan-removed = Taken out.
plan-remove-confirmed = The plan is approved, <b>{ $title }</b> stays in it. If it does not take place, please say so in the report, with the reason.
plan-enough = There are { $most } activities in the plan already, that is enough.
plan-activity-outdated = This activity has changed since. Here it is now.
plan-on-confirmation = The plan is being agreed. To change it, take it back first.
plan-on-approval = Both sides agree, the card is being signed. To change the plan, take it back or return it first.
plan-team-approved = The plan is approved. The teacher enters a new date or activity.
plan-waits-for = Now it waits for: { $role }.

plan-suggest = { $count ->
    [0] There are no more suggestions. You can write your own.
   *[other] <b>What you might take into the plan</b>{ $measured ->
        [true] . What is less developed comes first.
       *[false] . Only the date is left to name.
    }
}
    .take = Take No. { $number }
    .others = Other suggestions
    .own = Write your own
plan-suggest-school = Where the school wants to get on: <i>{ $text }</i>. All the better if an activity serves it, too.
plan-suggest-strong = Advice: { $title }{ $clause }. Your strong side: { $competency }. Next come your difficulties.
plan-suggest-row = { $number }. <b>{ $title }</b> – { $competency }
plan-suggest-event = { $number }. <b>{ $title }</b> – { $when }; { $competencies } (in the catalogue)
plan-suggest-why = { $number }. <b>{ $title }</b> – { $competency }, { $level } ({ $score } %)

plan-departs = Add more, or agree with an explanation: the team of the route will see it.
    .reason = Agree with an explanation
plan-reason = <b>Why so?</b> Write it in one message, the team of the route will see it.
    .example = “I will add the fifth one when the centre publishes its plan”
plan-needs-a-reason = The plan departs from the regulation: a short explanation is needed.
plan-empty = There are no activities in the plan yet. Please add the first one.
plan-no-term = Please choose the term of the route first.
plan-nobody-confirms = Nobody can agree with the plan yet: nobody is beside you on this route. { $known ->
    [0] Please ask the deputy head or the methodist of the centre to appoint somebody.
   *[other] Please ask to appoint somebody: { $names }.
} The plan is kept.
plan-already-sent = Your word is there already, the plan has been sent.
plan-not-waiting = The plan is with the teacher now: it was returned or taken back.
plan-confirmed-already = The plan is approved already: { $at }.

plan-card = <b>{ $name }</b>, { $school }: { $state ->
    [active] the plan of the route.
    [closed] the plan of the route, which is over.
    [on_confirmation] the draft of the plan{ $due ->
        [none] {""}
       *[any] {" "}waits for your word
    }.
   *[draft] the draft of the plan, the teacher has not agreed yet.
}
    .confirm = I agree with the draft
    .assent = I agree with the draft
    .return = Return
    .add = Add
plan-card-term = Term: { $starts } – { $ends }.
plan-card-reason = The teacher explains: { $reason }
plan-confirmed-now = <b>The plan is approved.</b> The teacher will hear.
plan-begun = <b>The route has begun.</b> Your own word is enough for this plan; the bot will remind you of the activities.
plan-agreed-now = <b>Your word is written down.</b>
plan-waiting = { $count ->
    [0] No plans wait for you.
    [one] { $count } plan waits for your word.
   *[other] { $count } plans wait for your word.
}{ $drafts ->
    [0] {""}
   *[other] {" "}Being written by teachers: { $drafts }.
}
    .open = { $name }{ $state ->
        [on_confirmation] {""}
       *[draft] : being written
    }
plan-return = <b>What should the teacher make clear?</b> Choose, or write in your own words. If it is about one activity, press its number first.
    .row = No. { $number }
    .back = Do not return it
    .example = “Please add an open lesson in the second half of the year”
plan-return-reason = { $phrase ->
    [terms] Please make the dates clear
    [count] Please add activities
    [competency] Please make the competencies clear
    [forms] Please make the form of the result clear
   *[own] { $reason }
}
plan-return-row = <b>What should be made clear?</b> The activity: { $title }. Choose, or write in your own words.
plan-return-about = <b>{ $title }</b>. { $reason }
plan-no-reason = A reason is needed to return the plan.
plan-given-back = The plan went back to the teacher: { $reason }
plan-confirmed = Your plan is approved{ $named ->
    [true] {" "}({ $by })
   *[false] {""}
}. The route has begun on { $on }.

    { $filed ->
        [true] { $paper }: in the file above, it can be printed.{" "}
       *[false] {""}
    }The bot will remind you of the activities.
plan-agreed = The other side agrees with the draft of your plan ({ $by }). Now your word is due.
plan-draft-changed = { $own ->
    [true] There is a change in the draft of your plan ({ $name }).
   *[false] { $teacher }: there is a change in the draft of the plan.
}
    .look = Look at the draft
plan-draft-changed-word = The word given before no longer counts: please look at the draft and agree anew if all is right.
plan-returned = { $own ->
    [true] The plan came back to be made clearer ({ $by }): { $reason }

    Everything you wrote is kept.
   *[false] { $name }: the plan was returned to be made clearer ({ $by }): { $reason }
}
    .mend = Mend it
plan-changed = { $name }: in the approved plan, { $what ->
    [added] a new activity <b>{ $title }</b>, { $on }.
    [moved] a new date of <b>{ $title }</b>: { $on }.
   *[mended] <b>{ $title }</b> was made clearer, { $on }.
}
plan-ask-place = <b>Where?</b> Please write the place.
    .example = “Room 12, the subject group”
plan-activity-interim = An interim report. Where: { $where }
plan-interim = { $name } plans an interim report: <b>{ $title }</b>, { $on }, { $where }. You may talk the preparation over with them.
