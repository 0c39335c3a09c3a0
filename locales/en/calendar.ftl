## Days and events as a file for a calendar

calendar = <b>Days for the calendar</b>

    { $count ->
    [0] There are no days to add yet.
    [one] { $count } day can be added: activities of the plan, the final event, the end of the route.
   *[other] { $count } days can be added: activities of the plan, the final event, the end of the route.
}
    If they change, take the file again: entries are replaced, not repeated.
    .take = Get the file
    .back = To the papers
calendar-file = Open the file and agree to add the days to the calendar.
