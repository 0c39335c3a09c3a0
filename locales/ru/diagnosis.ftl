## Самодиагностика

diagnosis-intro = <b>Самодиагностика</b>

    { $total ->
        [one] { $total } утверждение
        [few] { $total } утверждения
       *[many] { $total } утверждений
    } о Вашей работе, на каждое один ответ кнопкой. Это { $total ->
        [40] 7–10
       *[other] 10–15
    } минут, можно с перерывами: каждый ответ сохраняется.

    Это не экзамен: по ответам подбираются мероприятия. { $voluntary ->
        [true] Участие добровольное ({ $clause }).
       *[other] Положение начинает с неё ({ $clause }); можно и отложить.
    }
    .begin = Начать
    .manager = Для руководителя: вопросов { $total }
    .decline = Не участвую
diagnosis-none = По Вашему положению анкеты самодиагностики нет: о достижениях, ресурсах и затруднениях Вы пишете своими словами, в меню.
diagnosis-declined-now = Записано: Вы не участвуете в диагностике ({ $voluntary ->
        [true] участие добровольное, { $clause }
       *[other] { $clause }
    }).

    Маршрут строится тогда по Вашим запросам и затруднениям. Передумать можно в любой день.
    .plan = К плану мероприятий
diagnosis-declined = Вы отказались от самодиагностики { $at } ({ $voluntary ->
        [true] участие добровольное, { $clause }
       *[other] { $clause }
    }).

    Если передумаете: { $total } утверждений, { $total ->
        [40] 7–10
       *[other] 10–15
    } минут, можно с перерывами.
diagnosis-long-pause = { $done ->
    [true] Вы ответили на все вопросы самодиагностики, их { $total }. Осталось назвать затруднения и сделать вывод.
   *[other] Вы остановились на вопросе { $number } из { $total }.
}

    Продолжить: прежние ответы остаются, вопросы идут дальше с этого места.
    Начать заново: с первого вопроса, прежние ответы в результат не войдут.
    .resume = Продолжить
    .again = Начать заново
diagnosis-again = Начать с первого вопроса? { $answered ->
    [0] Ответов пока нет.
    [one] Есть { $answered } ответ из { $total }, в результат он не войдёт.
    [few] Есть { $answered } ответа из { $total }, в результат они не войдут.
   *[many] Есть { $answered } ответов из { $total }, в результат они не войдут.
}
    .yes = Да, с первого вопроса
    .resume = Нет, продолжить
diagnosis-retake = Пройти самодиагностику заново? { $total ->
    [one] { $total } утверждение
    [few] { $total } утверждения
   *[many] { $total } утверждений
}, { $total ->
        [40] 7–10
       *[other] 10–15
    } минут, можно с перерывами.

    Нынешний результат останется, изменить его будет уже нельзя. Новый можно будет сравнить с ним.
    .stay = Нет, оставить как есть
diagnosis-question = <b>Вопрос { $number } из { $total }</b>

    { $statement }
    .step = { $label }
    .given = ✓ { $label } (Ваш ответ)
    .back = Назад
    .pause = Пауза
    .keep = Оставить прежний ответ
diagnosis-paused = Сохранено: ответов { $answered } из { $total }. Продолжить можно в любой день с того же места.
    .resume = Продолжить
    .change = Изменить прежний ответ
    .earlier = Прежние результаты
    .stay = Оставить прежний результат
diagnosis-earlier-stays = Прежний результат остаётся в силе.
diagnosis-recomputed = Ответ изменён, результат посчитан заново.
diagnosis-outdated = Этот ответ уже записан. Вот где Вы сейчас.
diagnosis-closed = Самодиагностика уже закончена. Изменить ответ можно в результате.
diagnosis-earlier = Это прежний результат, он уже не меняется. Вот нынешний.
diagnosis-no-result = Результата здесь нет. Вот как сейчас.
diagnosis-nothing-to-compare = Сравнивать пока не с чем: нужен второй результат.
diagnosis-not-finished = Есть ответы на { $answered } из { $asked }. Осталось ответить на остальные.
diagnosis-enough-notes = Своими словами можно добавить до { $most } пунктов, этого достаточно.

diagnosis-notes = { $number ->
    [0] {""}
   *[other] <b>Шаг { $number } из { $total }.</b>{" "}
}{ $kind ->
    [difficulty] Что из этого вызывает затруднения?
    [need] В чём Вам нужны помощь или обучение?
   *[strength] Что Вы можете показать коллегам?
}

    { $offered ->
        [0] По ответам предложить нечего. Можно добавить своими словами или пойти дальше.
       *[other] Отметьте кнопками. Можно ничего не отмечать.
    }
    .choice = { $label }
    .marked = ✓ Отмечено: { $label }
    .own = Добавить своими словами
    .on = Дальше
    .done = Готово
diagnosis-note-own = • { $text }
diagnosis-own-note = Напишите одним сообщением, { $kind ->
    [difficulty] что вызывает затруднения.
    [need] в чём нужны помощь или обучение.
   *[strength] что Вы можете показать коллегам.
}
    .example = Например: «Трудно удержать внимание восьмого класса».

diagnosis-conclusion = <b>Шаг { $number } из { $total }.</b> Ваш вывод ({ $clause }). Так получается по ответам; можно согласиться или сказать своими словами.
    .agree = Согласиться
    .own = { $side ->
        [strong] Сильная сторона: своими словами
       *[weak] Что развивать: своими словами
    }
    .strengths = Отметить, что могу показать
    .skip = Пока без вывода
diagnosis-side = <b>{ $side ->
    [strong] Сильная сторона:
   *[weak] Что развивать:
}</b> { $words }
diagnosis-outgrown = <i>Вывод сделан до последних изменений.</i>
diagnosis-ready = { $side ->
    [strong] { $even ->
        [true] все компетенции развиты ровно ({ $score }{"\u00A0"}%).
       *[false] { $group } ({ $score }{"\u00A0"}%).
    }{ $count ->
        [0] {""}
       *[other] {" "}Могу показать: { $examples }.
    }
   *[weak] { $even ->
        [true] ни одна компетенция не отстаёт от других.
       *[false] в первую очередь { $group } ({ $score }{"\u00A0"}%).
    }{ $count ->
        [0] {""}
       *[other] {" "}Пока трудно: { $examples }.
    }
}
diagnosis-own-side = Напишите одним сообщением, { $side ->
    [strong] в чём Ваша сильная сторона.
   *[weak] что Вам важно развивать.
}
    .example = Например: «Умею объяснить трудную тему просто».
    .ready = Вернуть готовое предложение

diagnosis-score = <b>{ $competency }</b>: { $score }{"\u00A0"}% – { $competence }; { $deficit }
diagnosis-gap = <i>{ $score }{"\u00A0"}% попадает в пробел таблицы; по правилу – { $deficit }.</i>
diagnosis-overall = <b>Общий: { $score }{"\u00A0"}%</b> ({ $formula }).
diagnosis-of-each = Как считается процент: { $formula }.
diagnosis-and = { $first }; { $second }
diagnosis-note-line = { $kind ->
    [difficulty] Затруднения
    [need] Запросы
   *[strength] Сильные стороны
}: { $words }{ $more ->
    [0] {""}
   *[other] ; и ещё { $more }
}
diagnosis-result = <b>Результат самодиагностики</b>, { $on }
    .plan = К плану мероприятий
    .sources = Все источники диагностики
    .share = Показать { $to }
    .shared = Показано { $to }
    .compare = Сравнить с прежним
    .ways = Что рекомендуется
    .picture = Таблица и картинка
    .edit = Изменить или пройти заново
diagnosis-result-earlier = <b>Прежний результат самодиагностики</b>, { $on }. Он не меняется.
diagnosis-seen = { $changed ->
    [true] Изменён { $at }.{" "}
   *[false] {""}
}{ $shared ->
    [true] Результат видит и { $who }.
   *[false] Результат видите только Вы.
}
diagnosis-edit = Что изменить? Результат посчитается заново сразу.
    .answer = Изменить ответ
    .notes = Затруднения и запросы
    .conclusion = Мой вывод
    .again = Пройти заново
    .earlier = Прежние результаты: { $count }
diagnosis-earlier-list = { $count ->
    [0] Прежних результатов нет.
    [one] Прежний результат. Его можно прочитать, он не меняется.
    [few] Прежние результаты. Их можно прочитать, они не меняются.
   *[many] Прежние результаты. Их можно прочитать, они не меняются.
}
    .one = Результат, { $on }

diagnosis-sharing = Показать результат? { $readers ->
    [0] Рядом с Вами на маршруте пока никого нет: увидит, кто появится.
    [one] Его увидит только:
    [few] Его увидят только:
   *[many] Его увидят только:
}
    .yes = Показать
    .no = Не сейчас
diagnosis-sharing-reader = • { $name }
diagnosis-sharing-what = Будет видно: уровни, затруднения, запросы, сильные стороны, Ваш вывод. Отдельные ответы видны только Вам. Забрать результат обратно можно в любой день.
diagnosis-sharing-shown = Вы показали результат { $at }. { $opened ->
    [0] Его пока никто не открывал.
   *[other] Его открыли:
}
diagnosis-sharing-back = Если забрать обратно, открыть его больше будет нельзя. Что уже прочитано, останется прочитанным.
    .yes = Больше не показывать
diagnosis-sharing-opened = • { $name }, { $at }
diagnosis-shared-now = Теперь результат может открыть и { $who }.
diagnosis-taken-back-now = Результат снова видите только Вы.
diagnosis-shared-already = Результат уже показан.
diagnosis-taken-back-already = Результат и так видите только Вы.

diagnosis-comparison = <b>Сравнение самодиагностик</b>
    { $earlier } → { $later }
diagnosis-comparison-line = <b>{ $competency }</b>: { $measured ->
    [earlier] было { $earlier }{"\u00A0"}%, в новой не спрашивали
    [later] теперь { $later }{"\u00A0"}%, раньше не спрашивали
   *[both] { $earlier } → { $later }{"\u00A0"}%, { $way ->
        [more] на { $points }{"\u00A0"}п.п. больше
        [less] на { $points }{"\u00A0"}п.п. меньше
       *[same] без изменений
    }
}
diagnosis-comparison-between = Между ними принято отчётов: { $accepted }.
diagnosis-comparison-editions = Утверждения за это время поменялись, поэтому сравнение приблизительное.
diagnosis-table =
    .competency = Компетенции
    .score = %
    .level = Уровень
    .before = Раньше
    .after = Позже
    .difference = Разница, п.п.
diagnosis-cell = { $words }
diagnosis-cell-score = { $score }{"\u00A0"}%
diagnosis-cell-none = нет ответа
diagnosis-cell-difference = { $measured ->
    [both] { $way ->
        [more] +{ $points }
        [less] −{ $points }
       *[same] 0
    }
   *[other] –
}
diagnosis-ways = <b>Что рекомендуется</b>
diagnosis-way = { $mine ->
    [true] <b>{ $printed } – { $deficit }</b> (есть в Вашем результате)
   *[other] { $printed } – { $deficit }
}: { $way }
diagnosis-boundary = <i>Правило границ: { $rule }. Источник: { $source }.</i>
diagnosis-list = Ответы { $first }–{ $last } из { $total }. Нажмите на тот, который хотите изменить.
    .given = { $number }. { $words }: { $answer }
    .earlier = Раньше
    .later = Дальше

diagnosis-teachers = { $count ->
    [0] Пока за Вами нет маршрутов.
   *[other] <b>Самодиагностика педагогов</b>. Показать результат может только сам педагог.
}
    .open = Результат: { $teacher }
    .link = Самодиагностика педагогов
diagnosis-teacher = <b>{ $name }</b>: { $state ->
    [shown] результат показан Вам
    [finished] пройдена, результат пока не показан
    [declined] { $voluntary ->
        [true] не проводится, участие добровольное ({ $clause })
       *[other] пока не проводится ({ $clause })
    }
   *[open] пока не пройдена
}
diagnosis-shown = <b>{ $teacher }</b>: результат самодиагностики, { $on }. Педагог показывает его только команде маршрута.
diagnosis-shown-changed = Изменён { $at }, уже после того, как его показали.
diagnosis-shown-name = <b>{ $teacher }</b>
diagnosis-not-shared = { $teacher }: результат сейчас не показан.
diagnosis-shared = <b>{ $teacher }</b> показывает Вам результат самодиагностики.
diagnosis-changed = <b>{ $teacher }</b>: в результате самодиагностики, который Вам показан, есть изменения.
diagnosis-left-out = Не оценивалось по Вашему выбору: { $competencies }. «Общий» – среднее по остальным.
diagnosis-optional = <b>{ $competency }</b>: по положению оценивать не обязательно{ $clause }.

    Вопросов об этом не будет, а «общий» посчитается по остальным: { $rest }. Данные ответы сохранятся. Вернуть можно в любой день.
    .leave = Не оценивать эту компетенцию
    .out = Не оценивать: { $competency }
    .take-in = Оценить: { $competency }
    .yes = Не оценивать
    .no = Назад
diagnosis-optional-left = Записано: эта компетенция не оценивается.
diagnosis-optional-in = Записано: компетенция снова оценивается.
