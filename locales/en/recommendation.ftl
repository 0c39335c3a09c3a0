## Methodical recommendations for a plan (S000 1.2; R0-011)

recommendation =
    .write = Recommend
recommendation-ask = What would you take into the plan? The teacher ({ $name }) reads it while choosing activities.
    .example = “Visit a colleague’s lessons: her pupils work well in pairs”
recommendation-line = { $name } recommends: <i>{ $text }</i>
recommendation-sent = Noted. { $name } will hear.
recommendation-pupils = This looks like a list of pupils: the bot keeps no names and marks of children. Please write without them.
recommendation-told = { $name } recommends for your plan: <i>{ $text }</i>
    It stays at hand in the plan, under “Suggest”. You decide whether to take it.
    .plan = To the plan
