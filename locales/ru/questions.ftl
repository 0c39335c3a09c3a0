## Вопросы чат-форм: один вопрос – один ответ

questions-number = Вопрос { $number } из { $total }
questions-given = Сейчас записано: { $value }
questions-picked = Выбрано: { $value }
questions-listed = { $first }, { $rest }
questions-ask =
    .option = { $label }
    .marked = { $label } ({ $mark })
    .chosen = ✓ { $label } (записано)
    .picked = ✓ { $label } (выбрано)
    .done = Готово
    .more = Ещё варианты
    .tomorrow = Завтра: { $day }
    .week = Через неделю: { $day }
    .month = Через месяц: { $day }
    .several-days = Несколько дней
    .one-day = Один день
    .skip = { $kind ->
        [choice] Пропустить
        [email] Не указывать
        [phone] Не указывать
       *[other] Нет
    }
    .keep = Оставить как есть
    .back = Назад
    .later = Отложить
    .leave = Назад, без изменений
questions-echo = <b>{ $day }</b>. Верно?
    .yes = Да
    .again = Изменить дату
questions-offer =
    .right = Верно
    .mend = Исправить
questions-offer-tap = Здесь нужна кнопка: «Верно» или «Исправить». Сообщение не записано.
questions-echo-period = <b>С { $first } по { $last }</b>. Верно?
questions-past = Эта дата уже прошла.
questions-weekend = Это выходной день.
questions-holiday = Это нерабочий день: { $name }.
questions-own-words = Напишите своими словами, одним сообщением.{ $example }
questions-example = {" "}Например: { $words }

answer-control = В тексте есть знак, который не читается. Наберите ответ ещё раз.{ $example }
answer-empty = Ответ получился пустым. Напишите его словами.{ $example }
answer-too-short = Ответ слишком короткий: знаков { $length }, нужно от { $minimum }.{ $example }
answer-too-long = Ответ слишком длинный: знаков { $length }, поместится { $maximum }. Можно короче.{ $example }
answer-not-offered = Такого варианта нет. Нажмите одну из кнопок.{ $example }
answer-too-few = Выбрано { $count }, нужно от { $minimum }.{ $example }
answer-too-many = Выбрано { $count }, можно до { $maximum }.{ $example }
date-impossible = Такой даты нет: «{ $typed }».{ $example }
date-unclear = Не получилось понять дату: «{ $typed }».{ $example }
date-too-early = { $day } – слишком рано, нужно не раньше: { $limit }.
date-too-late = { $day } – слишком поздно, нужно не позже: { $limit }.
number-unclear = Нужно число.{ $example }
number-out-of-bounds = Нужно число от { $minimum } до { $maximum }.{ $example }
answer-email = Это не похоже на адрес почты. Проверьте знак @ и точку.{ $example }
answer-phone = Это не похоже на номер телефона: нужно 10 цифр после 8 или +7.{ $example }
answer-years = Нужно целое число лет, одними цифрами. Меньше года – напишите 0.{ $example }
answer-years-out = Столько лет не получится: нужно число от { $minimum } до { $maximum }.
answer-hours = Нужно число часов от 1 до { $maximum }, например 72.
answer-courses = Не получилось прочитать: «{ $line }». Нужны название, часы и год, например: Читательская грамотность, 36, 2025
