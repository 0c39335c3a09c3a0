## What a route offers; a message to the schools of the region (S003 1.2; R3-006)

house-news = <b>What a route offers</b>

    { $aim }
    .open = What a route offers
    .write = Write to the schools
    .back = Back
house-news-stages = Stages: { $stages }.
house-news-events = Events to choose from now: { $events }. What is missing can be asked for: “What is missing” in the menu.
house-news-ask = What should heads and deputies of the region’s schools know? New programmes, dates, who helps. At most once a week.
    .example = “From October on: placements in physics, open to every district”
house-news-sent = Sent. People who get it: { $count }.
house-news-week = The schools had a message this week. The next one in a week.
house-news-told = <b>{ $name }</b>: { $text }
