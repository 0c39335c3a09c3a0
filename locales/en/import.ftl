## What is wrong with a file, a row, a cell: the end of «people.csv ...» and of «row 5, role: ...»

import-file-large = is larger than { $most } MB
import-file-unreadable = cannot be read: { $error }
import-file-empty = is empty
import-file-csv = is no CSV file: { $error }
import-file-no-header = has no row with the column names: one of them must be { $column }
import-file-password = is protected by a password: save it without one
import-file-workbook = is no workbook that can be read ({ $error }): save it as .xlsx or .csv
import-file-no-sheet = has no sheet with a column { $column }; its sheets: { $sheets }
import-file-no-table = is neither a CSV file nor a workbook (.xlsx)
import-file-calendar = is no calendar that can be read ({ $error })
import-file-columns = has unknown columns: { $unknown }; doubled columns: { $doubled }; missing columns: { $missing }. The columns are { $known }
import-file-no-rows = has column names but no { $what ->
    [people] people
    [events] events
   *[other] rows
} below them

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
import-cell-day = '{ $word }' is no date; an example: 12.05.2027
import-cell-past-day = is no date; an example: 12.05.2022
import-cell-years = is no number of whole years from 0 to { $most }
import-cell-courses = is no list of courses; an example: Reading literacy, 36, 2025 | ICT, 72, 2024
import-cell-number = '{ $word }' is no whole number above zero
import-cell-yes-or-no = '{ $word }' is neither yes nor no
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
