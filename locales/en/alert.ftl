## To whoever looks after the bot

alert-bug = <b>The bot met an error, No. { $number }</b>.
    The number stands in the server's log beside the details. The person saw the same number; their answers are saved.
    Further errors of this hour are not reported one by one.
alert-queue = <b>Messages do not go out</b>: { $waiting ->
    [one] { $waiting } message waits
   *[other] { $waiting } messages wait
}, the oldest for { $minutes } min.
    Check the server's connection to Telegram. Nothing is lost: everything goes when the connection is back.
alert-disk = <b>Little room on the server</b>: { $megabytes } MB free.
    Make room: when there is none, the bot can take no more answers.
alert-template = The Word template <b>{ $file }</b> cannot be used. { $fault ->
    [file] It is not a .docx file.
    [endless] It comes to no end: { $tag }.
   *[tag] The wrong place: { $tag }.
} Until it is mended, files are made by our template.

alert-state-menu = State of the bot
alert-state = <b>State of the bot</b>
    .again = Look again
    .commands = Commands of the server
    .code = My second code
alert-state-elsewhere = The centre's administrator looks after the bot; errors are reported there.
alert-state-queue = { $waiting ->
    [0] Messages: all have gone.
   *[other] Messages: { $waiting } wait to go, the oldest since { $since }.{ $still ->
        [true] {" "}<b>That is long:</b> check the server's connection, then <code>marshrut doctor</code>.
       *[false] {""}
    }
}
alert-state-backup = { $kind ->
    [elsewhere] Backups: the bot makes none (BACKUP_DIR is not set, or the database is on PostgreSQL).
    [none] <b>There is no backup yet.</b> The first one is made within ten minutes of the start.
    [late] <b>The last backup is old:</b> { $at }. Check the room on the disk.
   *[made] The last backup: { $at }.
}
alert-state-disk = Room on the disk: { $megabytes } MB.{ $full ->
    [true] {" "}<b>That is little:</b> make room.
   *[false] {""}
}
alert-state-people = People: { $people }, { $entered } of them have come in.
alert-state-places = Schools: { $schools }, centres: { $centres }.
alert-state-copies = Files: { $count } wait to be copied to the server.
alert-state-codes = A second code of those on whom rights and lists depend: { $coded } of { $far } have one.
alert-state-bugs = { $count ->
    [0] There were no errors.
   *[other] The last errors (one is reported for each hour, the others stand in the server's log):
}
alert-state-bug = No. { $number }: { $at }
alert-commands = <b>Commands of the server.</b> They are typed on the server, never carried out from the chat. More: a command with <code>--help</code>.
    .back = To the state of the bot
alert-command = <code>marshrut { $name }</code>: { $name ->
    [doctor] check whether everything is in place, and what to do
    [backup] make a backup
    [restore] bring the database back from a backup
    [import] load people, schools, results, the catalogue
    [admin] reset a second code when a phone is lost
    [discreet] keep an organisation without names in the chat
    [house] an organisation's own rules
    [registry] the registry of routes as a file
    [papers] every paper of a route
    [needs] the bank of needs as a file, without names
    [journal] check that the history has not been changed
    [migrate] bring the tables up to a new version
   *[other] carry the database to another server
}
