## Люди: кто с кем работает, передача маршрутов

staff = { $asked ->
    [true] { $count ->
        [0] По запросу «{ $text }» никого не нашлось. Попробуйте другие буквы.
       *[other] <b>Люди</b>, по запросу «{ $text }»: { $count }
    }
   *[false] <b>Люди.</b> { $count ->
        [0] Маршруты пока никто не сопровождает. Чтобы найти человека, напишите несколько букв фамилии.
       *[other] Ниже те, кто сопровождает маршруты: { $count }. Чтобы найти другого человека, напишите несколько букв фамилии.
    }
}
    .example = «Ива»
    .everybody = Все, кто сопровождает
    .earlier = Раньше
    .later = Дальше
    .move = Перевод к нам: { $name }
staff-person = { $name }, { $position }
    .name = { $name }
staff-card = <b>{ $name }</b>{ $known ->
    [true] , { $position }
   *[false] {""}
}
    .hand-over = Передать маршруты ({ $role }): { $count }
    .appoint = Назначить на должность
    .acting = Назначить и. о.
    .end = Завершить: { $acting ->
        [true] и. о., { $role }
       *[false] { $role }
    }
    .suspend = Приостановить маршрут
    .resume = Возобновить маршрут
    .transfer = Перевести в другую школу
    .tutor = Назначить, кто будет рядом
    .back = К списку людей
staff-card-place = Место работы: { $school }.
staff-card-routes = На маршрутах: { $role }, { $count ->
    [one] { $count } маршрут.
    [few] { $count } маршрута.
   *[many] { $count } маршрутов.
}

staff-whom = <b>Кому передать?</b> { $name } ведёт { $count ->
    [one] { $count } маршрут.
    [few] { $count } маршрута.
   *[many] { $count } маршрутов.
}
    .person = { $name }, { $position }
    .everybody = Все, кто может принять
    .nobody = Передать некому
    .back = Назад
    .example = «Сер»
staff-whom-found = { $asked ->
    [true] { $count ->
        [0] По запросу «{ $text }» никого не нашлось. Напишите другие буквы.
       *[other] По запросу «{ $text }» нашлось: { $count }.
    }
   *[false] { $count ->
        [0] Принять маршруты здесь пока некому. Об этом можно сказать методисту.
       *[other] Выберите коллегу или напишите несколько букв фамилии.
    }
}{ $more ->
    [0] {""}
   *[other] { " " }Показаны первые, ещё: { $more }.
}
staff-ask-number = <b>Номер приказа?</b> { $kind ->
    [hand_over] Напишите номер распорядительного акта о том, кто ведёт маршруты.
   *[other] Напишите номер распорядительного акта.
} Если приказа пока нет, нажмите «Нет».
    .example = «15-о»
staff-ask-dated = <b>От какого числа приказ?</b>
    .example = «12.05.2026»
staff-act = Приказ № { $number }, { $dated }.
staff-act-none = Приказа пока нет.
staff-order = { $state ->
    [done] <b>Маршруты переданы.</b>
    [dropped] <b>Передача отменена.</b>
   *[draft] <b>Передать маршруты?</b>
} Было: { $before } ({ $role }), станет: { $after }
    .carry-out = Передать
    .other = Другой человек
    .act = Другой приказ
    .go-on = Продолжить
    .drop = Не передавать
staff-order-moves = Перейдёт всё, что в работе: { $routes ->
    [one] { $routes } маршрут
    [few] { $routes } маршрута
   *[many] { $routes } маршрутов
}, отчётов ждут { $reports }, планов ждут { $plans }, вопросов { $questions }. Сказанное и сделанное раньше остаётся за автором.
staff-order-own = Вести и проверять свой маршрут нельзя. Этот маршрут остаётся как есть, для него нужен другой человек: { $name }
staff-order-over = { $state ->
    [done] Эти маршруты уже переданы.
   *[dropped] Эта передача уже отменена.
}
staff-done = <b>Готово.</b> { $name } ведёт теперь ещё { $routes ->
    [one] { $routes } маршрут
    [few] { $routes } маршрута
   *[many] { $routes } маршрутов
}. Педагоги узнают об этом от бота.
staff-dropped = Ничего не изменилось.
staff-escalated = { $count ->
    [0] Методистов в боте пока нет. Позвоните в центр.
   *[other] Методист узнает об этом. Пока всё остаётся как есть.
}
staff-nothing-left = Передавать уже нечего: маршруты перешли раньше.
staff-own-only = { $name } не может вести свой маршрут. Выберите другого человека.
staff-not-in-office = { $name } уже не работает в этой должности. Выберите другого человека.
staff-handed-over = Маршрут передан, теперь его ведёт { $name }

staff-changed = <b>Ваш маршрут теперь ведёт { $by }</b> (вместо { $before }) План, отчёты и вопросы уже переданы, отправлять заново ничего не нужно.
staff-changed-times = Время консультации не сохранилось: договоритесь о нём заново.
staff-received = <b>Вам переданы маршруты:</b> { $routes ->
    [one] { $routes } маршрут
    [few] { $routes } маршрута
   *[many] { $routes } маршрутов
} (до Вас: { $before })
staff-received-waiting = Ждут Вас: отчётов { $reports }, планов { $plans }, вопросов { $questions }.
staff-given = <b>Маршруты переданы:</b> { $routes ->
    [one] { $routes } маршрут
    [few] { $routes } маршрута
   *[many] { $routes } маршрутов
}, теперь там { $by } Ваши решения и рецензии сохранены. Спасибо Вам за работу.
staff-nobody = <b>Нужна замена.</b> { $by } ({ $school }) не находит, кому передать { $routes ->
    [one] { $routes } маршрут
    [few] { $routes } маршрута
   *[many] { $routes } маршрутов
}. Сейчас там { $name }
    .open = Выбрать замену

staff-card-office = { $acting ->
    [true] И. о.: { $role }
   *[false] { $role }
}, с { $since }{ $open ->
    [true] {""}
   *[false] { " " }по { $until }
}
staff-card-past = Раньше: { $office }
staff-card-no-office = Должности здесь нет.

staff-ask-role = { $kind ->
    [acting] <b>Чьи обязанности временно исполняет { $name }?</b>
   *[appoint] <b>Какая должность?</b> { $name }
}
staff-ask-starts = <b>С какого дня?</b> Напишите дату или выберите.
    .example = «1 октября»
staff-ask-ends = { $kind ->
    [end] <b>Последний день в должности?</b> После него права закончатся сами.
   *[acting] <b>По какой день включительно?</b> После него права закончатся сами.
}
    .example = «31 октября»
staff-office-order = { $state ->
    [done] <b>Готово.</b>
    [dropped] <b>Отменено.</b>
   *[draft] <b>{ $kind ->
        [end] Завершить полномочия?
        [acting] Назначить на время?
       *[appoint] Назначить?
    }</b>
} { $name }{ $known ->
    [true] { $kind ->
        [acting] , и. о.: { $role }
       *[other] , { $role }
    }
   *[false] {""}
}
    .carry-out = Подтвердить
    .mend = Изменить
    .drop = Не нужно
    .hand-over = Передать маршруты
staff-office-days = { $told ->
    [both] С { $starts } по { $ends } включительно.
    [starts] С { $starts }.
    [ends] Последний день: { $ends }.
   *[none] Дни пока не названы.
}
staff-office-leaves = Вместе с должностью закончится место в командах маршрутов: { $routes }. Там остаются другие коллеги.
staff-office-alone = Сначала передайте маршруты, больше некому проверять там отчёты: { $routes ->
    [one] { $routes } маршрут
    [few] { $routes } маршрута
   *[many] { $routes } маршрутов
}.
staff-office-done = <b>Готово.</b> Бот сообщит об этом человеку.
staff-office = { $kind ->
    [end] <b>Ваши полномочия завершаются:</b> { $role }
    [acting] <b>Вы временно исполняете обязанности:</b> { $role }
   *[appoint] <b>Ваша новая должность:</b> { $role }
}, { $school }.
    .menu = Что здесь можно
staff-office-over-already = Эта должность уже завершена, последний день: { $until }.
staff-holds-already = Эта должность уже есть, с { $since }.
staff-last-of-team = Сначала передайте маршруты ({ $routes }): больше некому проверять отчёты.
staff-not-yourself = Свою должность меняет кто-то другой: руководитель или методист.

staff-card-alone = Рядом с этим маршрутом пока никого нет.
staff-tutor = <b>Кто будет вести маршрут?</b> Человек узнает об этом сразу.
staff-tutor-done = <b>Готово.</b> Маршрут ведёт { $name }
staff-tutor-already = Рядом с этим маршрутом уже кто-то есть.
staff-tutor-assigned = { $own ->
    [true] <b>Ваш маршрут ведёт { $tutor }</b> Планы, отчёты и вопросы идут туда.
   *[false] <b>Вам поручен маршрут:</b> { $teacher } Всё, что ждёт Вашего слова, есть в меню.
}
