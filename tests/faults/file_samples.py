"""A small sound file of each format that Legwork reads, to be spoilt.

The rows are invented; the headers are those that the programs write.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, timedelta

from document_example import EXAMPLE
from health_files import MFP_BODY, MFP_FOOD, apple, record, workbook, zipped
from legwork.domain.units import UnitSystem
from legwork.formats import food_csv, legwork_json, measurements_csv, plan_file, sets_csv
from legwork.formats.plan_text import read_plan
from old_workbooks import old_workbook
from training_files import FITNOTES_TABLES

STRONG = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"
    '2021-02-10 16:46:13,"Legs",2h 18m,"Squat (Barbell)",1,22.5,8.0,0,0.0,"deep, slow",,8\n'
    '2021-02-10 16:46:13,"Legs",2h 18m,"Squat (Barbell)",2,42.5,8.0,0,0.0,,,\n'
    '2021-02-12 07:05:00,"Push",58m,"Bench Press (Barbell)",1,60,5,0,0.0,,"tired",\n'
    '2021-02-12 07:05:00,"Push",58m,"Plank",1,0,0,0,60.0,,,\n'
)
STRONG_UNITS = (
    "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds;Notes;"
    "Workout Notes;Workout Duration\n"
    '2023-04-01 09:00:00;"A";"Deadlift (Barbell)";W;60;kg;5;;;;0;;;45m\n'
    '2023-04-01 09:00:00;"A";"Deadlift (Barbell)";1;225;lbs;5;9,5;;;0;;;45m\n'
    '2023-04-01 09:00:00;"A";"Deadlift (Barbell)";Rest Timer;0;;0;;;;120;;;45m\n'
)
HEVY = (
    '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index",'
    '"set_type","weight_kg","reps","distance_km","duration_seconds","rpe"\n'
    '"Legs","15 Sep 2025, 07:48","15 Sep 2025, 09:13","With\nAda","Squat (Barbell)","","",0,"warmup",60,8,,,\n'
    '"Legs","15 Sep 2025, 07:48","15 Sep 2025, 09:13","With\nAda","Squat (Barbell)","","",1,"normal",100,5,,,9.5\n'
    '"Legs","15 Sep 2025, 07:48","15 Sep 2025, 09:13","","Running","0","",0,"normal",,,2.5,600,\n'
)
HEVY_BODY = (
    "date,weight_kg,fat_percent,neck_in,waist_cm,left_calf_in,right_calf_in\n"
    '"14 Jan 2025, 00:00",82.5,18.2,15.25,84,15,15.1\n"21 Jan 2025, 00:00",82.1,,,83.5,15.1,\n'
)
FITNOTES = (
    "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time\n"
    "2023-11-21,Pull Up,Back,0.0,kgs,8,,,\n2023-11-21,Barbell Squat,Legs,60.5,kgs,10,,,\n"
    "2023-11-22,Running (Treadmill),Cardio,,,,1.23,mi,0:09:21\n2023-11-22,Row, Bent Over,Back,50,kgs,8,,,\n"
)
STRONGLIFTS_OLD = (
    "Date,Note,Body Weight (KG),Body Weight (LB),Exercise 1,Weight (KG),Weight (LB),Set 1,Set 2,Set 3,"
    "Exercise 2,Weight (KG),Weight (LB),Set 1,Set 2,Set 3,\n"
    "19/11/18,first day,91,,Squat,40,,5,5,4,Deadlift,60,,,,,\n22/11/18,,91,,Squat,,95,5,0,,Planks,0,,30,30,\n"
)
STRONGLIFTS_NEW = (
    "\ufeffDate (yyyy/mm/dd),Workout,Workout Name,Program Name,Body Weight (KG),Exercise,Sets×Reps,Sets×Time,"
    "Top Set (Reps×KG),e1RM (KG),Reps,Volume (KG),Workout Volume (KG),Duration (hours),Start Time (h:mm),"
    "End Time (h:mm),Notes,Set 1 (Reps), Set 1 (KG),Set 2 (Reps), Set 2 (KG)\n"
    "2024/05/01,12,Workout A,5×5,91,Squat,2×5,,5×80,90,10,800,800,0.8,18:05,18:53,good,5,80,5,80\n"
)
FITBOD = (
    "Date,Exercise,Reps,Weight(kg),Duration(s),Distance(m),Incline,Resistance,isWarmup,Note,multiplier\n"
    "2026-09-05 10:12:33 +0100,Barbell Back Squat, 10, 60.0,0.0,0.0,0.0,0.0,true,,1.0\n"
    "2026-09-05 17:27:00 +0100,Pull Up,6,0,0,0,0,0,false,few in reserve,1\n"
)
LIFTOSAUR = (
    "Workout DateTime,Program,Day Name,Exercise,Is Warmup Set?,Required Reps,Completed Reps,RPE,Is AMRAP?,Weight Value,"
    "Weight Unit,Completed Reps Time,Target Muscles,Synergist Muscles,Notes\n"
    '2024-03-01T12:00:00.000Z,Mine,Day 2,"Deadlift, Barbell",0,5,5,,0,140,kg,,,,\n'
    '2024-03-01T12:00:00.000Z,Mine,Day 2,"Squat, Barbell",1,5,,8,0,225,lb,,,,deep\n'
)
OPENSCALE = (
    "DATE,TIME,WEIGHT,BMI,BODY_FAT,WATER,MUSCLE,LBM,BONE,WAIST,VISCERAL_FAT\n"
    "2025-03-02,07:12,81.4,24.6,17.9,,,,,83.5,7\n2025-03-09,07:15,81.1,24.5,0.0,,,,,83,7\n"
)
RENPHO = (
    "\ufeffTime of Measurement,Weight(lb),BMI,Body Fat(%),Fat-Free Mass(lb),Subcutaneous Fat(%),Metabolic Age\n"
    "2024-05-06 06:58:11,178.6,24.4,18.2,146.1,15.9,31\n2024-05-13 07:01:40,178.0,24.3,--,--,--,--\n"
)
WITHINGS = (
    '"Date","Gewicht (kg)","Fettmasse (kg)","Fettfreier Anteil (kg)","Kommentare"\n'
    '"2014-02-13 6:04 Uhr","94.34","26.81","68.43",""\n"2014-02-12 6:09 Uhr","94.89","27.43","67.36",""\n'
)
LIBRA = (
    "#Version: 6\n#Units: kg\n\n#date;weight;weight trend;body fat;body fat trend;muscle mass;muscle mass trend;log\n"
    "2024-06-01T12:00:00.000Z;85.0;85.0;;;;;\n2024-06-03T12:00:00.000Z;84.6;84.8;22.5;22.5;;;felt light\n"
)
GARMIN = (
    "Time,Weight,Change,BMI,Body Fat,Skeletal Muscle Mass,Bone Mass,Body Water,\n"
    '" Aug 27, 2022",\n8:43 AM,114.9 kg,0.4 kg,35.1,--,--,--,--,\n7:02 PM,115.6 kg,0.7 kg,35.2,31.5 %,--,--,--,\n'
)
CRONOMETER = (
    "Day,Time,Group,Food Name,Amount,Energy (kcal),Carbs (g),Fat (g),Protein (g),Category\n"
    '2026-02-11,07:30 PM,Dinner,"Beef, lean",150.00 g,306,0,13.5,46.01,Beef\n2026-02-11,,Snacks,Oats,1,100,20,2,4,\n'
)
CRONOMETER_BODY = (
    "Day,Time,Group,Metric,Unit,Amount\n2025-06-27,06:00 ,Data,Weight (Apple Health),lbs,180\n"
    "2025-06-27,7:00 AM,Uncategorized,Body Fat,%,18.2\n2025-06-29,,D,Waist Size,cm,84\n"
)
FITBIT = (
    'Body\nDate,Weight,BMI,Fat\n"01-12-2015","113.44","32.44","0"\n"13-12-2015","112.4","32.2","20"\n\n'
    'Foods\nDate,Calories In\n"01-12-2015","2,100"\n\nActivities\nDate,Steps\n"01-12-2015","9,000"\n'
)
JEFIT = (
    "### WORKOUT SESSIONS ###\n\n"
    "rowid,_id,USERID,edit_time,day_id,total_time,workout_time,starttime,endtime,workout_mode,TIMESTAMP,calories\n"
    '1,1770220318,7,0,41,0,0,1770220318,1770223918,0,"2026-02-04 17:00:00",0\n\n### EXERCISE LOGS ###\n\n'
    "USERID,TIMESTAMP,belongSys,logs,_id,record,mydate,eid,ename,day_item_id,belongsession,logTime,interval_logs,"
    'auto_generated\n7,"2026-02-04 18:00:00",1,"60x10,100x5",1,0,2026-02-04,93,"Barbell Squat",0,1770220318,0,"",0\n\n'
    "### BODY STATS ###\n\n"
    "row_id,USERID,TIMESTAMP,_id,mydate,weight,fatpercent,chest,arms,waist,calves,height,hips,thighs,shoulders,neck\n"
    '1,7,"2026-02-01 07:00:00",1,2026-02-01,82.5,0,104,38.5,0,39,180,0,58,0,0\n'
)
FITNOTES_IOS = (
    "Name,StartTime,EndTime,BodyWeight,Exercise,Equipment,Reps,Weight,Time,Distance,Status,IsWarmup,RPE,RIR,"
    'Categories,Note\nLegs,2025-02-23T22:13:53Z,2025-02-23T23:08:47Z,"94,0",Squat,Barbell,5,"20,0",,,Done,true,,,"Q,G",\n'
    'Legs,2025-02-23T22:13:53Z,2025-02-23T23:08:47Z,"94,0",Squat,Barbell,8,"82,5",,,NotStarted,false,"8,5",,"Q",deep\n'
)
HEALTH = (
    record("HeartRate", "count/min", 60), record("BodyMass", "kg", 80.25), record("BodyFatPercentage", "%", 0.182),
    record("WaistCircumference", "in", 33), record("DietaryEnergyConsumed", "kcal", 620),
    record("DietaryWater", "mL", 500),
)  # fmt: skip
MACROFACTOR = {
    "Scale Weight": [["Date", "Weight (kg)", "Fat Percent"], [date(2026, 1, 5), 80.4, 18]],
    "Body Metrics": [["Date", "Left Thigh", "Right Thigh"], [date(2026, 1, 5), 58.5, 59]],
    "Calories & Macros": [["Date", "Calories (kcal)", "Protein (g)"], [date(2026, 1, 5), 2300, 170.5]],
}
MACROFACTOR_SETS = (
    "Date,Workout Duration,Workout,Exercise,Exercise Base Weight (lbs),Set Type,Weight (lbs),Reps,RIR,Duration,"
    "Distance short (Yd),Distance long (Mi)\n2026-02-20,3300,Push A,Chest Press,55,Warm-Up Set,95,10,,,,\n"
    "2026-02-20,3300,Push A,Chest Press,55,Standard Set,137.5,8,2,,,\n"
)
UNKNOWN_WIDE = (
    "Meine Tabelle\n\nTag;Gewicht kg;Wade links;Wade rechts;Schlaf\n"
    "14.03.2024;81,5;38,2;38;7\n21.03.2024;81,2;38,4;38,1;8\n"
)
UNKNOWN_SETS = (
    "jour\texercice\tcharge (kg)\tséries\trépétitions\tRPE\n"
    "2024-03-14\tSquat\t82,5\t3\t8\t8\n2024-03-14\tBench Press\t60\t3\t10\t\n"
)
OLD_CELLS = [
    (0, 0, "Date"), (0, 1, "Weight (kg)"), (0, 2, "Calf (cm)"), *(
        cell for row in range(1, 5) for cell in ((row, 0, f"2024-03-{row:02}"), (row, 1, 81.5 + row), (row, 2, 38.25))
    ),
]  # fmt: skip
PLAN = read_plan(
    "Plan: Legs\nBlock: Base (deload)\nWeek\nSession: A (Monday)\nsquat: 3x8 60kg; slow\n[A] row: 2x8\n",
    UnitSystem.METRIC,
)
FITNOTES_BODY = (
    "Date,Time,Measurement,Value,Unit,Comment\n2025-01-10,07:00:00,Bodyweight,82.0,kg,\n"
    '2025-01-10,07:01:00,Upper Arm (Left),14.5,in,\n2025-01-17,07:00:00,Bodyweight,81.5,kg,"light, after a run"\n'
    "2025-01-17,07:00:00,Calf (Right),38.5,cm,\n"
)
TEXTS = {
    "strong": STRONG, "strong units": STRONG_UNITS, "hevy": HEVY, "hevy body": HEVY_BODY, "fitnotes": FITNOTES,
    "stronglifts old": STRONGLIFTS_OLD, "stronglifts new": STRONGLIFTS_NEW, "fitbod": FITBOD, "liftosaur": LIFTOSAUR,
    "openscale": OPENSCALE, "renpho": RENPHO, "withings": WITHINGS, "libra": LIBRA, "garmin": GARMIN,
    "myfitnesspal": MFP_FOOD, "myfitnesspal body": MFP_BODY, "cronometer": CRONOMETER,
    "cronometer body": CRONOMETER_BODY, "fitbit": FITBIT, "jefit": JEFIT, "fitnotes ios": FITNOTES_IOS,
    "macrofactor sets": MACROFACTOR_SETS, "fitnotes body": FITNOTES_BODY,
    "unknown wide": UNKNOWN_WIDE, "unknown sets": UNKNOWN_SETS,
}  # fmt: skip


def _fitnotes_backup() -> bytes:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(FITNOTES_TABLES)
        first = date(2024, 1, 1)
        rows = [(1 + day % 2, (first + timedelta(days=day)).isoformat(), 60 + day, 8) for day in range(12)]
        connection.executemany(
            "INSERT INTO training_log(exercise_id, date, metric_weight, reps) VALUES (?,?,?,?)", rows
        )
        connection.commit()
        return connection.serialize()


def _open_workbook(table: str) -> bytes:
    """An .ods with one sheet, its cells as texts."""
    of = "urn:oasis:names:tc:opendocument:xmlns:"
    spaces = " ".join(f'xmlns:{name}="{of}{name}:1.0"' for name in ("office", "table", "text"))
    rows = "".join(
        f"<table:table-row>{''.join(map(_open_cell, line.split(chr(9))))}</table:table-row>"
        for line in table.splitlines()
    )
    content = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="Sheet1">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = f'<manifest:manifest xmlns:manifest="{of}manifest:1.0"/>'
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return zipped({"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content})


def _open_cell(text: str) -> str:
    return f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'


def sound_files() -> dict[str, bytes]:
    """Each format's file by name."""
    files = {name: text.encode() for name, text in TEXTS.items()}
    files["plan"] = plan_file.dump(PLAN)
    files["document"] = legwork_json.dump(EXAMPLE)
    files["own sets"] = sets_csv.write(EXAMPLE.people[0].workouts, str)
    files["own measurements"] = measurements_csv.write(EXAMPLE.people[0])
    files["own food"] = food_csv.write(EXAMPLE.people[0].food)
    files["fitnotes backup"] = _fitnotes_backup()
    files["apple health"] = apple(*HEALTH)
    files["apple health zip"] = zipped({"apple_health_export/export.xml": apple(*HEALTH)})
    files["macrofactor"] = workbook(MACROFACTOR)
    files["old workbook"] = old_workbook({"Weights": OLD_CELLS})
    files["open workbook"] = _open_workbook(UNKNOWN_SETS)
    files["zip"] = zipped({"Nutrition.csv": MFP_FOOD, "Measurement.csv": MFP_BODY, "read me.txt": "hello"})
    return files
