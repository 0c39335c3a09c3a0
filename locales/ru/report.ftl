## Отчёт о мероприятии

report-nothing = Сейчас отчитываться не о чем: прошедших мероприятий без отчёта нет.
report-choose = О каком мероприятии отчитаться?
report-line = { $title } ({ $state ->
    [returned] вернули, нужно дополнить
    [draft] черновик отчёта
    [held] нужен отчёт
    [not_done] не состоялось
   *[planned] { $on }
})
report-line-accepted = Отчёт об этом мероприятии уже принят.
report-was = <b>{ $title }</b>: { $ago ->
    [0] было сегодня?
    [1] было вчера?
   *[other] было { $on }?
}
    .held = Было
    .missed = Не было
    .moved = Перенесли
report-missed = <b>{ $title }</b> не состоялось или участвовать не получилось. Почему? Нажмите или напишите своими словами.
    .back = Назад
    .example = Например: «Отменили из-за карантина».
report-reason =
    .ill = Болезнь
    .cancelled = Отменил организатор
    .lessons = Совпало с уроками
    .net = Не было связи
report-not-done-kept = Записано: <b>{ $title }</b> не состоялось. Причина: { $reason }. Тьютор получит сообщение.

    Взамен можно добавить другое мероприятие в план.
report-not-done-card = <b>{ $title }</b> отмечено как несостоявшееся. Причина: { $reason }.
    .after-all = Всё-таки состоится
report-moved = На какой день перенесли <b>{ $title }</b>? Нажмите или напишите дату, например: 12 мая.
    .day = { $day }
report-moved-kept = Записано: <b>{ $title }</b> теперь { $on }. Напоминания придут к новой дате.
    .change = Изменить дату

report-ask = <b>{ $title }</b>. Что Вы взяли из этого мероприятия? Хватит одного предложения.

    Можно сразу прислать фото или файл с подписью.
    .example = Например: «Показали три приёма работы с текстом, один уже в моём уроке».
report-draft = <b>Черновик отчёта:</b> <b>{ $title }</b>
    .send = Отправить
    .rewrite = Изменить текст
    .detach = Убрать вложения
    .later = Позже (черновик сохранён)
report-draft-text = Текст: { $text }
report-draft-no-text = Текста пока нет. Напишите одно предложение или отправьте так.
report-draft-files = Приложено: { $photos ->
    [0] {""}
    [one] { $photos } фото
   *[other] { $photos } фото
}{ $documents ->
    [0] {""}
    [one] { " " }{ $documents } файл
    [few] { " " }{ $documents } файла
   *[many] { " " }{ $documents } файлов
}{ $other ->
    [0] {""}
    [one] { " " }{ $other } запись
    [few] { " " }{ $other } записи
   *[many] { " " }{ $other } записей
}
report-draft-no-files = Пришлите фото или файл, если есть, или отправляйте без него.
report-practice-applied = В классе: { $applied ->
    [yes] применено.
   *[not_yet] пока не применялось.
}
report-practice-how = В классе: { $how }
report-practice-shared = Коллегам: { $shared ->
    [true] рассказано.
   *[false] пока не рассказано.
}
report-rewrite = Сейчас в отчёте: { $text }

    Напишите новый текст, он заменит этот.
    .keep = Оставить как есть
report-sent = Отчёт о мероприятии <b>{ $title }</b> отправлен. Когда его посмотрят, Вы получите сообщение.
    .back = Забрать и исправить
report-accepted = Отчёт о мероприятии <b>{ $title }</b> принят { $at }.
report-returned = Отчёт вернули, чтобы дополнить: { $reason }
report-edit-taken = Правка в сообщении учтена.
report-edit-too-late = Отчёт уже отправлен, правка в сообщении не учтена. Его можно забрать и исправить.

report-too-long = В отчёте уже { $length } знаков, а помещается { $longest }. Пришлите короче; черновик сохранён.
report-already-sent = Отчёт уже отправлен. Чтобы изменить его, нажмите «Забрать и исправить».
report-empty = Отчёт пока пустой: напишите одно предложение или пришлите фото.
report-enough-evidence = К отчёту можно приложить до { $most } файлов, этого достаточно.
report-outdated = Отчёт с тех пор изменился. Вот как сейчас.
report-accepted-already = Уже принято: { $at }.
report-reopen-asked-already = Просьба вернуть отчёт уже отправлена. Ответ придёт сюда.
report-returned-already = Уже возвращено: { $at }.

report-told-not-done = { $teacher }: <b>{ $title }</b> не состоялось. Причина: { $reason }.
report-told-moved = { $teacher }: <b>{ $title }</b> перенесено. Было: { $before }. Теперь: { $to }.
report-told-nobody = { $teacher } отправляет отчёт <b>{ $title }</b>, а проверить его некому: в команде маршрута нет тьютора. Назначьте, пожалуйста, тьютора.
