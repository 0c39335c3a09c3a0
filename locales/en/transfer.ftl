## A route moves to another school or region

transfer-where = <b>Where does { $name } move?</b> { $asked ->
    [true] { $count ->
        [0] No school is found for “{ $text }”. Please write other letters.
       *[other] Found for “{ $text }”: { $count }.
    }
   *[false] Choose a school, or write a part of its name or district.
}{ $more ->
    [0] {""}
   *[other] { " " }The first ones are shown, { $more } more.
}
    .school = { $name }, { $municipality }
    .all = All schools
    .example = “Lyceum”
transfer = { $state ->
    [draft] <b>Move the route?</b>
    [proposed] <b>The move waits for the receiving side.</b>
    [accepted] <b>The route has moved.</b>
    [declined] <b>The move was not accepted.</b>
   *[dropped] <b>The move is called off.</b>
} { $name }: { $school } → { $to }. The number of the route stays: { $number }.
    .keep = Keep the regulation of before
    .take = Take the new regulation
    .propose = Propose the move
    .other = Another school
    .drop = Call off
    .accept = Accept
    .decline = Do not accept
transfer-reason = The reason: { $reason }
transfer-regulation = Another regulation there. Now: { $old }. There: { $new }.
transfer-lost = Competencies that are not there: { $titles }.
transfer-gained = There are besides: { $titles }.
transfer-rows = Activities needed: { $before ->
    [0] no number
   *[other] { $before }
} → { $after ->
    [0] no number
   *[other] { $after }
}.
transfer-months = { $least ->
    [0] { $most ->
        [0] no bounds
       *[other] up to { $most } months
    }
   *[other] { $most ->
        [0] from { $least } months
       *[other] { $least }–{ $most } months
    }
}
transfer-term = Term: { $before } → { $after }
transfer-chain = { $known ->
    [true] Approved there by: { $chain }.
   *[false] Nobody approves the plan there.
}
transfer-chosen = { $keeps ->
    [true] Chosen: the route goes on by the regulation of before.
   *[false] Chosen: the route goes on by the new regulation, what was done is kept.
}
transfer-only-keep = The new one cannot be taken: what was done rests on what is not there ({ $titles }). The route can only go on by the regulation of before.
transfer-choose = { $mine ->
    [true] By which regulation does it go on?
   *[false] By which regulation it goes on, the methodist chooses.
}
transfer-decline = <b>Why do you not accept?</b> Write one message: who proposed the move hears the reason.
    .example = “No vacancy this year”
    .back = Back
transfer-proposed = The receiving side hears at once.
transfer-accepted = <b>Route No. { $number } is accepted.</b> The bot tells the teacher and both schools.
transfer-over = { $state ->
    [accepted] The move is accepted already.
    [declined] The move is declined already.
    [proposed] The move is proposed already.
   *[dropped] The move is called off already.
}
transfer-same-place = The route is in this school already.
transfer-own = Your own proposal is accepted by somebody else: the school or the methodist.
transfer-already = Somebody else has begun to move this route: { $name }
transfer-hand-over-first = { $name } accompanies colleagues' routes. Please hand them over first.
transfer-choose-first = The regulation is to be chosen first. The methodist does that.
transfer-cannot-take = The new regulation cannot be taken: what was done rests on what is not there ({ $lacking }).
transfer-asked = <b>A move is proposed.</b> { $name }: { $school } → { $to }. The whole route goes along, by the same number.
    .open = Look
transfer-declined = <b>The move was not accepted.</b> { $name }: { $school } → { $to }. The reason: { $reason }
transfer-done = { $own ->
    [true] <b>Your route is at the new school now:</b> { $to }. The number is the same ({ $number }), everything done is kept.
   *[false] <b>The route has moved.</b> { $name }: { $school } → { $to }. The number is the same: { $number }.
}
