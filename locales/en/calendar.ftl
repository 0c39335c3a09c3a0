## Days and events as a file for a calendar

calendar = <b>Days for the calendar</b>

    { $count ->
    [0] There are no days to add yet.
    [one] { $count } day can be added: activities of the plan, the final event, the end of the route.
   *[other] { $count } days can be added: activities of the plan, the final event, the end of the route.
}
    If they change, take the file again: entries are replaced, not repeated.
    .take = Get the file
    .subscribe = Subscribe in a calendar
    .back = To the papers
calendar-file = Open the file and agree to add the days to the calendar.

calendar-no-address = <b>Subscribe in a calendar</b>

    You get an address of your own. Put it into the calendar of your phone or computer once, and new days come by themselves.
    Only titles of activities and days can be seen there, no names.
    .make = Get the address
calendar-address = <b>The address of your calendar</b>

    <code>{ $address }</code>

    Tap the address to copy it. In your calendar choose “Add calendar”, then “From a link”.
    Whoever knows the address sees titles of activities and days. If others have got it, take a new one: this one stops working.
    .renew = New address
    .end = Switch the address off
    .back = To the days
calendar-address-kept = <b>The address of your calendar</b>

    The address works: days still come into your calendar. It cannot be shown again, the bot does not keep it.
    Do you need it for another calendar, or have others got it? Take a new one: the old one stops working.
calendar-address-renewed = The address is new. The old one does not work any more.
calendar-address-ended = The address is switched off.
calendar-address-changed = The address has changed already. This is how it stands now.
