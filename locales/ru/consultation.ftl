## Консультация: время предлагают, выбирают, отменяют

consultation-ask-day = <b>В какой день удобно?</b> { $teacher } ждёт предложений. Нажмите кнопку или напишите: «завтра в 15:30», «12 октября».
consultation-ask-hour = <b>Во сколько?</b> { $on }. Нажмите кнопку или напишите: «15:30».
    .at = { $hour }
    .back = Другой день
consultation-times = <b>Время для консультации.</b> Можно предложить до трёх вариантов, { $teacher } выберет один.
    .send = Отправить педагогу
    .more = Добавить ещё время
    .drop = Убрать { $on }, { $hour }
consultation-line = { $on }, { $hour }
consultation-sent = <b>Отправлено.</b> { $teacher } выберет время, Вы получите сообщение.
consultation-offered = <b>{ $by } предлагает консультацию.</b> Какое время подходит?
    .none = Ни одно не подходит
consultation-time = { $on }, { $hour }
consultation-agreed = Консультация: <b>{ $on }, { $hour }</b>
consultation-call-off = Отменить консультацию { $on }, { $hour }
consultation-chosen-now = <b>Договорились.</b>{ $today ->
    [true] {""}
   *[false] {" "}Напомним заранее.
}
consultation-chosen = <b>Время выбрано.</b> { $teacher }, консультация { $on }, { $hour }.{ $today ->
    [true] {""}
   *[false] {" "}Напомним заранее.
}
consultation-none-sent = <b>Передано:</b> { $name } узнает, что время не подошло.
consultation-none-fits = { $teacher } отвечает: ни одно время не подошло. Можно предложить другое или ответить словами.
consultation-off-now = <b>Консультация отменена.</b> Второй участник получит сообщение.
consultation-off = Консультация { $on }, { $hour } отменена: { $who } не сможет. { $waits ->
    [true] Вопрос снова ждёт ответа.
   *[false] Можно предложить другое время.
}
consultation-soon = { $left ->
    [0] Сегодня
    [1] Завтра
   *[other] { $on }
} в { $hour } консультация: { $name }
consultation-after = Консультация была { $on }, { $by }: получилось то, что нужно?

consultation-gone-by = { $on }, { $hour }: это время уже прошло. Выберите другое.
consultation-named-already = Это время уже есть в списке.
consultation-enough = Вариантов уже { $most }: отправьте их или уберите один.
consultation-none = Сначала добавьте хотя бы одно время.
consultation-over = Это время уже прошло: { $on }, { $hour }.
