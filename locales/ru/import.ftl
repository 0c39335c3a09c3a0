## Загрузка списков: что не так с файлом, строкой, ячейкой

import-file-large = Файл больше { $most } МБ.
import-file-unreadable = Файл не открывается: { $error }.
import-file-empty = Файл пустой.
import-file-csv = Это не похоже на CSV: { $error }. Сохраните таблицу как .xlsx.
import-file-no-header = В файле нет строки с названиями столбцов. Один из них должен называться { $column }.
import-file-password = Файл закрыт паролем. Сохраните его без пароля и пришлите ещё раз.
import-file-workbook = Таблица не открывается ({ $error }). Сохраните её как .xlsx и пришлите ещё раз.
import-file-no-sheet = Ни на одном листе нет столбца { $column }. Листы: { $sheets ->
    [none] нет
   *[other] { $sheets }
}.
import-file-no-table = Это не таблица. Подойдёт файл .xlsx или .csv.
import-file-calendar = Календарь не читается ({ $error }).
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
import-cell-day = «{ $word }» не дата. Например: 12.05.2027.
import-cell-past-day = Это не дата. Например: 12.05.2022.
import-cell-years = Нужно целое число лет от 0 до { $most }.
import-cell-courses = Это не список курсов. Например: Читательская грамотность, 36, 2025 | ИКТ, 72, 2024.
import-cell-number = «{ $word }» не целое число больше нуля.
import-cell-yes-or-no = «{ $word }» не «да» и не «нет».
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
