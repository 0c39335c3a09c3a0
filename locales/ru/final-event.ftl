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
final-event-row = { $number }. <b>{ $title }</b> – { $on }; { $place }
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
final-event-card = <b>{ $title }</b>
    Форма: { $form }
    Уровень: { $level }
    Когда: { $date }
    Где: { $place }
    .date = Перенести дату
    .title = Изменить название
    .form = Изменить форму
    .level = Изменить уровень
    .place = Изменить место
    .remove = Убрать
final-event-drop = Убрать черновик?
final-event-remove = Убрать <b>{ $title }</b>?
    .yes = Да, убрать
    .no = Нет, оставить
final-event-removed = Убрано.
final-event-enough = По положению заключительное мероприятие одно ({ $clause }). Измените дату у запланированного.
final-event-outdated = Это мероприятие уже изменилось. Вот как сейчас.
