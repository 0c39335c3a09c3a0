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
    <b>Ответ:</b> { $answer } { $files ->
        [0] {""}
       *[other] (приложено к отчёту: { $files })
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
review-outcome = { $state ->
    [accepted] <b>Принято</b> { $at }, { $by }
   *[returned] <b>Возвращено</b> { $at }, { $by } Причина: { $reason }
}
review-done = { $state ->
    [accepted] <b>Принято</b>
   *[returned] <b>Возвращено</b>
}: { $teacher }, { $title }. Педагог узнает через две минуты.
    .undo = Отменить это решение
review-undone = Решение отменено, отчёт снова ждёт. Педагогу ничего не отправлено.
review-undo-late = Отменить уже нельзя: прошло две минуты, педагог знает о решении.
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
   *[active] принято { $accepted }, в плане { $planned }
}{ $waiting ->
    [0] {""}
   *[other] ; ждут Вас: { $waiting }
}
review-more-teachers = И ещё: { $more }.
review-no-teachers = Пока за Вами нет маршрутов. Они появятся, когда педагоги войдут и дадут согласие.

review-write-outdated = Рецензия с тех пор изменилась. Вот как сейчас.
review-write-given = Эта рецензия уже у педагога: { $at }.
review-write-too-long = В рецензии уже { $length } знаков, а помещается { $longest }. Можно короче.
review-write-empty = Сначала отметьте, что в отчёте сильное.
review-question-answered = На этот вопрос ответ уже отправлен: { $at }.
review-answer-empty = Ответ пока пустой: напишите одно предложение или пришлите фото.
