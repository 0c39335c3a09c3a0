## Самоанализ педагога

self-analysis = <b>Самоанализ.</b> Ответов: { $answered } из { $total }. Четыре коротких вопроса, они войдут в выводы.
    .answer = Ответить
    .anew = Изменить ответы
    .survey = { $done ->
        [true] Изменить оценки
       *[false] Три вопроса о маршруте
    }
self-analysis-said = { $code ->
    [changed] Изменилось
    [pupils] У учеников
    [hard] Трудности
   *[ahead] Дальше
}: { $text }
self-analysis-changed = <b>Что изменилось в Вашей работе?</b>
    .example = На каждом уроке есть задание на смысловое чтение.
self-analysis-pupils = <b>Что это дало ученикам?</b>
    .example = Дети увереннее отвечают по тексту.
self-analysis-hard = <b>Что было трудно?</b>
    .example = Не хватало времени на подготовку.
self-analysis-ahead = <b>Что дальше?</b>
    .example = Провести мастер-класс для коллег.
self-analysis-survey = Вопрос { $number } из { $total }. <b>{ $question }</b>
    .how = { $how ->
        [yes] Да
        [partly] Отчасти
       *[no] Нет
    }
    .back = Назад
self-analysis-thanks = Спасибо, ответы сохранены.
self-analysis-asked = Подводятся итоги Вашего маршрута. Нужен Ваш самоанализ ({ $clause }): четыре коротких вопроса.
    .open = Ответить
