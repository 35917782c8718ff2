"""How people call what a table can hold, in many languages: sites, sides, nutrients, units, and the columns of logs.

Owns the words alone; `mapping_words` compares them with what stands in a table. Languages: English, German, French,
Spanish, Italian, Portuguese, Dutch, Polish, Turkish, Swedish, Danish, Norwegian and Russian, as far as their words were
known. Words of one line are parted by commas; case and accents do not matter.
"""

from __future__ import annotations

from legwork.domain.food.amounts import Nutrient
from legwork.domain.log.sets import LoggedKind
from legwork.domain.sites import Side
from legwork.formats.mapping import Role

SITES: dict[str, str] = {
    "body_weight": (
        "weight, wt, body weight, bodyweight, bw, mass, body mass, scale weight, weigh in, morning weight, gewicht, "
        "körpergewicht, körpermasse, poids, poids corporel, peso, peso corporal, peso corporeo, massa corporal, "
        "lichaamsgewicht, waga, waga ciała, masa, masa ciała, kilo, kilos, ağırlık, vücut ağırlığı, vikt, kroppsvikt, "
        "vægt, kropsvægt, vekt, kroppsvekt, вес, масса, масса тела, váha, hmotnost, paino, testsúly, greutate"
    ),
    "body_fat": (
        "body fat, bodyfat, bf, fat percent, fat percentage, body fat percentage, percent fat, body fat percent, "
        "körperfett, körperfettanteil, fettanteil, kfa, masse grasse, graisse corporelle, taux de graisse, % grasa, % "
        "de grasa, % fat, % fett, % grasso, % gordura, fat %, fett %, grasa %, grasso %, gordura %, graisse %, vet %, "
        "grasa corporal, porcentaje de grasa, grasso corporeo, massa grassa, gordura corporal, percentual de gordura, "
        "vetpercentage, lichaamsvet, tkanka tłuszczowa, tłuszcz w ciele, yağ oranı, vücut yağı, vücut yağ oranı, "
        "kroppsfett, fettprocent, fedtprocent, fettprosent, жир, процент жира"
    ),
    "neck": ("neck, hals, nacken, cou, cuello, collo, pescoço, nek, szyja, kark, boyun, nacke, шея, krk"),
    "shoulders": (
        "shoulders, shoulder, schultern, schulter, schulterumfang, épaules, épaule, hombros, hombro, spalle, "
        "spalla, ombros, ombro, schouders, schouder, barki, bark, omuz, omuzlar, axlar, axel, skuldre, skulder, "
        "плечи"
    ),
    "chest": (
        "chest, bust, brust, brustkorb, poitrine, torse, pectoraux, pecho, tórax, petto, torace, peito, torax, "
        "borst, borstkas, klatka piersiowa, klatka, göğüs, bröst, bröstkorg, bryst, brystkasse, грудь"
    ),
    "waist": (
        "waist, waistline, taille, cintura, vita, girovita, middel, talia, pas, bel, midja, midje, talje, "
        "livvidd, талия, pas w talii"
    ),
    "hips": (
        "hips, hip, glutes, butt, buttocks, bum, hüfte, hüften, po, gesäß, hanches, hanche, bassin, fesses, "
        "cadera, caderas, glúteos, fianchi, anca, ancas, quadril, quadris, heupen, heup, biodra, biodro, kalça, höft, "
        "höfter, stuss, hofter, hofte, бедра, ягодицы"
    ),
    "flexed_arm": (
        "biceps, bicep, arm, arms, upper arm, upper arms, flexed arm, flexed biceps, arm flexed, bizeps, oberarm, "
        "oberarme, arme, bras, brazo, brazos, bíceps, braccio, braccia, bicipite, bicipiti, braço, braços, "
        "bovenarm, ramię, ramiona, kol, pazı, pazu, överarm, överarmar, overarm, бицепс, рука"
    ),
    "relaxed_arm": (
        "relaxed arm, arm relaxed, relaxed upper arm, upper arm relaxed, relaxed biceps, biceps relaxed, oberarm "
        "entspannt, bras relâché, brazo relajado, braccio rilassato, braço relaxado, rilassato"
    ),
    "forearm": (
        "forearm, forearms, unterarm, unterarme, avant bras, antebrazo, antebrazos, avambraccio, avambracci, "
        "antebraço, antebraços, onderarm, przedramię, önkol, ön kol, underarm, предплечье"
    ),
    "wrist": (
        "wrist, wrists, handgelenk, poignet, muñeca, polso, punho, pols, nadgarstek, bilek, handled, håndled, запястье"
    ),
    "upper_thigh": (
        "upper thigh, thigh upper, high thigh, thigh top, thigh proximal, gluteal thigh, oberschenkel oben, haut "
        "de cuisse, cuisse haute, muslo superior, coscia alta, coxa superior"
    ),
    "mid_thigh": (
        "thigh, thighs, mid thigh, thigh mid, middle thigh, quad, quads, quadriceps, upper leg, leg, legs, "
        "oberschenkel, oberschenkel mitte, cuisse, cuisses, mi cuisse, muslo, muslos, coscia, cosce, coxa, coxas, "
        "dij, dijbeen, bovenbeen, udo, uda, uyluk, üst bacak, bacak, lår, бедро"
    ),
    "lower_thigh": (
        "lower thigh, thigh lower, above knee, thigh distal, oberschenkel unten, bas de cuisse, cuisse basse, "
        "muslo inferior, coscia bassa, coxa inferior"
    ),
    "knee": ("knee, knees, knie, genou, genoux, rodilla, ginocchio, joelho, kolano, diz, knä, knæ, kne, колено"),
    "calf": (
        "calf, calves, lower leg, wade, waden, wadenumfang, mollet, mollets, pantorrilla, pantorrillas, gemelo, "
        "gemelos, gémeo, gémeos, barriga da perna, polpaccio, polpacci, panturrilha, panturrilhas, kuit, kuiten, "
        "łydka, łydki, baldır, alt bacak, vad, vader, læg, legg, голень, икра, икры"
    ),
    "ankle": (
        "ankle, ankles, knöchel, fessel, cheville, tobillo, caviglia, tornozelo, enkel, kostka, ayak bileği, "
        "fotled, ankel, щиколотка"
    ),
    "front_thigh_skinfold": ("thigh skinfold, front thigh skinfold, oberschenkelfalte, pli cuisse, pliegue muslo"),
    "calf_skinfold": "calf skinfold, wadenfalte, pli mollet, pliegue pantorrilla",
    "triceps_skinfold": "triceps skinfold, trizepsfalte, pli tricipital, pliegue tricipital",
}
"""What people call the built-in sites. An arm is taken for the flexed one and a thigh for its middle, as everywhere."""

BELLIES = (
    "abdomen, belly, navel, stomach, tummy, abs, bauch, nabel, ventre, nombril, abdominaux, ombligo, barriga, "
    "pancia, addome, ombelico, umbigo, buik, brzuch, pępek, karın, göbek, mage, buk, mave, живот"
)
"""The waist where no other column is it: there the tape goes around the navel."""

STATURES = (
    "height, body height, stature, tall, größe, grösse, körpergröße, körperhöhe, hauteur, grandeur, estatura, altura, "
    "talla, altezza, statura, lengte, lichaamslengte, wzrost, boy, boy uzunluğu, längd, kroppslängd, højde, høyde, рост"
)
"""How tall somebody is: a fact about the person, and no girth."""

NUTRIENTS: dict[Nutrient, str] = {
    Nutrient.ENERGY: (
        "kcal, cal, cals, calories, calorie, calorie intake, calories in, total calories, energy, kj, kilojoules, "
        "kalorien, kalorie, kalorienzufuhr, energie, brennwert, énergie, apport calorique, calorías, energía, "
        "energia, calorias, kalorier, kalorii, enerji, kalori, energi, калории, ккал, калорийность"
    ),
    Nutrient.PROTEIN: (
        "protein, proteins, prot, total protein, eiweiß, eiweiss, proteine, protéines, protéine, proteínas, "
        "proteína, eiwit, eiwitten, białko, białka, proteiner, белки, белок"
    ),
    Nutrient.CARBOHYDRATE: (
        "carbs, carb, carbohydrate, carbohydrates, total carbs, total carbohydrates, cho, kohlenhydrate, kh, "
        "glucides, carbohidratos, hidratos, hidratos de carbono, carboidrati, carboidratos, koolhydraten, "
        "węglowodany, karbonhidrat, kolhydrater, kulhydrat, kulhydrater, karbohydrater, углеводы"
    ),
    Nutrient.FAT: (
        "fat, fats, total fat, dietary fat, lipids, fett, fette, lipides, graisses, matières grasses, grasa, "
        "grasas, grassi, gordura, gorduras, lípidos, lipídios, vet, vetten, tłuszcz, tłuszcze, yağ, fedt, жиры"
    ),
    Nutrient.WATER: (
        "water, water intake, fluid, fluids, drink, drinks, wasser, getränke, flüssigkeit, trinken, trinkmenge, "
        "eau, boisson, boissons, agua, acqua, água, vocht, woda, płyny, su, vatten, vand, vann, вода"
    ),
}

SIDES: dict[Side, str] = {
    Side.LEFT: (
        "left, l, lt, links, linke, linker, linkes, li, lks, gauche, izquierdo, izquierda, izq, izda, izdo, izqdo, "
        "izqda, sinistro, sinistra, sx, sin, esquerdo, esquerda, esq, lewy, lewa, lewe, sol, vänster, vänstra, "
        "venstre, левый, левая, левое, лев"
    ),
    Side.RIGHT: (
        "right, r, rt, rechts, rechte, rechter, rechtes, re, rts, droit, droite, derecho, derecha, der, dcha, dcho, "
        "dch, destro, destra, dx, direito, direita, dir, dto, dta, drt, prawy, prawa, prawe, sağ, höger, högra, højre, "
        "høyre, "
        "правый, правая, правое, прав"
    ),
    Side.NONE: "both, beide, beides, both sides, les deux, ambos, entrambi, none, no side",
}

UNIT_WORDS: dict[str, str] = {
    "kg": (
        "kg, kgs, kilo, kilos, kilogram, kilograms, kilogramm, kilogramme, kilogrammes, kilogramos, chilogrammi, "
        "quilos, кг"
    ),
    "lb": "lb, lbs, pound, pounds, libras, livres, libbre, фунт",
    "st": "st, stone, stones",
    "cm": (
        "cm, cms, centimeter, centimeters, centimetre, centimetres, zentimeter, centimètres, centímetros, "
        "centimetri, см"
    ),
    "mm": ("mm, millimeter, millimetre, millimeters, millimetres, milímetros, millimetri, мм"),
    "in": ("in, inch, inches, zoll, pouce, pouces, pulgada, pulgadas, pollici, polegadas, duim, cale, cali, tum, дюйм"),
    "%": ("%, percent, pct, prozent, pourcent, porcentaje, percentuale, percentual, procent, prosent, yüzde"),
    "kcal": "kcal, cal, cals, calories, ккал",
    "kJ": "kj, kilojoule, kilojoules",
    "g": "g, gr, gram, grams, gramm, gramme, grammes, gramos, grammi, gramas, г",
    "mL": "ml, milliliter, millilitre, milliliters, millilitres, мл",
    "L": "l, liter, liters, litre, litres, litros, litri, litr, л",
    "fl oz": "fl oz, floz, oz",
    "m": "m, meter, meters, metre, metres, metros, metri, м",
    "km": "km, kilometer, kilometers, kilometre, kilometres, км",
    "mi": "mi, mile, miles, meilen",
    "ft": "ft, feet",
    "yd": "yd, yard, yards",
}
"""How units are written in headers, and in columns of units."""

FILLERS = (
    "angespannt, average, avg, cevre, cevresi, circ, circonference, circonferenza, circumference, "
    "circunferencia, contorno, daily, de, des, du, el, flexed, girth, la, le, measurement, medida, messung, "
    "mesure, misura, my, obw, obwod, of, olcusu, omfang, omkrets, omtrek, perimeter, perimetro, size, the, "
    "total, tour, umfang, обхват"
)
"""What stands beside the name of a site and says nothing more."""

LOG_WORDS: dict[Role, str] = {
    Role.DAY: (
        "date, day, datum, tag, jour, fecha, día, dia, data, giorno, dag, dzień, tarih, gün, dato, дата, день, "
        "datetime, date time, timestamp, date and time, start time, start, started, started at, startzeit, "
        "beginn, when, measured at, logged at, created at, created, recorded, recorded at, log date, entry date, "
        "workout date, date of workout, training date, trainingsdatum, messdatum, wann, date début, fecha y hora, "
        "data e ora, data e hora, zeitpunkt, date heure, datum uhrzeit, time of measurement, local date, zeitstempel, "
        "horodateur, marca temporal, carimbo de data hora, informazioni cronologiche, tijdstempel"
    ),
    Role.TIME: (
        "time, zeit, uhrzeit, heure, hora, ora, tijd, czas, godzina, saat, tid, klokkeslett, время, clock, time of day"
    ),
    Role.NAME: (
        "measurement, measure, measurement name, measurement type, site, body part, bodypart, part, name, what, "
        "metric, item, type, category, location, körperteil, messung, maß, stelle, messstelle, art, bezeichnung, "
        "partie, partie du corps, mesure, medida, parte del cuerpo, zona, parte, misura, parte del corpo, parte "
        "do corpo, lichaamsdeel, maat, pomiar, część ciała, ölçüm, vücut bölgesi, bölge, mått, kroppsdel, mål, "
        "измерение"
    ),
    Role.VALUE: (
        "value, result, reading, size, amount, girth, circumference, wert, umfang, messwert, ergebnis, valeur, "
        "résultat, valor, resultado, valore, risultato, waarde, wartość, wynik, değer, sonuç, värde, resultat, værdi, "
        "verdi, значение"
    ),
    Role.UNIT: (
        "unit, units, weight unit, load unit, unit of measure, einheit, gewichtseinheit, unité, unités, unidad, "
        "unidades, unità, unità di misura, unidade, eenheid, jednostka, birim, enhet, enhed, единица"
    ),
    Role.SIDE: ("side, seite, körperseite, côté, lado, lato, zijde, kant, strona, taraf, yön, sida, сторона"),
    Role.EXERCISE: (
        "exercise, exercises, exercise name, exercise title, lift, lifts, movement, übung, übungen, übungsname, "
        "name der übung, exercice, exercices, mouvement, nom de l exercice, ejercicio, ejercicios, movimiento, "
        "esercizio, esercizi, exercício, exercícios, oefening, oefeningen, ćwiczenie, ćwiczenia, egzersiz, "
        "hareket, övning, øvelse, упражнение, упражнения"
    ),
    Role.LOAD: (
        "weight, wt, load, kg, kgs, kilos, lb, lbs, pounds, weight used, working weight, resistance, gewicht, last, "
        "zusatzgewicht, poids, charge, peso, carga, carico, ciężar, obciążenie, ağırlık, kilo, vikt, belastning, "
        "vægt, vekt, вес"
    ),
    Role.REPS: (
        "reps, rep, repetitions, reps done, actual reps, wdh, wdhs, whd, wh, wiederholungen, wiederholung, "
        "répétitions, répétition, rép, réps, repeticiones, repetición, ripetizioni, rip, repetições, reptições, "
        "herhalingen, powtórzenia, powt, tekrar, tekrarlar, repetitioner, gentagelser, repetisjoner, повторения, "
        "повторы, повт"
    ),
    Role.SETS: (
        "sets, set count, number of sets, no of sets, sets done, sätze, anzahl sätze, satzzahl, séries, nombre de "
        "séries, series, número de series, numero serie, número de séries, liczba serii, serie, set sayısı, antal "
        "set, antal sæt, antall sett, подходы"
    ),
    Role.SECONDS: (
        "seconds, secs, sec, duration seconds, time under tension, hold, hold time, sekunden, dauer sekunden, "
        "secondes, segundos, secondi, seconden, sekundy, saniye, süre, sekunder, секунды"
    ),
    Role.DISTANCE: (
        "distance, distanz, strecke, entfernung, distancia, distanza, distância, afstand, dystans, mesafe, "
        "distans, дистанция"
    ),
    Role.RPE: ("rpe, rate of perceived exertion, rpe value, effort, anstrengung, esfuerzo, sforzo"),
    Role.RIR: ("rir, reps in reserve, wdh in reserve, reps en réserve, repeticiones en reserva, buffer, reps left"),
    Role.KIND: (
        "set type, type, set kind, kind, type of set, satzart, satztyp, typ, warmup, warm up, is warmup, is warm "
        "up, iswarmup, warmup set, aufwärmen, aufwärmsatz, échauffement, type de série, calentamiento, tipo de "
        "serie, tipo, riscaldamento, aquecimento, opwarming, rozgrzewka, ısınma, uppvärmning, opvarmning, "
        "oppvarming"
    ),
    Role.NOTE: (
        "note, notes, comment, comments, remark, remarks, set note, set notes, exercise notes, notiz, notizen, "
        "kommentar, kommentare, bemerkung, bemerkungen, anmerkung, commentaire, commentaires, remarque, "
        "remarques, notas, nota, comentario, comentarios, commento, commenti, observações, observação, opmerking, "
        "opmerkingen, uwagi, notatki, notatka, not, notlar, anteckning, anteckningar, bemærkning, merknad, "
        "примечание, заметки, комментарий"
    ),
    Role.WORKOUT: (
        "workout, workout name, workout title, session, session name, routine, routine name, title, training, day "
        "name, split, program, programme, trainingseinheit, einheit name, plan, trainingsplan, entraînement, "
        "séance, entrenamiento, rutina, sesión, allenamento, scheda, sessione, treino, sessão, trening, sesja, "
        "antrenman, träningspass, pass, træning, økt, тренировка"
    ),
    Role.WORKOUT_NOTE: (
        "workout notes, workout note, session notes, session note, workout comment, trainingsnotiz, notes de "
        "séance, notas del entrenamiento, note allenamento"
    ),
    Role.LENGTH: (
        "duration, workout duration, session duration, workout time, length, dauer, trainingsdauer, durée, "
        "duración, durata, duração, duur, czas trwania, varaktighet, varighed, varighet, длительность, workout "
        "length, duration minutes, minutes"
    ),
}
"""What columns of logs and of long tables are called; one word can mean several."""

COUNTS = (
    "how many, how many reps, how often, count, times, number, anzahl, wie viele, wie oft, combien, nombre, cuántas, "
    "cuántos, cantidad, quantas, quantos, quantidade, quante, quanti, numero, hoeveel, aantal, ile, kaç"
)
"""What may count reps in a log where nothing else does; it may count anything elsewhere."""

WRITTEN = (
    "timestamp, created, created at, created time, created on, logged at, recorded, recorded at, submitted at, "
    "submission time, last edited time, last edited, modified, updated, updated at, zeitstempel, erstellt, "
    "erstellt am, geändert, horodateur, marca temporal, carimbo de data hora, informazioni cronologiche, tijdstempel"
)
"""When a row was written down; the day that it is about may stand beside it."""

NO_WORK = (
    "feel, feeling, felt, how it felt, how hard, mood, energy, sleep, soreness, pain, difficulty, intensity, "
    "rating, score, week, week number, day number, no, nr, id, age, bmi, rest, rest time, pause, break, tempo, "
    "heart rate, hr, body weight, bodyweight, bw, gefühl, befinden, stimmung, energie, schlaf, muskelkater, "
    "schmerz, schwierigkeit, bewertung, woche, kw, trainingswoche, satzpause, pausen, puls, ressenti, humeur, "
    "énergie, sommeil, douleur, difficulté, note sur 10, semaine, repos, sensación, sensaciones, ánimo, energía, "
    "sueño, dolor, dificultad, semana, descanso, sensação, humor, sono, dor, dificuldade, pausa, sensazione, "
    "umore, sonno, dolore, difficoltà, settimana, recupero, gevoel, stemming, slaap, rust, samopoczucie, tydzień, "
    "przerwa, his, hafta, dinlenme, känsla, vecka, vila"
)
"""What is counted or rated in a log beside the work itself: such numbers are never taken for reps or loads."""

KIND_WORDS: dict[LoggedKind, str] = {
    LoggedKind.WARM_UP: (
        "w, wu, warmup, warm up, warm up set, warmup set, warming up, aufwärmen, aufwärmsatz, aufw, échauffement, "
        "calentamiento, riscaldamento, aquecimento, opwarming, rozgrzewka, ısınma, uppvärmning, opvarmning, "
        "oppvarming, разминка, true, yes, ja, oui, sí, si, sim, tak, evet, x"
    ),
    LoggedKind.DROP: ("d, ds, drop, dropset, drop set, reduktionssatz, abwurfsatz, dégressive, descendente"),
    LoggedKind.MYO: "m, myo, myo reps, myoreps, myo rep, rest pause, restpause, cluster",
    LoggedKind.FAILURE: ("f, failure, to failure, fail, versagen, muskelversagen, échec, fallo, cedimento, falha"),
    LoggedKind.NORMAL: (
        "n, normal, working, work, working set, work set, top, top set, back off, backoff, regular, straight, "
        "standard, arbeitssatz, normale, normal set, false, no, nein, non, nie, hayır, nee"
    ),
}
"""What stands in columns of kinds of sets; yes stands for a warm-up."""
