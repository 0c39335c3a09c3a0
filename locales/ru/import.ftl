## Загрузка списков: что не так с файлом, строкой, ячейкой

## Загрузка списков в разговоре

import = <b>Загрузить список.</b> Пришлите сюда файл Excel (.xlsx), CSV или календарь (.ics).
    В файле могут быть люди, мероприятия, результаты диагностики или маршруты, пройденные на бумаге. Бот сам поймёт, что это, и покажет, что изменится.
    Без Вашего согласия ничего не загрузится.
import-no-file = Сюда можно прислать только таблицу файлом: .xlsx, .csv или .ics.
import-too-large = Файл больше { $most } МБ, Telegram его не отдаёт. Разделите таблицу на части и пришлите по одной.
import-outdated = С этим файлом уже что-то произошло. Ниже то, что есть сейчас.
import-state = { $state ->
    [received] Файл «{ $name }» у меня. Читаю его, ответ придёт сюда сообщением, обычно за минуту.
    [approved] Загружаю «{ $name }». Ответ придёт сюда сообщением.
    [same] В файле «{ $name }» нет ничего нового: всё уже загружено раньше.
    [cancelled] Файл «{ $name }» не загружен, ничего не изменилось.
   *[other] Файл «{ $name }» ждёт Вашего ответа.
}
import-card =
    .load = Загрузить
    .cancel = Не загружать
    .samples = Образец таблицы
    .send = К загрузке
import-samples = Какую таблицу показать для примера?
import-sample = { $kind ->
    [people] Образец: люди
    [catalogue] Образец: мероприятия
    [diagnosis] Образец: результаты диагностики
   *[finished] Образец: маршруты, пройденные на бумаге
}
import-sample-sent = Лишние столбцы из образца можно убрать. Заполненную таблицу пришлите сюда.
import-head = { $column ->
    [row] Строка
    [mend] Что исправить
    [number] Личный номер
    [name] ФИО
    [position] Должность
    [code] Личный код
   *[link] Ссылка для входа
}
import-head-own = { $title }
import-kind = <b>Что в файле «{ $name }»?</b>
    Столбцы: { $headings }.
    .option = { $kind ->
        [people] Люди
        [catalogue] Мероприятия
        [diagnosis] Результаты диагностики
       *[finished] Маршруты с бумаги
    }
import-column = Файл «{ $name }». <b>В каком столбце «{ $title }»?</b>
    Пример: { $example }. Если такого столбца нет, добавьте его в таблицу и пришлите её ещё раз.
    .option = { $heading }: { $sample }
    .teachers = Все в списке – педагоги
import-rest = Файл «{ $name }». Незнакомые столбцы ({ $count }): { $headings }.
    <b>Загрузить без них?</b>
    .leave = Да, без них
    .option = «{ $heading }» – это…
import-heading = <b>Что в столбце «{ $heading }»?</b>
    Первая ячейка: { $sample }.
    .option = { $title }
    .back = Назад
import-asks = В файле «{ $name }» не все столбцы понятны. Ответьте, пожалуйста, на короткий вопрос.
    .answer = Ответить
import-ready = <b>{ $kind ->
    [people] Люди
    [diagnosis] Результаты диагностики
    [finished] Маршруты с бумаги
   *[catalogue] Мероприятия
}: { $count }.</b> Файл «{ $name }» прочитан. Загрузить?
import-first = Первые: { $first }.
import-warnings = Возможно, повторы или странности: { $count }.
import-loaded = <b>Загружено.</b> Файл «{ $name }».
import-waiting = Ещё не вошли: { $count }. Для них можно получить личные коды. Прежние коды этих людей перестанут действовать.
    .give = Получить личные коды
import-codes = { $count ->
    [0] Все из этого списка уже вошли, новые коды никому не нужны.
   *[other] Личные коды в файле выше: { $count }. Дайте каждому только его код. Сохраните файл: второй раз эти коды не показываются.
}
import-faulty = <b>Файл «{ $name }» пока не загружен.</b> { $rows ->
    [one] Исправить нужно { $rows } строку.
    [few] Исправить нужно { $rows } строки.
   *[many] Исправить нужно { $rows } строк.
} Замечаний: { $count }.
    В файле выше стоит каждая строка и рядом – что исправить. Исправьте свою таблицу и пришлите её ещё раз.
import-refused = <b>Файл «{ $name }» не загружен.</b>
import-count-organisations-new = Новых организаций: { $count }.
import-count-organisations-changed = Изменится организаций: { $count }.
import-count-organisations-discreet = Организаций без имён в чате: { $count }.
import-count-people-new = Новых людей: { $count }.
import-count-people-changed = Изменения у людей: { $count }.
import-count-offices-new = Новых должностей: { $count }.
import-count-offices-ended = Должностей завершится: { $count }.
import-count-tutors = Новых сопровождающих у педагогов: { $count }.
import-count-teams = Маршрутов с новым сопровождающим: { $count }.
import-count-codes = Новых личных кодов: { $count }.
import-count-sheets = Справок с новостями для педагога: { $count }.
import-count-events-new = Новых мероприятий: { $count }.
import-count-events-changed = Изменено мероприятий: { $count }.
import-count-events-moved = Перенесено, люди узнают: { $count }.
import-count-events-off = Отменено, люди узнают: { $count }.
import-count-results-new = Новых результатов: { $count }. Каждый педагог узнает о своём.
import-count-results-changed = Исправлено результатов: { $count }. Каждый педагог узнает о своём.
import-count-finished-new = Новых записей в реестре: { $count }.

import-file-large = Файл больше { $most } МБ.
import-file-unreadable = Файл не открывается: { $error }.
import-file-empty = Файл пустой.
import-file-csv = Это не похоже на CSV. Сохраните таблицу как .xlsx.
import-file-no-header = В файле нет строки с названиями столбцов. Один из них должен называться { $column }.
import-file-password = Файл закрыт паролем. Сохраните его без пароля и пришлите ещё раз.
import-file-workbook = Таблица не открывается. Сохраните её как .xlsx и пришлите ещё раз.
import-file-no-sheet = Ни на одном листе нет столбца { $column }. Листы: { $sheets ->
    [none] нет
   *[other] { $sheets }
}.
import-file-no-table = Это не таблица. Подойдёт файл .xlsx или .csv.
import-file-calendar = Календарь не читается. Сохраните его заново и пришлите ещё раз.
import-file-columns = Лишние столбцы: { $unknown ->
    [none] нет
   *[other] { $unknown }
}; повторяются: { $doubled ->
    [none] нет
   *[other] { $doubled }
}; не хватает: { $missing ->
    [none] нет
   *[other] { $missing }
}. Возможные: { $known }.
import-file-no-rows = Под названиями столбцов нет { $what ->
    [people] людей
    [events] мероприятий
   *[other] строк
}.

import-file-hard = Файл слишком сложный: прочитать его не получилось. Сохраните таблицу заново как .xlsx, без картинок и лишних листов.
import-file-gone = Telegram больше не отдаёт этот файл. Пришлите его ещё раз.
import-file-bomb = Внутри файла больше { $most } МБ. Оставьте в нём только таблицу.
import-file-many = В таблице больше { $most } строк. Разделите её на части.
import-file-no-columns = В файле нет таблицы: не видно строки с названиями столбцов.
import-file-not-your-kind = Такую таблицу загружает человек с другой должностью.
import-cell-score = «{ $word }» не похоже на результат. Например: 54,5 % или 27 из 50.
import-row-not-yours = «{ $school }» не относится к тем, за кого Вы отвечаете.
import-row-other-region = Эта организация находится в другом регионе: { $region }.
import-row-discreet = { $on ->
    [true] Школа работает без имён в чате. Вернуть имена может только тот, кто ведёт сервер. Напишите: да.
   *[other] Без имён в чате школа работает, когда это укажет центр в своей таблице или тот, кто ведёт сервер. Напишите: нет.
}
import-row-other-regulation = Положение организации меняет центр. Сейчас: { $regulation }.
import-row-elsewhere = Номер «{ $id }» есть у человека из другой организации. Сделайте номер особенным, например добавьте к нему номер школы.
import-row-not-your-role = Эту должность назначает другой человек.
import-row-not-kept = Это мероприятие не Вашей школы и не Вашего региона.
import-row-key-taken = Ключ «{ $id }» есть у чужого мероприятия. Дайте другой ключ.
import-row-result-twice = Этот человек, день и методика уже есть в строке { $other }.
import-row-no-scores = Нет ни одного результата.
import-row-recorded = Этот результат записан раньше и другим человеком: { $by }.
import-row-no-route = Человек с номером «{ $id }» не проходит маршрут.
import-row-not-recorded-by-you = Результат человека с номером «{ $id }» записывает другой человек.
import-row-no-number = Это не номер в реестре. Например: 2025-0012.
import-row-number-taken = Этот номер есть у другого маршрута.

import-cell-empty = Не заполнено.
import-cell-boolean = Здесь «истина» или «ложь», а нужен текст.
import-cell-date = Таблица превратила текст в дату ({ $cell }). Поставьте столбцу формат «Текстовый» и наберите ещё раз.
import-cell-formula = Формула не сосчиталась ({ $error }).
import-cell-long = Букв: { $letters }, можно не больше { $most }.
import-cell-digits = В числе больше 15 цифр, таблица потеряла часть. Поставьте столбцу формат «Текстовый» и наберите ещё раз.
import-cell-role = Должность «{ $word }» не подходит. Подойдут: педагог, тьютор, методист, методист ЦНППМ, руководитель ЦНППМ, заместитель, руководитель МО, директор, наставник, наставляемый ({ $known }).
import-cell-one-of = «{ $word }» не подходит. Подойдут: { $known }.
import-cell-zone = Часовой пояс «{ $word }» не найден. Например: Europe/Samara.
import-cell-email = Это не адрес почты.
import-cell-phone = Это не телефон из 10 цифр.
import-cell-day = Это не дата. Например: 12.05.2026.
import-cell-years = Нужно целое число лет от 0 до { $most }.
import-cell-courses = Это не список курсов. Например: Читательская грамотность, 36, 2025 | ИКТ, 72, 2024.
import-cell-number = «{ $word }» не целое число больше нуля.
import-cell-yes-or-no = «{ $word }» не «да» и не «нет». Например: нет.
import-cell-state = «{ $word }» не подходит. Подойдут: open (состоится) и { $off } (отменено).

import-row-role-twice = Эта должность у этого человека уже есть в строке { $other }.
import-row-other-place = Не так, как в строке { $other }: организация та же самая.
import-row-other-person = Не так, как в строке { $other }: номер человека тот же самый.
import-row-own-tutor = Нельзя быть тьютором самому себе.
import-row-nobody = Номера «{ $id }» нет ни в файле, ни в системе.
import-row-no-tutor = «{ $id }» не тьютор, не наставник, не заместитель и не методист.
import-row-namesake = Имя и организация те же, что в строке { $other }. Это один человек?
import-row-backwards = Раньше начала.
import-row-key-twice = Этот ключ уже есть в строке { $other }.
import-row-no-region = Регион «{ $region }» системе не знаком.
import-row-no-municipality = Муниципалитета «{ $municipality }» в этом регионе нет.
import-row-several-schools = «{ $school }» есть в нескольких муниципалитетах. Укажите, в каком.
import-row-no-school = Школа «{ $school }» системе не знакома.
import-row-no-start = У события нет даты начала.
import-row-repeats = Событие повторяется. Запишите каждый день отдельным событием.
import-discreet = Списки с именами здесь не передаются через чат. Их загрузит тот, кто ведёт сервер.
