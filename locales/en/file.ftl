## Files made in the background: the registry, finished cards, the portfolio, my data

file-kind = { $file ->
    [registry-xlsx] Registry for Excel
    [registry-csv] Registry for another program, CSV
    [registry-json] Registry for another program, JSON
    [cards] Finished routes
    [portfolio] Portfolio
   *[mydata] Archive of your data
}
file-ordered = { $first ->
    [true] The file is being made and will come here as a message of its own. There is no need to wait at the screen.
   *[false] This file is being made already. It will come here as a message of its own.
}
file-ordered-toast = { $first ->
    [true] Making the file
   *[false] Being made already
}
file-caption = { $name }{ $count ->
    [1] {""}
   *[other] , part { $number } of { $count }
}
file-sent = { $name }: the file is above.
file-back = Back to the files
file-doubt = { $name }: the line broke while the file was being sent. If it is not above, ask for it again.
file-failed = { $name }: the file could not be made. Ask again later; if it fails again, tell whoever keeps the bot.
file-refused = { $name }: your present office does not give you this file.
file-too-often = The archive is put together once a day. The next one can be asked for on { $at }.
file-link = { $name }: the file opens on a page of the bot, not in this chat. A large one takes some minutes, leave the page open.

    The button works once, within an hour. Do not forward it.
    .fetch = Download the file
