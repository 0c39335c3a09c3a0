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
final-event-row = { $number }. <b>{ $title }</b> – { $on }; { $place }
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
final-event-card = <b>{ $title }</b>
    Form: { $form }
    Level: { $level }
    When: { $date }
    Where: { $place }
    .date = Move the date
    .title = Change the name
    .form = Change the form
    .level = Change the level
    .place = Change the place
    .remove = Take it out
final-event-drop = Drop the draft?
final-event-remove = Take out <b>{ $title }</b>?
    .yes = Yes, take it out
    .no = No, leave it
final-event-removed = Taken out.
final-event-enough = The regulation has one final event ({ $clause }). Change the date of the planned one.
final-event-outdated = This event has changed since. Here it is now.
