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
        [one] Вложений: { $files }.
       *[other] Вложений: { $files }.
    }
    .accept = Принять
    .return = Вернуть
    .files = Показать вложения: { $files }
    .next = { $state ->
        [accepted] Уже принято. Дальше
        [returned] Уже возвращено. Дальше
       *[draft] Отчёт забрали. Дальше
    }
review-outcome = { $state ->
    [accepted] <b>Принято</b> { $at }, { $by }
   *[returned] <b>Возвращено</b> { $at }, { $by } Причина: { $reason }
}
review-left = { $waiting ->
    [0] Больше никто не ждёт.
    [one] Остался { $waiting } отчёт.
    [few] Осталось { $waiting } отчёта.
   *[many] Осталось { $waiting } отчётов.
}
review-done =
    .next = Следующий: осталось { $waiting }
review-reason = Что дополнить в отчёте <b>{ $title }</b> ({ $teacher })? Нажмите готовую фразу или напишите своими словами: это прочитает педагог.
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
review-accepted-count = Принято { $accepted } из { $least } ({ $clause }).
review-returned = Спасибо за отчёт о мероприятии <b>{ $title }</b>. Нужно немного дополнить: { $reason }

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
