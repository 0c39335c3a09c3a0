## The second code: for whoever changes rights, people and organisations, or lets lists out

factor-first = <b>The second code comes first.</b> Rights, people and lists with names change only with it: whoever gets into your Telegram can do nothing.

    It needs an app with codes on a phone: Yandex Key, Google Authenticator or another. Two minutes, once.
    .key = Get the key
    .leave = Go back
factor-key = <b>Add the key to the app with codes</b> (there: “enter a key”, “time based”). Tap the key to copy it:

    <code>{ $letters }</code>

    The key works for { $minutes } minutes and goes from here with the next tap. Send it to nobody.
    .on = The app shows a code
factor-pad = { $purpose ->
    [enrol] <b>The code that the app shows now.</b> 6 digits; if they are about to change, wait for the next.
    [spare] <b>A spare code of the sheet.</b> 8 digits, each code works once.
   *[confirm] <b>The second code of the app.</b> 6 digits. Behind it I do not ask for { $minutes } minutes.
}
    .spare = No phone, but a spare code
factor-typed = The code is not written in the chat: the message stays readable. Please delete it and press the digits.
factor-wrong = The code did not fit. Tries left: { $left }. Wait for the next code of the app.
factor-paused-now = The code did not fit three times. A rest of 15 minutes. Nothing has changed.
factor-paused = The second code can be tapped in { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}. Nothing has changed.
factor-key-over = The time of this key is over. Press “Get the key” and add a new one.
factor-needed = The second code comes first.
factor-codes = <b>The second code is set up.</b> Write the spare codes on paper: they help when the phone is not at hand. I show them once.
    .kept = Written down, take them off
factor-codes-line = <code>{ $codes }</code>
factor-confirmed = The second code is accepted, it is not asked for during { $minutes } minutes.
    .on = Go on
    .spare = New spare codes
    .phone = Another phone
factor-done = The second code is accepted for { $minutes } minutes.
factor-reset = Your second code was reset because of a lost phone. If it was not you who asked, tell whoever keeps the server at once. The bot offers a new key when it is needed.
factor-set = { $name }, { $school }: a second code was set up. If they know nothing of it, tell whoever keeps the server: somebody may be in their Telegram.
