## The end of a route: checklist, conclusions, outcome, signatures, the teacher's word

conclusions-routes = { $count ->
    [0] { $asked ->
        [true] Nobody is found for “{ $text }”.
       *[false] There are no routes for you to sum up yet.
    }
   *[other] <b>Whose route comes to its end?</b> Routes: { $count }. You may type a part of a surname.
}
    .all = All routes
    .example = Ivanova
conclusions-route = { $name }{ $stage ->
    [draft] : being summed up
    [signing] : being signed
    [closed] : the route is over
    [near] : the term is ending
   *[going] {""}
}
conclusions = <b>End of the route</b>: { $name }, { $school }.
    .begin = { $due ->
        [true] Sum up
       *[false] Sum up before the term ends
    }
    .text = Text of the conclusions
    .outcome = Outcome
    .few = Why fewer activities
    .product = Product
    .products = Products: { $count }
    .send = { $signed ->
        [true] Send to be signed
       *[false] Put it down
    }
    .take-back = Take back to mend
    .read = Read the conclusions
    .silent = Note: informed, has not read them
    .again = Sum up once more
    .earlier = Earlier conclusions No. { $number }
    .list = All routes
conclusions-check-activities = { $few ->
    [true] ⚠ Accepted activities: { $accepted }, { $least } are needed ({ $clause }). { $known ->
        [true] Reason: { $reason }
       *[false] It can be closed, with a reason.
    }
   *[false] Accepted activities: { $accepted } of { $least } ({ $clause }).
}
conclusions-check-reports = Accepted activities: { $accepted }.
conclusions-check-event = Final event: { $held ->
    [true] held on { $on }.
   *[false] not held yet.
}{ $sheet ->
    [there] {" "}Monitoring sheet: there.
    [missing] {" "}Monitoring sheet: not yet.
   *[none] {""}
}
conclusions-check-final = { $stage ->
    [done] Final diagnosis: done
    [declined] Final diagnosis: declined, as recorded
    [reflected] Reflection instead of a diagnosis: there
    [reflecting] Reflection instead of a diagnosis: not yet
   *[other] Final diagnosis: not yet
} ({ $clause }).
conclusions-check-product = Product: { $product }
conclusions-check-no-product = { $by ->
    [true] ⚠ No product yet for the directions: { $directions } ({ $clause }).
   *[false] ⚠ No product is handed in yet ({ $clause }).
}
conclusions-check-self = The teacher's look back: { $answers } of { $total } answers.
conclusions-outcome-line = <b>Outcome</b>: { $outcome ->
    [success] success.
    [prolonged] prolongation No. { $number }, until { $until }.{ $past ->
        [true] {" "}⚠ Beyond the longest term.
       *[false] {""}
    }
   *[stopped] the route is stopped.
}{ $known ->
    [true] {" "}Reason: { $reason }
   *[false] {""}
}
conclusions-not-begun = { $due ->
    [true] The route can be summed up.
   *[false] The term is still running{ $dated ->
        [true] : until { $ends }.
       *[false] .
    } It can be summed up earlier.
}
conclusions-begun = The text is composed from the facts of the route: please check it. { $own ->
    [true] The questions of looking back come in a message of their own.
   *[false] The teacher is asked to look back.
}
conclusions-sent = { $signed ->
    [true] The conclusions go round to be signed.
   *[false] It is put down.
}
conclusions-signed-at = { $signed ->
    [true] Signed by all
   *[false] Put down
}: { $at }. { $known ->
    [read] The teacher has read them.
    [disagrees] The teacher has read them and disagrees: { $objection }
    [silent] Noted: informed, has not read them.
    [unasked] {""}
   *[none] No word of the teacher yet; the conclusions hold without it.
}
conclusions-came-back = The conclusions came back ({ $by }): { $reason }
conclusions-outdated = { $state ->
    [signing] The conclusions are being signed already. This is how it stands.
    [signed] The conclusions are signed already. This is how it stands.
   *[draft] This screen is outdated. This is how it stands.
}
conclusions-not-going = { $state ->
    [closed] The route is over already.
   *[other] The route has not begun: its plan is not approved.
}
conclusions-route-over = The route ended on { $on } and cannot be changed any more. Everything can be read.
conclusions-too-long = That makes { $length } letters, and { $longest } fit. Please shorten it; the earlier text is still there.
conclusions-no-text = The conclusions have no text yet.
conclusions-needs-why = Fewer activities are accepted than needed. Please say why: “Why fewer activities”.
conclusions-no-outcome = Please choose the outcome first.
conclusions-no-product = Without a product nothing is signed ({ $clause }). The teacher hands it in from the menu: “Product of the route”.
conclusions-no-reason = This outcome needs a reason: tap “Outcome” again.
conclusions-no-end = A prolongation needs its new end: tap “Outcome” again.
conclusions-end-early = The new end must be later than { $ends }.
conclusions-silence-early = Silence can be noted { $days } days after the signing.
conclusions-known-already = The answer is there already: { $at }.

conclusions-text = <b>Conclusions.</b> Letters: { $length } of { $longest }.{ $hand ->
    [true] {""}
   *[false] {" "}The text is composed from the facts of the route and follows them until you change it.
}
    .number = ✎ { $number }
    .add = Add a paragraph
    .anew = Write it anew
    .compose = Compose it from the facts again
    .back = To the end of the route
conclusions-paragraph = <b>{ $number }.</b> { $text }
conclusions-paragraph-ask = { $there ->
    [true] Please send this paragraph as it should be.
   *[false] Please send the new paragraph.
}
    .example = The teacher uses techniques of close reading in class.
    .out = Take this paragraph out
    .back = Leave it as it is
conclusions-anew = { $begun ->
    [true] Saved. Letters left: { $left }. You may send more.
   *[false] Please send the whole text in one message or several, up to { $longest } letters. The earlier text stays until the first message comes.
}
    .done = Done
    .back = Leave it as it is

conclusions-outcome = <b>What does the route end with?</b>
    .choice = { $named ->
        [true] { $title }
       *[false] The route is stopped
    }
    .back = To the end of the route
conclusions-end = <b>Until which day is the route prolonged?</b>{ $dated ->
    [true] {" "}It runs until { $ends } now.
   *[false] {""}
} Choose, or type a date.
    .months = { $months ->
        [one] +{ $months } month
       *[other] +{ $months } months
    }
    .example = 30.06.2027
conclusions-why = { $code ->
    [few] <b>Why are fewer activities accepted than needed?</b> A sentence or two will do.
    [product] <b>What was made?</b> Please name it: a programme, a set of tasks, a digital resource.
   *[reason] { $outcome ->
        [prolonged] <b>Why is the route prolonged?</b> Until { $until }.{ $past ->
            [true] {" "}⚠ This is beyond the longest term ({ $longest } months) and needs a motive.
           *[false] {""}
        }
       *[other] <b>Why is the route stopped?</b> Please say the reason.
    }
}
    .example = The organiser has moved the seminar to spring.

conclusions-card = <b>Conclusions on a route</b>: { $name }, { $school }. Version { $number }.
    .whole = The whole text
conclusions-whole = <b>{ $name }</b>: the whole conclusions.
conclusions-return = <b>What is to be mended in the conclusions?</b> { $name }. A sentence or two.
    .back = Back
    .example = Please add the results of the pupils.
conclusions-given-back = The conclusions are returned: { $reason }
conclusions-returned = { $name }: the conclusions came back ({ $by }). { $reason }
    .mend = Mend

conclusions-signed-own = { $outcome ->
    [success] <b>Your route is completed</b>, { $on }: with success.
    [prolonged] <b>Your route is prolonged</b> until { $until }.
   *[stopped] <b>Your route is stopped</b>, { $on }.
} { $signed ->
    [true] The conclusions are signed
   *[false] The conclusions are ready
}: please read them.{ $numbered ->
    [true] {" "}Number in the registry: { $label }.
   *[false] {""}
}{ $past ->
    [true] {" "}The new term is beyond the longest one.
   *[false] {""}
}
    .read = Read the conclusions
conclusions-signed = { $name }: { $outcome ->
    [success] the route was completed on { $on }, with success.
    [prolonged] the route is prolonged until { $until }.
   *[stopped] the route was stopped on { $on }.
} { $signed ->
    [true] The conclusions are signed.
   *[false] The conclusions are ready.
}{ $numbered ->
    [true] {" "}Number in the registry: { $label }.
   *[false] {""}
}{ $past ->
    [true] {" "}The new term is beyond the longest one.
   *[false] {""}
}
conclusions-known = { $name }, conclusions: { $known ->
    [disagrees] has read them and disagrees: { $objection }
   *[read] has read them.
}
conclusions-read = <b>Conclusions No. { $number }</b>: { $name }. { $signed ->
    [true] Signed
   *[false] Put down
} { $at }.
    .known = I have read them
    .objects = I have read them and disagree
    .all = All conclusions
conclusions-read-paragraph = { $text }
conclusions-registry = Number in the registry: <b>{ $label }</b>.
conclusions-read-known = { $known ->
    [read] Read by the teacher: { $at }.
    [disagrees] Read by the teacher, who disagrees, { $at }: { $objection }
    [silent] The teacher was informed and has not read them: { $at }.
   *[none] The teacher has not marked them as read yet.
}
conclusions-thanks = Thank you, your mark is saved.
conclusions-objection = <b>What do you disagree with?</b> Your words stay beside the conclusions.
    .back = Back to the conclusions
    .example = The event in April is not counted.
conclusions-own = { $count ->
    [0] There are no signed conclusions yet.
   *[other] <b>Conclusions on your route.</b>
}
    .open = No. { $number }: { $outcome ->
        [success] success
        [prolonged] prolongation
       *[stopped] stop
    }
