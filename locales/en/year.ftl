## The application for a school year and the plan of a school (S001 4.3, X19; R1-004)

year-menu = { $sent ->
    [true] Application for { $years }: sent
   *[false] Application for { $years }
}
year-any-time = Application for the school year { $years }
year-asked = The school makes its plan for { $years }{ $clause }. Which topic would you like to work on, which events or help do you need? Two short answers, until { $last }.
year-asked-again = Your application for { $years } is awaited{ $clause }, until { $last }. “Nothing to ask” is an answer, too.
year-intro = <b>Application for { $years }</b>{ $clause }: a topic and a request, a sentence each, until { $last }. The school makes its plan of them.
    .write = { $begun ->
        [true] Go on with the application
       *[false] Write the application
    }
    .nothing = Nothing to ask
year-ask-topic = Which topic would you like to work on in the next school year?
    .example = For instance: “Formative assessment in history lessons”
year-ask-request = Which events or help do you need? One sentence.
    .example = For instance: “A workshop on project work, best in autumn”
year-sent = <b>The school has your application.</b> You can change it.
year-kept = Noted: nothing to ask
year-card = <b>Your application for { $years }</b>
    .topic = Change the topic
    .request = Change the request
year-nothing = Nothing to ask.
year-none = not named
year-topic = Topic: { $topic }
year-request = Request: { $request }
year-outdated = The application is another one now. This is how it stands.

year-desk-menu = Applications and plan of the year
year-desk = <b>Applications for { $years }.</b> { $answered } of { $total } have answered{ $nothing ->
    [0] {""}
   *[other] , with nothing to ask: { $nothing }
}.
    .more = More
    .nudge = Remind those who have not answered
    .plan = Plan of the year
    .months = Routes by month
    .reports = Reports on the year
    .open = Open the applications
year-desk-line = <b>{ $name }</b>: { $topic ->
    [none] no topic
   *[other] { $topic }
}. { $request ->
    [none] No request.
   *[other] Request: { $request }
}
year-desk-nothing = <b>{ $name }</b>: nothing to ask.
year-desk-silent = No answer yet: { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}.
year-desk-still = The route stands still, not asked: { $count }.
year-desk-nudged = A reminder was sent on { $on }. The next one is possible a week later.
year-desk-nudge-sent = <b>The reminder is sent.</b> It goes to { $count }.
year-nudged = { $known ->
    [true] A reminder was sent on { $on }. Not more often than once a week.
   *[false] There is nobody to remind now.
}
year-collected = The applications for { $years } are in: { $answered } of { $total }. The plan can be made of them.

year-plan = <b>Plan for { $years }</b>{ $clause }. Events: { $count }.{ $plans ->
    [true] {" "}Teachers see them in the catalogue of the school.
   *[false] {""}
}
    .add = + { $title }
    .pdf = Plan (PDF)
    .word = Plan (Word)
    .back = To the applications
year-plan-section = { $section ->
    [organising] Organising
    [interim] Interim results
    [reporting] Yearly reports
   *[results] Experience
}: { $count ->
    [0] none yet
   *[other] { $count }, the first { $first }
}
year-plan-event = { $dated ->
    [true] { $when }
   *[false] Choose a day
}: { $title }
year-months = <b>Routes of the teachers, { $years }.</b> Approved routes: { $routes }. { $count ->
    [0] Nothing in this school year yet.
   *[other] Events by month:
}
    .open = { $name }
    .topics = Topics of the routes
    .other = School year { $years }
    .plan = Plan of the year
year-month = { $name }: { $count }
year-month-back = To the months
year-month-line = <b>{ $name }</b>: { $title }, { $when }. Form: { $form }
year-topics = <b>Topics of the routes.</b> Routes: { $count }
year-topic-line = <b>{ $name }</b>: { $topic }, until { $ends }
