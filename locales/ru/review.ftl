## Проверка отчёта

review-empty = Никто не ждёт Вашего решения.
review-waiting = { $waiting ->
    [one] Ждёт { $waiting } отчёт.
    [few] Ждут { $waiting } отчёта. Первым идёт тот, что ждёт дольше.
   *[many] Ждут { $waiting } отчётов. Первым идёт тот, что ждёт дольше.
}
review-new = { $again ->
    [true] Отчёт дополнен и пришёл снова.
   *[false] Новый отчёт.
}
review-card = <b>{ $teacher }</b>
    <b>{ $title }</b>, { $on }

    { $text }

    { $files ->
        [0] Без вложений.
       *[other] Вложений: { $files }.
    }
    .accept = Принять
    .return = Вернуть
    .question = Вопрос
    .write = Рецензия
    .note = Заметка для себя
    .later = Позже
    .files = { $files ->
        [1] Открыть файл
       *[other] Открыть файлы: { $files }
    }
    .text = Весь текст
    .next = { $state ->
        [accepted] Уже принято. Дальше
        [returned] Уже возвращено. Дальше
       *[draft] Отчёт забрали. Дальше
    }
review-card-waits = { $days ->
    [one] Ждёт { $days } день{ $late ->
        [true] , внутренний срок прошёл.
       *[false] .
    }
    [few] Ждёт { $days } дня{ $late ->
        [true] , внутренний срок прошёл.
       *[false] .
    }
   *[many] Ждёт { $days } дней{ $late ->
        [true] , внутренний срок прошёл.
       *[false] .
    }
}
review-card-asked = <b>Задан вопрос:</b> { $question }
review-card-answered = <b>Вопрос:</b> { $question }
    <b>Ответ:</b> { $answer }{ $files ->
        [0] {""}
       *[other] {" "}(приложено к отчёту: { $files })
    }
review-question-words = { $kind ->
    [voice] голосовое сообщение
   *[text] { $text }
}
review-text = <b>{ $teacher }</b>
    <b>{ $title }</b>

    { $text }
    .back = К решению
review-why = { $kind ->
    [voice] сказано в голосовом сообщении
    [none] {""}
   *[text] { $reason }
}
    .hear = Послушать, что дополнить
review-outcome = { $state ->
    [accepted] <b>Принято</b> { $at }, { $by }
   *[returned] <b>Возвращено</b> { $at }, { $by } Причина: { $reason }
}
review-done = { $state ->
    [accepted] <b>Принято</b>
   *[returned] <b>Возвращено</b>
}: { $teacher }, { $title }. Педагог узнает через две минуты.
    .undo = Отменить это решение
review-undone = Решение отменено, отчёт снова ждёт. Педагог о решении не знает.
review-undo-late = Отменить уже нельзя: педагог знает о решении.
review-undo-not-yours = Отменить может тот, кто принимал решение.
review-later = Отложено в конец очереди: { $title }.
review-left = { $waiting ->
    [0] Больше никто не ждёт.
    [one] Остался { $waiting } отчёт.
    [few] Осталось { $waiting } отчёта.
   *[many] Осталось { $waiting } отчётов.
}
review-all = Принять без замечаний { $count ->
    [one] { $count } отчёт, который Вы уже открывали?
    [few] { $count } отчёта, которые Вы уже открывали?
   *[many] { $count } отчётов, которые Вы уже открывали?
}
    .open = Принять все без замечаний ({ $count })
    .yes = Да, принять: { $count }
    .back = Нет, по одному
    .undo = Отменить все решения: { $count }
review-all-line = { $teacher }: <b>{ $title }</b>
review-all-done = { $count ->
    [one] <b>Принят</b> { $count } отчёт.
    [few] <b>Принято</b> { $count } отчёта.
   *[many] <b>Принято</b> { $count } отчётов.
} Педагоги узнают через две минуты.
review-all-undone = { $count ->
    [one] Решение отменено, { $count } отчёт снова ждёт.
    [few] Решения отменены, { $count } отчёта снова ждут.
   *[many] Решения отменены, { $count } отчётов снова ждут.
} Педагогам ничего не отправлено.
review-all-outdated = Список с тех пор изменился. Вот какой он сейчас.
review-reason = Что дополнить в отчёте <b>{ $title }</b> ({ $teacher })? Нажмите готовую фразу, напишите или скажите голосом: это получит педагог.
    .own = { $text }
    .back = Не возвращать
    .example = Например: «Добавьте, пожалуйста, фото с урока».
review-phrase =
    .date = Добавьте, пожалуйста, дату
    .proof = Приложите, пожалуйста, подтверждение
    .applied = Опишите, что применили в классе
    .wrong-file = Похоже, приложен не тот файл
review-no-reason = Чтобы вернуть отчёт, нужна причина.
review-reopen-decided = На эту просьбу уже ответили, или педагог больше не просит.
review-taken-back = Педагог забирает этот отчёт, чтобы исправить. Он придёт снова.

review-accepted = Отчёт <b>{ $title }</b> принят. Спасибо за работу. Решение: { $by }
review-strong = <b>Сильное:</b> { $words }
review-advice = <b>Совет:</b> { $words }
review-words = { $words }
review-accepted-count = Принято { $accepted } из { $least } ({ $clause }).
review-returned = Спасибо за отчёт о мероприятии <b>{ $title }</b>. Нужно немного дополнить: { $why }

    Всё написанное сохранено. Решение: { $by }
    .mend = Дополнить

review-teachers = { $count ->
    [one] Вы ведёте { $count } маршрут:
    [few] Вы ведёте { $count } маршрута:
   *[many] Вы ведёте { $count } маршрутов:
}
review-teacher = <b>{ $name }</b>: { $state ->
    [draft] план составляется
    [on_confirmation] план ждёт подтверждения
    [closed] маршрут завершён, принято { $accepted }
   *[active] принято { $accepted }, в плане { $planned }
}{ $waiting ->
    [0] {""}
   *[other] ; ждут Вас: { $waiting }
}
review-more-teachers = И ещё: { $more }.
review-plans = { $count ->
    [0] Утверждённых планов пока нет.
   *[other] <b>Чей план открыть?</b> Мероприятие, которое не состоится, можно заменить в самом плане.
}
    .link = Планы педагогов
    .open = { $name }{ $state ->
        [closed] : маршрут завершён
       *[active] {""}
    }
    .back = К моим педагогам
review-no-teachers = Пока за Вами нет маршрутов. Они появятся, когда педагоги войдут и дадут согласие.

review-write-outdated = Рецензия с тех пор изменилась. Вот как сейчас.
review-write-given = Эта рецензия уже у педагога: { $at }.
review-write-too-long = В рецензии уже { $length } знаков, а помещается { $longest }. Можно короче.
review-write-empty = Сначала отметьте, что в отчёте сильное.
review-question-answered = На этот вопрос ответ уже отправлен: { $at }.
review-answer-empty = Ответ пока пустой: напишите одно предложение или пришлите фото.

review-ask = О чём спросить по отчёту <b>{ $title }</b> ({ $teacher })? Нажмите готовый вопрос, напишите свой или скажите голосом.
    .applied = Что из этого уже было на уроке?
    .photo = Есть ли фото или материалы?
    .pupils = Как откликнулись ученики?
    .hours = Сколько часов это заняло?
    .back = Не спрашивать
    .example = Например: «Какой приём понравился детям больше всего?»
review-asked = Вопрос отправлен, отчёт ждёт ответа в конце очереди: { $title }.
review-question-already = Этот вопрос уже задан, ответ придёт сюда.
review-question = { $by } читает Ваш отчёт <b>{ $title }</b> и спрашивает: { $question }

    Отчёт остаётся на проверке, исправлять ничего не нужно.
    .answer = Ответить
review-answer = Вопрос по отчёту <b>{ $title }</b>: { $question }
    .send = Отправить ответ
    .later = Позже
    .report = К отчётам
    .example = Например: «Да, провели приём в 7 классе».
review-answer-how = Ответьте одним предложением. Фото или файл можно прислать сразу, они добавятся к отчёту.
review-answer-words = Пока в ответе: { $answer }
review-answer-files = Приложено: { $files }.
review-answer-go-on = Напишите предложение или нажмите «Отправить ответ».
review-answer-known = Этот файл уже есть в отчёте.
review-answer-sent = Ответ по отчёту <b>{ $title }</b> отправлен, спасибо. Отчёт остаётся на проверке.
review-answer-needless = { $state ->
    [accepted] Отчёт <b>{ $title }</b> уже принят, отвечать не нужно.
   *[draft] Отчёт <b>{ $title }</b> сейчас у Вас: ответ можно дописать прямо в него.
}
review-answer-came = Ответ на Ваш вопрос.
review-question-open = Вопрос по отчёту: ответить

review-card-reviewed = Рецензия уже есть: { $by }.
review-card-note = <b>Для себя:</b> { $text }
review-note = Заметка для себя о маршруте: { $teacher }. Напишите одну строку, её увидите только Вы: ни педагог, ни документы её не покажут.
    .drop = Убрать заметку
    .back = К отчёту
    .example = Например: «спросить про открытый урок».
review-write = Рецензия на отчёт <b>{ $title }</b> ({ $teacher }). Что в нём сильное? Нажмите или напишите.
    .none = Без совета
    .accept = Принято: отправить с рецензией
    .give = Отправить только рецензию
    .anew = Изменить
    .back = К отчёту
    .example = Например: «Хорошо видно, что изменилось на уроке».
review-write-advice = Какой совет? Нажмите или напишите.
review-write-ready = Рецензия на отчёт <b>{ $title }</b> ({ $teacher }):
review-write-more = Можно добавить пару слов от себя одним сообщением или сразу отправить.
review-write-sent = Рецензия отправлена педагогу.
review-strong-phrase =
    .useful = Видна польза для урока
    .clear = Конкретно и по делу
    .class = Есть пример из класса
    .materials = Хорошие материалы
review-advice-phrase =
    .try = Попробуйте приём на своём уроке
    .share = Поделитесь с коллегами
    .example = Добавляйте примеры работ учеников
review-given = Рецензия на Ваш отчёт <b>{ $title }</b>, { $by }:
review-own = { $count ->
    [one] { $count } рецензия на Ваши отчёты:
    [few] { $count } рецензии на Ваши отчёты:
   *[many] { $count } рецензий на Ваши отчёты:
}
    .open = Рецензии на мои отчёты: { $count }
review-own-none = Рецензий пока нет. Они появятся здесь, когда команда маршрута посмотрит отчёты.
review-own-line = <b>{ $title }</b> ({ $by }, { $at })
review-own-more = Ещё раньше: { $more }.

review-digest = Доброе утро. { $waiting ->
    [one] Вашего решения ждёт { $waiting } отчёт
    [few] Вашего решения ждут { $waiting } отчёта
   *[many] Вашего решения ждут { $waiting } отчётов
}{ $long ->
    [0] .
    [one] , { $long } дольше недели.
    [few] , { $long } дольше недели.
   *[many] , { $long } дольше недели.
}
    .begin = Начать
