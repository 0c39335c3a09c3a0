## Банк запросов: чего не хватает, для кого, что отвечает центр

need-menu = Чего не хватает
need = <b>Чего не хватает для роста?</b> { $count ->
    [0] Напишите запрос: центр видит, что нужно, и готовит новые программы.
   *[other] Ваши запросы ниже.
}
    .add = Написать запрос
    .go-on = Продолжить: { $text }
    .groups = Запросы региона
need-line = { $text } – { $state ->
    [new] новый
    [taken] в работе
   *[closed] закрыт
}
need-back = К моим запросам
need-ask-text = <b>Чего не хватает?</b> Напишите одним сообщением, какого обучения или мероприятия Вы не находите.
    .example = «Практикум по оценке проектов в 7 классе»
need-ask-competency = <b>Какую компетенцию это развивает?</b> Можно пропустить.
need-ask-kind = <b>Какого вида должно быть мероприятие?</b> Можно пропустить.
need-ask-people = <b>Для скольких человек?</b> Нажмите кнопку или напишите число.
need-card = <b>{ $text }</b>
    Компетенция: { $competency }. Вид: { $kind }
    Для кого: { $people ->
        [one] { $people } человек
        [few] { $people } человека
       *[many] { $people } человек
    }
    Сейчас: { $state ->
        [new] новый запрос
        [taken] центр взял в работу
       *[closed] закрыт
    }
    .take-back = Больше не нужно
need-answer = Ответ центра: { $answer }
need-any-competency = любая
need-any-kind = любой
need-sent = <b>Отправлено в центр.</b> Когда будет решение, придёт сообщение.
need-kept = Сохранено.
need-dropped = Убрано.
need-taken = Ваш запрос в работе: <b>{ $text }</b> Занимается { $by }
need-closed = Ответ на Ваш запрос: <b>{ $text }</b> Отвечает { $by }: { $answer }

need-groups = <b>Запросы региона</b>: { $count ->
    [0] открытых нет.
   *[other] открыто { $count }. Имён здесь нет, они видны в самом запросе.
}
need-groups-more = Показаны самые частые, ещё групп: { $count }
need-groups-back = К группам
need-group-line = { $competency }, { $kind }: { $count } (людей: { $people })
need-group = <b>{ $competency }, { $kind }</b>: запросов { $count }, новых { $new }.
need-from = { $name }, { $school }{ $source ->
    [teacher] {""}
    [school] : от школы
   *[municipality] : от муниципалитета
}
need-read =
    .take = Беру в работу
    .close = Ответить и закрыть
need-ask-answer = <b>Что ответить?</b> Запрос: { $text } Автор получит Ваши слова.
    .example = «Практикум будет в марте, он уже в каталоге»
    .back = Назад
need-closed-now = <b>Запрос закрыт</b>, автор получит ответ.
need-outdated = Этот запрос уже изменился. Вот как сейчас.
need-enough = Открытых запросов уже { $most }. Дождитесь ответа или закройте ненужные.
