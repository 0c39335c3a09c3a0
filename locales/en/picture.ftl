## Pictures: the caption says in words what is drawn

picture = { $words }
    .ask = As a picture
