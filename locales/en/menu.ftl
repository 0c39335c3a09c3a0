## The menu, the help, answers to anything

menu = { $name }, this is what matters now.
menu-hats = Your roles: { $roles }.
menu-hat = This menu is for: { $role }.
menu-role = { $role ->
    [teacher] teacher
    [tutor] tutor
    [methodist] regional methodist
    [centre_methodist] methodist of the centre
    [centre_head] head of the centre
    [deputy_head] deputy head
    [subject_lead] subject lead
    [head] head of the organisation
    [mentor] mentor
    [mentee] mentee
   *[admin] administrator of the bot
}
menu-other-hat = Switch to: { $role }{ $waiting ->
    [0] {""}
   *[other] { " " }(waiting: { $waiting })
}
menu-button = To the menu
menu-stage = { $stage ->
    [diagnosis] Your route has begun. The first step is the self-diagnosis.
    [plan] The next step: the plan of activities.
    [on_confirmation] The team has the plan; we wait for a word.
    [closed] The route is over{ $numbered ->
        [true] , its number in the registry: { $number }.
       *[false] .
    }
   *[active] The route is under way.
} Rules: { $regulation }.
menu-diagnosis-stopped = You stopped at question { $number } of { $total } of the self-diagnosis.
menu-count = Activities: { $accepted } of { $least } accepted, { $planned } in the plan ({ $clause }).
menu-next = { $passed ->
    [true] Waits for a report
   *[false] Next
}: <b>{ $title }</b>, { $on }.
menu-final = Final event: <b>{ $title }</b>, { $on }{ $state ->
    [held] : it took place
    [not_held] : it did not take place
   *[planned] {""}
}.
menu-team = { $routes ->
    [one] You accompany { $routes } route.
   *[other] You accompany { $routes } routes.
} { $waiting ->
    [0] No report waits for you.
    [one] { $waiting } report waits for your decision.
   *[other] { $waiting } reports wait for your decision.
}
menu-acting = You stand in for a time: { $role }, until { $until }.
menu-no-role = You have no office in this bot now: its term is over, or it was passed on. Everything you did before is kept. If this is a mistake, please tell the methodist or the head.
menu-nothing = Nothing is needed from you now. When your decision is needed, the bot will write.
menu-diagnosis = { $done ->
    [new] Self-diagnosis
    [in_progress] Self-diagnosis: go on
    [finished] Result of the self-diagnosis
   *[declined] Self-diagnosis: you declined
}
menu-plan = Plan of activities
menu-sheet = { $full ->
    [true] Information sheet: filled in
   *[other] Information sheet: { $done } of { $total }
}
menu-report = Report
menu-final-event = Final event
menu-final-diagnosis = { $mode ->
    [none] Reflection on the route
   *[other] Final diagnosis
}{ $done ->
    [true] : done
   *[false] {""}
}
menu-queue = { $waiting ->
    [0] Waiting for me: nothing
   *[other] Waiting for me: { $waiting }
}
menu-plans = Plans of teachers{ $waiting ->
    [0] {""}
   *[other] : { $waiting } waiting
}
menu-diagnoses = Diagnosis of teachers
menu-teachers = My teachers
menu-conclusions = Ends of routes
menu-conclusions-own = Conclusions on my route
menu-self-analysis = Looking back
menu-staff = People
menu-overview = Routes at a glance
menu-import = Load a list
menu-house = { $school ->
    [true] Our school’s rules
   *[false] The region’s rules
}
menu-team-events = Final events
menu-invited = { $count ->
    [one] You are invited to { $count } event.
   *[other] You are invited to { $count } events.
}
menu-invitations = Invitations: { $count }
menu-sign = { $count ->
    [0] Signatures
   *[other] To be signed: { $count }
}
menu-remind = Reminders
menu-type = Fill in for a teacher{ $routes ->
    [1] {""}
   *[other] { " " }(teachers: { $routes })
}
menu-help = Help
menu-language = Язык / Language
menu-cancelled = The question is closed. What you have written is kept as a draft.
menu-nothing-to-cancel = There is nothing to cancel.
menu-missed = { $missed ->
    [one] While you were away, { $missed } message did not arrive. Everything important is below.
   *[other] While you were away, { $missed } messages did not arrive. Everything important is below.
}

help = <b>What can be done here</b>

    /menu – what matters now and the next step
    /cancel – leave the question; the draft stays
    /lang – language
    /remind – when and how often to remind, vacation
    /mydata – my data and consent

    Every answer is kept at once: the phone may be put away at any moment. { $walks ->
        [true] For questions about the work ask those who lead the route: “Ask for help” in the menu.
       *[false] You decide by the buttons under the messages. If there is no button or something is wrong, tell whoever gave you the code.
    }
    .delegation = Who fills in for me
    .duties = What the regulation asks of me
help-stranger = To come in, type your personal code here. Your school or methodist gives it out. It looks like this: <b>AB23-CD45-EF67-GH89-JK23-LM45-NP67</b>
    .back = Back

command-menu = What matters now
command-help = Help
command-cancel = Leave the question
command-lang = Язык / Language
command-remind = Reminders: days, hour, vacation
command-mydata = My data and consent
command-start = Come in or go back to your work

bot-description = Marshrut leads a teacher through the individual educational route: self-diagnosis, plan, reports, final event. To come in you need a personal code from your school or methodist.
bot-short-description = The teacher's individual educational route: the teacher answers, the system makes the papers.

anything-text = This text belongs to no question, so it is not recorded. This is where you are:
anything-long-text = This text is too long, and no question waits for it, so it is not recorded.
anything-unknown-command = There is no such command. There are /menu, /help, /cancel, /lang, /remind, /mydata.
anything-voice = A voice message does not fit here. Answer with text or a button; it is welcome in a report on an activity.
anything-file = A file or photo does not fit here. It is welcome in a report: “Report” in the menu.
anything-forward = A forwarded text is not taken as an answer: write it in your own words. Photos and files may be forwarded.
anything-other = The bot cannot read such a message. Answer with text or a button.
anything-old-button = This button is out of date. This is how things are now.
anything-group = The bot works in private chats only: open it and press Start.

refusal-not-yours = This button is not for you.
refusal-own-work = Somebody else of the team reviews your own work.
refusal-stranger = Please come in first: type your personal code.
refusal-outdated = Things have changed here. This is how they are now.
refusal-bug = Something broke on our side, not on yours. Your answer may not be recorded: check it in the menu. Number for the support: { $number }.
menu-papers = Papers
menu-papers-others = Teachers' papers
menu-product = Product of the route
menu-products = Teachers' products
menu-registry = Registry of routes
menu-beginning = Where to begin
