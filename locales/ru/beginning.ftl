## С чего начать маршрут, вопросы для самопроверки, ожидаемые достижения (S002)

beginning = <b>Почему Вы начинаете маршрут?</b> Нажмите или напишите своими словами.

    { $required ->
        [true] По положению маршрут есть у каждого педагога{ $clause }.
       *[false] Маршрут не обязателен{ $clause }: это Ваш выбор.
    }
    .reason = { $chosen ->
        [true] ✓ { $title }
       *[false] { $title }
    }
    .forget = Убрать свои слова
    .quiz = Вопросы для самопроверки: { $done } из { $total }
    .plan = К плану
    .example = «Хочу вести профильный класс»
beginning-reason = – { $title }
beginning-attestation = Маршрут поможет на аттестации: отчёты, подтверждения и продукты бот соберёт в портфолио одним архивом.
beginning-own = Своими словами: { $own }
beginning-kept = Записано.
beginning-pupils = Похоже на список учеников: фамилии и оценки детей бот не хранит. Напишите без них.
beginning-quiz = <b>Вопрос { $number } из { $total }</b>

    { $question }

    Подумайте и сравните с текстом. Ответ никуда не записывается.
    .answer = Показать, что в тексте
    .on = Следующий вопрос
    .back = Назад
beginning-quiz-answer = <b>{ $question }</b>

    «{ $words }» ({ $clause })
beginning-expected = <b>Ожидаемые достижения</b> по направлениям: написано { $said } из { $total }. Они войдут в дорожную карту.
    .open = Ожидаемые достижения
    .write = { $said ->
        [true] Изменить: { $direction }
       *[false] Написать: { $direction }
    }
    .back = К плану
beginning-expected-line = <b>{ $direction }</b>: { $text }
beginning-expected-ask = <b>{ $direction }.</b> Чего Вы ждёте от этого направления? Одного предложения хватит.
    .back = Назад
    .example = «Разработаю пять уроков с приёмами смыслового чтения»
