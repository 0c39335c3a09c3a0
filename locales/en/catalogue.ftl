## The catalogue of events: chosen into plans, kept by methodists and subject leads

catalogue = <b>Catalogue of events.</b> { $count ->
    [0] Nothing fits yet.
   *[other] Fitting: { $count }. To find one, write a word of its title.
}
    .take = Take No. { $number }
    .look = More about No. { $number }
    .back = Back
    .on = Next
    .by-competency = By competency
    .by-month = By month
    .all = Show all
    .none = Nothing fits
    .example = “reading”
catalogue-word = Word: { $word }
catalogue-competency = Develops { $title }
catalogue-month = { $name }
catalogue-line = { $number }. <b>{ $title }</b> – { $when }{ $taken ->
    [true] ; in the plan already
   *[false] {""}
}
catalogue-choose-competency = <b>Which competency should it develop?</b>
catalogue-choose-month = <b>In which month?</b>
catalogue-choose =
    .option = { $title }
    .month = { $name }
catalogue-back = To the catalogue
catalogue-entry = <b>{ $title }</b>
    When: { $when }
    { $kind }, level: { $level }. Organiser: { $organiser }
    Competencies: { $competencies }
    .take = Take into the plan
catalogue-more = { $places ->
    [0] {""}
   *[other] Places: { $places }.{" "}
}{ $hours ->
    [0] {""}
    [one] { $hours } hour.{" "}
   *[other] { $hours } hours.{" "}
}Away: { $away }
catalogue-link = More: { $link }
catalogue-scope = For: { $scope ->
    [school] the own school
    [municipality] { $place }
   *[region] the whole region, { $place }
}
catalogue-taken = <b>{ $title }</b>: taken from the catalogue.
catalogue-over = <b>{ $title }</b>: this event can no longer be chosen.
catalogue-outdated = This event has changed. Here is how it stands.

catalogue-moved = <b>{ $title }</b>: the organiser has a new date. In your plan { $before }, now { $now }.
    .follow = Move it in my plan, too
    .open = Open it in the plan
catalogue-off = <b>{ $title }</b>: the organiser calls it off. The reason: { $reason }
    .others = Find another
catalogue-followed = Moved.

catalogue-menu = Catalogue
catalogue-kept = <b>Catalogue of events.</b> { $count ->
    [0] Nothing is ahead yet.
   *[other] Ahead: { $count }. Press one to move, change or call it off.
}
    .add = Add an event
    .go-on = Go on: { $title }
catalogue-kept-line = { $title }, { $when }
catalogue-kept-more = The nearest are shown, and more: { $count }
catalogue-list-back = To the list
catalogue-ask-title = <b>Which event?</b> Write its title.
    .example = “Seminar on reading literacy”
catalogue-ask-competencies = <b>Which competencies does it develop?</b> Mark one or several, then “Done”.
catalogue-ask-places = <b>How many places?</b> Press a button or write a number. You may skip it.
catalogue-ask-link = <b>Is there a link with more, or to enrol?</b> Paste the address. If there is none, press “None”.
    .example = school.org/seminar
catalogue-ask-scope = <b>For whom is it?</b> For the whole region or for one municipality.
catalogue-no-link = This does not look like the address of a page.{ $example }
catalogue-no-number = A number above zero is needed.{ $example }
catalogue-later = The draft is kept, you may go on any day.
    .go-on = Go on
    .drop = Throw the draft away
catalogue-dropped = Thrown away.
catalogue-added = <b>Added.</b> Teachers can choose this event already.
catalogue-kept-now = Kept.
catalogue-change =
    .date = Dates
    .title = Title
    .competencies = Competencies
    .hours = Hours
    .away = Away
    .places = Places
    .link = Link
    .scope = For whom
    .off = Call the event off
catalogue-ask-off = <b>{ $title }</b> will not take place? Write the reason in one message: everybody who has it in a plan will read it.
    .example = “The lecturer is ill, we shall tell a new date”
    .no = No, leave it
catalogue-off-now = <b>Called off.</b> Teachers who have it in a plan will get a message.
catalogue-is-off = Called off. The reason: { $reason }
