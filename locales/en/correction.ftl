## Corrections of an approved plan (S000 4.6)

correction-reason =
    .called-off = Called off by the organiser
    .ill = Illness
    .load = The load has changed
    .better = Something fits better
correction-ask-reason = Why is <b>{ $title }</b> to be replaced? Press a ready phrase or write your own words: the reason stands in the correction.
    .back = Back
    .example = For example: “The course was put off to the next school year”.
correction-card = <b>Correction of the plan</b>{ $number ->
        [0] {""}
       *[other] {" "}No. { $number }
    } ({ $clause }){ $state ->
        [signing] {" "}being signed
        [done] {" "}in force
       *[draft] : a draft
    }
    Changes: <b>{ $old }</b>
    Reason: { $reason ->
        [none] not given yet
       *[other] { $reason }
    }
    Instead: { $instead ->
        [row] <b>{ $new }</b>, { $on }
        [nothing] nothing, the activity is taken out
       *[open] not chosen yet
    }
    .send = Send it to be signed
    .write = { $written ->
        [true] Write another replacement
       *[false] { $begun ->
            [true] Go on with the replacement
           *[false] Write the replacement
        }
    }
    .alone = Without a replacement
    .reason = { $said ->
        [true] Change the reason
       *[false] Give the reason
    }
    .take-back = Take it back
    .drop = Delete the draft
correction-choose = The catalogue has something that fits: tap to take it, or write a replacement yourself.
correction-choice = { $title }, { $on }
correction-gone = This event can no longer be taken. Here is what there is now.
correction-came-back = Returned: { $reason }
correction-sent = { $state ->
    [done] The correction is in force.
   *[signing] The correction has gone to be signed. The activity before reminds of nothing any more.
}
correction-dropped = The draft is deleted, the plan is as it was.
correction-outdated = The correction is another one by now. Here it is.
correction-not-draft = { $state ->
    [signing] The correction is being signed. To change it, take it back.
    [done] The correction is in force already.
   *[dropped] This draft is deleted.
}
correction-not-signing = { $state ->
    [done] The correction is in force already.
   *[draft] The correction is not being signed.
}
correction-not-whole = The reason or the replacement is missing.
correction-not-begun = Until the plan is approved, simply change it.
correction-list = { $count ->
    [0] No corrections yet. To replace an activity, open it in the plan.
   *[other] <b>Corrections of the plan</b>
}
    .open = { $number ->
        [0] Draft: { $title }
       *[other] No. { $number }. { $title }
    }
correction-paper = <b>Correction No. { $number }</b>: { $name }, { $school }.
correction-paper-rows = Changes: <b>{ $old }</b>
    Reason: { $reason }
    Instead: { $instead ->
        [row] <b>{ $new }</b>, { $on }
       *[nothing] nothing, the activity is taken out
    }
correction-return = What is to be mended in the correction? Write it in one message: its author gets it.
    .ask = Return
    .back = Back
    .example = For example: “Name the day of the replacement”.
correction-given-back = The correction is back with its author.
correction-returned = The correction was returned ({ $by }): <b>{ $title }</b>. { $reason }
    .mend = Mend it
correction-done = { $own ->
    [true] Correction
   *[false] { $name }: correction
} No. { $number } is in force. <b>{ $old }</b>{ $instead ->
    [row] {" "}gives way to <b>{ $new }</b>, { $on }.
   *[nothing] {" "}is taken out of the plan.
}
