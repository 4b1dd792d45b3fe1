PRAGMA auto_vacuum=INCREMENTAL;
PRAGMA application_id=1382376266;
PRAGMA user_version=2;
BEGIN;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE TABLE "entry" (
   "day" TEXT PRIMARY KEY NOT NULL,
   "redness" INTEGER,
   "sensitivity" INTEGER,
   "habits" TEXT NOT NULL,
   "symptoms" TEXT NOT NULL,
   "symptoms_asked" INTEGER NOT NULL,
   "note" TEXT NOT NULL,
   "redness_at" TEXT,
   "sensitivity_at" TEXT,
   "entered_at" TEXT NOT NULL,
   "edited" INTEGER NOT NULL,
   "saved_at" TEXT NOT NULL,
   "clock" TEXT NOT NULL,
   "checksum" INTEGER NOT NULL
) STRICT;
CREATE TABLE "entry_version" (
   "id" INTEGER PRIMARY KEY,
   "day" TEXT NOT NULL,
   "redness" INTEGER,
   "sensitivity" INTEGER,
   "habits" TEXT NOT NULL,
   "symptoms" TEXT NOT NULL,
   "symptoms_asked" INTEGER NOT NULL,
   "note" TEXT NOT NULL,
   "redness_at" TEXT,
   "sensitivity_at" TEXT,
   "entered_at" TEXT NOT NULL,
   "edited" INTEGER NOT NULL,
   "saved_at" TEXT NOT NULL,
   "clock" TEXT NOT NULL,
   "replaced_at" TEXT NOT NULL,
   "replaced_clock" TEXT NOT NULL,
   "checksum" INTEGER NOT NULL
) STRICT;
CREATE INDEX "idx_entry_version_day"
    ON "entry_version" ("day");
CREATE TABLE "treatment" (
   "id" INTEGER PRIMARY KEY,
   "at" TEXT NOT NULL,
   "slot" TEXT,
   "depth_mm" REAL,
   "rf" INTEGER NOT NULL,
   "areas" TEXT NOT NULL,
   "add_ons" TEXT NOT NULL,
   "provider" TEXT NOT NULL,
   "note" TEXT NOT NULL,
   "saved_at" TEXT NOT NULL,
   "clock" TEXT NOT NULL,
   "removed_at" TEXT,
   "checksum" INTEGER NOT NULL
) STRICT;
CREATE TABLE "baseline" (
   "id" INTEGER PRIMARY KEY,
   "redness" INTEGER NOT NULL,
   "sensitivity" INTEGER NOT NULL,
   "given_at" TEXT NOT NULL,
   "clock" TEXT NOT NULL,
   "removed_at" TEXT,
   "checksum" INTEGER NOT NULL
) STRICT;
CREATE TABLE "profile" (
   "id" INTEGER PRIMARY KEY,
   "irritation_look" TEXT NOT NULL,
   "clinic_phone" TEXT NOT NULL,
   "out_of_hours_phone" TEXT NOT NULL,
   "name" TEXT NOT NULL,
   "questions" TEXT NOT NULL,
   "welcomed" INTEGER NOT NULL,
   "saved_at" TEXT NOT NULL,
   "clock" TEXT NOT NULL,
   "checksum" INTEGER NOT NULL
, "planned_treatments" INTEGER, "next_appointment" TEXT) STRICT;
CREATE TABLE "plan" (
   "id" INTEGER PRIMARY KEY,
   "toml" TEXT NOT NULL,
   "used_at" TEXT NOT NULL,
   "clock" TEXT NOT NULL,
   "removed_at" TEXT,
   "checksum" INTEGER NOT NULL
, "treatment_id" INTEGER, "from_at" TEXT) STRICT;
CREATE TABLE "photo" (
   "id" INTEGER PRIMARY KEY,
   "day" TEXT NOT NULL,
   "view" TEXT NOT NULL,
   "width" INTEGER NOT NULL,
   "height" INTEGER NOT NULL,
   "captured_at" TEXT,
   "sha256" TEXT NOT NULL,
   "bytes" INTEGER NOT NULL,
   "media_type" TEXT NOT NULL,
   "added_at" TEXT NOT NULL,
   "name" TEXT NOT NULL,
   "clock" TEXT NOT NULL,
   "removed_at" TEXT,
   "checksum" INTEGER NOT NULL
, "camera" TEXT NOT NULL DEFAULT '', "quality" TEXT, "day_source" TEXT NOT NULL DEFAULT 'given', "mirrored" INTEGER NOT NULL DEFAULT 0, "alignment" TEXT) STRICT;
CREATE UNIQUE INDEX "idx_photo_sha256"
    ON "photo" ("sha256");
CREATE INDEX "idx_photo_day"
    ON "photo" ("day");
CREATE TABLE "picture" (
   "photo_id" INTEGER NOT NULL REFERENCES "photo"("id"),
   "copy" TEXT NOT NULL,
   "data" BLOB NOT NULL,
   "checksum" INTEGER NOT NULL,
   PRIMARY KEY ("photo_id", "copy")
) STRICT;
CREATE TABLE "acknowledgement" (
   "id" INTEGER PRIMARY KEY,
   "kind" TEXT NOT NULL,
   "day" TEXT NOT NULL,
   "at" TEXT NOT NULL,
   "rule" TEXT NOT NULL,
   "treatment_id" INTEGER,
   "tier" TEXT,
   "signs" TEXT NOT NULL,
   "redness" INTEGER,
   "sensitivity" INTEGER,
   "said" TEXT NOT NULL,
   "saved_at" TEXT NOT NULL,
   "clock" TEXT NOT NULL,
   "removed_at" TEXT,
   "checksum" INTEGER NOT NULL
) STRICT;
INSERT INTO _sqlite_migrations VALUES (1, 'journal', 'm001_first_tables', '2026-11-24 06:02:19.473748+00:00');
INSERT INTO _sqlite_migrations VALUES (2, 'journal', 'm002_plans_answers_and_photo_facts', '2026-11-24 06:02:19.480000+00:00');
INSERT INTO entry VALUES ('2026-11-20', 4, 2, '{"exercise":true,"sauna":false}', '["pus"]', 1, 'says "ä", 日本', '2026-11-23T20:15:30.123456+00:00', '2026-11-23T20:15:30.123456+00:00', '2026-11-23T20:15:30.123456+00:00', 1, '2026-11-23T20:15:30.123456+00:00', 'own', 912120220);
INSERT INTO entry VALUES ('2026-11-23', NULL, NULL, '{}', '[]', 1, '', NULL, NULL, '2026-11-23T20:15:30.123456+00:00', 0, '2026-11-23T20:15:30.123456+00:00', 'own', 492779736);
INSERT INTO entry VALUES ('2026-11-22', NULL, NULL, '{}', '[]', 0, '', '2026-11-23T20:15:30.123456+00:00', NULL, '2026-11-23T20:15:30.123456+00:00', 1, '2026-11-23T20:15:30.123456+00:00', 'own', 4131266222);
INSERT INTO entry_version VALUES (1, '2026-11-20', 6, NULL, '{"exercise":true,"sauna":false}', '["peeling","pus"]', 1, '', '2026-11-23T20:15:30.123456+00:00', NULL, '2026-11-23T20:15:30.123456+00:00', 0, '2026-11-23T20:15:30.123456+00:00', 'own', '2026-11-23T20:15:30.123456+00:00', 'given', 4248399225);
INSERT INTO entry_version VALUES (2, '2026-11-22', 3, NULL, '{}', '[]', 0, '', '2026-11-23T20:15:30.123456+00:00', NULL, '2026-11-23T20:15:30.123456+00:00', 0, '2026-11-23T20:15:30.123456+00:00', 'own', '2026-11-23T20:15:30.123456+00:00', 'own', 3012262161);
INSERT INTO entry_version VALUES (3, '2026-11-20', 4, 2, '{"exercise":true,"sauna":false}', '["peeling","pus"]', 1, 'says "ä", 日本', '2026-11-23T20:15:30.123456+00:00', '2026-11-23T20:15:30.123456+00:00', '2026-11-23T20:15:30.123456+00:00', 1, '2026-11-23T20:15:30.123456+00:00', 'given', '2026-11-23T20:15:30.123456+00:00', 'own', 3575667344);
INSERT INTO treatment VALUES (1, '2026-09-01T12:00:00+00:00', 'morning', NULL, 0, '["cheeks"]', '["prp"]', '', '', '2026-11-23T20:15:30.123456+00:00', 'own', NULL, 3821034641);
INSERT INTO treatment VALUES (2, '2026-11-20T14:00:00+00:00', NULL, 1.5, 0, '[]', '[]', 'Clinic', 'ok
=1+1', '2026-11-23T20:15:30.123456+00:00', 'own', NULL, 4190902414);
INSERT INTO treatment VALUES (3, '2026-10-01T14:00:00+00:00', NULL, 2.5, 1, '[]', '[]', '', '', '2026-11-23T20:15:30.123456+00:00', 'own', '2026-11-23T20:15:30.123456+00:00', 526752649);
INSERT INTO baseline VALUES (1, 1, 0, '2026-11-23T20:15:30.123456+00:00', 'own', NULL, 4250888268);
INSERT INTO baseline VALUES (2, 2, 1, '2026-11-23T20:15:30.123456+00:00', 'given', NULL, 361236274);
INSERT INTO profile VALUES (1, 'darker', '', '', 'Ö', '["May I?"]', 1, '2026-11-23T20:15:30.123456+00:00', 'own', 3590550047, 4, '2026-12-18');
INSERT INTO plan VALUES (1, '# The default care plan: what to avoid or do and for how long after microneedling, and what to watch for.
# Windows are practice conventions, not trial results. What the clinic says comes first.
#
# Every rule: id, kind, tier (info, caution, call, today, emergency), text, advice, source. And by kind:
#   avoid       habit, hours; hours_if_deep: after RF, deeper than 2 mm or depth not known
#   do          habit, from_day, to_day (both included, counted from the latest treatment)
#   strong      from_day, to_day; asks: signs to ask at once
#   up          from_day, to_day; asks
#   rising      from_day, to_day
#   persisting  from_day, to_day
#   symptom     signs (any of them); from_day; worse_with, worse_tier: the tier with any of those signs
#   note        hours (in force only, never met)

name = "default"
version = "1"
author = "Recovery Journal"
date = "2026-11-23"
phone = ""
out_of_hours = ""
last_day = 28

[[rule]]
id = "no-make-up"
kind = "avoid"
tier = "caution"
text = "No make-up for 24 hours; 48 hours after RF, deeper than 2 mm or when the depth is not known."
advice = "Take it off gently with a mild cleanser and lukewarm water, and leave the skin bare until the time is over."
source = "clinic article on aftercare (default plan); longer window: practice convention, sources disagree: 24 to 72 h"
habit = "make-up"
hours = 24
hours_if_deep = 48

[[rule]]
id = "no-exercise"
kind = "avoid"
tier = "caution"
text = "No strenuous sport or heavy sweating for 48 hours."
advice = "Cool down, rinse the sweat off with lukewarm water and wait with the next session."
source = "clinic article on aftercare (default plan)"
habit = "exercise"
hours = 48

[[rule]]
id = "no-hot-shower"
kind = "avoid"
tier = "caution"
text = "No hot showers or baths for 48 hours."
advice = "Lukewarm water is fine. Keep hot water and steam away from the face."
source = "clinic article on aftercare (default plan)"
habit = "hot-shower"
hours = 48

[[rule]]
id = "no-sauna"
kind = "avoid"
tier = "caution"
text = "No sauna or steam for 48 hours."
advice = "Cool the face with a clean damp cloth and stay out of the heat until the time is over."
source = "clinic article on aftercare (default plan)"
habit = "sauna"
hours = 48

[[rule]]
id = "no-harsh-products"
kind = "avoid"
tier = "caution"
text = "No retinoid, acid, vitamin C, scrub or benzoyl peroxide for 7 days, and only once the skin has settled."
advice = "Rinse it off with lukewarm water and go back to a mild cleanser and a plain moisturiser."
source = "clinic article on aftercare (default plan); granulomas, most after vitamin C: Friedmann 2024, doi:10.1097/dss.0000000000004450; sources disagree on the time: 2 to 7 days"
habit = "harsh-product"
hours = 168

[[rule]]
id = "no-direct-sun"
kind = "avoid"
tier = "caution"
text = "No direct sun on the treated skin for 2 weeks."
advice = "Shade, a hat and sunscreen of SPF 30 or more. Sun now can leave dark patches."
source = "clinic article on aftercare (default plan); sources disagree: 12 h to 2 weeks"
habit = "direct-sun"
hours = 336

[[rule]]
id = "no-tanning-bed"
kind = "avoid"
tier = "caution"
text = "No tanning bed for 2 weeks."
advice = "Leave it out until the time is over. It can leave dark patches."
source = "clinic article on aftercare (default plan)"
habit = "tanning-bed"
hours = 336

[[rule]]
id = "no-alcohol"
kind = "avoid"
tier = "caution"
text = "No alcohol for 24 hours."
advice = "Drink water, and expect the face to be redder for a while."
source = "practice convention, sources disagree: 24 to 48 h"
habit = "alcohol"
hours = 24

[[rule]]
id = "no-shaving"
kind = "avoid"
tier = "caution"
text = "No shaving of the treated skin for 48 hours."
advice = "Let the skin be until the time is over. Then use a clean blade and little pressure."
source = "general knowledge, no published time found"
habit = "shaving"
hours = 48

[[rule]]
id = "no-swimming"
kind = "avoid"
tier = "caution"
text = "No swimming for 72 hours, neither pool nor sea."
advice = "Rinse with clean lukewarm water and use a plain moisturiser."
source = "practice convention, sources disagree: 1 to 5 days"
habit = "swimming"
hours = 72

[[rule]]
id = "no-picking"
kind = "avoid"
tier = "caution"
text = "No picking, scratching or peeling off flakes for 7 days."
advice = "Let flakes fall by themselves. A moisturiser eases the itch."
source = "practice convention, sources disagree: until healed"
habit = "picking"
hours = 168

[[rule]]
id = "no-waxing"
kind = "avoid"
tier = "caution"
text = "No waxing, hair-removal cream or electrolysis on the treated skin for 7 days."
advice = "Leave the skin be and tell the clinic if it hurts or weeps."
source = "practice convention, sources disagree: 5 to 7 days"
habit = "waxing"
hours = 168

[[rule]]
id = "no-other-treatment"
kind = "avoid"
tier = "caution"
text = "No other treatment of the face (peel, laser, filler, toxin) for 2 weeks."
advice = "Tell both clinics what was done and when."
source = "practice convention, sources disagree: 1 to 2 weeks"
habit = "other-treatment"
hours = 336

[[rule]]
id = "sunscreen"
kind = "do"
tier = "caution"
text = "Broad-spectrum sunscreen, SPF 30 or more, every day from day 2 to day 14."
advice = "Put it on in the morning and again when you are outside. In the first 24 hours follow your clinic."
source = "clinic article on aftercare (default plan); first and last day: convention, sources disagree on the first 24 h"
habit = "sunscreen"
from_day = 2
to_day = 14

[[rule]]
id = "moisturiser"
kind = "do"
tier = "info"
text = "Mild cleanser and a plain moisturiser every day from day 0 to day 6."
advice = "Keep the skin clean and moist. Ask your clinic which product suits you."
source = "clinic article on aftercare (default plan); 3 to 4 times a day after the first 24 h: hospital leaflet, Chelsea and Westminster; the last day is a convention"
habit = "moisturiser"
from_day = 0
to_day = 6

[[rule]]
id = "strong"
kind = "strong"
tier = "caution"
text = "A stronger reaction than usual: a rating of 8 or more, or far above the usual range on day 1 or 2."
advice = "Go through the burn, blister and pain signs now. If one is there, call today."
source = "cautious convention; moderate redness is the expected start: SkinPen Precision manual"
from_day = 0
to_day = 28
asks = ["burn", "blisters", "severe-pain"]

[[rule]]
id = "look-again"
kind = "up"
tier = "caution"
text = "Redness or sensitivity has gone up again and is above the usual range."
advice = "Go through the warning signs now and check in again tomorrow."
source = "cautious convention: a change of 2 is the smallest that counts (itch: Riepe 2019, doi:10.2340/00015555-3332)"
from_day = 3
to_day = 14
asks = ["pus", "spreading", "warmer", "fever", "unwell", "blisters", "cold-sore", "eye", "face-swelling", "breathing", "vision", "burn", "numbness", "severe-pain", "bumps", "bleeding"]

[[rule]]
id = "rising"
kind = "rising"
tier = "today"
text = "It is rising again: up at two check-ins, or on both scales, or up and clearly warmer."
advice = "Call the clinic today; if it is closed, the out-of-hours line. Have this page at hand."
source = "cautious convention: worsening after improvement may be an infection"
from_day = 3
to_day = 14

[[rule]]
id = "still-red"
kind = "persisting"
tier = "call"
text = "Redness has stayed clearly above the usual range after day 6."
advice = "Call the clinic this week and ask whether they want to see it."
source = "expected effects last up to 7 days: Chu 2021, doi:10.1097/01.dss.0000790428.70373.f6; the days are a cautious convention"
from_day = 7
to_day = 28

[[rule]]
id = "infection"
kind = "symptom"
tier = "today"
text = "Pus or yellow crusts, or redness that spreads."
advice = "Call the clinic today; if it is closed, the out-of-hours line. With fever, feeling ill or an eye affected: emergency."
source = "SkinPen Precision manual; NHS advice on skin infection"
signs = ["pus", "spreading"]
worse_with = ["fever", "unwell", "eye"]
worse_tier = "emergency"

[[rule]]
id = "fever"
kind = "symptom"
tier = "today"
text = "Fever of 38 °C or more, or feeling ill."
advice = "Call the clinic today; if it is closed, the out-of-hours line. Getting worse quickly: emergency."
source = "NHS advice on sepsis"
signs = ["fever", "unwell"]

[[rule]]
id = "herpes"
kind = "symptom"
tier = "today"
text = "A cold sore, or the tingling before one."
advice = "Call the clinic or a pharmacist today: treatment works best early. Near the eye: emergency."
source = "Cernik 2008, Arch Intern Med 168:1137"
signs = ["cold-sore"]

[[rule]]
id = "blisters"
kind = "symptom"
tier = "today"
text = "Blisters on the treated skin."
advice = "Call the clinic today; if it is closed, the out-of-hours line. Put nothing on it."
source = "FDA safety communication on RF microneedling, 15 October 2025"
signs = ["blisters"]

[[rule]]
id = "burn"
kind = "symptom"
tier = "today"
text = "White, grey, black or raw skin."
advice = "Call the clinic today; if it is closed, the out-of-hours line. Put nothing on it."
source = "FDA safety communication on RF microneedling, 15 October 2025"
signs = ["burn"]

[[rule]]
id = "numbness"
kind = "symptom"
tier = "today"
text = "Numbness or weakness in the face."
advice = "Call the clinic today; if it is closed, the out-of-hours line. Say where it is and when it began."
source = "FDA safety communication on RF microneedling, 15 October 2025"
signs = ["numbness"]

[[rule]]
id = "severe-pain"
kind = "symptom"
tier = "today"
text = "Severe pain after day 0, or pain that paracetamol does not ease."
advice = "Call the clinic today; if it is closed, the out-of-hours line."
source = "cautious convention; treatment pain is 1 to 2 of 10: Alam 2014, doi:10.1001/jamadermatol.2013.8687"
signs = ["severe-pain"]
from_day = 1

[[rule]]
id = "allergy"
kind = "symptom"
tier = "emergency"
text = "Swollen lips, tongue or face, or trouble breathing."
advice = "Call your local emergency number now."
source = "standard advice on severe allergic reactions"
signs = ["face-swelling", "breathing"]

[[rule]]
id = "vision"
kind = "symptom"
tier = "emergency"
text = "Seeing differently, or redness, swelling or blisters near an eye."
advice = "Call your local emergency number now, or go to an eye emergency department."
source = "NHS advice on skin infection near the eye; Cernik 2008, Arch Intern Med 168:1137"
signs = ["vision", "eye"]

[[rule]]
id = "warmer"
kind = "symptom"
tier = "caution"
text = "Clearly hotter or more swollen than yesterday, from day 2."
advice = "Go through the other warning signs and check in again tomorrow. If redness or soreness rises too, call today."
source = "SkinPen Precision manual: increase in redness or warmth"
signs = ["warmer"]
from_day = 2

[[rule]]
id = "bleeding"
kind = "symptom"
tier = "call"
text = "Bleeding or oozing from day 2."
advice = "Press gently with clean gauze. Call the clinic this week; today if it does not stop."
source = "pinpoint bleeding lasts hours: manufacturer''s guide; the day is a cautious convention"
signs = ["bleeding"]
from_day = 2

[[rule]]
id = "bumps"
kind = "symptom"
tier = "call"
text = "Itchy or tender bumps or plaques."
advice = "Stop new products and call the clinic within a day or two. Say which product was used."
source = "granulomas after microneedling: Friedmann 2024, doi:10.1097/dss.0000000000004450"
signs = ["bumps"]

[[rule]]
id = "dark-patches"
kind = "symptom"
tier = "call"
text = "Darker patches than before, from day 7."
advice = "Call the clinic this week and keep strictly out of the sun."
source = "darker skin is a named risk: Chu 2021, doi:10.1097/01.dss.0000790428.70373.f6; reports from 0 to 14 of 100; the day is a cautious convention"
signs = ["dark-patches"]
from_day = 7

[[rule]]
id = "painkillers"
kind = "note"
tier = "info"
text = "In the first 48 hours rather paracetamol than ibuprofen; ask the clinic."
advice = "Never stop a medicine that was prescribed to you."
source = "practice convention, sources disagree: 24 h to 1 week; no outcome data found"
hours = 48
', '2026-11-23T20:15:30.123456+00:00', 'own', NULL, 1759898927, NULL, NULL);
INSERT INTO plan VALUES (2, 'name = "Clinic"
version = "3"
author = "Clinic"
date = "2026-11-01"
phone = "0123"
out_of_hours = ""
last_day = 21

[[rule]]
id = "no-sauna"
kind = "avoid"
tier = "caution"
text = "No sauna for 3 days, says the clinic: ä."
advice = "Stay cool."
source = "clinic"
habit = "sauna"
hours = 72

[[rule]]
id = "infection"
kind = "symptom"
tier = "today"
text = "Pus."
advice = "Call."
source = "clinic"
signs = ["pus"]
', '2026-11-23T20:15:30.123456+00:00', 'own', NULL, 434083355, 2, '2026-11-20T14:00:00+00:00');
INSERT INTO photo VALUES (1, '2026-11-20', 'left', 1200, 1600, '2026-11-21T19:05:00', '92b2fa58028958317e408bd84ecfa70f5ee35b121991dbc232c49d166353708b', 9, 'image/heic', '2026-11-23T20:15:30.123456+00:00', 'IMG_1.HEIC', 'own', NULL, 4151934965, '', NULL, 'given', 0, NULL);
INSERT INTO photo VALUES (2, '2026-11-23', 'front', 1200, 1600, '2026-11-21T19:05:00', 'ae448ac86c4e8e4dec645729708ef41873ae79c6dff84eff73360989487f08e5', 7, 'image/jpeg', '2026-11-23T20:15:30.123456+00:00', 'IMG_1.HEIC', 'own', '2026-11-23T20:15:30.123456+00:00', 3086512247, '', NULL, 'given', 0, NULL);
INSERT INTO photo VALUES (3, '2026-11-20', 'left', 1200, 1600, '2026-11-21T19:05:00', 'd44e2d132ef9a2b833da6811d72a8e65ddebf34fa83234bba9b4c9a6d2e00a12', 7, 'image/heic', '2026-11-23T20:15:30.123456+00:00', 'IMG_1.HEIC', 'own', NULL, 1530724925, 'Maker Model', '[0.5,0.01,0.02,123.25]', 'name', 1, '[1,1.25,-7.5,0.125,-0.25]');
INSERT INTO picture VALUES (1, 'original', X'612070696374757265', 3754980328);
INSERT INTO picture VALUES (1, 'display', X'646973706C6179206F6620612070696374757265', 2590706769);
INSERT INTO picture VALUES (1, 'thumbnail', X'7468756D626E61696C206F6620612070696374757265', 324330858);
INSERT INTO picture VALUES (2, 'original', X'616E6F74686572', 2636723256);
INSERT INTO picture VALUES (2, 'display', X'646973706C6179206F6620616E6F74686572', 3578648865);
INSERT INTO picture VALUES (2, 'thumbnail', X'7468756D626E61696C206F6620616E6F74686572', 1952736992);
INSERT INTO picture VALUES (3, 'original', X'61207468697264', 1427196512);
INSERT INTO picture VALUES (3, 'display', X'646973706C6179206F662061207468697264', 494249849);
INSERT INTO picture VALUES (3, 'thumbnail', X'7468756D626E61696C206F662061207468697264', 3160152248);
INSERT INTO acknowledgement VALUES (1, 'called', '2026-11-20', '2026-11-23T19:15:30.123456+00:00', 'infection', 2, 'today', '["pus"]', 4, 2, 'wait and "look": ä', '2026-11-23T20:15:30.123456+00:00', 'own', NULL, 444834870);
INSERT INTO acknowledgement VALUES (2, 'aside', '2026-11-20', '2026-11-23T20:15:30.123456+00:00', 'no-sauna', 2, 'caution', '[]', NULL, NULL, '', '2026-11-23T20:15:30.123456+00:00', 'own', '2026-11-23T20:15:30.123456+00:00', 4004633158);
INSERT INTO acknowledgement VALUES (3, 'before', '2026-11-20', '2026-11-23T20:15:30.123456+00:00', '', 2, NULL, '["tan"]', NULL, NULL, '', '2026-11-23T20:15:30.123456+00:00', 'own', NULL, 2530597827);
INSERT INTO acknowledgement VALUES (4, 'ended', '2026-11-23', '2026-11-23T20:15:30.123456+00:00', '', 2, NULL, '[]', NULL, NULL, '', '2026-11-23T20:15:30.123456+00:00', 'own', NULL, 4050870396);
COMMIT;
