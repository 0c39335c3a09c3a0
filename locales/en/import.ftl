## What is wrong with a file, a row, a cell: the end of «people.csv ...» and of «row 5, role: ...»

## Loading lists in a talk

import = <b>Load a list.</b> Send an Excel file (.xlsx), CSV or a calendar (.ics) here.
    It may hold people, events, results of diagnosis, or routes walked on paper. The bot sees which it is and shows what would change.
    Nothing is loaded without your word.
import-no-file = Only a table as a file may be sent here: .xlsx, .csv or .ics.
import-too-large = The file is larger than { $most } MB, Telegram does not hand it out. Divide the table and send the parts.
import-outdated = Something has happened to this file already. Below is how it stands now.
import-state = { $state ->
    [received] I have the file “{ $name }” and read it. The answer comes here as a message, mostly within a minute.
    [approved] “{ $name }” is being loaded. The answer comes here as a message.
    [same] There is nothing new in “{ $name }”: all of it was loaded before.
    [cancelled] “{ $name }” is not loaded, nothing has changed.
   *[other] “{ $name }” waits for your answer.
}
import-card =
    .load = Load
    .cancel = Do not load
    .samples = Example of a table
    .send = Back to loading
import-samples = Which table should be shown as an example?
import-sample = { $kind ->
    [people] Example: people
    [catalogue] Example: events
    [diagnosis] Example: results of diagnosis
   *[finished] Example: routes walked on paper
}
import-sample-sent = Columns that you do not need can be taken out. Send the table here when it is filled in.
import-head = { $column ->
    [row] Row
    [mend] What to mend
    [number] Own number
    [name] Full name
    [position] Position
    [code] Personal code
   *[link] Link to come in
}
import-head-own = { $title }
import-kind = <b>What is in the file “{ $name }”?</b>
    Columns: { $headings }.
    .option = { $kind ->
        [people] People
        [catalogue] Events
        [diagnosis] Results of diagnosis
       *[finished] Routes from paper
    }
import-column = File “{ $name }”. <b>Which column is “{ $title }”?</b>
    An example: { $example }. If there is no such column, add it to the table and send it again.
    .option = { $heading }: { $sample }
    .teachers = Everybody is a teacher
import-rest = File “{ $name }”. Columns not known to me ({ $count }): { $headings }.
    <b>Load without them?</b>
    .leave = Yes, without them
    .option = “{ $heading }” is…
import-heading = <b>What is in the column “{ $heading }”?</b>
    The first cell: { $sample }.
    .option = { $title }
    .back = Back
import-asks = Not all columns of “{ $name }” are clear. Please answer a short question.
    .answer = Answer
import-ready = <b>{ $kind ->
    [people] People
    [diagnosis] Results of diagnosis
    [finished] Routes from paper
   *[catalogue] Events
}: { $count }.</b> The file “{ $name }” is read. Load it?
import-first = The first: { $first }.
import-warnings = Perhaps twice, or strange: { $count }.
import-loaded = <b>Loaded.</b> File “{ $name }”.
import-waiting = Not yet in: { $count }. They can have personal codes. The codes that they had before stop working.
    .give = Get personal codes
import-codes = { $count ->
    [0] Everybody of this list is in, nobody needs a code.
   *[other] Personal codes in the file above: { $count }. Give each person only their own. Keep the file: these codes are not shown again.
}
import-faulty = <b>The file “{ $name }” is not loaded yet.</b> { $rows ->
    [one] { $rows } row has to be mended.
   *[other] { $rows } rows have to be mended.
} Remarks: { $count }.
    The file above has each row, and beside it what to mend. Mend your table and send it again.
import-refused = <b>The file “{ $name }” is not loaded.</b>
import-count-organisations-new = New organisations: { $count }.
import-count-organisations-changed = Organisations that change: { $count }.
import-count-organisations-discreet = Organisations without names in the chat: { $count }.
import-count-people-new = New people: { $count }.
import-count-people-changed = People who change: { $count }.
import-count-offices-new = New offices: { $count }.
import-count-offices-ended = Offices that end: { $count }.
import-count-tutors = Teachers with somebody new beside them: { $count }.
import-count-teams = Routes with somebody new beside: { $count }.
import-count-codes = New personal codes: { $count }.
import-count-sheets = Sheets with news for the teacher: { $count }.
import-count-events-new = New events: { $count }.
import-count-events-changed = Events that change: { $count }.
import-count-events-moved = Moved, people hear: { $count }.
import-count-events-off = Called off, people hear: { $count }.
import-count-results-new = New results: { $count }. Each teacher hears of their own.
import-count-results-changed = Corrected results: { $count }. Each teacher hears of their own.
import-count-finished-new = New entries of the registry: { $count }.

import-file-large = is larger than { $most } MB
import-file-unreadable = cannot be read: { $error }
import-file-empty = is empty
import-file-csv = is no CSV file
import-file-no-header = has no row with the column names: one of them must be { $column }
import-file-password = is protected by a password: save it without one
import-file-workbook = is no workbook that can be read: save it as .xlsx or .csv
import-file-no-sheet = has no sheet with a column { $column }; its sheets: { $sheets }
import-file-no-table = is neither a CSV file nor a workbook (.xlsx)
import-file-calendar = is no calendar that can be read
import-file-columns = has unknown columns: { $unknown }; doubled columns: { $doubled }; missing columns: { $missing }. The columns are { $known }
import-file-no-rows = has column names but no { $what ->
    [people] people
    [events] events
   *[other] rows
} below them

import-file-hard = could not be read: too large or too strange inside; save it anew as .xlsx, without pictures and other sheets
import-file-gone = is not handed out by Telegram any more: send it again
import-file-bomb = holds more than { $most } MB when unpacked: leave only the table in it
import-file-many = has more than { $most } rows: divide it
import-file-no-columns = has no table: no row with column names is seen
import-file-not-your-kind = is a table that somebody with another office loads
import-cell-score = '{ $word }' is no result; an example: 54.5 % or 27 of 50
import-row-not-yours = '{ $school }' is not among those you look after
import-row-other-region = this organisation is in another region: { $region }
import-row-discreet = { $on ->
    [true] this organisation goes without names in the chat; only whoever keeps the server brings them back; write: yes
   *[other] the centre says this in its own table, or whoever keeps the server; write: no
}
import-row-other-regulation = the centre changes the regulation of an organisation; now it is { $regulation }
import-row-elsewhere = '{ $id }' belongs to somebody of another organisation; make the number your own, for instance with the number of the school
import-row-not-your-role = somebody else gives this office
import-row-not-kept = this event is not of your school or region
import-row-key-taken = '{ $id }' is the key of somebody else's event; give another one
import-row-result-twice = this person, day and instrument stand in row { $other } already
import-row-no-scores = there is no result in it
import-row-recorded = this result was recorded before, by { $by }
import-row-no-route = '{ $id }' walks no route
import-row-not-recorded-by-you = somebody else records the results of '{ $id }'
import-row-no-number = this is no number of the registry; an example: 2025-0012
import-row-number-taken = another route has this number

import-cell-empty = is empty
import-cell-boolean = holds true or false, a text is needed
import-cell-date = holds a date or a time ({ $cell }); give the column the format 'text' and type it again
import-cell-formula = holds a formula that has failed ({ $error })
import-cell-long = has { $letters } letters, { $most } are allowed
import-cell-digits = holds a number of more than 15 digits; give the column the format 'text' and type it again
import-cell-role = '{ $word }' is not one of { $known }
import-cell-one-of = '{ $word }' is not one of { $known }
import-cell-zone = '{ $word }' is no time zone; an example: Europe/Samara
import-cell-email = is no e-mail address
import-cell-phone = is no phone number of 10 digits
import-cell-day = is no date; an example: 12.05.2026
import-cell-years = is no number of whole years from 0 to { $most }
import-cell-courses = is no list of courses; an example: Reading literacy, 36, 2025 | ICT, 72, 2024
import-cell-number = '{ $word }' is no whole number above zero
import-cell-yes-or-no = '{ $word }' is neither yes nor no; for example: no
import-cell-state = '{ $word }' is neither open nor { $off }

import-row-role-twice = this person has this role in row { $other } already
import-row-other-place = differs from row { $other }, the same organisation
import-row-other-person = differs from row { $other }, the same external_id
import-row-own-tutor = nobody is their own tutor
import-row-nobody = nobody has the external_id '{ $id }'
import-row-no-tutor = '{ $id }' is no tutor, mentor, deputy head or methodist
import-row-namesake = the same name and organisation as in row { $other }: one person twice?
import-row-backwards = lies before the date
import-row-key-twice = stands in row { $other } already
import-row-no-region = nobody of '{ $region }' is loaded
import-row-no-municipality = '{ $municipality }' is not in this region
import-row-several-schools = '{ $school }' is in several municipalities: name one
import-row-no-school = '{ $school }' is no school that is loaded
import-row-no-start = the event has no DTSTART
import-row-repeats = the event repeats (RRULE): write each day as an event of its own
import-discreet = Lists with names do not go through the chat here. Whoever keeps the server loads them.
