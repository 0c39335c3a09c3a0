## Заключительное публичное мероприятие

final-event = <b>Заключительное публичное мероприятие</b>{ $clause }

    { $count ->
        [0] На нём Вы показываете, что дал маршрут. Пока не запланировано.
        [one] Запланировано { $count } мероприятие.
        [few] Запланировано { $count } мероприятия.
       *[many] Запланировано { $count } мероприятий.
    }{ $many ->
        [true] {" "}По желанию можно несколько.
       *[false] {""}
    }
    .add = Запланировать
    .go-on = Продолжить: { $title }
final-event-row = { $number }. <b>{ $title }</b> – { $when }; { $place }{ $state ->
    [held] . Состоялось.
    [not_held] . Не состоялось.
   *[planned] {""}
}
final-event-when = { $on }, в { $hour }
final-event-day = { $on }
final-event-open = { $number }. { $title }
final-event-back = К списку
final-event-ask-title = <b>Как называется мероприятие?</b>
    .example = «Что дал мне маршрут: читаем и понимаем»
final-event-ask-form = <b>В какой форме?</b> Нажмите кнопку или напишите своими словами.
    .example = «Круглый стол»
final-event-ask-level = <b>На каком уровне?</b>
final-event-ask-date = <b>Когда?</b> Нажмите кнопку или напишите дату: «12 мая», «12.05», «в пятницу».
final-event-ask-place = <b>Где?</b> Напишите место.
    .example = «Актовый зал школы»
final-event-kept = Записано.
final-event-later = Черновик сохранён, можно продолжить в любой день.
    .go-on = Продолжить
    .drop = Убрать черновик
final-event-hour = <b>Во сколько начало?</b> { $title }, { $on }.

    Нажмите кнопку или напишите время.
    .at = { $hour }
    .open = Пока не знаю
    .example = «15:00»
final-event-hour-unclear = Не получилось понять время. Напишите часы и минуты.{ $example }
final-event-card = <b>{ $title }</b>
    Форма: { $form }
    Масштаб: { $level }
    Когда: { $when }
    Где: { $place }
    .invite = Пригласить гостей
    .guests = Кто придёт
    .checklist = Подготовка: { $done } из { $total }
    .date = Дата
    .hour = Время
    .change = Изменить
    .remove = Убрать
final-event-brief = <b>{ $title }</b>
    { $form }, { $level }
    { $when }; { $place }
final-event-card-guests = { $invited ->
    [one] Приглашён { $invited } человек
    [few] Приглашены { $invited } человека
   *[many] Приглашено { $invited } человек
}, придут: { $comes }.
final-event-mend =
    .title = Изменить название
    .form = Изменить форму
    .level = Изменить уровень
    .place = Изменить место
    .back = К мероприятию
final-event-drop = Убрать черновик?
final-event-remove = Убрать <b>{ $title }</b>?{ $invited ->
        [0] {""}
       *[other] {" "}Гости узнают, что мероприятия не будет.
    }
    .yes = Да, убрать
    .no = Нет, оставить
final-event-removed = Убрано.
final-event-enough = По положению заключительное мероприятие одно ({ $clause }). Измените дату у запланированного.
final-event-outdated = Это мероприятие уже изменилось. Вот как сейчас.

final-event-guests = <b>Гости.</b> { $title }, { $when }
    .all = Пригласить всех: { $count }
    .invite = { $name } – { $role }
    .invite-name = { $name }
    .search = Найти коллегу по фамилии
    .text = Текст для тех, кого нет в боте
    .take-off = Убрать из приглашённых
final-event-guests-come = <b>Придут ({ $count }):</b> { $names }
final-event-guests-absent = <b>Не придут ({ $count }):</b> { $names }
final-event-guests-unsure = <b>Пока не знают ({ $count }):</b> { $names }
final-event-guests-wait = <b>Ещё не ответили ({ $count }):</b> { $names }
final-event-guests-outside = <b>Ещё не в боте, передайте сами ({ $count }):</b> { $names }
final-event-guests-more = { $names } и ещё { $more }
final-event-guests-words = { $name } пишет: «{ $words }»
final-event-guests-whom = Кого ещё можно пригласить{ $clause }: нажмите на имя.
final-event-guests-quiet = Сейчас тихие часы: приглашения уйдут утром.
final-event-invited-one = Записано, приглашение уходит.
final-event-invited-all = Записано, приглашения уходят.
final-event-invited-already = Все уже приглашены.
final-event-crowd = Больше { $most } гостей бот не приглашает. Остальным можно переслать текст.
final-event-search = <b>Кого пригласить?</b> Напишите фамилию или её начало. Поиск идёт по Вашей школе и ЦНППМ.
    .back = К списку гостей
    .example = «Иванова»
final-event-search-none = По буквам «{ $letters }» никого не нашлось: либо такого человека нет в списке школы, либо он уже приглашён. Попробуйте другие буквы.
final-event-search-found = { $count ->
    [one] Нашёлся { $count } человек.
    [few] Нашлись { $count } человека.
   *[many] Нашлось { $count } человек.
} Нажмите на имя или напишите другую фамилию.{ $more ->
    [0] {""}
   *[other] {" "}Показаны первые; напишите больше букв, чтобы увидеть остальных.
}
final-event-take-off = Кого больше не приглашать? Если приглашение уже пришло, человек узнает об этом.
    .name = { $name }
final-event-taken-off = Убрано из приглашённых.
final-event-text = Приглашаю Вас на заключительное публичное мероприятие <b>{ $title }</b>

    { $form }
    { $when }
    { $place }

    { $name }
final-event-text-how = Перешлите сообщение выше тем, кого нет в боте, или скопируйте его текст.
final-event-answers = <b>Кто придёт.</b> { $title }, { $when }
    .open = Весь список
final-event-answers-wait = Ещё не ответили: { $count }

final-event-invitations = { $count ->
    [0] Сейчас приглашений нет.
   *[other] Вас приглашают. Нажмите на мероприятие, чтобы ответить.
}
final-event-invitation = { $title }, { $on }
final-event-invited = { $teacher } приглашает Вас на заключительное мероприятие.

    <b>{ $title }</b>
    { $form }
    { $when }
    { $place }
final-event-speaks = От Вас ждут: { $speaks }.
final-event-will-you = Придёте? Ответ можно изменить до начала.
final-event-your-answer = Ваш ответ: <b>{ $answer ->
    [comes] приду
    [absent] не приду
   *[unsure] не знаю
}</b>. Его можно изменить до начала.
final-event-your-words = Вы написали: «{ $words }»
final-event-answer =
    .comes = { $given ->
        [true] ✓ Приду
       *[false] Приду
    }
    .absent = { $given ->
        [true] ✓ Не приду
       *[false] Не приду
    }
    .unsure = { $given ->
        [true] ✓ Не знаю
       *[false] Не знаю
    }
    .words = Добавить пару слов
final-event-answered = Записано. { $teacher } узнает.
final-event-answered-already = Ответ уже записан: { $answer ->
    [comes] приду
    [absent] не приду
    [unsure] не знаю
   *[waiting] пока нет
}. Ниже можно изменить.
final-event-words = Что передать? { $teacher } увидит это рядом с Вашим ответом.
    .back = Ничего не добавлять
    .example = «Задержусь на десять минут»
final-event-changed = Есть изменения. Было: { $when }, { $place }. Теперь так:
final-event-off = <b>{ $title }</b>, { $on }: мероприятия не будет или Вас больше не ждут. Приходить не нужно.
final-event-not-invited = Приглашение отозвано.
final-event-over = Мероприятие уже прошло.
final-event-held-already = Уже отмечено { $at }: состоялось.
final-event-missed-already = Уже отмечено { $at }: не состоялось.

final-event-check-outdated = Список уже изменился. Вот как сейчас.
final-event-sheet-few = Если учеников меньше { $least }, по среднему можно узнать ребёнка. Такие числа бот не записывает: напишите наблюдения словами, без фамилий.

final-event-was = { $ago ->
    [0] Мероприятие <b>{ $title }</b> сегодня. Оно состоялось?
    [1] Мероприятие <b>{ $title }</b> было назначено на вчера. Оно состоялось?
   *[other] Мероприятие <b>{ $title }</b> было назначено на { $on }. Оно состоялось?
}
    .held = Состоялось
    .missed = Не состоялось
final-event-not-yet = День мероприятия ещё не пришёл: { $on }. Если оно не состоится, перенесите дату или уберите его.
final-event-came = Поздравляем с мероприятием <b>{ $title }</b>. Отметка записана.

    Сколько человек пришло? Нажмите или напишите число.
    .number = { $number }
final-event-came-unclear = Напишите одно число: сколько человек пришло, от 0 до { $most }.
final-event-said = <b>Как прошло?</b> Одного предложения хватит.
    .example = «Коллеги попробовали два приёма сами и взяли раздатку»
final-event-photo = { $files ->
    [0] Есть фото или файл с мероприятия? Пришлите сюда. Лица детей – только с согласия родителей.
    [one] Приложен { $files } файл. Можно прислать ещё.
    [few] Приложено { $files } файла. Можно прислать ещё.
   *[many] Приложено { $files } файлов. Можно прислать ещё.
}
    .none = Без фото
    .done = Готово
    .off = Убрать приложенное
final-event-enough-photos = Больше { $most } файлов приложить нельзя. Этих достаточно.
final-event-told = Записано. Команда маршрута узнает.
    .skip = Пропустить
final-event-missed = Бывает. Что помешало мероприятию <b>{ $title }</b>? Нажмите готовую фразу или напишите своими словами: причина встанет в Карту вместо отметки.
    .example = «Совпало с контрольными, переносим на осень»
final-event-reason =
    .ill = Болезнь
    .school = В школе были отменены занятия
    .room = Не было помещения или техники
    .guests = Гости не смогли прийти
final-event-missed-kept = Записано: <b>{ $title }</b> не состоялось. Причина: { $reason }

    Назначим новую дату? Гости узнают о ней сами.
    .anew = Назначить новую дату
final-event-outcome-held = <b>Состоялось</b>
    .mend = Отметка неверна
    .more = Дополнить
final-event-outcome-came = Пришло: { $came }
final-event-outcome-said = Как прошло: { $said }
final-event-outcome-files = Приложено файлов: { $files }
final-event-outcome-missed = Не состоялось { $on }. Причина: { $reason }

final-event-team = { $count ->
    [0] У Ваших педагогов заключительных мероприятий пока нет.
   *[other] Заключительные мероприятия Ваших педагогов. Нажмите, чтобы посмотреть.
}
    .back = К мероприятиям педагогов
final-event-team-name = Педагог: { $name }
final-event-team-line = { $name }, { $on }{ $state ->
    [held] : состоялось
    [not_held] : не состоялось
   *[planned] {""}
}
final-event-told-team = { $teacher }: заключительное мероприятие <b>{ $title }</b> ({ $on }) состоялось.
    .photos = Показать файлы: { $files }
final-event-told-team-missed = { $teacher }: заключительное мероприятие <b>{ $title }</b> ({ $on }) не состоялось. Причина: { $reason }

final-event-pupils = Похоже на список учеников: фамилии и оценки детей бот не хранит. Напишите без них: среднее по классу, долю, сколько учеников всего.

final-event-checklist = <b>Подготовка.</b> { $title }, { $when }
    .guests = Кто придёт
final-event-thing = { $done ->
    [true] <b>Готово:</b> { $title } ({ $owners })
   *[false] Ещё нет: { $title } ({ $owners })
}
final-event-thing-own = Вы
final-event-check = <b>{ $teacher }</b> проводит заключительное мероприятие <b>{ $title }</b>: { $when }, { $place }. К нему от Вас:
    .done = Готово: { $title }
    .mine = К нему от Вас: готово { $done } из { $total }
    .undo = Ещё не готово: { $title }
    .sheet = Открыть: { $title }
final-event-check-thing = { $done ->
    [true] <b>Готово:</b> { $title }
   *[false] Ещё нет: { $title }
}
final-event-check-hint = { $done ->
    [true] <b>Готово:</b> { $title }
   *[false] Ещё нет: { $title } – { $hint }
}
final-event-ticked = Отмечено: готово.
final-event-sheet = <b>Лист мониторинга.</b> { $name }

    Лист видят педагог и команда маршрута. Об учениках здесь только среднее по классу, от пяти человек, без фамилий.
    .text = Записать наблюдения
    .numbers = Записать результаты учеников
    .numbers-anew = Изменить результаты учеников
    .drop = Убрать результаты учеников
    .back = К подготовке
    .leave = К листу
final-event-sheet-empty = Пока ничего не записано.
final-event-sheet-observed = <b>Наблюдения:</b> { $text }
final-event-sheet-counted = Учеников в расчёте: { $pupils }
final-event-sheet-was = Балл в среднем в начале маршрута: { $mean }
final-event-sheet-is = Балл в среднем сейчас: { $mean }
final-event-sheet-coped = Справились с последней работой: { $share } %
final-event-sheet-text = <b>Что изменилось на уроках педагога?</b> Два-три предложения о том, что Вы видели. Без фамилий учеников.
    .example = «На уроках больше работы в парах, дети чаще задают вопросы»
final-event-sheet-pupils = <b>Сколько учеников в расчёте?</b> Нужно от пяти.
    .example = «24»
final-event-sheet-before = <b>Какой балл в среднем по классу был в начале маршрута?</b>
    .example = «3,6»
final-event-sheet-now = <b>Какой балл в среднем по классу сейчас?</b>
    .example = «4,1»
final-event-sheet-share = <b>Сколько процентов учеников справились с последней работой?</b>
    .example = «78»
