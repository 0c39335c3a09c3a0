## The programme of the centre inside a route (S003 1.2)

programme = <b>Programme of the centre</b>: { $name }

    The route includes an approved programme of continuous growth{ $clause }.
    .open = Programme of the centre
    .field = { $known ->
        [true] Change: { $title }
       *[false] Fill in: { $title }
    }
    .file = Show the file
programme-line = { $title }: { $value }
programme-missing = ⚠ Programme of the centre: not filled in – { $fields }{ $clause }. The plan can be approved all the same.
programme-ask = <b>{ $title }.</b> { $code ->
    [file] Please send a file or a photo.
   *[other] Please write it as in the paper.
}
    .back = Back
    .example = “Order of the centre No. 45 of 12.09.2026”
programme-kept = Saved.
programme-no-file = A file or a photo is needed here.
programme-no-words = A text is needed here. The file can be sent in the next step.
programme-pupils = This looks like a list of pupils: children's names and marks are not kept here. Please write it without them.
