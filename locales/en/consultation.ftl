## A talk: times are offered, chosen, called off

consultation-ask-day = <b>Which day suits you?</b> { $teacher } asks for a talk. Press a button or write: “tomorrow at 15:30”, “12 October”.
consultation-ask-hour = <b>At what time?</b> { $on }. Press a button or write: “15:30”.
    .at = { $hour }
    .back = Another day
consultation-times = <b>Times for a talk.</b> You may offer up to three, { $teacher } will choose one.
    .send = Send to the teacher
    .more = Add another time
    .drop = Take off { $on }, { $hour }
consultation-line = { $on }, { $hour }
consultation-sent = <b>Sent.</b> { $teacher } will choose a time, you will get a message.
consultation-offered = <b>{ $by } offers a talk.</b> Which time suits you?
    .none = No time suits me
consultation-time = { $on }, { $hour }
consultation-agreed = The talk: <b>{ $on }, { $hour }</b>
consultation-call-off = Call off the talk on { $on }, { $hour }
consultation-chosen-now = <b>Agreed.</b>{ $today ->
    [true] {""}
   *[false] {" "}You will be reminded in time.
}
consultation-chosen = <b>A time is chosen.</b> { $teacher }, the talk is on { $on }, { $hour }.{ $today ->
    [true] {""}
   *[false] {" "}You will be reminded in time.
}
consultation-none-sent = <b>Passed on:</b> { $name } will know that no time suits you.
consultation-none-fits = { $teacher } answers: no time suits. You may offer another one, or answer in words.
consultation-off-now = <b>The talk is called off.</b> The other one will get a message.
consultation-off = The talk on { $on }, { $hour } is called off: { $who } cannot come. { $waits ->
    [true] The question waits for an answer again.
   *[false] You may offer another time.
}
consultation-soon = { $left ->
    [0] Today
    [1] Tomorrow
   *[other] { $on }
} at { $hour } there is a talk: { $name }
consultation-after = The talk was on { $on }, { $by }: did you get what you needed?

consultation-gone-by = { $on }, { $hour }: that time has gone by. Choose another.
consultation-named-already = This time is in the list already.
consultation-enough = There are { $most } times already: send them, or take one off.
consultation-none = Add at least one time first.
consultation-over = That time has gone by: { $on }, { $hour }.
