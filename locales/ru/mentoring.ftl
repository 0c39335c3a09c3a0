## Наставничество: программа пары или группы

mentoring-menu = Наставничество{ $waiting ->
    [0] {""}
   *[other] { " " }(ждут Вас: { $waiting })
}
mentoring = <b>Программы наставничества.</b> { $count ->
    [0] { $begins ->
        [true] Начните первую: бот спросит по шагам, почти всё кнопками.
        [school] Своих программ у Вас нет. Все программы школы открываются кнопкой ниже.
       *[false] Пока ни одной. Когда наставник начнёт программу с Вами, бот напишет сам.
    }
   *[other] Откройте нужную.
}
    .begin = Начать программу
    .school = Программы школы
mentoring-line = { $problem }: { $state ->
    [draft] черновик
    [waiting] ждёт согласия
    [active] идёт
    [reported] итог
   *[closed] завершена
}
mentoring-unnamed = Без названия
mentoring-back = К списку программ
mentoring-to-card = К программе
mentoring-open = Открыть программу
mentoring-later = Отложить
mentoring-card = <b>Программа наставничества</b>: { $problem } – { $state ->
    [draft] черновик
    [waiting] ждёт согласия
    [active] идёт
    [reported] подводятся итоги
   *[closed] завершена
}.
    .note = Пояснительная записка
    .plan = План
    .meeting = Встреча была
    .end = Подвести итог
    .close = Закрыть, не дожидаясь
    .replace = Сменить наставника
    .people = Участники
    .go-on = Продолжить заполнение
    .send = Отправить на согласие
    .remove = Убрать черновик
    .take-back = Забрать и изменить
mentoring-nobody = пока никого
mentoring-term = Срок: с { $starts } по { $ends }
mentoring-term-short = Срок короче принятого: программа рассчитана на срок от { $least } месяцев{ $clause }. Её можно отправить с пояснением.
mentoring-term-long = Срок длиннее принятого: программа рассчитана на срок до { $most ->
    [12] 1 года
   *[other] { $most } месяцев
}{ $clause }. Её можно отправить с пояснением.
mentoring-term-reason = Пояснение к сроку: { $reason }
mentoring-missing = Осталось ответить: { $count ->
    [one] { $count } вопрос.
    [few] { $count } вопроса.
   *[many] { $count } вопросов.
}
mentoring-wish = Пожелание: { $wish }
mentoring-awaited = Ждём согласия ({ $names }).{ $mine ->
    [true] { " " }Нужно и Ваше слово.
   *[false] {""}
}

mentoring-way = <b>Как создаётся программа?</b> Вместе или наставником: в обоих случаях наставляемый всё увидит до начала.
    .joint = Вместе с наставляемым
    .acknowledged = Пишет наставник, наставляемый знакомится
mentoring-people-ask = { $role ->
    [mentor] <b>Кто ещё наставник?</b> Это необязательно.
   *[mentee] <b>С кем программа?</b> Один человек или группа.
}
mentoring-people-find = { $count ->
    [0] { $letters ->
        [true] Таких коллег не нашлось. Напишите другие буквы фамилии.
       *[false] Чтобы найти коллегу, напишите начало фамилии.
    }
   *[other] Нажмите на фамилию или напишите её начало.
}
mentoring-people = Наставник: { $mentors }; наставляемые: { $mentees }
    .in = ✓ { $name } (убрать)
    .add = { $name }
    .on = Дальше
    .mentors = Добавить наставника
    .mentees = К наставляемым
    .example = «Иван»
mentoring-note-ask = <b>{ $ask }</b>
mentoring-note-ask-own = <b>{ $ask }</b> Нажмите кнопку или напишите своими словами.
mentoring-note-members = <b>Участники.</b> { $who }
mentoring-who = Наставник: { $mentors }; наставляемые: { $mentees }
mentoring-months = { $count ->
    [one] { $count } месяц
    [few] { $count } месяца
   *[many] { $count } месяцев
}
mentoring-months-unclear = Напишите число месяцев цифрой, от 1 до { $most }. Например: «5».
mentoring-note-kept = Записано.
mentoring-note-later = Всё записано. Можно продолжить в любой день, осталось { $count ->
    [one] { $count } вопрос.
    [few] { $count } вопроса.
   *[many] { $count } вопросов.
}
mentoring-note = <b>Пояснительная записка</b>: { $problem }
    .change = Изменить ответ
mentoring-note-line = <b>{ $title }:</b> { $value }
mentoring-note-dates = { $starts } – { $ends }
mentoring-note-empty = пока нет ответа
mentoring-note-which = <b>Что изменить?</b>
    .field = { $title }
    .months = Сроки: сколько месяцев
mentoring-pupils = Похоже на список учеников, поэтому не записано. Имена детей здесь не нужны: напишите без них.
mentoring-remove = Убрать черновик «{ $problem }»? Вернуть его будет нельзя.
    .yes = Да, убрать
    .no = Оставить
mentoring-removed = Черновик убран.

mentoring-sent = <b>Отправлено.</b> Программа начнётся, когда согласие дадут все.
mentoring-reason = <b>Почему такой срок?</b> Напишите одним сообщением: пояснение увидят все участники.
    .example = «Учитель уходит в отпуск через два месяца»
mentoring-asked = <b>Программа наставничества: { $problem }.</b> { $by } { $reads ->
    [true] просит ознакомиться с программой.
   *[false] просит Вашего согласия.
}
mentoring-word =
    .agrees = Даю согласие
    .reads = Ознакомлен(а)
    .wish = Хочу иначе
mentoring-assented = Ваше слово записано.
mentoring-assented-already = Ваше слово уже записано.
mentoring-taken-back = Программа снова у Вас.
mentoring-begun = <b>Программа наставничества началась:</b> { $problem }. Согласие дали все.
mentoring-wish-ask = <b>Что изменить в программе «{ $problem }»?</b> Напишите одним сообщением, наставник получит его сразу.
    .example = «Лучше встречаться раз в две недели»
mentoring-wish-sent = <b>Отправлено.</b> После правок программа придёт Вам снова.
mentoring-wished = <b>{ $by } предлагает изменить программу «{ $problem }»:</b> { $wish }

mentoring-plan = <b>План мероприятий</b>: { $problem }. { $count ->
    [0] Пока пусто: добавьте первую строку.
   *[other] Сделано { $done } из { $count }.
}
    .add = Добавить строку
mentoring-row-new = Новая строка
mentoring-row-line = { $done ->
    [true] ✓ { $activity }, { $on }
   *[false] { $activity }, { $on }
}
    .open = { $activity }: закончить строку
mentoring-row-direction = <b>Какое направление?</b> Нажмите кнопку или напишите своими словами.
mentoring-row-activity = <b>Что будете делать?</b> Нажмите кнопку или напишите своими словами.
    .example = «Взаимное посещение уроков»
mentoring-row-date = <b>До какого дня?</b>
mentoring-row-responsible = <b>Кто отвечает?</b>
mentoring-row-kept = Записано.
mentoring-row-outside = Этот день вне срока программы: с { $starts } по { $ends }.
mentoring-row = <b>{ $activity }</b>, { $on }. Направление: { $direction }. Отвечает { $who }
    .done = Сделано
    .undone = Снять отметку
    .date = Изменить день
    .responsible = Изменить ответственного
    .remove = Убрать строку
    .back = К плану
mentoring-row-done = Сделано: { $on }
mentoring-row-removed = Строка убрана.
mentoring-rows-enough = В плане уже { $most } строк. Уберите лишнюю, чтобы добавить новую.
mentoring-meeting = <b>Встреча { $on }.</b> Кто был? Отмечены все: снимите отметку с тех, кого не было. Другой день можно написать.
    .note = Записать
    .who = { $there ->
        [true] ✓ { $name }
       *[false] { $name }: нет
    }
    .yesterday = Встреча была вчера
mentoring-meeting-nobody = Отметьте хотя бы одного наставника и одного наставляемого.
mentoring-meeting-future = { $on } ещё не наступило. Запишите встречу, когда она пройдёт.
mentoring-met-noted = Встреча записана.
mentoring-met = <b>Встреча { $on }.</b> Были: { $names }
    .example = «Разобрали урок, договорились о следующем»
    .plan = Это по плану: { $title }
    .off = Убрать запись
    .log = Встречи
mentoring-met-add = { $mine ->
    [true] Можно прислать одно предложение или фото. Это необязательно.
   *[false] Можно добавить слово от себя: напишите одно предложение.
}
mentoring-met-words = О встрече: { $words }
mentoring-met-said = { $name }: { $words }
mentoring-met-removed = Запись убрана.
mentoring-met-told = { $by } записывает: Вы были на встрече { $on }. Программа: { $problem }.
    .add = Добавить слово
mentoring-log = <b>Встречи</b>: { $problem }. { $count ->
    [0] Пока ни одной.
   *[other] Записано: { $count }.
}
mentoring-log-line = { $on }: { $names }
mentoring-progress = { $name }: встречи { $met } из { $meetings }, план { $done } из { $rows }
mentoring-progress-all = Встреч: { $meetings }, план: { $done } из { $rows }

mentoring-end = <b>Итог программы</b>: { $problem }. Что получилось?
    .outcome = { $title }
mentoring-end-words = <b>{ $outcome }.</b> Расскажите одним сообщением, что сделано и что дальше.
    .example = «Уроки стали спокойнее, дальше возьмём оценивание»
    .back = Выбрать другой итог
mentoring-end-sent = <b>Итог записан.</b> Теперь слово за наставляемыми, потом программа закроется.
mentoring-outcome = Итог: { $outcome }. { $words }
mentoring-unsaid = Ждём слов наставляемых ({ $names }).
mentoring-reported = <b>Программа наставничества завершается:</b> { $problem }. { $by } пишет: { $outcome }. { $words }
    .own = Сказать своими словами
mentoring-own-words = <b>Что дала Вам программа «{ $problem }»?</b> Напишите одним сообщением. Можно и без слов.
    .example = «Урок теперь планирую за полчаса»
    .none = Без слов
mentoring-own-kept = { $closed ->
    [true] <b>Записано.</b> Программа завершена.
   *[false] <b>Записано.</b> Программа закроется, когда выскажутся остальные.
}
mentoring-closed = <b>Программа наставничества завершена:</b> { $problem }.
mentoring-closed-now = Программа закрыта.
mentoring-next = Начать следующую
mentoring-next-begun = <b>Следующая программа.</b> Участники те же, форма и порядок встреч перенесены: их можно изменить в записке.

mentoring-school = { $count ->
    [0] Сейчас программ наставничества в школе нет.
   *[other] <b>Программы наставничества школы:</b> { $count }. Нажмите, чтобы открыть бумаги или сменить наставника.
}
    .back = К программам школы
    .over = Завершённые программы
mentoring-school-over = { $count ->
    [0] Завершённых программ наставничества в школе пока нет.
   *[other] <b>Завершённые программы наставничества школы.</b> Последние сверху, у каждой есть записка и план.
}
    .earlier = Более ранние
mentoring-read-outcome = Итог: { $outcome }
mentoring-read-note =
    .pdf = Записка (PDF)
    .word = Записка (Word)
mentoring-read-plan =
    .pdf = План (PDF)
    .word = План (Word)
mentoring-school-line = { $mentors }: { $problem }
mentoring-replace = <b>Другой наставник</b>: { $problem }.
mentoring-replace-who = Кто из наставников уходит?
mentoring-replace-by = { $count ->
    [0] Заменить пока некем: других наставников школа ещё не назвала.
   *[other] Кто будет вместо: { $name }? Записи о встречах останутся.
}
mentoring-replaced-now = <b>Готово.</b> Программу «{ $problem }» ведёт { $mentors }; записи остались, участники узнают сразу.
mentoring-replaced = { $place ->
    [comes] <b>Теперь Вы наставник в программе</b> «{ $problem }» вместо: { $before }. Записи о встречах сохранены.
    [leaves] Программу «{ $problem }» вместо Вас ведёт { $comes }. Спасибо Вам за работу.
   *[stays] В программе «{ $problem }» теперь другой наставник: { $comes } вместо { $before }. Записи о встречах сохранены.
}
mentoring-gone = { $name } больше не наставник, а программа «{ $problem }» идёт. Можно назвать другого: записи о встречах останутся.
    .replace = Назвать другого наставника
mentoring-quiet = Программа «{ $problem }»: с { $last } встреч не записано. Если встречались, это два нажатия. Если нет, ничего страшного.
mentoring-ends = { $over ->
    [true] Срок программы «{ $problem }» был по { $on }. Итог можно подвести сейчас.
   *[false] Программа «{ $problem }» рассчитана по { $on }. Когда будете готовы, подведите итог.
}

mentoring-outdated = Программа уже изменилась. Вот как сейчас.
mentoring-gone-on = { $state ->
    [draft] Программу сейчас правят, слово понадобится позже.
    [waiting] Программа ждёт согласия участников.
    [active] Программа уже идёт.
    [reported] Итог программы уже записан.
   *[closed] Программа уже завершена.
}
mentoring-is-looked-at = Программу смотрят участники. Чтобы изменить её, сначала заберите обратно.
mentoring-member-there = Этот человек уже участвует.
mentoring-members-enough = Участников уже { $most }. Для остальных начните ещё одну программу.
mentoring-last-mentor = Без наставника программы нет. Сначала добавьте другого.
mentoring-no-mentee = Сначала выберите, с кем программа.
mentoring-not-whole = В записке ещё не всё заполнено. Нажмите «Продолжить заполнение».
mentoring-reason-needed = Срок отличается от принятого: нужно короткое пояснение.
mentoring-said-already = Ваши слова уже записаны.
mentoring-row-outdated = Эта строка плана уже изменилась. Вот как сейчас.
mentoring-meeting-outdated = Эта запись о встрече уже изменилась. Вот как сейчас.

mentoring-paper =
    .pdf = Скачать PDF
    .word = Word
