PRAGMA auto_vacuum=INCREMENTAL;
PRAGMA application_id=1382376266;
PRAGMA user_version=3;
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
CREATE TABLE "tally" (
   "id" INTEGER PRIMARY KEY,
   "counts" TEXT NOT NULL,
   "checksum" INTEGER NOT NULL
) STRICT;
INSERT INTO _sqlite_migrations VALUES (1, 'journal', 'm001_first_tables', '2026-11-24 12:10:41.706145+00:00');
INSERT INTO _sqlite_migrations VALUES (2, 'journal', 'm002_plans_answers_and_photo_facts', '2026-11-24 12:10:41.708163+00:00');
INSERT INTO _sqlite_migrations VALUES (3, 'journal', 'm003_tally', '2026-11-24 12:10:41.708547+00:00');
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
INSERT INTO plan VALUES (1, 'name = "Clinic"
version = "2"
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
', '2026-11-23T20:15:30.123456+00:00', 'own', NULL, 434606131, NULL, NULL);
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
INSERT INTO tally VALUES (1, '{"acknowledgement":[4,11030936251],"baseline":[2,4612124542],"entry":[3,5536166178],"entry_version":[3,10836328730],"photo":[3,8769172137],"plan":[2,868689486],"profile":[1,3590550047],"treatment":[3,8538689704]}', 3042967155);
COMMIT;
