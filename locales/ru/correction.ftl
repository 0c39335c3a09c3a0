## Корректировки утверждённого плана (S000 4.6)

correction-reason =
    .called-off = Отменил организатор
    .ill = Болезнь
    .load = Изменилась нагрузка
    .better = Нашлось более подходящее
correction-ask-reason = Почему <b>{ $title }</b> нужно заменить? Нажмите готовую фразу или напишите своими словами: причина войдёт в корректировку.
    .back = Назад
    .example = Например: «Курс перенесли на следующий учебный год».
correction-card = <b>Корректировка плана</b>{ $number ->
        [0] {""}
       *[other] {" "}№ { $number }
    } ({ $clause }){ $state ->
        [signing] {" "}на подписи
        [done] {" "}в силе
       *[draft] : черновик
    }
    Меняется: <b>{ $old }</b>
    Причина: { $reason ->
        [none] пока не указана
       *[other] { $reason }
    }
    Взамен: { $instead ->
        [row] <b>{ $new }</b>, { $on }
        [nothing] ничего, мероприятие убирается
       *[open] пока не выбрано
    }
    .send = Отправить на подпись
    .write = { $written ->
        [true] Написать другую замену
       *[false] { $begun ->
            [true] Продолжить замену
           *[false] Написать замену
        }
    }
    .alone = Без замены
    .reason = { $said ->
        [true] Изменить причину
       *[false] Указать причину
    }
    .take-back = Забрать с подписи
    .drop = Удалить черновик
correction-choose = В каталоге есть подходящее: нажмите, чтобы взять, или напишите замену сами.
correction-choice = { $title }, { $on }
correction-gone = Этого мероприятия взять уже нельзя. Вот что есть сейчас.
correction-came-back = Вернули: { $reason }
correction-sent = { $state ->
    [done] Корректировка в силе.
   *[signing] Корректировка ушла на подпись. Напоминаний о прежнем мероприятии больше не будет.
}
correction-dropped = Черновик корректировки удалён, план остался прежним.
correction-outdated = Корректировка уже другая. Вот как сейчас.
correction-not-draft = { $state ->
    [signing] Корректировка на подписи. Чтобы изменить, заберите её.
    [done] Корректировка уже в силе.
   *[dropped] Этот черновик удалён.
}
correction-not-signing = { $state ->
    [done] Корректировка уже в силе.
   *[draft] Корректировка не на подписи.
}
correction-not-whole = Не хватает причины или замены.
correction-not-begun = Пока план не утверждён, его можно просто изменить.
correction-list = { $count ->
    [0] Корректировок пока нет. Чтобы заменить мероприятие, откройте его в плане.
   *[other] <b>Корректировки плана</b>
}
    .open = { $number ->
        [0] Черновик: { $title }
       *[other] № { $number }. { $title }
    }
correction-paper = <b>Корректировка № { $number }</b>: { $name }, { $school }.
correction-paper-rows = Меняется: <b>{ $old }</b>
    Причина: { $reason }
    Взамен: { $instead ->
        [row] <b>{ $new }</b>, { $on }
       *[nothing] ничего, мероприятие убирается
    }
correction-return = Что уточнить в корректировке? Напишите одним сообщением: это получит автор.
    .ask = Вернуть
    .back = Назад
    .example = Например: «Уточните срок замены».
correction-given-back = Корректировка вернулась к автору.
correction-returned = Корректировку вернули ({ $by }): <b>{ $title }</b>. { $reason }
    .mend = Исправить
correction-done = { $own ->
    [true] Корректировка
   *[false] { $name }: корректировка
} № { $number } в силе. { $instead ->
    [row] Вместо мероприятия <b>{ $old }</b> теперь <b>{ $new }</b>, { $on }.
   *[nothing] Мероприятие <b>{ $old }</b> убрано из плана.
}
