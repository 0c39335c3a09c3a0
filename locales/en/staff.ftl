## People: who works with whom, routes handed over

staff = { $asked ->
    [true] { $count ->
        [0] Nobody is found for “{ $text }”. Please try other letters.
       *[other] <b>People</b> for “{ $text }”: { $count }
    }
   *[false] <b>People.</b> { $count ->
        [0] Nobody accompanies a route yet. To find somebody, write a few letters of the surname.
       *[other] Those who accompany routes: { $count }. To find somebody else, write a few letters of the surname.
    }
}
    .example = “Iva”
    .everybody = All who accompany
    .earlier = Earlier
    .later = Further
    .move = Moves to us: { $name }
staff-person = { $name }, { $position }
    .name = { $name }
staff-card = <b>{ $name }</b>{ $known ->
    [true] , { $position }
   *[false] {""}
}
    .hand-over = Hand over routes ({ $role }): { $count }
    .appoint = Appoint to an office
    .acting = Appoint for a time
    .end = End: { $acting ->
        [true] acting, { $role }
       *[false] { $role }
    }
    .suspend = Let the route stand still
    .resume = Let the route go on
    .transfer = Move to another school
    .tutor = Assign who accompanies
    .back = To the list of people
staff-card-place = Place of work: { $school }.
staff-card-routes = On routes: { $role }, { $count ->
    [one] { $count } route.
   *[other] { $count } routes.
}

staff-whom = <b>To whom?</b> { $name } accompanies { $count ->
    [one] { $count } route.
   *[other] { $count } routes.
}
    .person = { $name }, { $position }
    .everybody = All who can take over
    .nobody = There is nobody
    .back = Back
    .example = “Ser”
staff-whom-found = { $asked ->
    [true] { $count ->
        [0] Nobody is found for “{ $text }”. Please write other letters.
       *[other] Found for “{ $text }”: { $count }.
    }
   *[false] { $count ->
        [0] There is nobody here to take over yet. You may tell the methodist.
       *[other] Choose a colleague, or write a few letters of the surname.
    }
}{ $more ->
    [0] {""}
   *[other] { " " }The first ones are shown, { $more } more.
}
staff-ask-number = <b>The number of the order?</b> { $kind ->
    [hand_over] Write the number of the act that says who leads the routes.
   *[other] Write the number of the act.
} If there is none yet, press “No”.
    .example = “15-o”
staff-ask-dated = <b>The date of the order?</b>
    .example = “12.05.2026”
staff-act = Order No. { $number }, { $dated }.
staff-act-none = There is no order yet.
staff-order = { $state ->
    [done] <b>The routes are handed over.</b>
    [dropped] <b>The handover is called off.</b>
   *[draft] <b>Hand the routes over?</b>
} Before: { $before } ({ $role }), after: { $after }
    .carry-out = Hand over
    .other = Somebody else
    .act = Another order
    .go-on = Go on
    .drop = Do not hand over
staff-order-moves = Everything under way goes over: { $routes ->
    [one] { $routes } route
   *[other] { $routes } routes
}, reports waiting { $reports }, plans waiting { $plans }, questions { $questions }. What was said and done before stays with its author.
staff-order-own = Nobody accompanies or judges their own route. It stays as it is and needs somebody else: { $name }
staff-order-over = { $state ->
    [done] These routes are handed over already.
   *[dropped] This handover is called off already.
}
staff-done = <b>Done.</b> { $name } now accompanies { $routes ->
    [one] { $routes } more route
   *[other] { $routes } more routes
}. The bot tells the teachers.
staff-dropped = Nothing has changed.
staff-escalated = { $count ->
    [0] There are no methodists in the bot yet. Please call the centre.
   *[other] The methodist is told. Everything stays as it is for now.
}
staff-nothing-left = Nothing is left to hand over: the routes went over before.
staff-own-only = { $name } cannot accompany their own route. Please choose somebody else.
staff-not-in-office = { $name } does not hold this office any more. Please choose somebody else.
staff-handed-over = The route was handed over: now with { $name }

staff-changed = <b>Your route is now accompanied by { $by }</b> (in place of { $before }) The plan, reports and questions are there already, nothing is to be sent again.
staff-changed-times = The time of your consultation was not kept: please agree on it anew.
staff-received = <b>Routes were handed over to you:</b> { $routes ->
    [one] { $routes } route
   *[other] { $routes } routes
} (before you: { $before })
staff-received-waiting = Waiting for you: reports { $reports }, plans { $plans }, questions { $questions }.
staff-given = <b>Routes were handed over:</b> { $routes ->
    [one] { $routes } route
   *[other] { $routes } routes
}, now with { $by } Your decisions and reviews are kept. Thank you for your work.
staff-nobody = <b>A replacement is needed.</b> { $by } ({ $school }) finds nobody to take over { $routes ->
    [one] { $routes } route
   *[other] { $routes } routes
}. Now there: { $name }
    .open = Choose a replacement

staff-card-office = { $acting ->
    [true] Acting: { $role }
   *[false] { $role }
}, since { $since }{ $open ->
    [true] {""}
   *[false] { " " }until { $until }
}
staff-card-past = Before: { $office }
staff-card-no-office = No office here.

staff-ask-role = { $kind ->
    [acting] <b>For whom does { $name } stand in?</b>
   *[appoint] <b>Which office?</b> { $name }
}
staff-ask-starts = <b>Since which day?</b> Write the date or choose.
    .example = “1 October”
staff-ask-ends = { $kind ->
    [end] <b>The last day in office?</b> After it the rights end by themselves.
   *[acting] <b>Up to which day, inclusive?</b> After it the rights end by themselves.
}
    .example = “31 October”
staff-office-order = { $state ->
    [done] <b>Done.</b>
    [dropped] <b>Called off.</b>
   *[draft] <b>{ $kind ->
        [end] End the office?
        [acting] Appoint for a time?
       *[appoint] Appoint?
    }</b>
} { $name }{ $known ->
    [true] { $kind ->
        [acting] , acting: { $role }
       *[other] , { $role }
    }
   *[false] {""}
}
    .carry-out = Confirm
    .mend = Change
    .drop = Not needed
    .hand-over = Hand over the routes
staff-office-days = { $told ->
    [both] From { $starts } until { $ends } inclusive.
    [starts] Since { $starts }.
    [ends] The last day: { $ends }.
   *[none] No days are named yet.
}
staff-office-leaves = With the office the places on teams end, too; routes: { $routes }. Other colleagues stay there.
staff-office-alone = Please hand over the routes first: on { $routes ->
    [one] { $routes } route
   *[other] { $routes } routes
} nobody else could judge reports.
staff-office-done = <b>Done.</b> The bot tells the person.
staff-office = { $kind ->
    [end] <b>Your office ends:</b> { $role }
    [acting] <b>You stand in for a time:</b> { $role }
   *[appoint] <b>Your new office:</b> { $role }
}, { $school }.
    .menu = What can be done here
staff-office-over-already = This office is ended already, its last day: { $until }.
staff-holds-already = This office is held already, since { $since }.
staff-last-of-team = Please hand over the routes first ({ $routes }): nobody else could judge reports.
staff-not-yourself = Your own office is changed by somebody else: the head or the methodist.

staff-card-alone = Nobody accompanies this route yet.
staff-tutor = <b>Who accompanies the route?</b> The person is told at once.
staff-tutor-done = <b>Done.</b> The route is with { $name }
staff-tutor-already = Somebody accompanies this route already.
staff-tutor-assigned = { $own ->
    [true] <b>Your route is with { $tutor }</b> Plans, reports and questions go there.
   *[false] <b>A route is with you now:</b> { $teacher } All that waits for your word is in the menu.
}
