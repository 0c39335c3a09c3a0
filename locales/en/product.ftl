## The product of a route: what the teacher made, files and links, a word of the companion

product = <b>Product of the route</b>{ $clause }

    { $wanted ->
        [per_direction] A project of its own for each direction.
        [materials] These are the materials that you have made.
       *[one] This is what you have made on the way.
    } { $count ->
        [0] Nothing is handed in yet.
        [one] { $count } product is handed in.
       *[other] { $count } products are handed in.
    }
    .add = Add
    .go-on = Continue: { $title }
product-lacking = Still without a product: { $directions }
product-open = { $title }
product-back = To the products
product-ask-kind = <b>What is it?</b> Please tap a button or write it in your own words.
    .example = “A set of tasks”
product-ask-direction = <b>Which direction does it belong to?</b>
product-ask-title = <b>What is it called?</b>
    .example = “A set of reading tasks, form 7”
product-kept = Saved.
product-later = The draft is saved, you can go on any day.
    .go-on = Continue
    .drop = Remove the draft
product-files = <b>{ $title }</b>

    { $files ->
        [0] Please send a file, a photo, a voice recording or a link. Children's faces only with their parents' consent.
       *[other] Attached: { $files }. You may send more, or hand it in.
    }
    .hand-in = Hand in
    .off = Remove what is attached
    .change = Change the answers
product-link = { $url }
product-no-link = A file, a photo, a voice recording or a link is needed here. A link may be pasted as text.
product-no-file = A product needs at least one file or link.
product-no-title = Please name the product first.
product-enough-files = No more than { $most } files can be attached. These are enough.
product-pupils = This looks like a list of pupils: children's names and marks are not kept here. Please write it without them.
product-handed-in = Handed in. The team of the route will hear. Everything can be changed until the conclusions are signed.
product-handed-already = Handed in already: { $at }.
product-outdated = This product has changed. Here is how it stands.
product-not-there = This product is not there now: the teacher is changing it or has removed it.
product-closed = The conclusions are being signed, so the product cannot be changed. If they are returned, it can be.
product-card = <b>{ $title }</b>{ $typed ->
    [true] {""}
    { $kind }
   *[false] {""}
}{ $directed ->
    [true] {""}
    Direction: { $direction }
   *[false] {""}
}
    Handed in: { $at }
    .files = Show files and links: { $files }
    .change = Change
    .remove = Remove
    .word = Say a few words
product-said = { $by } writes: “{ $text }”
product-mend = { $code ->
    [kind] Change the kind
    [direction] Change the direction
    [title] Change the name
   *[files] Other files
}
product-mend-back = To the product
product-remove = Remove <b>{ $title }</b>?
    .yes = Yes, remove
    .no = No, keep it
product-drop = Remove the draft?
product-removed = Removed.
product-of = Teacher: { $name }
product-team = { $count ->
    [0] No products are handed in yet.
   *[other] <b>Teachers' products.</b> Tap one to look at it.
}
    .back = To the teachers' products
    .teachers = To the list of teachers
    .end = To the end of the route
product-team-line = { $name }: { $title }
product-word-ask = <b>{ $title }.</b> What would you like to say? { $name } will see it beside the product.
    .back = Back
    .example = “Handy: the tasks can be taken to a lesson at once”
product-word-kept = Saved. The teacher will hear.
product-handed = { $teacher } hands in a product of the route: <b>{ $title }</b>
    .open = Look at it
product-word = { $by } writes about the product <b>{ $title }</b>: “{ $text }”
    .open = To the product
