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
} Until it is mended, files are made by our template..
