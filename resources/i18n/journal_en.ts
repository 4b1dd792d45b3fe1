<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>AfterPlanCard</name>
    <message numerus="yes">
        <source>A photo at %n week(s) shows the result.</source>
        <translation><numerusform>A photo at %n week shows the result.</numerusform><numerusform>A photo at %n weeks shows the result.</numerusform></translation></message>
    </context>
<context>
    <name>AlignPanel</name>
    <message numerus="yes">
        <source>The three places agree to within %n pixel(s).</source>
        <translation><numerusform>The three places agree to within %n pixel.</numerusform><numerusform>The three places agree to within %n pixels.</numerusform></translation></message>
    </context>
<context>
    <name>Arrivals</name>
    <message numerus="yes">
        <source>%n new picture(s) in the folder {folder}, more than photos of your skin would be. Choose a folder for those alone, or look at the newest.</source>
        <translation><numerusform>%n new picture in the folder {folder}, more than photos of your skin would be. Choose a folder for those alone, or look at the newest.</numerusform><numerusform>%n new pictures in the folder {folder}, more than photos of your skin would be. Choose a folder for those alone, or look at the newest.</numerusform></translation></message>
    <message numerus="yes">
        <source>%n new picture(s) in the folder {folder}.</source>
        <translation><numerusform>%n new picture in the folder {folder}.</numerusform><numerusform>%n new pictures in the folder {folder}.</numerusform></translation></message>
    <message numerus="yes">
        <source>Stopped. %n photo(s) were added before.</source>
        <translation><numerusform>Stopped. %n photo were added before.</numerusform><numerusform>Stopped. %n photos were added before.</numerusform></translation></message>
    <message numerus="yes">
        <source>%n photo(s) added.</source>
        <translation><numerusform>%n photo added.</numerusform><numerusform>%n photos added.</numerusform></translation></message>
    </context>
<context>
    <name>BinDialog</name>
    <message numerus="yes">
        <source>Brought back: %n thing(s).</source>
        <translation><numerusform>Brought back: %n thing.</numerusform><numerusform>Brought back: %n things.</numerusform></translation></message>
    </context>
<context>
    <name>CalendarPage</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation><numerusform>%n photo</numerusform><numerusform>%n photos</numerusform></translation></message>
    </context>
<context>
    <name>CountdownBoard</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation><numerusform>%n more</numerusform><numerusform>%n more</numerusform></translation></message>
    <message numerus="yes">
        <source>%n more aftercare rule(s)</source>
        <translation><numerusform>%n more aftercare rule</numerusform><numerusform>%n more aftercare rules</numerusform></translation></message>
</context>
<context>
    <name>DayPanel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation><numerusform>and %n more</numerusform><numerusform>and %n more</numerusform></translation></message>
</context>
<context>
    <name>DayRulesDialog</name>
    <message numerus="yes">
        <source>Show %n rule(s) not flagged</source>
        <translation><numerusform>Show %n rule not flagged</numerusform><numerusform>Show %n rules not flagged</numerusform></translation></message>
</context>
<context>
    <name>ErasureDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation><numerusform>and %n more</numerusform><numerusform>and %n more</numerusform></translation></message>
    </context>
<context>
    <name>GivenBar</name>
    <message numerus="yes">
        <source>Which day? %n chosen</source>
        <translation><numerusform>Which day? %n chosen</numerusform><numerusform>Which day? %n chosen</numerusform></translation></message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation><numerusform>%n chosen</numerusform><numerusform>%n chosen</numerusform></translation></message>
</context>
<context>
    <name>IntakePanel</name>
    <message numerus="yes">
        <source>%n photo(s) to add</source>
        <translation><numerusform>%n photo to add</numerusform><numerusform>%n photos to add</numerusform></translation></message>
    <message numerus="yes">
        <source>Add %n photo(s)</source>
        <translation><numerusform>Add %n photo</numerusform><numerusform>Add %n photos</numerusform></translation></message>
    <message numerus="yes">
        <source>and %n more day(s)</source>
        <translation><numerusform>and %n more day</numerusform><numerusform>and %n more days</numerusform></translation></message>
    <message numerus="yes">
        <source>%n without a day</source>
        <translation><numerusform>%n without a day</numerusform><numerusform>%n without a day</numerusform></translation></message>
    </context>
<context>
    <name>KeyField</name>
    <message numerus="yes">
        <source>You can try again in %n second(s).</source>
        <translation><numerusform>You can try again in %n second.</numerusform><numerusform>You can try again in %n seconds.</numerusform></translation></message>
    </context>
<context>
    <name>KnowToday</name>
    <message numerus="yes">
        <source>%n rule(s) in force</source>
        <translation><numerusform>%n rule in force</numerusform><numerusform>%n rules in force</numerusform></translation></message>
    <message numerus="yes">
        <source>%n put aside</source>
        <translation><numerusform>%n put aside</numerusform><numerusform>%n put aside</numerusform></translation></message>
    </context>
<context>
    <name>OlderCopies</name>
    <message numerus="yes">
        <source>Working on %n copy/copies …</source>
        <translation><numerusform>Working on %n copy/copies …</numerusform><numerusform>Working on %n copy/copies …</numerusform></translation></message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation><numerusform>and %n more</numerusform><numerusform>and %n more</numerusform></translation></message>
</context>
<context>
    <name>PassphraseField</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation><numerusform>%n minute</numerusform><numerusform>%n minutes</numerusform></translation></message>
    </context>
<context>
    <name>PhotoDrop</name>
    <message numerus="yes">
        <source>%n photo(s) of this day · drop or choose more</source>
        <translation><numerusform>%n photo of this day · drop or choose more</numerusform><numerusform>%n photos of this day · drop or choose more</numerusform></translation></message>
    </context>
<context>
    <name>PlanDialog</name>
    <message numerus="yes">
        <source>It has %n fault(s). Nothing was changed: the present plan stays as it is.</source>
        <translation><numerusform>It has %n fault. Nothing was changed: the present plan stays as it is.</numerusform><numerusform>It has %n faults. Nothing was changed: the present plan stays as it is.</numerusform></translation></message>
    </context>
<context>
    <name>PointPane</name>
    <message numerus="yes">
        <source>{which}, {label}: %n point(s) marked</source>
        <translation><numerusform>{which}, {label}: %n point marked</numerusform><numerusform>{which}, {label}: %n points marked</numerusform></translation></message>
    </context>
<context>
    <name>ReadingBar</name>
    <message numerus="yes">
        <source>{flag}, and %n more</source>
        <translation><numerusform>{flag}, and %n more</numerusform><numerusform>{flag}, and %n more</numerusform></translation></message>
    </context>
<context>
    <name>Strip</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation><numerusform>%n day</numerusform><numerusform>%n days</numerusform></translation></message>
</context>
<context>
    <name>backups</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation><numerusform>%n day</numerusform><numerusform>%n days</numerusform></translation></message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation><numerusform>%n photo</numerusform><numerusform>%n photos</numerusform></translation></message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation><numerusform>and %n more</numerusform><numerusform>and %n more</numerusform></translation></message>
    </context>
<context>
    <name>bin</name>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation><numerusform>%n day left</numerusform><numerusform>%n days left</numerusform></translation></message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation><numerusform>and %n more</numerusform><numerusform>and %n more</numerusform></translation></message>
</context>
<context>
    <name>photos</name>
    <message numerus="yes">
        <source>Both before treatment, %n day(s) apart</source>
        <translation><numerusform>Both before treatment, %n day apart</numerusform><numerusform>Both before treatment, %n days apart</numerusform></translation></message>
    <message numerus="yes">
        <source>Before treatment and day {second} after treatment {treatment}, %n day(s) apart</source>
        <translation><numerusform>Before treatment and day {second} after treatment {treatment}, %n day apart</numerusform><numerusform>Before treatment and day {second} after treatment {treatment}, %n days apart</numerusform></translation></message>
    <message numerus="yes">
        <source>Before treatment {treatment} and day {second} after it, %n day(s) apart</source>
        <translation><numerusform>Before treatment {treatment} and day {second} after it, %n day apart</numerusform><numerusform>Before treatment {treatment} and day {second} after it, %n days apart</numerusform></translation></message>
    <message numerus="yes">
        <source>Day {first} and day {second}, %n day(s) apart</source>
        <translation><numerusform>Day {first} and day {second}, %n day apart</numerusform><numerusform>Day {first} and day {second}, %n days apart</numerusform></translation></message>
    <message numerus="yes">
        <source>Day {first} after treatment {one} and day {second} after treatment {other}, %n day(s) apart</source>
        <translation><numerusform>Day {first} after treatment {one} and day {second} after treatment {other}, %n day apart</numerusform><numerusform>Day {first} after treatment {one} and day {second} after treatment {other}, %n days apart</numerusform></translation></message>
    <message numerus="yes">
        <source>%n file(s) not added:</source>
        <translation><numerusform>%n file not added:</numerusform><numerusform>%n files not added:</numerusform></translation></message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation><numerusform>and %n more</numerusform><numerusform>and %n more</numerusform></translation></message>
</context>
<context>
    <name>plan</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation><numerusform>%n day</numerusform><numerusform>%n days</numerusform></translation></message>
    </context>
<context>
    <name>report</name>
    <message numerus="yes">
        <source>%n day(s) from {first} to {last}</source>
        <translation><numerusform>%n day from {first} to {last}</numerusform><numerusform>%n days from {first} to {last}</numerusform></translation></message>
    <message numerus="yes">
        <source>+%n in the annex</source>
        <translation><numerusform>+%n in the annex</numerusform><numerusform>+%n in the annex</numerusform></translation></message>
    <message numerus="yes">
        <source>+%n more in the journal</source>
        <translation><numerusform>+%n more in the journal</numerusform><numerusform>+%n more in the journal</numerusform></translation></message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation><numerusform>%n day</numerusform><numerusform>%n days</numerusform></translation></message>
    <message numerus="yes">
        <source>{logged} of %n day(s) logged</source>
        <translation><numerusform>{logged} of %n day logged</numerusform><numerusform>{logged} of %n days logged</numerusform></translation></message>
    <message numerus="yes">
        <source>no rule met; %n day(s) could not be judged</source>
        <translation><numerusform>no rule met; %n day could not be judged</numerusform><numerusform>no rule met; %n days could not be judged</numerusform></translation></message>
    <message numerus="yes">
        <source>no warning signs on the %n day(s) asked</source>
        <translation><numerusform>no warning signs on the %n day asked</numerusform><numerusform>no warning signs on the %n days asked</numerusform></translation></message>
    </context>
</TS>
