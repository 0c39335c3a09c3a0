## Попросить помощи: кого, о чём, что вышло

help-request-menu = { $answered ->
    [0] Попросить помощи
    [one] Помощь: есть { $answered } ответ
    [few] Помощь: есть { $answered } ответа
   *[many] Помощь: есть { $answered } ответов
}
help-request-menu-waiting = Просят помощи: { $count }
help-request = <b>Методическая помощь</b>{ $clause }. { $count ->
    [0] Можно задать вопрос тем, кто ведёт Ваш маршрут.
   *[other] Ваши вопросы ниже.
}
    .ask = Задать вопрос
help-request-back = Назад к списку
help-request-open = Открыть вопрос
help-request-nobody = { $known ->
    [0] Пока спросить некого: школа и центр ещё не назвали людей. Спросите в школе, кто будет рядом с Вашим маршрутом.
   *[other] Эти люди ещё не вошли в бот, спросите их лично: { $names }.
}
help-request-line = { $name }: { $state ->
    [answered] есть ответ
    [closed] закрыт
   *[open] ждёт ответа
}, { $at }
help-request-whom = <b>Кого спросить?</b>
    .person = { $name }, { $role }
help-request-what = <b>О чём спросить?</b> { $name } получит вопрос сразу.
    .free = Общий вопрос
    .activity = { $title }
    .back = Выбрать другого человека
help-request-about = О мероприятии: <b>{ $title }</b>
help-request-ask-words = <b>Какая помощь нужна?</b> Напишите одним сообщением, { $name } получит его сразу.
    .example = «Как выбрать тему для открытого урока?»
    .back = Назад
help-request-term = Обычно отвечают за { $days ->
    [one] { $days } рабочий день
    [few] { $days } рабочих дня
   *[many] { $days } рабочих дней
} (внутренний срок, не закон).
help-request-sent = <b>Отправлено.</b> Ответит { $name }, обычно за { $days ->
    [one] { $days } рабочий день
    [few] { $days } рабочих дня
   *[many] { $days } рабочих дней
} (внутренний срок).
help-request-more-sent = <b>Отправлено:</b> { $name } получит Ваши слова.
help-request-card = { $own ->
    [true] <b>Ваш вопрос</b>: { $name }, { $role }
   *[false] <b>Вопрос педагога</b>: { $name }
} – { $state ->
    [open] ждёт ответа
    [answered] есть ответ
    [passed_on] передан другому
   *[closed] закрыт
}.
    .add = Дописать
    .take-back = Больше не нужно
help-request-earlier = Сказано раньше: { $count ->
    [one] { $count } сообщение
    [few] { $count } сообщения
   *[many] { $count } сообщений
}.
help-request-you-said = Вы: { $text }
help-request-said = { $name }: { $text }
help-request-closed-now = Вопрос закрыт.
help-request-ask-more = <b>Что ещё нужно?</b> Напишите одним сообщением, { $name } получит его сразу.
    .example = «А сколько времени отвести на обсуждение?»
    .back = Назад
help-request-answered = <b>Ответ на Ваш вопрос.</b> { $by }: { $text }
    .helped = Помогло
    .more = Нужно ещё
help-request-passed = Ваш вопрос передан. Теперь ответит { $by }, вместо { $before }

help-request-waiting = { $count ->
    [0] Вопросов, которые ждут Вас, нет.
    [one] Ждёт Вашего ответа { $count } вопрос.
    [few] Ждут Вашего ответа { $count } вопроса.
   *[many] Ждут Вашего ответа { $count } вопросов.
}
help-request-waiting-line = { $name }, ждёт с { $at }
help-request-asks = <b>Просят помощи.</b> { $teacher }, { $school }: { $text }
help-request-asks-about = <b>Просят помощи.</b> { $teacher }, { $school }. О мероприятии <b>{ $title }</b>: { $text }
help-request-asked =
    .answer = Ответить
    .time = Предложить время
    .pass-on = Передать другому
help-request-more = Педагогу нужно ещё немного.
help-request-ask-answer = Напишите ответ одним сообщением: он уйдёт педагогу сразу.
    .example = «Возьмите тему, в которой класс уже уверен»
    .back = Назад
help-request-answer-sent = <b>Ответ отправлен:</b> { $teacher } получит его сразу.
help-request-pass-on = <b>Кому передать?</b> Всё, что пишет { $teacher }, уйдёт вместе с вопросом.
help-request-no-others = Передать пока некому: других людей этого маршрута в боте нет. Можно ответить или предложить время.
help-request-passed-on = <b>Передано.</b> Теперь ответит { $name }, педагог об этом узнает.
help-request-closed = { $helped ->
    [true] { $teacher } пишет: помогло. Спасибо Вам.
   *[false] { $teacher } снимает вопрос: ответ больше не нужен.
}
help-request-word = <b>Вопрос ждёт Вашего ответа</b> дольше внутреннего срока. Это не упрёк: можно ответить в двух словах или передать другому.
    .open = Открыть вопросы
help-request-word-line = { $teacher }, ждёт с { $since }.
help-request-word-about = { $teacher }: <b>{ $title }</b>, ждёт с { $since }.
help-request-word-more = И ещё { $count ->
    [one] { $count } вопрос.
    [few] { $count } вопроса.
   *[many] { $count } вопросов.
}
help-request-silent = <b>{ $by } пока не отвечает.</b> Вопрос не потерян. Можно подождать или спросить другого человека.

help-request-outdated = Этот вопрос уже изменился. Вот как сейчас.
help-request-over = { $state ->
    [passed_on] Этот вопрос уже передан другому.
   *[closed] Этот вопрос уже закрыт.
}
help-request-said-already = Это сообщение уже отправлено.
help-request-long-talk = В этом вопросе уже { $most } сообщений. Задайте новый вопрос или договоритесь о времени.
help-request-enough = Открытых вопросов уже { $most }. Дождитесь ответа или закройте те, что больше не нужны.
help-request-office-over = Вы больше не ведёте этот маршрут, поэтому ответить здесь нельзя. Педагог может спросить другого.
help-request-time-outdated = Это время уже не действует. Вот как сейчас.
